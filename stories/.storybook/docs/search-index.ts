/// <reference types="vite/client" />
import MiniSearch from 'minisearch';
import {referenceTexts} from './reference.js';
import {cutAtHeadings} from './sections.js';

/** A place of the site that can be found: a page, one of its headings, an entry of the reference, a state of a box. */
export interface Place {
  readonly id: string;
  /** Address within the site. */
  readonly href: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** What Storybook's own index says of a page or a story. */
interface IndexEntry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'docs' | 'story';
  readonly importPath: string;
}

// The very texts that the pages show: a page and this share one file of the built site.
const pages = import.meta.glob<string>('../../pages/*.mdx', {query: '?raw', import: 'default'});
const texts = import.meta.glob<string>(['../../../docs/*.md', '../../../*.md'], {query: '?raw', import: 'default'});

const REFERENCE = 'Elements/Reference';

/** Markdown as the words that a reader sees; of tags and comments nothing, unless they are code. */
function plainText(lines: readonly string[]): string {
  let inCode = false;
  return lines
    .map((line) => {
      if (/^ *```/.test(line)) {
        inCode = !inCode;
        return '';
      }
      if (inCode) return line;
      return line
        .replace(/^(?:import|export) .*|<!--.*?-->/g, '')
        .split(/(`[^`]*`)/)
        .map((part) => (part.startsWith('`') ? part.slice(1, -1) : part.replaceAll(/<[^>]*>/g, '')))
        .join('')
        .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll(/\*\*|^\s*(?:[-*>#]|\d+\.) |^\|[-:| ]+\|$/g, '')
        .replaceAll('|', ' ');
    })
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The text of a page: its own, or that of the Markdown file which it shows whole. */
async function textOf(importPath: string): Promise<string> {
  const own = (await pages[importPath.replace('./stories', '../..')]?.()) ?? '';
  const [, file] = /^<Page of="([^"]+)">\{text\}<\/Page>$/m.exec(own) ?? [];
  return (file === undefined ? undefined : await texts[`../../../${file}`]?.()) ?? own;
}

async function placesOf({id, title, name, type, importPath}: IndexEntry): Promise<Place[]> {
  const href = `?path=/${type}/${id}`;
  const page = title.replaceAll('/', ' › ');
  if (type === 'story') return [{id, href, page, heading: name, text: ''}];
  if (!importPath.endsWith('.mdx')) return [{id, href, page, heading: 'All states', text: ''}];
  const written = cutAtHeadings(await textOf(importPath)).map(({heading, id: anchor, lines}) => ({
    heading,
    id: anchor,
    text: plainText(lines),
  }));
  return [...written, ...(title === REFERENCE ? referenceTexts() : [])]
    .filter(({heading, text}) => heading || text)
    .map(({heading, id: anchor, text}, number) => ({
      id: `${id}#${String(number)}`,
      href: anchor ? `${href}#${anchor}` : href,
      page,
      heading,
      text,
    }));
}

/** Reads the whole site into an index. Nothing but files of the site is asked for. */
export async function indexSite(): Promise<MiniSearch<Place>> {
  const response = await fetch('./index.json');
  const {entries} = (await response.json()) as {entries: Record<string, IndexEntry>};
  const index = new MiniSearch<Place>({
    fields: ['heading', 'page', 'text'],
    storeFields: ['href', 'page', 'heading', 'text'],
    // An attribute such as `heading-level` is found by its name and by each of its words.
    tokenize: (text) =>
      text.split(/[^\p{L}\p{N}-]+/u).flatMap((word) => [word, ...(word.includes('-') ? word.split('-') : [])]),
    searchOptions: {
      boost: {heading: 4, page: 2},
      prefix: true,
      fuzzy: (term) => (term.length > 5 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  index.addAll((await Promise.all(Object.values(entries).map(placesOf))).flat());
  return index;
}
