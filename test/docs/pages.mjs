/** The pages of the documentation and what stands in them: blocks of code, links, headings. */
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {slug} from 'github-slugger';
import {fromMarkdown} from 'mdast-util-from-markdown';

export const root = path.resolve(import.meta.dirname, '../..');

/** By its path in the project, such as `docs/data.md`. */
export function readPage(name) {
  const text = readFileSync(path.join(root, name), 'utf8');
  return {name, text, tree: fromMarkdown(text)};
}

const namesIn = (folder, ending) =>
  readdirSync(path.join(root, folder), {recursive: true})
    .filter((name) => name.endsWith(ending))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();

/** Every page that somebody reads: Markdown of the project, and the pages of the site that have text of their own. */
export const pages = [
  ...['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'CODE_OF_CONDUCT.md'],
  ...namesIn('docs', '.md'),
  ...namesIn('stories', '.mdx'),
].map(readPage);

/** A node and all below it, in the order of the page. */
function* nodesOf(node) {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

/**
 * The blocks of code of a page, all of them or those in some languages: `at` is file and line, `language` is empty where none
 * is given, `heading` the one above.
 */
export function blocksOf({name, tree}, ...languages) {
  const blocks = [];
  let heading = '';
  for (const node of nodesOf(tree)) {
    if (node.type === 'heading') heading = textOf(node);
    if (node.type !== 'code') continue;
    const language = node.lang ?? '';
    if (languages.length > 0 && !languages.includes(language)) continue;
    blocks.push({at: `${name}:${node.position.start.line}`, language, code: node.value, heading});
  }
  return blocks;
}

function textOf(node) {
  return node.children?.map(textOf).join('') ?? node.value ?? '';
}

/** Ids of the headings of a page, as GitHub and the site make them. */
export function anchorsOf({tree}) {
  return [...nodesOf(tree)].filter(({type}) => type === 'heading').map((heading) => slug(textOf(heading)));
}

/** Where the links of a page lead, in its order; images, too. */
export function linksOf({tree}) {
  return [...nodesOf(tree)].filter(({type}) => ['link', 'image', 'definition'].includes(type)).map(({url}) => url);
}
