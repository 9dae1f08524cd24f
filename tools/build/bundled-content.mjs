/**
 * Writes the boxes of bundled summits into script-tag files as finished content, so that a page with such a box needs
 * neither templates nor the model to show it.
 */
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {packSummit} from './pack-summit.mjs';
import {renderBundled} from './render-bundled.mjs';

const JS = resolve('build/js/src');

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

/** A rollup plugin. */
export const bundledContent = () => ({
  name: 'bundled-content',
  async load(id) {
    const [, element] = /\/summit-([\w-]+)\.bundled\.js$/.exec(id) ?? [];
    if (!element) return null;
    const {bundledSummits} = await import(pathToFileURL(`${JS}/data/bundled-summits.js`).href);
    const {listTexts} = await import(pathToFileURL(`${JS}/element/build-markup.js`).href);
    const trees = {};
    for (const {name, id: summit, nodes} of await renderBundled()) {
      if (name !== element) continue;
      if (nodes.length !== 1) throw new Error(`<summit-${name}> of ${summit} must have one element.`);
      trees[summit] = toTree(nodes[0], listTexts(await unpack(bundledSummits.get(summit))));
    }
    return `
      import {bundledSummits} from '${JS}/data/bundled-summits.js';
      import {buildMarkup, listTexts} from '${JS}/element/build-markup.js';
      const trees = ${JSON.stringify(trees)};
      // Another copy of the package may have registered another edition.
      export const makeBundledContent = (summit, owner) =>
        bundledSummits.get(summit.id) === summit ? buildMarkup(trees[summit.id], owner, listTexts(summit)) : undefined;`;
  },
});
