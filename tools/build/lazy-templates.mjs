/**
 * Makes the elements of script-tag files load their templates when a box needs them. A box of a bundled summit without
 * attributes needs none: the file has its finished content.
 */
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {packSummit} from './pack-summit.mjs';
import {renderBundled} from './render-bundled.mjs';

const JS = resolve('build/js/src');

/** The module that an element has instead of its templates. */
const LATER = '?later';

/** Shorter texts are smaller than their numbers. */
const MIN_LENGTH = 3;

/**
 * Writes the nodes of a box as a `MarkupTree`. Texts of the summit are numbers there: the file has them already.
 *
 * @param texts All texts of the packed summit.
 */
function toTree({name, text, attributes, children}, texts) {
  const number = (value) => (value.length >= MIN_LENGTH && texts.includes(value) ? texts.indexOf(value) : value);
  if (!name) return number(text);
  const numbered = Object.entries(attributes).map(([key, value]) => [key, number(value)]);
  return [name, Object.fromEntries(numbered), ...children.map((child) => toTree(child, texts))];
}

/** The packed summit as a page has it. The order of its keys is that of the file. */
async function unpack(summit) {
  return (await import(`data:text/javascript,${encodeURIComponent(packSummit('packed', summit))}`)).packed;
}

/** Code for the content of the bundled boxes of one element. */
async function contentOf(element) {
  const {bundledSummits} = await import(pathToFileURL(`${JS}/data/bundled-summits.js`).href);
  const {listTexts} = await import(pathToFileURL(`${JS}/element/build-markup.js`).href);
  const trees = {};
  for (const {name, id, nodes} of await renderBundled()) {
    if (name !== element) continue;
    if (nodes.length !== 1) throw new Error(`<summit-${name}> of ${id} must have one element.`);
    trees[id] = toTree(nodes[0], listTexts(await unpack(bundledSummits.get(id))));
  }
  return `
    import {bundledSummits} from '${JS}/data/bundled-summits.js';
    import {buildMarkup, listTexts} from '${JS}/element/build-markup.js';
    const trees = ${JSON.stringify(trees)};
    // Another copy of the package may have registered another edition.
    const makeBundledContent = (summit, owner) =>
      bundledSummits.get(summit.id) === summit ? buildMarkup(trees[summit.id], owner, listTexts(summit)) : undefined;`;
}

/**
 * A rollup plugin.
 *
 * @param isWhole Whether the file has all elements: then one chunk has all templates.
 * @param hasBundled Whether the file has the bundled summits.
 */
export const lazyTemplates = ({isWhole, hasBundled}) => ({
  name: 'lazy-templates',
  resolveId(source, importer = '') {
    const [, name] = /\/summit-([\w-]+)\.templates\.js$/.exec(source) ?? [];
    return name && importer.endsWith(`/summit-${name}.js`) ? resolve(importer, '..', source) + LATER : null;
  },
  async load(id) {
    if (!id.endsWith(LATER)) return null;
    const file = id.slice(0, -LATER.length);
    const [, name] = /\/summit-([\w-]+)\.templates\.js$/.exec(file);
    const [path, found] = isWhole
      ? [`${JS}/components/templates.js`, `templatesByElement['${name}']`]
      : [file, 'templates'];
    // The messages are a chunk of their own, since interactions need only these. Both are requested at once.
    return `
      ${hasBundled ? await contentOf(name) : ''}
      const load = () =>
        Promise.all([import('${path}'), import('${JS}/format/messages.js')]).then(([module]) => module.${found});
      export const templates = {load${hasBundled ? ', makeBundledContent' : ''}};`;
  },
});
