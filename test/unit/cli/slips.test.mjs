/** `validate`: slips in writing YAML and texts. Each is named once, with its place, the character and the fix. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {makeFolder} from '../../support/command-line.mjs';
import {placeOf, starterWith} from './starter.mjs';

const {run, save} = makeFolder();

const TEXT = 'text: Northland and Southland will meet at Harbour House in Middletown on 4 and 5 May.';
const CERTAINTY = 'certainty: reported    #';
const TOPICS = '  - id: water\n    label: Use of the water\n  - id: border\n    label: Line of the border\n';
const VENUE = 'venue:\n  name: Harbour House, Middletown\n';

/** The issues of the starter with one change. */
async function check(from, to) {
  const yaml = starterWith(from, to);
  const {status, stdout} = await run('validate', save('slip.yaml', yaml));
  return {yaml, status, lines: stdout.trimEnd().split('\n').slice(0, -1)};
}

describe('a slip in a data file', () => {
  const CUT = /a comment begins here and cuts the text; put the text in quotation marks/;
  const QUOTES = /put the (?:whole )?text in quotation marks/;
  const OPEN = /the closing quotation mark of this text is missing/;

  /** What is wrong, the change, where the only error begins, and what it says. */
  const errors = [
    ['a comment in place of a text', TEXT, 'text: #MeToo is here', '#MeToo', CUT],
    ['a comment within a text of two lines', TEXT, 'text: They wrote #we\n      and left.', '#we', CUT],
    ['a comment that hides a bracket', TOPICS, '  - {id: water, label: Use of #water}\n', '#water}', CUT],
    [
      'an @ at the start',
      TEXT,
      'text: @minister said no.',
      '@minister',
      /begin with @; put the text in quotation marks/,
    ],
    ['a ` at the start', TEXT, 'text: `a` said no.', '`a`', /begin with `; put the text in quotation marks/],
    ['a % at the start', TEXT, 'text: %50 said no.', '%50', /begin with %; put the text in quotation marks/],
    ['a > at the start', TEXT, 'text: > 50 said no.', '50 said', /begin with > or \|; put the text in quotation marks/],
    ['a hyphen at the start', TEXT, 'text: - no.', '- no.', /hyphen and a space needs quotation marks/],
    ['words after a quotation', TEXT, 'text: "No," he said.', 'he said.', QUOTES],
    ['an apostrophe within apostrophes', TEXT, "text: 'It's no.'", "s no.'", QUOTES],
    [
      'commas between braces',
      VENUE,
      'venue: {name: House, Middletown, Northland}\n',
      'Middletown,',
      /a text with a comma/,
    ],
    ['an open brace', TOPICS, '  - {id: water, label: Use\n  - {id: border, label: B}\n', '{id: water', /closing \}/],
    ['an open quotation mark', TEXT, 'text: "Northland', '"Northland', OPEN],
    [
      'an open quotation mark between braces',
      TOPICS,
      '  - {id: water, label: "Use}\n  - {id: border, label: "B"}\n',
      '"Use',
      OPEN,
    ],
    ['an open quotation mark at the end', 'changes: []', 'changes: ["a]', '"a]', OPEN],
    ['a line too far left', CERTAINTY, `\n  ${CERTAINTY}`, '  certainty', /indented/],
    ['a tab', CERTAINTY, `\n\t${CERTAINTY}`, '\tcertainty', /not with tabs/],
    ['a no-break space in the indentation', CERTAINTY, `\n   \u00a0${CERTAINTY}`, '\u00a0', /no-break space, U\+00A0/],
    ['a no-break space after a colon', CERTAINTY, 'certainty:\u00a0reported #', '\u00a0', /no-break space, U\+00A0/],
    [
      'a no-break space after a word',
      CERTAINTY,
      'certainty: reported\u00a0 #',
      'reported\u00a0',
      /no-break space, U\+00A0, after 'reported'/,
    ],
    [
      'a no-break space after a key',
      CERTAINTY,
      'certainty\u00a0: reported #',
      'certainty\u00a0',
      /no-break space, U\+00A0, after 'certainty'/,
    ],
    [
      'a no-break space in an id',
      'id: example-lake-talks',
      'id: example\u00a0lake',
      'example\u00a0',
      /no-break space, U\+00A0/,
    ],
    [
      'a Cyrillic letter in an id',
      'by: [northland]',
      'by: [n\u043erthland]',
      'n\u043erthland',
      /Cyrillic letter \u043e, U\+043E, after 'n', which looks like o/,
    ],
    [
      'a Cyrillic letter in a key',
      CERTAINTY,
      'cert\u0430inty: reported #',
      'cert\u0430inty',
      /Cyrillic letter \u0430, U\+0430/,
    ],
    ['a misspelt key', CERTAINTY, 'certanty: reported #', 'certanty', /did you mean 'certainty'/],
    ['an invisible text', TEXT, 'text: "\u200b"', '"\u200b"', /nobody sees \(zero-width space, U\+200B\)/],
    [
      'an invisible name',
      'name: West Shore',
      'name: "\u3164 \u00ad"',
      '"\u3164',
      /nobody sees \(invisible character, U\+3164\)/,
    ],
  ];
  for (const [name, from, to, at, message] of errors) {
    it(`is one error: ${name}`, async () => {
      const {yaml, status, lines} = await check(from, to);
      assert.equal(status, 1);
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(lines[0], message);
      const place = placeOf(yaml, at);
      const isColumnOne = ['  certainty', '\tcertainty'].includes(at);
      assert.ok(lines[0].startsWith(`slip.yaml:${isColumnOne ? place.split(':')[0] : place}`), `${place} ${lines[0]}`);
    });
  }

  /** The same for what may be meant: warnings. */
  const warnings = [
    ['a comment after a text', TEXT, 'text: They wrote #we stand', '#we', CUT],
    ['a comment after one space', TEXT, 'text: They met in room # 5', '# 5', CUT],
    ['a comment after a text between braces', VENUE, 'venue: {name: House #5\n  }\n', '#5', CUT],
    ['a zero-width space', TEXT, 'text: They met\u200b.', 'They', /zero-width space, U\+200B, after 'They met'/],
    ['a line separator', TEXT, 'text: "They\u2028met."', '"They', /line separator, U\+2028/],
    [
      'a Cyrillic letter in a Latin word',
      TEXT,
      'text: P\u0430ris is far.',
      'P\u0430ris',
      /'P\u0430ris' has the Cyrillic letter \u0430, U\+0430/,
    ],
    ['a Latin letter in a Cyrillic word', TEXT, 'text: \u041aи\u0457\u0432cький', '\u041aи', /Latin letter c, U\+0063/],
    ['entities', TEXT, 'text: "Trade &amp; water&nbsp;talks"', '"Trade', /readers see &amp; and &nbsp; as they are/],
    ['a tag', TEXT, 'text: They <b>met</b>.', 'They <b>', /readers see <b> and <\/b> as they are; remove the HTML/],
  ];
  for (const [name, from, to, at, message] of warnings) {
    it(`is one warning: ${name}`, async () => {
      const {yaml, status, lines} = await check(from, to);
      assert.equal(status, 0, lines.join('\n'));
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(lines[0], /: warning: /);
      assert.match(lines[0], message);
      assert.ok(lines[0].startsWith(`slip.yaml:${placeOf(yaml, at)} `), lines[0]);
    });
  }

  it('is nothing that was meant', async () => {
    for (const [from, to] of [
      ['shortName: Northland   # used', 'shortName: "Northland" # used'],
      ['certainty: reported    #', 'certainty: reported #'],
      ['revision: 1                #', 'revision: 1 #'],
      ['start: 2031-05-04', 'start: 2031-05-04 #first'],
      ['by: [northland]', 'by: [northland] #who'],
      [TEXT, 'text: They met.  # 5 May'],
      [
        TEXT,
        'text: "Co\u00adoperation: 5\u00a0% of 3 k\u03a9, \u{1F468}\u200d\u{1F469}, \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645, R&D, 2 < 3 > 1, IT-\u043a\u043e\u043c\u043f\u0430\u043d\u0438\u044f"',
      ],
    ]) {
      const {status, lines} = await check(from, to);
      assert.deepEqual({status, lines}, {status: 0, lines: []}, to);
    }
  });

  it('is named in JSON and in a translation too', async () => {
    const json = JSON.stringify(parse(starterWith('certainty: reported', 'certainty: reported\u00a0')));
    assert.match(
      (await run('validate', save('slip.json', json))).stdout,
      /^\S+ claims\[0\]\.certainty: has a no-break space/m,
    );
    const translation = (text) =>
      `schemaVersion: "1.0"\nof: {id: a, revision: 1}\nlang: de\ntexts:\n  title: ${text}\n`;
    for (const [text, message] of [
      ['Der #See', /:5:14 \S+: warning: a comment begins here/],
      ['"\u200b"', /:5:10 \S+: has only characters that nobody sees/],
      ['A &amp; B', /:5:10 \S+: warning: readers see &amp; as it is/],
    ]) {
      assert.match((await run('validate', save('slip.yaml', translation(text)))).stdout, message);
    }
  });
});
