/**
 * What is written of any sound summit, in each shape: HTML that a browser has nothing to mend in, in which a text is a text
 * and nothing else, with every statement in it; and linked data that say the very same.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {parse, parseFragment} from 'parse5';
import {withdrawnClaims} from '../../../src/data/compare-editions.ts';
import {prerender} from '../../../src/prerender.ts';
import {firstLevelOf, textOf as linesOf, parseErrors, shadowOf} from '../../support/prerendered.mjs';
import {properties} from '../../support/runs.mjs';
import {character, MARKUP, summit, text, UNSEEN, url} from '../../support/summits.mjs';

const {check, report} = properties('writers', 'summits');

const ELEMENTS = ['goal-comparison', 'region-list', 'fact-box'];
const now = new Date('2026-01-01T12:00Z');

/** Everything that the plain layer is made of. */
const PLAIN_ELEMENTS = new Set(
  'section h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table thead tbody tr th td b s small span bdi a'.split(' '),
);
const PLAIN_ATTRIBUTES = new Set('lang dir href scope colspan width valign role aria-level'.split(' '));
/** And the shadow layer besides. */
const SHADOW_ELEMENTS = new Set([
  ...PLAIN_ELEMENTS,
  ...'div details summary header footer figure figcaption svg g path circle text rect title slot style #document-fragment'.split(
    ' ',
  ),
]);
const OUTER_ATTRIBUTES = new Set('lang summit heading policy-url feedback-url'.split(' '));

/** And everything that mail is made of. */
const MAIL_ELEMENTS = new Set('table tbody tr td h1 h2 h3 h4 h5 h6 p b s span a'.split(' '));
const MAIL_ATTRIBUTES = new Set('role width align valign cellpadding cellspacing lang dir href style'.split(' '));

const element = fc.constantFrom(...ELEMENTS);
/** What a page may ask for: its own texts are as wild as those of the data. */
const attributes = fc.record(
  {
    heading: text,
    'policy-url': fc.oneof(url, text),
    'feedback-url': fc.oneof(url, text),
    'heading-level': fc.constantFrom('1', '6', '2.4', 'x'),
    lang: fc.constantFrom('en', 'de', 'ar', 'uk', 'zz'),
  },
  {requiredKeys: [], noNullPrototype: true},
);

function* nodesOf(node) {
  yield node;
  if (node.content) yield* nodesOf(node.content);
  for (const child of node.childNodes ?? []) yield* nodesOf(child);
}

const textOf = (node) => (node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(textOf).join(''));

/** Blanks as a browser shows them: all that the writers may change in a text. */
const even = (text) => text.replaceAll(/\s+/g, ' ').trim();

/** Nothing but what the writers themselves write. */
function assertOwn(nodes, elements, attributes) {
  for (const {nodeName, attrs = []} of nodes) {
    if (nodeName === '#text') continue;
    assert.ok(elements.has(nodeName), `<${nodeName}>`);
    for (const {name, value} of attrs) {
      assert.ok(
        attributes?.has(name) ?? !/^on|^src|^formaction|^srcdoc/.test(name),
        `${name}="${value}" on ${nodeName}`,
      );
      if (name === 'href' && !value.startsWith('#summit-')) assertLink(value);
    }
  }
}

/** Only http(s), wherever the page may be; or nowhere. */
function assertLink(href) {
  const address = URL.canParse(href, 'https://example.org/a') ? new URL(href, 'https://example.org/a') : undefined;
  assert.match(address?.protocol ?? 'https:', /^https?:$/, href);
}

/** The claims that some view of the summit rests on, for each element. */
function claimsShown(element, summit) {
  const gone = withdrawnClaims(summit);
  const ids = {
    'goal-comparison': () => {
      const principals = new Set(summit.actors.filter(({role}) => role === 'principal').map(({id}) => id));
      const columns = summit.positions.filter(({topic, rank}) => topic || rank);
      return [
        ...summit.topics.flatMap(({claims = []}) => claims),
        ...columns
          .filter(({actor}) => principals.has(actor) || summit.actors.some(({id}) => id === actor))
          .flatMap(({claims}) => claims),
      ];
    },
    'region-list': () => summit.positions.filter(({regions = []}) => regions.length > 0).flatMap(({claims}) => claims),
    'fact-box': () => [
      ...summit.status.claims,
      ...summit.facts.flatMap(({claims = [], items = []}) => [...claims, ...items.flatMap(({claims}) => claims)]),
    ],
  }[element]();
  const wanted = new Set(ids);
  return summit.claims.filter(({id}) => wanted.has(id) && !gone.has(id));
}

const make = (element, data, as, attributes = {}) => prerender(element, {data, as, attributes, now});

