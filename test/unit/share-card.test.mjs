/** Share cards: everything on them has its attribution, nothing overflows, no side is favoured. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {shareCard} from '../../src/prerender.ts';
import {cardLanguages, cardMoreText} from '../../src/snippet/card-messages.ts';
import {cardSizes} from '../../src/snippet/card-options.ts';
import {breakLines, estimateWidth} from '../../src/snippet/card-text.ts';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const climate = read('templates/climate-talks.json');
const water = read('templates/water-talks-ar.json');
const sizes = Object.keys(cardSizes);
const languages = ['ar', 'de', 'en', 'es', 'fr', 'uk'];
const now = new Date('2032-10-01');

/** The texts of a card, with what places them. */
function textsOf(svg) {
  return [...svg.matchAll(/<text ([^>]*)>([^]*?)<\/text>/g)].map(([, attributes, content]) => {
    const number = (name) => Number(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? 0);
    return {
      x: number('x'),
      y: number('y'),
      size: number('font-size'),
      weight: number('font-weight') || 400,
      isEnd: attributes.includes('text-anchor="end"'),
      text: content
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    };
  });
}

/** All words on a card in one line, in the order in which they are drawn. */
const wordsOf = (svg) =>
  textsOf(svg)
    .map(({text}) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');

/** Asserts that each line is inside the margins, by the estimate, and above the end of the picture. */
function assertInside({svg, widthPx, heightPx, dir}, name) {
  for (const {x, y, size, weight, isEnd, text} of textsOf(svg)) {
    const width = estimateWidth(text, {sizePx: size, weight});
    const goesLeft = (dir === 'rtl') !== isEnd;
    const [left, right] = goesLeft ? [x - width, x] : [x, x + width];
    assert.ok(left >= 59 && right <= widthPx - 59, `${name}: “${text}” from ${left} to ${right}`);
    assert.ok(y <= heightPx - 40 && y >= 40, `${name}: “${text}” at ${y}`);
  }
}

/** A summit with other aims: a copy of the climate talks with these sides only. */
function withSides(count, change = (position) => position) {
  const principals = climate.actors.filter(({role}) => role === 'principal').map(({id}) => id);
  const kept = principals.slice(0, count);
  return {attributes: {actors: kept.join(' ')}, data: {...climate, positions: climate.positions.map(change)}, now};
}

describe('content', () => {
  it('names certainty and speaker at each statement, also where the box doesn’t', async () => {
    const {svg, alt} = await shareCard();
    const words = wordsOf(svg);
    for (const text of [
      'The Alaska summit: who wants what Scheduled · Anchorage, Alaska · date not given',
      'Vladimir Putin President of Russia',
      'Secure territorial claims in Ukraine and legitimacy for territory taken in four regions Reported: Putin Analysis: the article',
      'Be seen as a global peacemaker Analysis: the article',
      'Russian territorial claims. Analysis: the article · introduction, subheading',
      'Ukraine: Rejects ceding territory Stated: Ukraine Reported: the article',
      'From one news article Written before the meeting, undated.',
    ])
      assert.ok(words.includes(text), `${text}\n${words}`);
    assert.doesNotMatch(words, /Where nobody is named|No corrections/);
    assert.equal(
      alt.replaceAll('\u00a0', ' '),
      'The Alaska summit: who wants what. Scheduled · Anchorage, Alaska · date not given. Vladimir Putin, President of Russia: Secure territorial claims in Ukraine and legitimacy for territory taken in four regions (Reported: Putin; Analysis: the article). Donald Trump, US President: Be seen as a global peacemaker (Analysis: the article). Trump’s wish to act as peacemaker is at odds with Putin’s aim of asserting Russian territorial claims (Analysis: the article · introduction, subheading). Ukraine: Rejects ceding territory (Stated: Ukraine; Reported: the article). From one news article. Written before the meeting, undated.',
    );
  });

  it('draws a mark before each certainty', async () => {
    const {svg} = await shareCard();
    const marks = wordsOf(svg).match(/(?:Stated|Reported|Analysis): /g);
    assert.equal(svg.match(/<circle /g).length, marks.length);
  });

  it('is in the language of the box and says that nobody has reviewed its translation', async () => {
    const {svg, alt, lang} = await shareCard({attributes: {lang: 'de'}});
    assert.equal(lang, 'de');
    assert.match(svg, / lang="de" xml:lang="de" direction="ltr"/);
    assert.match(alt, /Wladimir Putin, Präsident Russlands: .*\(Berichtet: Putin; Analyse: der Artikel\)/);
    assert.match(alt, /Maschinell übersetzt/);
  });

  it('shows the full label, not the one for narrow columns', async () => {
    const {alt} = await shareCard({data: climate, now});
    assert.match(alt, /Dornhal: Names 40 per cent as its limit \(Stated: Dornhal; Speculation: the wire story\)/);
    assert.match(alt, /As of September 15, 2032\./);
  });

  it('takes the aims of others, and the statement of a side without an aim from the topic of the clash', async () => {
    const {alt} = await shareCard({data: read('stories/negotiations/cyprus.json'), now});
    assert.match(
      alt,
      /Turkish Cypriot side, Led by Mustafa Akıncı: Treaty of Guarantee: Turkey’s guarantee \(Reported: AFP\)/,
    );
    assert.match(alt, /Turkey, guarantor: Treaty stays, .*since 28 June 2017; Stated: Mevlüt Çavuşoğlu, for Turkey;/);
  });

  it('shows the first five sides and says how many more there are', async () => {
    const {svg, alt} = await shareCard({data: read('stories/negotiations/cop28.json'), now});
    assert.match(wordsOf(svg), /and one more side/);
    assert.match(alt, /China.*and one more side\./);
    for (const lang of languages)
      for (const count of [1, 2, 3, 11, 100])
        assert.ok(cardLanguages.includes(lang) && cardMoreText(lang, count).length > 3, `${lang} ${count}`);
  });

  it('does without clash and answer', async () => {
    const {svg, alt} = await shareCard({data: climate, attributes: {topics: 'forests'}, now});
    assert.doesNotMatch(alt, /Names 40 per cent/);
    assert.match(wordsOf(svg), /Binding cuts for all large emitters/);
  });

  it('names what is missing if there is no main aim', async () => {
    const data = {...climate, positions: climate.positions.map((position) => ({...position, rank: undefined}))};
    await assert.rejects(shareCard({data, now}), {name: 'CardError', message: /main aims.*rank: primary/});
  });

  it('rejects unknown sizes, schemes, colours and attributes', async () => {
    for (const options of [
      {size: 'wide'},
      {scheme: 'auto'},
      {accent: 'url(#a)'},
      {attributes: {'no-map': ''}},
      {size: 'toString'},
    ])
      await assert.rejects(shareCard(options), RangeError, JSON.stringify(options));
  });
});

describe('layout', () => {
  it('keeps everything inside, in every size, with one to five sides', async () => {
    for (const size of sizes) {
      for (const count of [1, 2, 3, 4, 5]) {
        const card = await shareCard({...withSides(count), size, paper: 'The Northern Courier'});
        assertInside(card, `${count} sides, ${size}`);
      }
      for (const lang of languages) assertInside(await shareCard({size, attributes: {lang}}), `${lang}, ${size}`);
    }
  });

  it('gives all sides the same size, and columns of the same width', async () => {
    const {svg} = await shareCard({data: climate, now});
    const names = ['Binding', 'Coal', 'One carbon', 'A yearly', 'Payment'].map((start) =>
      textsOf(svg).find(({text}) => text.startsWith(start)),
    );
    assert.equal(new Set(names.map(({size}) => size)).size, 1);
    assert.equal(new Set(names.map(({y}) => y)).size, 1);
    const steps = names.slice(1).map(({x}, i) => Math.round(x - names[i].x));
    assert.equal(new Set(steps).size, 1, steps.join());
    assert.equal(svg.match(/<rect [^>]*width="2"/g).length, 4, 'a hairline between two columns');
  });

  it('mirrors right-to-left cards', async () => {
    const ltr = await shareCard({data: climate, now});
    const rtl = await shareCard({data: water, now});
    assert.match(rtl.svg, /direction="rtl"/);
    assert.equal(textsOf(rtl.svg)[0].x, 1200 - textsOf(ltr.svg)[0].x);
    const paper = (await shareCard({data: water, now, paper: 'Courier'})).svg;
    assert.equal(textsOf(paper).at(-1).x, 60);
  });

  it('sets long texts smaller, and breaks words only where nothing else helps', async () => {
    const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const change = (position) => (position.rank ? {...position, label: long} : position);
    for (const size of sizes) {
      const two = await shareCard({...withSides(2, change), size});
      assertInside(two, size);
      const five = await shareCard({...withSides(5, change), size});
      assertInside(five, size);
      assert.ok(wordsOf(five.svg).replaceAll(' ', '').includes(long));
    }
    const usual = await shareCard(withSides(2));
    const other = await shareCard(
      withSides(2, (position) => (position.rank ? {...position, label: `${long.slice(0, 40)} ends`} : position)),
    );
    assert.ok(
      textsOf(other.svg).some(({text}) => text.startsWith(long.slice(0, 40))),
      'the word is whole',
    );
    assert.ok(sizeOf(other.svg, 'Donau') < sizeOf(usual.svg, 'Binding'));
  });

  it('says that texts are too long for a picture instead of cutting them', async () => {
    const change = (position) => (position.rank ? {...position, label: 'Many words '.repeat(45).trim()} : position);
    const made = await shareCard(withSides(5, change)).then(
      (card) => card,
      (cause) => cause,
    );
    if (made instanceof Error) assert.match(made.message, /too long for a share card/);
    else assertInside(made, 'long labels');
  });

  it('puts a long name of the paper on a line of its own', async () => {
    const paper = 'The Northern Courier and Intelligencer for the Islands, the Coast and the Whole of the Hinterland';
    assertInside(await shareCard({paper}), 'long paper');
  });
});

function sizeOf(svg, start) {
  return textsOf(svg).find(({text}) => text.startsWith(start)).size;
}

describe('file', () => {
  it('has nothing but shapes and text: no script, style, link, font or foreign object', async () => {
    for (const scheme of ['light', 'dark']) {
      const {svg} = await shareCard({scheme, paper: '<script>alert(1)</script> & "Sons"'});
      assert.deepEqual(
        new Set([...svg.matchAll(/<([\w:]+)/g)].map(([, name]) => name)),
        new Set(['svg', 'title', 'desc', 'rect', 'text', 'tspan', 'circle', 'path']),
      );
      assert.doesNotMatch(svg, / (?:style|class|on\w+|href|xlink:href)=/);
      assert.match(svg, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; "Sons"<\/text>/);
    }
  });

  it('has its text alternative in it', async () => {
    const {svg, alt} = await shareCard();
    assert.match(svg, /^<svg [^>]*role="img"[^>]*><title>The Alaska summit: who wants what<\/title><desc>/);
    assert.ok(svg.includes(`<desc>${alt}</desc>`));
  });

  it('has the colours of the box in both schemes, and another accent if asked', async () => {
    const light = await shareCard();
    const dark = await shareCard({scheme: 'dark', accent: '#0a7'});
    assert.match(light.svg, /fill="#ffffff".*fill="#6b4178"/);
    assert.match(dark.svg, /fill="#131416".*fill="#0a7"/);
  });
});

describe('lines', () => {
  const options = {sizePx: 10, widthPx: 50, measure: (text) => [...text].length * 10, mayBreakWords: false};
  const lines = (text, more) =>
    breakLines([{text, weight: 400}], {...options, ...more})?.map((runs) => runs.map(({text}) => text).join('|'));

  it('break at spaces and dashes, not at non-breaking spaces', () => {
    assert.deepEqual(lines('one two 1–34'), ['one', 'two', '1–34']);
    assert.deepEqual(lines('12–45 ab'), ['12–45', 'ab']);
    assert.deepEqual(lines('ab cd\u00a0e'), ['ab', 'cd\u00a0e']);
  });

  it('break between ideographs, but not before a full stop', () => {
    assert.deepEqual(lines('漢字仮名文。字'), ['漢字仮名', '文。字']);
  });

  it('break words only if they may', () => {
    assert.equal(lines('abcdefg'), undefined);
    assert.deepEqual(lines('abcdefg', {mayBreakWords: true}), ['abcde', 'fg']);
  });

  it('have about the same length in headlines', () => {
    assert.deepEqual(lines('aa bb cc dd', {widthPx: 80, isBalanced: true}), ['aa bb', 'cc dd']);
  });
});
