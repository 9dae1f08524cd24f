/** Prerendered boxes for tests: three elements about four summits, and what a reader finds in a piece of HTML. */
import {readFileSync} from 'node:fs';
import {parse, parseFragment, type DefaultTreeAdapterTypes as Tree} from 'parse5';
import {elementNames} from '../../src/components/element-names.js';
import {bundledTranslations} from '../../src/data/bundled-translations.js';
import {withdrawnClaims} from '../../src/data/withdrawn-claims.js';
import {alaska2025} from '../../src/data/summits/alaska-2025.js';
import {translateSummit} from '../../src/data/translate-summit.js';
import type {Certainty, Summit} from '../../src/data/summit.js';
import {prerender, type ElementName, type PrerenderOptions, type Shape} from '../../src/prerender.js';

export const ELEMENTS: readonly ElementName[] = elementNames;

/** A summit to prerender. */
export interface Case {
  readonly name: string;
  readonly options: PrerenderOptions;
}

/** One whose texts are known: `summit` is in the language of the boxes. */
export interface KnownCase extends Case {
  readonly lang: Language;
  readonly summit: Summit;
}

/** A claim as a box shows it. */
export interface ShownClaim {
  readonly id: string;
  readonly text: string;
  readonly certainty: string;
  readonly speakers: readonly string[];
}

type Language = 'en' | 'de' | 'ar';

/** The words that readers see for each certainty. */
const CERTAINTIES: Readonly<Record<Language, Readonly<Record<Certainty, string>>>> = {
  en: {stated: 'Stated', reported: 'Reported', analysis: 'Analysis', speculation: 'Speculation'},
  de: {stated: 'Gesagt', reported: 'Berichtet', analysis: 'Analyse', speculation: 'Spekulation'},
  ar: {stated: 'معلن', reported: 'منقول', analysis: 'تحليل', speculation: 'تكهن'},
};

const template = (name: string): Summit => JSON.parse(readFileSync(`templates/${name}.json`, 'utf8')) as Summit;
const {translation} = await bundledTranslations.get('alaska-2025')!.get('de')!();
const climate = template('climate-talks');
const water = template('water-talks-ar');

export const summits: readonly KnownCase[] = [
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

const made = new Map<string, string>();

/** The HTML or text of a box; what was made before is handed out again. */
export async function box(element: ElementName, {name, options}: Case, as: Shape = 'both'): Promise<string> {
  const key = [element, name, as].join();
  const html = made.get(key) ?? (await prerender(element, {...options, now, as}));
  made.set(key, html);
  return html;
}

/** The claims of a summit that a box may show: all that were not withdrawn. */
export function claimsOf({summit, lang}: KnownCase): ShownClaim[] {
  const withdrawn = withdrawnClaims(summit);
  return summit.claims
    .filter(({id}) => !withdrawn.has(id))
    .map(({id, text, certainty, by}) => ({
      id,
      text,
      certainty: CERTAINTIES[lang][certainty],
      speakers: (by ?? []).map((speaker) => {
        const find = (id: string): (typeof summit.actors)[number] => summit.actors.find((actor) => actor.id === id)!;
        const {name, shortName = name, role, kind, speaksFor} = find(speaker);
        // A box says it for files of format 1.1; the one that does is in English.
        if (role !== 'source' || !speaksFor || summit.schemaVersion === '1.0' || summit.id === 'alaska-2025')
          return shortName;
        const principal = find(speaksFor);
        return `${kind === 'person' ? name : shortName}, for ${principal.shortName ?? principal.name}`;
      }),
    }));
}

const literal = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);

/** Ids of the claims that a text tells, in order and as often as it does: each with its certainty right after it, then who says so. */
export function claimsIn(text: string, claims: readonly ShownClaim[]): string[] {
  return claims
    .flatMap(({id, text: claim, certainty, speakers}) => {
      const names = speakers.map(literal).join(String.raw`[^·()]{1,6}`);
      const told = new RegExp(String.raw`${literal(claim)}\s*\(?${certainty}\s*:\s*${names}\s*(?=[·)]|$)`, 'gmu');
      return [...text.matchAll(told)].map(({index}) => ({index, id}));
    })
    .sort((a, b) => a.index - b.index)
    .map(({id}) => id);
}

function childrenOf(node: Tree.Node): readonly Tree.ChildNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