describe('the plain layer of any sound summit', () => {
  it('is valid HTML of the writer’s own elements and attributes, with every statement in it', () =>
    check(
      fc.asyncProperty(element, summit, attributes, async (element, data, attributes) => {
        const html = await make(element, data, 'plain', attributes);
        assert.deepEqual(parseErrors(html), []);
        const tree = parseFragment(html);
        assertOwn([...nodesOf(tree)].slice(1), PLAIN_ELEMENTS, PLAIN_ATTRIBUTES);
        assert.doesNotMatch(html, /\n/);
        const shown = even(textOf(tree));
        for (const {text} of claimsShown(element, data)) assert.ok(shown.includes(even(text)), `“${text}” is missing`);
        for (const {role, title, note, license} of data.sources) {
          for (const part of role === 'reporting' ? [title, note, license] : [])
            assert.ok(shown.includes(even(part ?? '')), part);
        }
        if (attributes.heading) assert.ok(shown.includes(even(attributes.heading)));
        assert.ok(shown.includes(`${data.id}@${String(data.revision)}`));
      }),
      40,
    ));

  it('is told as text with every statement in it, and no more markup than the texts have', () =>
    check(
      fc.asyncProperty(element, summit, async (element, data) => {
        const text = await make(element, data, 'text');
        assert.match(text, /\S\n$/);
        assert.doesNotMatch(text, /\n{3}/);
        const shown = even(text);
        for (const claim of claimsShown(element, data))
          assert.ok(shown.includes(even(claim.text)), `“${claim.text}” is missing`);
        if (!JSON.stringify(data).includes('<')) assert.doesNotMatch(text, /</);
      }),
      40,
    ));
});

