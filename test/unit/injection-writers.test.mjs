/**
 * Every payload in what is written without a browser: prerendered boxes, plain text, linked data, oEmbed answers, snippets,
 * pages for frames. By default every payload is in some field and every field has some payloads; `FC_RUNS=100` tries each in each. What is written has the same elements and attributes as with harmless texts, and says every
 * text as it is. HTML is read by parse5, which reads as browsers do.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it, mock} from 'node:test';
import {parse, parseFragment} from 'parse5';
import {parseSummit} from '../../src/data/parse-summit.ts';
import {translatableTexts} from '../../src/data/translate-summit.ts';
import {prerender} from '../../src/prerender.ts';
import {boxHtml} from '../../src/snippet/box-html.ts';
import {framePage, makeOembed} from '../../src/snippet/frame-page.ts';
import {frameSnippet, prerenderedSnippet, scriptSnippet} from '../../src/snippet/snippets.ts';
import {addressWith, even, fillMarkers, fillRound, marker, shownIn, write} from '../hosts/fields.mjs';
import {groups, isRefused, payloads} from '../hosts/payloads.mjs';
import {bare, ONLY_IN_SHADOW, UNSEEN, whole} from '../hosts/whole-summit.mjs';
import {attribute, ELEMENTS, named, nodesOf, textOf} from '../support/prerendered.mjs';
import {selectRounds} from '../support/runs.mjs';

const shown = payloads.filter((payload) => !isRefused(payload));
const now = new Date('2031-04-30T12:00Z');
/** All that are meant for addresses, and a sample of the others. */
const addresses = [
  ...new Set([
    ...groups.schemes,
    ...groups.addresses,
    ...selectRounds(payloads.length, 8).map((round) => payloads[round]),
  ]),
];
const counts = {checked: 0};

// Developers are warned of unknown ids, of which there are many here.
before(() => mock.method(console, 'warn', () => undefined));
after(() => mock.restoreAll());

/** Names of all elements and their attributes, in order, those in templates too. */
function skeletonOf(node) {
  return [...nodesOf(node)].flatMap((part) => {
    if (part.nodeName === '#text') return [];
    const own = [part.nodeName, ...(part.attrs ?? []).map(({name}) => name)].join(' ');
    return part.content ? [own, skeletonOf(part.content)] : own;
  });
}

/** What HTML makes of a text: a NUL is no character there, a return a line break. */
const asHtml = (text) => text.replaceAll('\0', '\ufffd').replaceAll(/\r\n?/g, '\n');

