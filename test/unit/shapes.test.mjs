/**
 * What the prerenderer writes, in each of its shapes: valid HTML that needs no style and no script, text for newsletters,
 * linked data; data stay text in all of them, and the same data always give the same.
 */
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parseFragment} from 'parse5';
import {prerender} from '../../src/prerender.ts';
import {pageLinkLanguages} from '../../src/prerender/page-link-messages.ts';
import {contrast} from '../support/colours.mjs';
import {
  attribute,
  box,
  claimsIn,
  claimsOf,
  ELEMENTS,
  firstLevelOf,
  named,
  nodesOf,
  now,
  parseErrors,
  shadowOf,
  summits,
  textOf,
} from '../support/prerendered.mjs';
import {addHostileTexts, HOSTILE} from '../support/hostile-texts.mjs';

const languages = readdirSync('src/format/languages').flatMap(
  (file) => /^([a-z]{2}(?:-\w+)?)\.ts$/.exec(file)?.[1] ?? [],
);

const [alaska, alaskaInGerman, climate, water] = summits;

/** No more than a summit has to have. */
const bare = {
  schemaVersion: '1.0',
  id: 'bare-talks',
  revision: 1,
  lang: 'en',
  title: 'Bare talks',
  status: {value: 'planned', claims: ['only']},
  actors: [
    {id: 'one', role: 'principal', name: 'One'},
    {id: 'paper', role: 'source', name: 'The paper'},
  ],
  topics: [{id: 'peace', label: 'Peace'}],
  claims: [{id: 'only', text: 'There will be talks.', by: ['paper'], certainty: 'reported', refs: [{source: 'story'}]}],
  positions: [],
  regions: [],
  facts: [],
  sources: [{id: 'story', role: 'reporting', title: 'A story'}],
  changes: [],
};

/** Each has what no other has: a translation, the direction from right to left, texts in another language than the box, and nothing to spare. */
const cases = [
  alaskaInGerman,
  water,
  {name: 'water talks in a language without translation', options: {data: water.summit, attributes: {lang: 'de'}}},
  {name: 'bare summit', options: {data: bare}},
];

/** Everything that mail is made of. */
const MAIL_ELEMENTS = new Set('#text table tbody tr td h3 h4 p b s span a'.split(' '));
const MAIL_ATTRIBUTES = new Set('role width align valign cellpadding cellspacing lang dir href style'.split(' '));

function checkHeadings(levels, first) {
  assert.equal(levels[0], first);
  for (let i = 1; i < levels.length; i += 1)
    assert.ok(levels[i] <= levels[i - 1] + 1 && levels[i] >= first, levels.join());
}

const levelsIn = (tree) => named(tree, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({nodeName}) => Number(nodeName[1]));