describe('the mail of any sound summit', () => {
  it('is one table of the writer’s own elements and attributes, with every statement of the first level in it and absolute links', () =>
    check(
      fc.asyncProperty(
        element,
        summit,
        attributes,
        fc.constantFrom(undefined, 'https://paper.example/a?b&c'),
        async (element, data, given, pageUrl) => {
          // The header of the box says in its language who speaks where nobody is named. Mail doesn't need that.
          const attributes = {...given, lang: 'en'};
          const html = await prerender(element, {data, as: 'email', attributes, now, ...(pageUrl && {pageUrl})});
          assert.deepEqual(parseErrors(html), []);
          const tree = parseFragment(html);
          assert.deepEqual(
            tree.childNodes.map(({nodeName}) => nodeName),
            ['table'],
          );
          const nodes = [...nodesOf(tree)].slice(1);
          assertOwn(nodes, MAIL_ELEMENTS, MAIL_ATTRIBUTES);
          for (const {name, value} of nodes.flatMap(({attrs = []}) => attrs)) {
            if (name === 'href') assert.match(value, /^https?:\/\/[^/]/);
            if (name === 'style') assert.match(value, /^(?:[a-z-]+:[\w#%,' ./-]+(?:;|$))+$/);
          }
          const shown = even(linesOf(tree).replaceAll(/[●◐◑○◌]\s/g, ''));
          const {content} = shadowOf(await make(element, data, 'both', attributes));
          for (const line of firstLevelOf(content)) {
            if (/Where nobody is named/.test(line)) continue;
            assert.ok(shown.includes(line), `“${line}” is missing`);
          }
        },
      ),
      40,
    ));
});

describe('the Markdown of any sound summit', () => {
  it('has every statement in it, and nothing but text where a text is', () =>
    check(
      fc.asyncProperty(element, summit, async (element, data) => {
        const markdown = await make(element, data, 'markdown');
        const shown = even(
          // In one pass: an escaped ampersand begins no reference.
          markdown.replaceAll(/\\([\\`*_{}[\]<>|~$&#+=:.)-])|&#(\d+);/g, (_, character, code) =>
            code ? String.fromCharCode(Number(code)) : character,
          ),
        );
        for (const claim of claimsShown(element, data))
          assert.ok(shown.includes(even(claim.text)), `“${claim.text}” is missing`);
        // In the URL of a link an underscore is no mark. HTML, an expression of MDX or a shortcode of Hugo would begin with one that is not escaped.
        assert.doesNotMatch(markdown.replaceAll(/\\.|\]\([^)]*\)/gs, ''), /[<{`_]/);
      }),
      40,
    ));
});

describe('the prerendered element of any sound summit', () => {
  it('is valid HTML in which no text leaves its layer', () =>
    check(
      fc.asyncProperty(
        element,
        summit,
        attributes,
        fc.constantFrom('both', 'shadow'),
        async (element, data, attributes, as) => {
          const html = await make(element, data, as, attributes);
          assert.deepEqual(parseErrors(html), []);
          const [tag, ...rest] = parseFragment(html).childNodes;
          assert.deepEqual(rest, []);
          assert.equal(tag.nodeName, `summit-${element}`);
          const [template, ...light] = tag.childNodes.filter((node) => node.nodeName !== '#text' || node.value.trim());
          assert.deepEqual(
            [template.nodeName, template.attrs],
            [
              'template',
              [
                {name: 'shadowrootmode', value: 'open'},
                {name: 'shadowrootclonable', value: ''},
              ],
            ],
          );
          assert.equal(light.length, as === 'both' ? 1 : 0);
          for (const {name} of tag.attrs) assert.ok(OUTER_ATTRIBUTES.has(name) || name in attributes, name);
          for (const [name, value] of Object.entries(attributes)) {
            if (name !== 'lang')
              assert.equal(tag.attrs.find((attr) => attr.name === name).value, value.replaceAll(/\r\n?/g, '\n'));
          }
          assertOwn([...nodesOf(template.content)].slice(1), SHADOW_ELEMENTS);
          assert.equal([...nodesOf(template)].filter(({nodeName}) => nodeName === 'style').length, 1);
          const shown = even(textOf(template.content));
          for (const {text} of claimsShown(element, data))
            assert.ok(shown.includes(even(text)), `“${text}” is missing`);
          for (const node of light) assertOwn(nodesOf(node), PLAIN_ELEMENTS, PLAIN_ATTRIBUTES);
        },
      ),
      40,
    ));

  it('is one element, whatever a page’s own heading and addresses have in them', () => {
    const wild = fc
      .array(fc.oneof(fc.constantFrom(...UNSEEN, ...MARKUP), fc.string({unit: character, maxLength: 4})), {
        minLength: 1,
        maxLength: 4,
      })
      .map((parts) => parts.join(''));
    return check(
      fc.asyncProperty(element, wild, wild, async (element, heading, address) => {
        const html = await prerender(element, {now, attributes: {heading, 'policy-url': address}});
        const [tag, ...rest] = parseFragment(html).childNodes;
        assert.deepEqual(rest, []);
        const [template, light, ...more] = tag.childNodes.filter(
          (node) => node.nodeName !== '#text' || node.value.trim(),
        );
        assert.deepEqual([more, template.nodeName, light.nodeName], [[], 'template', 'section']);
        assertOwn([...nodesOf(template.content)].slice(1), SHADOW_ELEMENTS);
        assertOwn(nodesOf(light), PLAIN_ELEMENTS, PLAIN_ATTRIBUTES);
      }),
      40,
    );
  });

  it('is refused with the place of every character that nobody sees', () =>
    check(
      fc.asyncProperty(
        element,
        summit,
        fc.constantFrom(...UNSEEN),
        fc.boolean(),
        async (element, data, unseen, first) => {
          // Between blanks: two halves of a character would make a whole one.
          const title = first ? `${unseen} ${data.title}` : `${data.title} ${unseen}`;
          await assert.rejects(
            make(element, {...data, title}, 'both'),
            ({code, issues}) => code === 'invalid' && issues.some(({path}) => path === 'title'),
          );
        },
      ),
      40,
    ));
});

describe('linked data of any sound summit', () => {
  it('say what the summit says, text by text, and break out of nothing', () =>
    check(
      fc.asyncProperty(element, summit, fc.option(text, {nil: undefined}), async (element, data, heading) => {
        const html = await make(element, data, 'jsonld', {...(heading && {heading})});
        const [, raw] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html) ?? [];
        assert.doesNotMatch(raw, /<|[\u2028\u2029]/);
        assert.deepEqual(parseErrors(html), []);
        const page = parse(
          `<!doctype html><html lang="en"><head><title>Page</title>${html}</head><body>${html}<p>After</p></body></html>`,
        );
        const scripts = [...nodesOf(page)].filter(({nodeName}) => nodeName === 'script');
        assert.equal(scripts.length, 2);
        for (const script of scripts) assert.equal(textOf(script), raw);
        const all = [...nodesOf(page)].map(({nodeName}) => nodeName).filter((name) => name !== '#text');
        assert.deepEqual(all, ['#document', '#documentType', 'html', 'head', 'title', 'script', 'body', 'script', 'p']);

        const linked = JSON.parse(raw);
        if (heading) assert.equal(linked.name, heading);
        assert.equal(linked.about[0].name, data.title);
        assert.equal(linked.identifier, `${data.id}@${data.revision}`);
        assert.equal(linked.about[0].startDate, data.when?.start);
        if (data.when && data.venue) assert.equal(linked.about[0].location.name, data.venue.name);
        const named = [
          ...data.actors.filter(({role}) => role !== 'source').map(({name}) => name),
          ...(data.meetings ?? []).map(({label}) => label ?? data.title),
          ...(data.related ?? []).map(({title}) => title),
          ...data.regions.map(({name}) => name),
        ];
        assert.deepEqual(
          linked.about.slice(1).map(({name}) => name),
          named,
        );
        const reporting = data.sources.filter(({role}) => role === 'reporting');
        assert.deepEqual(
          linked.citation.map(({name, url, datePublished}) => [name, url, datePublished]),
          reporting.map(({title, url, date}) => [title, url, date]),
        );
        assert.deepEqual(
          [...(linked.correction ?? []), ...(linked.comment ?? [])]
            .map(({text, datePublished}) => `${datePublished} ${text}`)
            .sort(),
          data.changes.map(({text, date}) => `${date} ${text}`).sort(),
        );
      }),
      40,
    ));
});

it('were tried with many summits', report);