/** All nodes under one, in order. What a template element holds is not under it: it is not shown. */
export function* nodesOf(node: Tree.Node): Generator<Tree.Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

const BLOCKS = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'li',
  'dt',
  'dd',
  'th',
  'td',
  'summary',
  'text',
  'title',
]);

/** The text a node shows, blanks as they come; a line ends with what stands on lines of its own. */
export function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  const text = childrenOf(node).map(textOf).join('');
  return BLOCKS.has(node.nodeName) ? `${text}\n` : text;
}

/** Elements of these names under a node, in order. */
export function named(node: Tree.Node, ...names: readonly string[]): Tree.Element[] {
  return [...nodesOf(node)].filter(({nodeName}) => names.includes(nodeName)) as Tree.Element[];
}

export function attribute({attrs}: Tree.Element, name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value;
}

/** What stands in the declarative shadow root, styles apart. */
export function shadowOf(html: string): {css: string; content: Tree.DocumentFragment} {
  const [template] = named(parseFragment(html), 'template') as Tree.Template[];
  const {content} = template!;
  const [style, ...rest] = content.childNodes;
  return {css: textOf(style!), content: {...content, childNodes: rest}};
}

/** What a reader and a machine find in a box: its text without blanks, and how it is built. */
export function findings(node: Tree.Node, claims: readonly ShownClaim[]) {
  const text = textOf(node);
  return {
    claims: claimsIn(text, claims),
    headings: named(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(
      (heading) => `${heading.nodeName} ${textOf(heading).trim()}`,
    ),
    links: named(node, 'a').map((link) => `${attribute(link, 'href') ?? ''} ${textOf(link)}`),
    built: ['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'tr', 'th', 'td'].map(
      (name) => `${name} ${named(node, name).length}`,
    ),
    text: text.replaceAll(/\s+/g, ''),
  };
}

/** Errors that a browser's parser finds in a page with this in it. */
export function parseErrors(html: string): string[] {
  const errors: string[] = [];
  const page = `<!doctype html><html lang="en"><title>Page</title><article><p>Before</p>${html}<p>After</p></article></html>`;
  parse(page, {
    onParseError: ({code, startOffset}) => errors.push(`${code} at ${page.slice(startOffset, startOffset + 60)}`),
  });
  return errors;
}

const hasClass = (node: Tree.Node, name: string): boolean =>
  'attrs' in node && (attribute(node, 'class')?.split(' ').includes(name) ?? false);

const even = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/**
 * What the first level of a box says, each with blanks as in one line: headings, statements with their notes and full
 * attribution, gaps, log entries, sources.
 */
export function firstLevelOf(shadow: Tree.Node): string[] {
  const lines: string[] = [];
  const isLong = (node: Tree.Node): boolean => !hasClass(node, 'short');
  const add = (node: Tree.Node): void => {
    const {nodeName} = node;
    if (nodeName === 'figure' || nodeName === 'thead') return;
    if (hasClass(node, 'say')) {
      const parts = [...nodesOf(node)].filter(isLong);
      const isLabelled = parts.some((part) => hasClass(part, 'label'));
      const shown = parts.flatMap((part) => {
        if (hasClass(part, 'marks')) return childrenOf(part).filter((mark) => !hasClass(mark, 'count'));
        return ['label', 'note'].some((name) => hasClass(part, name)) && part.nodeName === 'span' ? [part] : [];
      });
      const line = even(shown.map((part) => ` ${textOf(part)}`).join(''));
      if (isLabelled && line) lines.push(line);
    } else if (
      /^(?:h\d|dt|p|li)$/.test(nodeName) &&
      ![...nodesOf(node)].slice(1).some(({nodeName}) => BLOCKS.has(nodeName))
    ) {
      // Parts of these lines are joined with signs.
      const partsOf = (line: Tree.Node): readonly Tree.Node[] =>
        ['who', 'names', 'place'].some((name) => hasClass(line, name)) ? childrenOf(line).flatMap(partsOf) : [line];
      const parts = partsOf(node).filter((part) => !hasClass(part, 'number'));
      lines.push(...parts.map((part) => even(textOf(part))).filter(Boolean));
    } else if (!hasClass(node, 'claims') || hasClass(node, 'muted')) {
      childrenOf(node).forEach(add);
    }
  };
  add(shadow);
  return lines;
}
