/** The pages of the documentation and what stands in them: blocks of code, links, headings. */
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {slug} from 'github-slugger';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';

export const root = path.resolve(import.meta.dirname, '../..');

const markdown = unified().use(remarkParse);

/** By its path in the project, such as `docs/data.md`. */
export function readPage(name) {
  const text = readFileSync(path.join(root, name), 'utf8');
  return {name, text, tree: markdown.parse(text)};
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

/**
 * The blocks of code of a page, all of them or those in some languages: `at` is file and line, `language` is empty where none
 * is given, `heading` the one above.
 */
export function blocksOf({name, tree}, ...languages) {
  const blocks = [];
  let heading = '';
  visit(tree, (node) => {
    if (node.type === 'heading') heading = wordsOf(node);
    if (node.type !== 'code') return;
    const language = node.lang ?? '';
    if (languages.length > 0 && !languages.includes(language)) return;
    blocks.push({at: `${name}:${node.position.start.line}`, language, code: node.value, heading});
  });
  return blocks;
}

function wordsOf(node) {
  return node.children?.map(wordsOf).join('') ?? node.value ?? '';
}

/** Ids of the headings of a page, as GitHub and the site make them. */
export function anchorsOf({tree}) {
  const anchors = [];
  visit(tree, 'heading', (node) => {
    anchors.push(slug(wordsOf(node)));
  });
  return anchors;
}

/** Where the links of a page lead, in its order; images, too. */
export function linksOf({tree}) {
  const links = [];
  visit(tree, ['link', 'image', 'definition'], ({url}) => {
    links.push(url);
  });
  return links;
}
