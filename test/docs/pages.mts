/** The pages of the documentation and what stands in them: blocks of code, links, headings. */
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {slug} from 'github-slugger';
import type {Nodes, Root} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';

export const root = path.resolve(import.meta.dirname, '../..');

export interface Page {
  /** Its path in the project, such as `docs/data.md`. */
  readonly name: string;
  readonly text: string;
  readonly tree: Root;
}

/** A block of code. */
export interface Block {
  /** File and line. */
  readonly at: string;
  /** Empty where none is given. */
  readonly language: string;
  readonly code: string;
  /** The heading above. */
  readonly heading: string;
}

export function readPage(name: string): Page {
  const text = readFileSync(path.join(root, name), 'utf8');
  return {name, text, tree: fromMarkdown(text)};
}

const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(path.join(root, folder), {recursive: true})
    .map(String)
    .filter((name) => name.endsWith(ending))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();

/** Every page that somebody reads: Markdown of the project, and the pages of the site that have text of their own. */
export const pages = [
  ...['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', '.github/CODE_OF_CONDUCT.md'],
  ...namesIn('docs', '.md'),
  ...namesIn('stories', '.mdx'),
].map(readPage);

/** A node and all below it, in the order of the page. */
function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

/** The blocks of code of a page, all of them or those in some languages. */
export function blocksOf({name, tree}: Page, ...languages: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  for (const node of nodesOf(tree)) {
    if (node.type === 'heading') heading = textOf(node);
    if (node.type !== 'code') continue;
    const language = node.lang ?? '';
    if (languages.length > 0 && !languages.includes(language)) continue;
    blocks.push({at: `${name}:${String(node.position?.start.line)}`, language, code: node.value, heading});
  }
  return blocks;
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return 'value' in node ? node.value : '';
}

/** Ids of the headings of a page, as GitHub and the site make them. */
export function anchorsOf({tree}: Page): string[] {
  return [...nodesOf(tree)].filter(({type}) => type === 'heading').map((heading) => slug(textOf(heading)));
}

/** Where the links of a page lead, in its order; images, too. */
export function linksOf({tree}: Page): string[] {
  return [...nodesOf(tree)].flatMap((node) =>
    node.type === 'link' || node.type === 'image' || node.type === 'definition' ? [node.url] : [],
  );
}