/** Whether there is anything in a piece of HTML that could run or be asked for, wherever it came from. */
function assertCalm(tree) {
  for (const node of [tree, ...named(tree, 'template').map(({content}) => content)].flatMap((part) => [
    ...nodesOf(part),
  ])) {
    for (const {name, value} of node.attrs ?? []) {
      assert.doesNotMatch(name, /^on|^style$|^srcdoc$/);
      if (name === 'href') assert.match(value, /^(?:https?:|[/?#.]|[^:]*$)/i);
    }
    if (node.nodeName !== 'iframe') continue;
    assert.match(attribute(node, 'src'), /^https:\/\/files\.example\//);
  }
}

const layersOf = (html) => {
  const tree = parseFragment(html);
  const [template] = named(tree, 'template');
  return template ? [template.content, tree] : [tree];
};

describe('the check of the data', () => {
  it('refuses every payload where there is no place for a text, or takes it for the word it is', () => {
    // One place of each kind; the check of a faulty summit takes its time.
    const kinds = new Map(whole.closed.map((leaf) => [leaf.field, leaf]));
    for (const [k, leaf] of [...kinds.values()].entries()) {
      for (const round of selectRounds(payloads.length, 40)) {
        const payload = payloads[(round + k) % payloads.length];
        counts.checked += 1;
        const {summit} = parseSummit(write(whole.summit, [leaf], () => payload));
        if (summit) assert.match(payload, /^[\w -]+$/, leaf.field);
      }
    }
  });

  it('refuses texts with characters that disguise them, and those alone', () => {
    for (const payload of payloads.filter(isRefused)) {
      const {issues = []} = parseSummit(write(whole.summit, whole.texts, () => payload));
      assert.ok(
        issues.length >= whole.texts.length,
        `${JSON.stringify(payload)} is refused in only ${issues.length} places`,
      );
    }
    for (const round of selectRounds(shown.length, whole.texts.length / 3)) {
      assert.deepEqual(parseSummit(fillRound(whole, shown, Math.floor(round)).data).issues, undefined);
    }
  });

  it('takes nothing but http and https for the address of a source', () => {
    for (const payload of addresses) {
      const {summit} = parseSummit(write(whole.summit, whole.addresses, () => payload));
      // What no browser can read leads nowhere.
      if (summit && URL.canParse(payload)) assert.match(new URL(payload).protocol, /^https?:$/);
    }
  });

  it('takes for the address of a translation what stays on the web', () => {
    for (const payload of addresses) {
      const {summit} = parseSummit(write(whole.summit, whole.files, () => payload));
      const base = 'https://own.example/data/';
      if (!summit || !URL.canParse(payload, base)) continue;
      const {protocol, host} = new URL(payload, base);
      assert.match(protocol, /^https?:$/, payload);
      if (!/^https?:/i.test(payload)) assert.equal(host, 'own.example', payload);
    }
  });
});

describe('prerendered', () => {
  /** Fields whose text the shadow layer shows, and those of the plain layer. */
  const seen = [new Set(), new Set()];
  for (const {name, sorted} of [
    {name: 'the whole summit', sorted: whole},
    {name: 'one without short names and titles', sorted: bare},
  ]) {
    for (const element of ELEMENTS) {
      it(`${element} of ${name} keeps every payload in every field a text`, async () => {
        const make = (data, as) => prerender(element, {data, as, now});
        const harmless = fillMarkers(sorted);
        const expected = layersOf(await make(harmless, 'both')).map((layer) => ({
          skeleton: skeletonOf(layer),
          // Names stand in the text as often as they are told.
          shown: shownIn(textOf(layer), sorted),
        }));
        const inText = shownIn(await make(harmless, 'text'), sorted);
        const harmlessMail = parseFragment(await make(harmless, 'email'));
        const mailSkeleton = skeletonOf(harmlessMail);
        const inMail = shownIn(textOf(harmlessMail), sorted);
        // Data never reaches a style.
        const stylesIn = (tree) => [...nodesOf(tree)].map((node) => attribute({attrs: [], ...node}, 'style') ?? '');
        const mailStyles = stylesIn(harmlessMail);
        expected.forEach(({shown}, nth) => {
          for (const i of shown) seen[nth].add(sorted.texts[i].field);
        });
        // The other summit differs in few places.
        for (const [n, round] of selectRounds(shown.length, sorted === whole ? 45 : 120).entries()) {
          const {data, at} = fillRound(sorted, shown, round);
          const html = await make(data, 'both');
          const layers = layersOf(html);
          assert.deepEqual(
            layers.map(skeletonOf),
            expected.map(({skeleton}) => skeleton),
            `round ${round}`,
          );
          layers.forEach((layer, nth) => {
            assertCalm(layer);
            const text = even(textOf(layer));
            for (const i of expected[nth].shown) {
              counts.checked += 1;
              assert.ok(text.includes(even(at(i))), `${sorted.texts[i].field}: ${at(i)}`);
            }
            const hrefs = named(layer, 'a').map((link) => attribute(link, 'href'));
            for (const {url} of data.sources) if (element === 'fact-box' && url) assert.ok(hrefs.includes(url), url);
          });
          if (n % 3 > 0) continue;
          const text = even(await make(data, 'text'));
          for (const i of inText) assert.ok(text.includes(even(at(i))), `${sorted.texts[i].field}: ${at(i)}`);
          const mail = parseFragment(await make(data, 'email'));
          assert.deepEqual(skeletonOf(mail), mailSkeleton, `mail, round ${round}`);
          assert.deepEqual(stylesIn(mail), mailStyles, `mail, round ${round}`);
          const mailText = even(textOf(mail));
          for (const i of inMail) assert.ok(mailText.includes(even(at(i))), `${sorted.texts[i].field}: ${at(i)}`);
        }
      });
    }
  }

  it('shows every text of the format in both layers, except those for programs', () => {
    const fields = [...new Set(whole.texts.map(({field}) => field))];
    const [notInShadow, notInPlain] = seen.map((shown) => fields.filter((field) => !shown.has(field)).sort());
    assert.deepEqual(notInShadow, [...UNSEEN].sort());
    assert.deepEqual(notInPlain, [...UNSEEN, ...ONLY_IN_SHADOW].sort());
  });

  it('keeps every payload in every attribute what it is', async () => {
    const options = {
      'goal-comparison': ['actors', 'topics'],
      'region-list': [],
      'fact-box': ['facts'],
    };
    for (const element of ELEMENTS) {
      const names = [
        'heading',
        'policy-url',
        'feedback-url',
        'lang',
        'scheme',
        'refresh',
        'heading-level',
        ...options[element],
      ];
      const make = async (value) => {
        const attributes = Object.fromEntries(names.map((name, i) => [name, value(i)]));
        const html = await prerender(element, {
          data: whole.summit,
          attributes: {src: 'https://example.org/d.json', ...attributes},
          now,
        });
        return {html, attributes};
      };
      const flat = (layers) => JSON.stringify(layers.map(skeletonOf)).replaceAll(/"h[1-6]( [^"]*)?"/g, '"heading"');
      // Each of the two links is there or not.
      const expected = new Set();
      for (const policy of ['/x', 'x:y']) {
        for (const feedback of ['/x', 'x:y']) {
          const values = ['heading', policy, feedback, ...names.slice(3).map((_, i) => marker(i))];
          expected.add(flat(layersOf((await make((i) => values[i])).html)));
        }
      }
      for (const round of selectRounds(payloads.length, 40)) {
        const {html, attributes} = await make((i) => payloads[(i * 29 + round) % payloads.length]);
        const layers = layersOf(html);
        assert.ok(expected.has(flat(layers)), `${element}, ${JSON.stringify(attributes)}`);
        layers.forEach(assertCalm);
        const [tag] = named(layers.at(-1), `summit-${element}`);
        for (const name of names) {
          counts.checked += 1;
          if (name === 'lang') continue;
          assert.equal(attribute(tag, name), asHtml(attributes[name]), name);
        }
        const {heading} = attributes;
        const plain = textOf(layers.at(-1));
        if (heading.trim())
          assert.ok(even(plain).includes(even(heading.replaceAll('\0', ''))), JSON.stringify(heading));
      }
    }
  });

  it('in another language keeps every payload in every text of the translation a text', async () => {
    const keys = [...translatableTexts(whole.summit).keys()];
    const translate = (make) => ({
      schemaVersion: '1.0',
      of: {id: whole.summit.id, revision: whole.summit.revision},
      lang: 'de',
      machine: false,
      texts: Object.fromEntries(keys.map((key, i) => [key, make(i)])),
    });
    for (const element of ELEMENTS) {
      const make = (translation) =>
        prerender(element, {data: whole.summit, translation, attributes: {lang: 'de'}, now});
      const harmless = layersOf(await make(translate(marker)));
      const used = harmless.map(textOf).map((text) => keys.flatMap((_, i) => (text.includes(marker(i)) ? [i] : [])));
      // A text far longer than its original is not shown.
      const fitting = shown.filter(({length}) => length <= 100);
      for (const round of selectRounds(fitting.length, 100)) {
        const at = (i) => fitting[(i + round) % fitting.length];
        const layers = layersOf(await make(translate(at)));
        assert.deepEqual(layers.map(skeletonOf), harmless.map(skeletonOf));
        layers.forEach((layer, n) => {
          assertCalm(layer);
          const text = even(textOf(layer));
          for (const i of used[n]) assert.ok(text.includes(even(at(i))), `${keys[i]}: ${at(i)}`);
        });
      }
    }
    for (const payload of payloads.filter(isRefused)) {
      await assert.rejects(
        prerender('fact-box', {data: whole.summit, translation: translate(() => payload), attributes: {lang: 'de'}}),
      );
    }
  });
});

describe('linked data', () => {
  it('is one script element that holds JSON, with every payload as it is', async () => {
    for (const round of selectRounds(shown.length, 30)) {
      const {data} = fillRound(whole, shown, round);
      const html = await prerender('fact-box', {data, as: 'jsonld', now});
      const {childNodes} = parse(`<!doctype html><title>x</title><body>${html}<p>after`).childNodes[1].childNodes[1];
      assert.deepEqual(
        childNodes.map(({nodeName}) => nodeName),
        ['script', 'p'],
      );
      const [script] = childNodes;
      assert.deepEqual(script.attrs, [{name: 'type', value: 'application/ld+json'}]);
      const read = JSON.parse(textOf(script));
      const {title, actors, regions, sources, changes, views, meetings, related} = data;
      counts.checked += 1;
      assert.equal(read.name, views.facts.title);
      assert.deepEqual(
        read.about.map(({name}) => name),
        [
          title,
          ...actors.filter(({role}) => role !== 'source').map(({name}) => name),
          ...meetings.map(({label}) => label),
          ...related.map(({title}) => title),
          ...regions.map(({name}) => name),
        ],
      );
      assert.deepEqual(
        read.citation.map(({name, url}) => [name, url]),
        sources.filter(({role}) => role === 'reporting').map(({title, url}) => [title, url]),
      );
      assert.deepEqual(
        [...read.correction, ...read.comment].map(({text}) => text).sort(),
        changes.map(({text}) => text).sort(),
      );
      JSON.stringify(read, (key, value) => {
        if (['url', 'sameAs', '@context', '@id'].includes(key)) assert.match(value, /^https?:/);
        return value;
      });
    }
  });
});

describe('snippets', () => {
  const files = {
    base: 'https://files.example/0/',
    integrity: {'summit-elements.js': 'sha384-x', 'summit-embeds.lazy.js': 'sha384-x'},
  };
  /** Everything that goes into a snippet, with a text of its own each. */
  const make = (at, theme = {}) => {
    const attributes = {src: at(0), heading: at(1), 'policy-url': at(2), lang: at(3), facts: at(4)};
    const request = {element: 'fact-box', attributes, theme, files, title: at(5), nonce: at(6)};
    const box = boxHtml({
      element: 'fact-box',
      attributes,
      shadow: '<section>x</section>',
      styleText: 'p{}',
      key: at(7),
      plain: '<p>x</p>',
      nonce: at(6),
    });
    return {
      script: scriptSnippet({...request, link: addressWith(at(8))}),
      prerendered: prerenderedSnippet({...request, box, script: files}),
      frame: frameSnippet({...request, resizer: true}),
      page: framePage({title: at(5), lang: at(3), box, files, oembedUrl: at(8)}),
      oembed: makeOembed({title: at(5), url: 'https://files.example/page.html', provider: at(8)}),
    };
  };
  const read = (html) =>
    html.startsWith('<!doctype') ? parse(html) : parse(`<!doctype html><title>x</title><body>${html}<p>after`);

  it('have the same elements and attributes whatever stands in them', () => {
    const {oembed: plainAnswer, ...plain} = make(marker);
    for (const round of selectRounds(payloads.length, 8)) {
      const at = (i) => payloads[(i * 41 + round) % payloads.length];
      const {oembed, ...written} = make(at);
      for (const [form, html] of Object.entries(written)) {
        counts.checked += 1;
        assert.deepEqual(skeletonOf(read(html)), skeletonOf(read(plain[form])), `${form}, round ${round}`);
      }
      const script = read(written.script);
      const [tag] = named(script, 'summit-fact-box');
      assert.deepEqual(
        ['src', 'heading', 'policy-url', 'lang', 'facts'].map((name) => attribute(tag, name)),
        [0, 1, 2, 3, 4].map(at).map(asHtml),
      );
      assert.equal(even(textOf(named(script, 'a')[0])), even(at(5).replaceAll('\0', '')));
      assert.equal(attribute(named(script, 'a')[0], 'href'), asHtml(addressWith(at(8))));
      const [frame] = named(read(written.frame), 'iframe');
      assert.equal(attribute(frame, 'title'), asHtml(at(5)));
      const {origin, pathname, searchParams, hash} = new URL(attribute(frame, 'src'));
      assert.deepEqual([origin, pathname, hash], ['https://files.example', '/0/frame.html', '']);
      assert.deepEqual(
        [...searchParams],
        [
          ['element', 'fact-box'],
          ...['src', 'heading', 'policy-url', 'lang', 'facts'].map((name, i) => [
            name,
            at(i).toWellFormed?.() ?? wellFormed(at(i)),
          ]),
        ],
      );
      const page = read(written.page);
      assert.equal(even(textOf(named(page, 'title')[0])), even(asHtml(at(5))));
      assert.deepEqual(Object.keys(oembed), Object.keys(plainAnswer));
      assert.deepEqual(skeletonOf(read(oembed.html)), skeletonOf(read(plainAnswer.html)));
      assert.equal(attribute(named(read(oembed.html), 'iframe')[0], 'title'), asHtml(at(5)));
      const shadow = named(read(written.prerendered), 'template')[0].content;
      assert.equal(attribute(named(shadow, 'section')[0], 'data-key'), asHtml(at(7)));
    }
  });

  it('take for a look what is a colour, a length or a typeface, and nothing that could leave its rule or ask for a file', () => {
    const names = ['accent', 'background', 'font', 'size', 'space'];
    for (const [n, name] of names.entries()) {
      for (const round of selectRounds(payloads.length, 3)) {
        const payload = payloads[(round + n) % payloads.length];
        counts.checked += 1;
        let html;
        try {
          html = make(marker, {[name]: payload}).prerendered;
        } catch (error) {
          assert.ok(error instanceof RangeError, String(error));
          continue;
        }
        const rule = textOf(named(read(html), 'style')[0]);
        assert.equal(rule, payload.trim() && `summit-fact-box{--summit-${name}:${payload.trim()}}`);
        assert.doesNotMatch(payload, /[;{}<>"'\\:@!*]|url\(/i);
      }
    }
  });

  it('end with what was pasted after them', () => {
    // What a host prints after a snippet stays outside of it.
    for (const round of selectRounds(payloads.length, 24)) {
      for (const html of Object.values(make((i) => payloads[(i + round) % payloads.length]))) {
        if (typeof html !== 'string' || html.startsWith('<!doctype')) continue;
        const body = read(html).childNodes[1].childNodes[1];
        assert.deepEqual(
          body.childNodes.slice(-2).map(({nodeName}) => nodeName),
          [html.startsWith('<summit') ? 'summit-fact-box' : 'div', 'p'],
        );
        assert.equal(textOf(body.childNodes.at(-1)).trim(), 'after');
      }
    }
  });
});

/** As an address has it: halves of characters become U+FFFD. */
function wellFormed(text) {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd');
}

after(() => {
  const fields = new Set(whole.texts.map(({field}) => field)).size + 1;
  console.log(
    `# injection, writers: ${payloads.length} payloads in ${Object.keys(groups).length} groups × ${fields} fields ` +
      `(${whole.texts.length + whole.addresses.length} places), ${counts.checked} checks`,
  );
});
