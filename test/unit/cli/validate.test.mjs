/** `validate`: places of errors, hostile files, translations, JSON for pages. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {contentHash} from '../../../src/data/content-hash.ts';
import {makeFolder} from '../../support/command-line.mjs';
import {placeOf, starter, starterWith} from './starter.mjs';

const {folder, run, runWith, save} = makeFolder();

describe('summit-embeds validate', () => {
  /** One defect in the starter, and the line that names it. */
  const defects = [
    [
      'a misspelt key',
      '    certainty: reported',
      '    certanty: reported',
      'certanty',
      /claims\[0\]\.certanty: .*did you mean 'certainty'/,
    ],
    [
      'a wrong word',
      'certainty: reported',
      'certainty: reportd',
      'reportd',
      /claims\[0\]\.certainty: .*did you mean 'reported'/,
    ],
    ['an id that leads nowhere', 'by: [northland]', 'by: [nortland]', 'nortland]', /claims\[1\]\.by\[0\]: .*northland/],
    [
      'a number for a text',
      'schemaVersion: "1.0"',
      'schemaVersion: 1.0',
      '1.0 ',
      /schemaVersion: must be a text, not a number/,
    ],
    [
      'a claim without a source',
      'refs: [{source: example-report, at: p2 s1}]',
      'refs: []',
      'refs: []',
      /claims\[1\]\.refs: has no source/,
    ],
    ['a key that stands twice', 'lang: en ', 'id: again\nlang: en ', 'id: again', / id: appears twice/],
  ];
  for (const [name, from, to, at, line] of defects) {
    it(`names the line and column of ${name}, in YAML and in JSON`, async () => {
      const yaml = starterWith(from, to);
      const file = save('defect.yaml', yaml);
      const {status, stdout} = await run('validate', file);
      assert.equal(status, 1);
      const found = stdout.split('\n').find((text) => line.test(text));
      assert.ok(found, stdout);
      assert.ok(found.startsWith(`defect.yaml:${placeOf(yaml, at)} `), found);

      if (name === 'a key that stands twice') return;
      const json = JSON.stringify(parse(yaml), null, 2);
      const checked = await run('validate', save('defect.json', json));
      assert.equal(checked.status, 1);
      assert.match(checked.stdout, line);
      const place = /^defect\.json:(\d+):(\d+) (\S+): /m.exec(
        checked.stdout.split('\n').find((text) => line.test(text)),
      );
      const key = place[3]
        .split('.')
        .at(-1)
        .replace(/\[\d+\]$/, '');
      const lines = json.split('\n').slice(0, Number(place[1])).reverse();
      assert.match(lines.slice(0, 2).join('\n'), new RegExp(`"${key}"`), checked.stdout);
      assert.match(lines[0].slice(Number(place[2]) - 1), /^["[{\d]/, checked.stdout);
    });
  }

  it('places a duplicate key and broken syntax of JSON', async () => {
    assert.match(
      (await run('validate', save('twice.json', '{\n  "id": "a",\n  "id": "b"\n}'))).stdout,
      /^twice\.json:3:3 id: appears twice/m,
    );
    for (const [text, place] of [
      ['{\n  "id": "a",\n}', '3:1'],
      ['{\n  "id" "a"\n}', '2:8'],
      ['{\n  // no\n}', '2:3'],
      ['{"id": "a"', '1:11'],
      ['', '1:1'],
    ]) {
      const {status, stdout} = await run('validate', save('broken.json', text));
      assert.equal(status, 1);
      assert.ok(stdout.startsWith(`broken.json:${place}: `), stdout);
    }
  });

  it('places broken syntax of YAML, and what it does without', async () => {
    for (const [text, place, message] of [
      ['title: he said: no\n', '1:8', /colon/],
      ['views:\n\ttitle: x\n', '2:1', /spaces, not with tabs/],
      ['lang: en\ntitle: "abc\nid: x\n', '2:8', /closing quotation mark/],
      ['venue: {name: Harbour House, Middletown}\n', '1:30', /comma/],
      ['id: !!binary eHg=\n', '1:5', /tags aren’t supported/],
      ['id: &a x\ntitle: *a\n', '1:5', /anchors and aliases aren’t supported/],
      ['%YAML 1.1\n---\nid: no\n', '1:1', /begins with %/],
      ['id: a\n---\nid: b\n', '2:1', /second document/],
      ['revision: .inf\n', '1:11', /isn’t a number that JSON can represent/],
      ['# nothing\n', '1:1', /is empty/],
    ]) {
      const {status, stdout} = await run('validate', save('broken.yaml', text));
      assert.equal(status, 1, text);
      assert.ok(
        stdout.split('\n').some((line) => line.startsWith(`broken.yaml:${place}`) && message.test(line)),
        stdout,
      );
    }
  });

  it('takes dates and words such as no for the texts they are', async () => {
    const {status, stdout} = await run('validate', save('words.yaml', starterWith('name: West Shore', 'name: no')));
    assert.equal(status, 0, stdout);
  });

  it('knows no merge key', async () => {
    const {stdout} = await run('validate', save('merge.yaml', starterWith('lang: en ', '<<: {lang: en}\n')));
    assert.match(stdout, /'<<'.*not a known key/);
    assert.match(stdout, / lang: is missing/);
  });

  it('refuses what would take forever', async () => {
    const level = (name, inner) => `${name}: &${name} [${Array(9).fill(`*${inner}`)}]`;
    const bomb = ['a: &a [x]', ...Array.from('bcdefghijk', (name, i) => level(name, 'abcdefghij'[i]))].join('\n');
    for (const [name, text, message] of [
      ['bomb.yaml', bomb, /aliases aren’t supported/],
      ['deep.yaml', '['.repeat(1_000_000), /nested too deeply/],
      ['deep.json', '['.repeat(900_000) + ']'.repeat(900_000), /nested too deeply/],
      ['big.yaml', 'x'.repeat(50_000_000), /larger than 2 MB/],
    ]) {
      const {status, stdout} = await run('validate', save(name, text));
      assert.equal(status, 1, name);
      assert.match(stdout, message);
      assert.ok(stdout.length < 10_000, name);
    }
    assert.match((await runWith('x'.repeat(50_000_000), 'validate', '-')).stdout, /^<stdin>:1:1: is larger/);
  });

  it('takes the names of prototypes for keys like any other', async () => {
    for (const [name, text] of [
      ['own.yaml', starterWith('lang: en ', '__proto__: {lang: de}\nconstructor: 1\nlang: en ')],
      ['own.json', `{"__proto__": {"x": 1}, "constructor": 1, "toString": {"lang": "de"}}`],
    ]) {
      const {status, stdout} = await run('validate', save(name, text));
      assert.equal(status, 1);
      assert.match(stdout, /__proto__.*not a known key/);
      assert.match(stdout, /constructor.*not a known key/);
    }
  });

  it('lets nothing of a file steer the terminal', async () => {
    const {stdout} = await run(
      'validate',
      save('escape.yaml', starterWith('id: example-lake-talks', 'id: "\\e[2J\\u202e"')),
    );
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(stdout, /[\u001b\u202e]/);
  });

  it('lets no argument and no name of a file steer the terminal, or pass for a line of ours', async () => {
    const odd = 'a\u001b[2J\u009b1m\u202e\nx.yaml: fine (forged)';
    const named = save(odd.replaceAll('/', ''), '{"id": "A\\nx.yaml: fine"}');
    for (const args of [
      [odd],
      ['validate', odd],
      ['validate', named],
      ['validate', '--json', named],
      ['render', odd],
      ['init', '--template', odd],
      ['validate', '--out', odd, 'no.yaml'],
    ]) {
      const {stdout, stderr} = await run(...args);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(stdout + stderr, /[\u001b\u0080-\u009f\u202e]|^x\.yaml/m, args.join(' '));
    }
    const [{file}] = JSON.parse((await run('validate', '--json', named)).stdout).files;
    assert.equal(file, named);
  });

  it('says where a file is not UTF-8', async () => {
    assert.match(
      (await run('validate', save('latin.yaml', Buffer.from('id: a\ntitle: caf\xe9\n', 'latin1')))).stdout,
      /^latin\.yaml:2:11: .*UTF-8/,
    );
  });

  it('warns of one-sided topics and of a review that is due, and ends with 0', async () => {
    const text = starterWith('reviewBy: 2031-05-06', 'reviewBy: 2021-05').replace(
      / {2}- id: south-on-border[^]*?(?=\nregions:)/,
      '',
    );
    const {status, stdout} = await run(
      'validate',
      save('warned.yaml', text.replaceAll('claims: [north-border]', 'claims: [north-border, south-border]')),
    );
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^warned\.yaml:\d+:5 topics\[1\]: warning: .*'southland'/m);
    assert.match(stdout, /^warned\.yaml:\d+:11 reviewBy: warning: /m);
    assert.match(stdout, /fine .*, 2 warnings$/m);
  });

  for (const [name, from, to, message] of [
    [
      'a source that no claim cites',
      'sources:\n',
      'sources:\n  - {id: other, role: reporting, title: Another report}\n  - {id: atlas, role: reference, title: An atlas}\n',
      /sources\[0\]: warning: no claim cites the source 'other'/,
    ],
    [
      'a second main aim of an actor',
      '    stance: rejects\n',
      '    stance: rejects\n    rank: primary\n',
      /positions\[2\]\.rank: warning: 'northland' has another main aim, 'north-on-water'/,
    ],
    [
      'a claim that is later than the data',
      'about: [southland] ',
      'asOf: 2031-06-30\n    about: [southland] ',
      /claims\[4\]\.asOf: warning: is after the date of the data, 2031-04-28/,
    ],
    [
      'a region about which the file says nothing',
      'regions:                   #',
      'regions:\n  - {id: coded, name: Coded, code: UA-14}\n  - {id: pier, name: Pier}\n  #',
      /regions\[1\]: warning: the file says nothing about 'pier'/,
    ],
    [
      'a short label with a claim that is not one of its position',
      '    label: Half of the water for each side\n',
      '    label: Half of the water for each side\n    brief: {label: Half each, claims: [north-water, no-deal-yet]}\n',
      /positions\[0\]\.brief\.claims\[1\]: warning: 'no-deal-yet' isn't a claim of the position/,
    ],
    [
      'a clash that no topic has',
      'views:                     # headings of the three boxes; default: the title above\n  comparison:\n',
      'views:\n  comparison:\n    clash: no-deal-yet\n',
      /views\.comparison\.clash: warning: no topic has the claim 'no-deal-yet'/,
    ],
  ]) {
    it(`warns of ${name}, and of nothing else`, async () => {
      const {status, stdout} = await run('validate', save('warned.yaml', starterWith(from, to)));
      assert.equal(status, 0, stdout);
      assert.match(stdout, message);
      assert.match(stdout, /fine .*, 1 warning$/m);
    });
  }

  it('warns of a fingerprint of other data', async () => {
    const {status, stdout} = await run(
      'validate',
      save('hash.yaml', starterWith('lang: en ', 'hash: "0123456789ab"\nlang: en ')),
    );
    assert.equal(status, 0, stdout);
    assert.match(stdout, / hash: warning: /);
  });

  it('reads standard input, YAML or JSON', async () => {
    assert.match((await runWith(starter, 'validate', '-')).stdout, /^<stdin>: fine/);
    assert.match((await runWith(JSON.stringify(parse(starter)), 'validate', '-')).stdout, /^<stdin>: fine/);
  });

  it('checks every file, and says so if one can’t be read', async () => {
    save('good.yaml', starter);
    save('bad.yaml', starterWith('lang: en ', 'lang: English '));
    const {status, stdout, stderr} = await run('validate', 'nowhere.yaml', 'good.yaml', 'bad.yaml');
    assert.equal(status, 2);
    assert.match(stderr, /nowhere\.yaml/);
    assert.match(stdout, /^good\.yaml: fine/m);
    assert.match(stdout, /^bad\.yaml:\d+:7 lang: /m);
    assert.equal((await run('validate', 'good.yaml', 'bad.yaml')).status, 1);
  });

  it('prints JSON for programs', async () => {
    save('good.yaml', starter);
    save('bad.yaml', starterWith('lang: en ', 'lang: English '));
    const {status, stdout} = await run('validate', '--json', 'good.yaml', 'bad.yaml');
    assert.equal(status, 1);
    const {valid, files} = JSON.parse(stdout);
    assert.equal(valid, false);
    assert.deepEqual(files[0], {file: 'good.yaml', kind: 'summit', valid: true, errors: [], warnings: []});
    const [{path, line, column, message}] = files[1].errors;
    assert.equal(path, 'lang');
    assert.equal(`${line}:${column}`, placeOf(starterWith('lang: en ', 'lang: English '), 'English'));
    assert.ok(message);
  });

  describe('of a translation', () => {
    const translation = (extra = {}) =>
      JSON.stringify(
        {
          schemaVersion: '1.0',
          of: {id: 'example-lake-talks', revision: 1},
          lang: 'de',
          texts: {title: 'Die Gespräche am Beispielsee', 'claims.north-water.text': 'Nordland will die Hälfte.'},
          ...extra,
        },
        null,
        1,
      );

    it('knows one when it sees it, with its summit or without', async () => {
      const file = save('de.json', translation());
      assert.equal((await run('validate', file)).stdout, 'de.json: fine (translation)\n');
      const both = await run('validate', save('good.yaml', starter), file);
      assert.equal(both.status, 0);
      assert.match(both.stdout, /^de\.json:\d+:\d+ texts: warning: \d+ texts are missing/m);
    });

    it('names a text that the summit has not, in whatever order the files come', async () => {
      const text = translation({texts: {'claims.north-watr.text': 'Nordland'}});
      const {status, stdout} = await run('validate', save('de.json', text), save('good.yaml', starter));
      assert.equal(status, 1);
      const found = stdout.split('\n').find((line) => line.includes('claims.north-watr.text'));
      assert.ok(found.startsWith(`de.json:${placeOf(text, '"Nordland"')} `), stdout);
      assert.match(found, /did you mean 'claims\.north-water\.text'/);
    });

    it('names keys that no translation has', async () => {
      assert.match(
        (await run('validate', save('de.json', translation({machin: true})))).stdout,
        / machin: .*did you mean 'machine'/,
      );
    });

    it('warns of one that is behind', async () => {
      save('second.yaml', starterWith('revision: 1 ', 'revision: 2 '));
      const {status, stdout} = await run('validate', 'second.yaml', save('de.json', translation()));
      assert.equal(status, 0, stdout);
      assert.match(stdout, / of\.revision: warning: .*revision 2/);
    });
  });
});

describe('summit-embeds validate --out', () => {
  it('writes what is fine as JSON for a page, with the fingerprint of the edition', async () => {
    save('talks.yaml', starter);
    const {status, stderr} = await run('validate', 'talks.yaml', '--out', 'talks.json');
    assert.equal(status, 0, stderr);
    const written = JSON.parse(readFileSync(join(folder, 'talks.json'), 'utf8'));
    assert.equal(written.id, 'example-lake-talks');
    assert.equal(written.hash, await contentHash(written));
    assert.equal((await run('validate', 'talks.json')).status, 0);
  });

  it('writes nothing where there is a defect, and leaves what was there', async () => {
    save('talks.yaml', starterWith('certainty: analysis', 'certainty: analisis'));
    save('shown.json', 'as before');
    assert.equal((await run('validate', 'talks.yaml', '--out', 'shown.json')).status, 1);
    assert.equal(readFileSync(join(folder, 'shown.json'), 'utf8'), 'as before');
  });

  it('takes one file', async () => {
    save('talks.yaml', starter);
    assert.equal((await run('validate', 'talks.yaml', 'talks.yaml', '--out', 'x.json')).status, 2);
  });
});