for (const summit of cases) {
  for (const element of ELEMENTS) {
    describe(`${element}, ${summit.name}`, () => {
      it('has no error that a browser would have to correct', async () => {
        assert.deepEqual(parseErrors(await box(element, summit, 'both')), []);
      });

      it('is plain: no style, script, class or id, nothing empty', async () => {
        const tree = parseFragment(await box(element, summit, 'plain'));
        const nodes = [...nodesOf(tree)].slice(1);
        assert.deepEqual(named(tree, 'style', 'script', 'template', '#comment', 'svg', 'slot', 'details'), []);
        const names = new Set(nodes.flatMap(({attrs = []}) => attrs.map(({name}) => name)));
        for (const name of names)
          assert.ok(['lang', 'dir', 'href', 'scope', 'colspan', 'width', 'valign'].includes(name), name);
        const empty = nodes.filter((node) => node.childNodes && !textOf(node).trim()).map(({nodeName}) => nodeName);
        assert.deepEqual(empty, []);
        assert.doesNotMatch(textOf(tree), /undefined|null|\[object|NaN/);
      });

      it('has headings in order', async () => {
        checkHeadings(levelsIn(parseFragment(await box(element, summit, 'plain'))), 3);
        checkHeadings(levelsIn(shadowOf(await box(element, summit)).content), 3);
      });

      it('is text for a newsletter', async () => {
        const text = await box(element, summit, 'text');
        assert.match(text, /^\S.*\n=+\n\n\S/);
        assert.match(text, /\S\n$/);
        assert.doesNotMatch(text, /\n{3}|[^\S\n]\n|[<>]|&\w+;|undefined|\t/);
        if (!summit.summit) return;
        const all = claimsOf(summit);
        const plain = parseFragment(await box(element, summit, 'plain'));
        assert.deepEqual(claimsIn(text, all), claimsIn(textOf(plain), all));
        assert.ok(claimsIn(text, all).length > 1);
        for (const link of named(plain, 'a')) assert.ok(text.includes(attribute(link, 'href')));
      });

      it('is mail: one table with inline styles, nothing to load, every statement of the first level with its attribution', async () => {
        const html = await box(element, summit, 'email');
        assert.deepEqual(parseErrors(html), []);
        const tree = parseFragment(html);
        const [table, ...others] = tree.childNodes;
        assert.deepEqual([table.nodeName, others], ['table', []]);
        const nodes = [...nodesOf(table)];
        const unknown = nodes.filter(({nodeName}) => !MAIL_ELEMENTS.has(nodeName)).map(({nodeName}) => nodeName);
        assert.deepEqual(unknown, []);
        for (const {name, value} of nodes.flatMap(({attrs = []}) => attrs)) {
          assert.ok(MAIL_ATTRIBUTES.has(name), name);
          if (name === 'href') assert.match(value, /^https?:\/\//);
          if (name === 'style') assert.doesNotMatch(value, /url|undefined|var\(|light-dark|;;|:;/);
        }
        const plain = await box(element, summit, 'plain');
        const [section] = parseFragment(plain).childNodes;
        for (const name of ['lang', 'dir']) assert.equal(attribute(table, name), attribute(section, name));
        checkHeadings(levelsIn(tree), 3);
        const text = toLine(tree);
        const narrator = /\s*(?:·\s*)?(?:Where nobody is named|Wo niemand genannt ist)[^.]*\./;
        const lines = firstLevelOf(shadowOf(await box(element, summit)).content).map((line) =>
          line.replace(narrator, ''),
        );
        assert.ok(lines.length > 4);
        for (const line of lines) assert.ok(text.includes(line), `${line} is missing in: ${text}`);
        // The second level is behind the link.
        const onlyOpened = (summit.summit ? claimsOf(summit) : []).filter(
          (claim) => !lines.some((line) => line.includes(even(claim.text))),
        );
        for (const claim of onlyOpened) assert.ok(!text.includes(even(claim.text)), claim.text);
      });

      it('is linked data', async () => {
        const html = await box(element, summit, 'jsonld');
        const {childNodes: scripts} = parseFragment(html);
        assert.deepEqual(
          scripts.map(({nodeName, childNodes}) => [nodeName, childNodes.length]),
          [['script', 1]],
        );
        assert.equal(html.split('</script').length, 2);
        assert.equal(attribute(scripts[0], 'type'), 'application/ld+json');
        assert.doesNotMatch(html, /ClaimReview|undefined/);
        const data = JSON.parse(scripts[0].childNodes[0].value);
        const {when, title, changes, sources} = summit.summit ?? summit.options.data;
        const [meeting] = data.about;
        assert.deepEqual([meeting['@type'], meeting.name], [when ? 'Event' : 'Thing', title]);
        assert.equal(meeting.startDate, when?.start);
        assert.equal(html.includes('"Event"'), Boolean(when));
        assert.deepEqual(
          (data.correction ?? []).map(({text}) => text),
          changes.map(({text}) => text),
        );
        assert.equal(data.citation.length, sources.filter(({role}) => role === 'reporting').length);
        JSON.stringify(data, (key, value) => {
          if (['url', 'sameAs', '@context', 'eventStatus'].includes(key)) assert.match(value, /^https?:\/\/[^\s/]/);
          else if (typeof value === 'string') assert.doesNotMatch(value, /^\w+:\/\//);
          return value;
        });
      });
    });
  }
}

const skeleton = (node) =>
  [...nodesOf(node)].flatMap(({nodeName, attrs = []}) =>
    nodeName === '#text' ? [] : `${nodeName} ${attrs.map(({name}) => name).join(' ')}`,
  );

const even = (text) => text.replaceAll(/\s+/g, ' ');

/** The text of mail without the signs that its words repeat. */
const toLine = (tree) => even(textOf(tree).replaceAll(/[●◐◑○◌]\s/g, ''));

describe('a summit full of markup', () => {
  const spoilt = addHostileTexts(water.summit);
  for (const element of ELEMENTS) {
    it(`stays text in a ${element}`, async () => {
      const make = (data, as) =>
        prerender(element, {data, as, now: new Date(0), attributes: {heading: HOSTILE.join(' ')}});
      const layersOf = (html) => [parseFragment(html), shadowOf(html).content];
      const both = await make(spoilt, 'both');
      assert.deepEqual(parseErrors(both), []);
      const layers = layersOf(both);
      assert.deepEqual(layers.map(skeleton), layersOf(await make(water.summit, 'both')).map(skeleton));
      const [plain] = layers;
      const text = await make(spoilt, 'text');
      const used = spoilt.claims.filter(({text}) => even(textOf(plain)).includes(even(text)));
      assert.ok(used.length > 3);
      for (const shown of layers.map(textOf).concat(text).map(even)) {
        assert.ok(shown.includes(even(HOSTILE.join(' '))));
        for (const claim of used) assert.ok(shown.includes(even(claim.text)), claim.text);
      }
      assert.doesNotMatch(text, /\n{3}|[^\S\n]\n/);

      const mail = parseFragment(await make(spoilt, 'email'));
      assert.deepEqual(skeleton(mail), skeleton(parseFragment(await make(water.summit, 'email'))));
      for (const line of firstLevelOf(layers[1]))
        if (!line.includes('Where nobody is named')) assert.ok(toLine(mail).includes(line), line);

      const linked = await make(spoilt, 'jsonld');
      assert.doesNotMatch(linked, /[\u2028\u2029]/);
      const [script, ...rest] = parseFragment(linked).childNodes;
      assert.deepEqual(rest, []);
      const data = JSON.parse(script.childNodes[0].value);
      assert.deepEqual([data.name, data.about[0].name], [HOSTILE.join(' '), spoilt.title]);
    });
  }
});

describe('languages', () => {
  it('quote original words in their own marks', async () => {
    const claims = water.summit.claims.map((claim) => ({...claim, quote: {text: 'Слова', lang: 'uk'}}));
    const data = {...water.summit, hash: undefined, claims};
    for (const [lang, marks] of Object.entries({
      en: '“Слова”',
      de: '„Слова“',
      fr: '«\u00a0Слова\u00a0»',
      he: '”Слова”',
      ja: '「Слова」',
      pl: '„Слова”',
      'pt-BR': '“Слова”',
      'pt-PT': '«Слова»',
      ru: '«Слова»',
      'zh-CN': '“Слова”',
      'zh-TW': '「Слова」',
    })) {
      const text = textOf(parseFragment(await prerender('goal-comparison', {data, attributes: {lang}, as: 'plain'})));
      assert.ok(text.includes(marks), `${lang}: ${/.{12}Слова.{3}/s.exec(text)?.[0]}`);
    }
  });
});

describe('mail', () => {
  const mail = async (element, options) => parseFragment(await prerender(element, {now, ...options, as: 'email'}));
  const hrefsIn = (tree) => named(tree, 'a').map((link) => attribute(link, 'href'));
  const pageUrl = 'https://paper.example/2031/talks?a=1&b=2';

  it('ends with a link to the page in every language, and has none without its address', async () => {
    const texts = new Map();
    for (const lang of languages) {
      const tree = await mail('fact-box', {pageUrl, attributes: {lang}});
      const link = named(tree, 'a').at(-1);
      assert.equal(attribute(link, 'href'), pageUrl);
      assert.ok(textOf(tree).trimEnd().endsWith(textOf(link)));
      texts.set(lang, textOf(link));
      const without = await mail('fact-box', {attributes: {lang}});
      assert.ok(!textOf(without).includes(textOf(link)));
    }
    assert.equal(new Set(texts.values()).size, languages.length, 'each language has its own text');
    assert.equal(texts.get('en'), 'Read it on the site with all sources');
    assert.deepEqual([...pageLinkLanguages].sort(), [...languages].sort());
  });

  it('has absolute links only: others belong to the page or become text', async () => {
    const attributes = {'policy-url': '/policy', 'feedback-url': 'data:text/html,x'};
    const alone = await mail('fact-box', {attributes});
    assert.match(textOf(alone), /Corrections policy/);
    assert.ok(hrefsIn(alone).every((href) => /^https?:\/\/(?!paper)/.test(href)));
    const linked = hrefsIn(await mail('fact-box', {attributes, pageUrl}));
    assert.ok(linked.includes('https://paper.example/policy'));
    assert.ok(linked.every((href) => href.startsWith('https://')));
    for (const wrong of ['/talks', '', 'data:text/html,x', '//paper.example', 'https://']) {
      await assert.rejects(mail('fact-box', {pageUrl: wrong}), RangeError, wrong);
    }
  });

  it('has two sides beside each other, and more below each other', async () => {
    const columnsIn = (tree) => named(tree, 'table').filter((table) => attribute(table, 'align'));
    const two = columnsIn(await mail('goal-comparison', {}));
    assert.ok(two.length >= 10);
    for (const column of two) {
      assert.deepEqual([attribute(column, 'align'), attribute(column, 'width')], ['left', '275']);
      // Narrower than a phone, where they go below each other.
      assert.match(attribute(column, 'style'), /^width:100%;max-width:275px$/);
    }
    assert.match(even(textOf(two[0])), /^» Vladimir Putin President of Russia · Main aim Secure territorial claims/);
    assert.deepEqual(columnsIn(await mail('goal-comparison', water.options)), []);
    assert.match(
      attribute(named(await mail('goal-comparison', {}), 'table')[1], 'style'),
      /width:100%;max-width:600px/,
    );
  });

  it('has the number of statements, the date and the sources in small text, in a part of their own', async () => {
    for (const element of ELEMENTS) {
      const tree = await mail(element, {});
      const cell = named(tree, 'td').find(
        ({childNodes: [first]}) => first.nodeName === 'p' && /^\d+ statements: /.test(textOf(first)),
      );
      for (const line of cell.childNodes) assert.match(attribute(line, 'style'), /font:13px/);
      const [, date, , ...others] = cell.childNodes.map(textOf);
      assert.match(date, /^Written before the meeting/);
      assert.match(others.join(), /Diverging Goals: What Putin and Trump Aim to Achieve/);
    }
  });

  it('keeps corrections, updates and withdrawals in ink beside what they are about', async () => {
    const tree = await mail('goal-comparison', climate.options);
    const entries = named(tree, 'p').filter((node) => /^(?:Correction|Update|Withdrawn)\s·/.test(textOf(node)));
    const inInk = entries.filter((node) => attribute(node, 'style').endsWith('color:#1b1d20'));
    assert.deepEqual(
      new Set(inInk.map((node) => /^\w+/.exec(textOf(node))[0])),
      new Set(['Correction', 'Update', 'Withdrawn']),
    );
  });

  it('aligns text to the right in Arabic, and keeps names in other scripts from left to right', async () => {
    const tree = await mail('region-list', water.options);
    assert.equal(attribute(named(tree, 'table')[0], 'dir'), 'rtl');
    assert.equal(
      attribute(
        named(tree, 'td').find((cell) => attribute(cell, 'lang')),
        'align',
      ),
      'right',
    );
    const name = named(tree, 'span').find((span) => textOf(span) === 'Darmaz Gölü');
    assert.deepEqual([attribute(name, 'lang'), attribute(name, 'dir')], ['tr', 'ltr']);
  });

  it('is short enough for Gmail, which cuts mail off at 102 kB', async () => {
    for (const element of ELEMENTS) {
      for (const summit of summits) {
        const bytes = Buffer.byteLength(await box(element, summit, 'email'));
        assert.ok(bytes < 102_000, `${element}, ${summit.name}: ${bytes} bytes`);
      }
    }
  });

  it('has legible text on its background, also if a dark theme inverts both', async () => {
    const html = await box('goal-comparison', alaska, 'email');
    const found = (property) =>
      new Set([...html.matchAll(new RegExp(`[";]${property}:(#[0-9a-f]{6})`, 'g'))].map(([, hex]) => hex));
    const [paper, ...others] = found('background-color');
    assert.deepEqual(others, []);
    assert.ok(!found('color').has('#000000'));
    const channels = (hex, flip) =>
      [1, 3, 5].map((at) => Math.abs((flip ? 255 : 0) - parseInt(hex.slice(at, at + 2), 16)) / 255);
    for (const colour of found('color')) {
      for (const flip of [false, true]) {
        const ratio = contrast([...channels(colour, flip), 1], [...channels(paper, flip), 1]);
        assert.ok(ratio >= 4.5, `${colour}: ${ratio}`);
      }
    }
    // Every cell that has a text colour has a background too.
    for (const cell of named(parseFragment(html), 'td').filter((node) => attribute(node, 'style')?.includes('color:')))
      assert.match(attribute(cell, 'style'), /;color:#\w+;background-color:#/);
  });
});

it('plain layers of two sides name their offices once, at the head of the table', async () => {
  for (const as of ['plain', 'text', 'markdown']) {
    const html = await box('goal-comparison', alaska, as);
    const head = as === 'markdown' ? html.split('| --- | --- |')[0] : html;
    assert.equal(head.match(/President of Russia/g).length, 1, as);
    assert.match(even(html), /Putin[^.]{0,80}Main aim/, as);
  }
});

for (const element of ELEMENTS) {
  it(`${element} has headings in order from every level on`, async () => {
    for (const level of [1, 2, 5, 6]) {
      const html = await prerender(element, {
        ...alaska.options,
        attributes: {'heading-level': String(level)},
        as: 'plain',
      });
      checkHeadings(levelsIn(parseFragment(html)), level);
    }
  });
}

it('all layers say since when a claim holds, and who disputes it', async () => {
  const claims = water.summit.claims.map((claim, i) =>
    i === 0 ? {...claim, asOf: '2031-04-07', disputedBy: [water.summit.actors[1].id]} : claim,
  );
  const [{id}] = claims;
  const facts = [{id: 'disputed', question: 'what', label: 'Disputed', claims: [id]}];
  const data = {...water.summit, lang: 'en', claims, facts};
  const make = (as) => prerender('fact-box', {data, now, as, attributes: {lang: 'en'}});
  const [plain, shadow] = [textOf(parseFragment(await make('plain'))), textOf(shadowOf(await make('both')).content)];
  const {name, shortName} = water.summit.actors[1];
  for (const text of [plain, shadow, await make('text')]) {
    assert.ok(even(text).includes(even(`disputed by ${shortName ?? name}`)), text);
    assert.match(text, /2031-04-07|7 April 2031|April 7, 2031/);
  }
});

it('all layers show an entry of the log in full at one statement, and once more in the log', async () => {
  const text = 'Until May it said: “Other words.”';
  const [claim] = water.summit.claims;
  const positions = water.summit.positions.map((position) => ({...position, claims: [claim.id, ...position.claims]}));
  const changes = [{kind: 'superseded', date: '2031-05-04', text, targets: [claim.id]}];
  const data = {...water.summit, lang: 'en', positions, changes};
  const make = (as) => prerender('goal-comparison', {data, now, as, attributes: {lang: 'en'}});
  const [plain, shadow] = [textOf(parseFragment(await make('plain'))), textOf(shadowOf(await make('both')).content)];
  for (const layer of [plain, shadow, await make('text')].map(even)) {
    const mentions = layer.split(/Superseded\s·\sMay 4, 2031/).slice(1);
    assert.ok(mentions.length > 3);
    const isFull = mentions.map((mention) => mention.trimStart().startsWith(`· ${text}`));
    assert.deepEqual(
      isFull,
      isFull.map((_, i) => i === 0 || i === isFull.length - 1),
    );
  }
});

it('has a key without a fingerprint for a bundled summit, which live boxes know, and with one for data of a page', async () => {
  const fingerprintIn = (html) => /data-key="[^"|]*\|[^"|]*\|\d+\|([^"|]*)\|/.exec(html)?.[1];
  assert.equal(fingerprintIn(await box('fact-box', alaska)), '');
  assert.match(fingerprintIn(await box('fact-box', water)), /^[0-9a-f]{32}$/);
});

describe('the same summit', () => {
  const makeAll = ({options}) =>
    Promise.all(
      ELEMENTS.flatMap((element) =>
        ['both', 'text', 'email', 'jsonld'].map((as) => prerender(element, {...options, now, as})),
      ),
    );

  it('gives the same in every time zone', async (t) => {
    const zone = process.env['TZ'];
    t.after(() => {
      // Assigned as undefined it would be a time zone of that name.
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });
    process.env['TZ'] = 'Pacific/Kiritimati';
    const day = new Date(2e12).getDate();
    const east = await makeAll(alaskaInGerman);
    process.env['TZ'] = 'America/Los_Angeles';
    assert.notEqual(new Date(2e12).getDate(), day, 'the time zone has changed');
    assert.deepEqual(await makeAll(alaskaInGerman), east);
  });

  it('is written without anything of a browser', () => {
    const names = ['window', 'document', 'HTMLElement', 'Element', 'Node', 'DOMParser', 'CSSStyleSheet', 'location'];
    assert.deepEqual(
      names.filter((name) => name in globalThis),
      [],
    );
  });

  it('gives the same twice', async () => {
    for (const element of ELEMENTS) {
      const make = () => prerender(element, {...alaska.options, attributes: {lang: 'uk'}});
      assert.equal(await make(), await make());
    }
  });
});
