/**
 * Prerendered boxes for tests: three elements about four summits, and what a reader finds in a piece of HTML.
 */
import {readFileSync} from 'node:fs';
import {parse, parseFragment} from 'parse5';
import {bundledTranslations} from '../../src/data/bundled-translations.ts';
import {withdrawnClaims} from '../../src/data/compare-editions.ts';
import {alaska2025} from '../../src/data/summits/alaska-2025.ts';
import {translateSummit} from '../../src/data/translate-summit.ts';
import {prerender} from '../../src/prerender.ts';

export const ELEMENTS = ['goal-comparison', 'region-list', 'fact-box'];

/** The words that readers see for each certainty. */
const CERTAINTIES = {
  en: {stated: 'Stated', reported: 'Reported', analysis: 'Analysis', speculation: 'Speculation'},
  de: {stated: 'Gesagt', reported: 'Berichtet', analysis: 'Analyse', speculation: 'Spekulation'},
  ar: {stated: 'معلن', reported: 'منقول', analysis: 'تحليل', speculation: 'تكهن'},
};

const template = (name) => JSON.parse(readFileSync(`templates/${name}.json`, 'utf8'));
const {translation} = await bundledTranslations.get('alaska-2025').get('de')();
const climate = template('climate-talks');
const water = template('water-talks-ar');

/** `summit` is in the language of the boxes. */
export const summits = [
  {name: 'Alaska', lang: 'en', summit: alaska2025, options: {}},
  {
    name: 'Alaska in German',
    lang: 'de',
    summit: translateSummit(alaska2025, translation).summit,
    options: {attributes: {lang: 'de'}},
  },
  {name: 'climate talks', lang: 'en', summit: climate, options: {data: climate}},
  {name: 'water talks in Arabic', lang: 'ar', summit: water, options: {data: water}},
];

/** A day on which none of them is due for review. */
export const now = new Date('2026-01-01T12:00Z');

const made = new Map();

/** The HTML or text of a box; what was made before is handed out again. */
export async function box(element, {name, options}, as = 'both') {
  const key = [element, name, as].join();
  made.set(key, made.get(key) ?? (await prerender(element, {...options, now, as})));
  return made.get(key);
}

/** The claims of a summit that a box may show: all that were not withdrawn. */
export function claimsOf({summit, lang}) {
  const withdrawn = withdrawnClaims(summit);
  return summit.claims
    .filter(({id}) => !withdrawn.has(id))
    .map(({id, text, certainty, by}) => ({
      id,
      text,
      certainty: CERTAINTIES[lang][certainty],
      speakers: by.map((speaker) => {
        const {name, shortName} = summit.actors.find((actor) => actor.id === speaker);
        return shortName ?? name;
      }),
    }));
}

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);

/** Ids of the claims that a text tells, in order and as often as it does: each with its certainty right after it, then who says so. */
export function claimsIn(text, claims) {
  return claims
    .flatMap(({id, text: claim, certainty, speakers}) => {
      const names = speakers.map(literal).join(String.raw`[^·()]{1,6}`);
      const told = new RegExp(String.raw`${literal(claim)}\s*\(?${certainty}\s*·\s*${names}\s*(?=[·)]|$)`, 'gmu');
      return [...text.matchAll(told)].map(({index}) => ({index, id}));
    })
    .sort((a, b) => a.index - b.index)
    .map(({id}) => id);
}

/** All nodes under one, in order. What a template element holds is not under it: it is not shown. */
export function* nodesOf(node) {
  yield node;
  for (const child of node.childNodes ?? []) yield* nodesOf(child);
}

const BLOCKS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'li', 'dt', 'dd', 'th', 'td', 'summary', 'text', 'title']);

/** The text a node shows, blanks as they come; a line ends with what stands on lines of its own. */
export function textOf(node) {
  if (node.nodeName === '#text') return node.value;
  const text = (node.childNodes ?? []).map(textOf).join('');
  return BLOCKS.has(node.nodeName) ? `${text}\n` : text;
}

export const named = (node, ...names) => [...nodesOf(node)].filter(({nodeName}) => names.includes(nodeName));

export const attribute = ({attrs}, name) => attrs.find((attr) => attr.name === name)?.value;

/** What stands in the declarative shadow root, styles apart. */
export function shadowOf(html) {
  const [{content}] = named(parseFragment(html), 'template');
  const [style, ...rest] = content.childNodes;
  return {css: textOf(style), content: {nodeName: '#document-fragment', childNodes: rest}};
}

/** What a reader and a machine find in a box: its text without blanks, and how it is built. */
export function findings(node, claims) {
  const text = textOf(node);
  return {
    claims: claimsIn(text, claims),
    headings: named(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map((heading) => `${heading.nodeName} ${textOf(heading).trim()}`),
    links: named(node, 'a').map((link) => `${attribute(link, 'href')} ${textOf(link)}`),
    built: ['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'tr', 'th', 'td'].map((name) => `${name} ${named(node, name).length}`),
    text: text.replaceAll(/\s+/g, ''),
  };
}

/** Errors that a browser's parser finds in a page with this in it. */
export function parseErrors(html) {
  const errors = [];
  const page = `<!doctype html><html lang="en"><title>Page</title><article><p>Before</p>${html}<p>After</p></article></html>`;
  parse(page, {onParseError: ({code, startOffset}) => errors.push(`${code} at ${page.slice(startOffset, startOffset + 60)}`)});
  return errors;
}
