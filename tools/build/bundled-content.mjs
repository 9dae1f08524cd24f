/**
 * Writes the boxes of bundled summits into script-tag files as finished content, so that a page with such a box needs
 * neither templates nor the model nor the data to show it. The data are a chunk.
 */
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {renderBundled} from './render-bundled.mjs';

const JS = resolve('build/js/src');

/** The fields of `SummitOutline`. */
const OUTLINE = ['id', 'revision', 'lang', 'title'];

async function readBundledSummits() {
  const {bundledSummits} = await import(pathToFileURL(`${JS}/data/bundled-summits.js`).href);
  return [...bundledSummits.values()];
}

/** Writes the nodes of a box as a `MarkupTree`. */
function toTree({name, text, attributes, children}) {
  if (!name) return text;
  const {class: className, ...others} = attributes;
  return [
    className === undefined ? name : `${name}.${className}`,
    ...(Object.keys(others).length > 0 ? [others] : []),
    ...children.map(toTree),
  ];
}

/** Registers the outlines of the bundled summits. */
async function writeRegistration() {
  const outlines = (await readBundledSummits()).map((summit) =>
    Object.fromEntries(OUTLINE.map((field) => [field, summit[field]])),
  );
  return `
    import {registerBundledSummit} from './summit-registry.js';
    for (const summit of ${JSON.stringify(outlines)}) registerBundledSummit({
      summit,
      isBundled: true,
      load: async () => (await import('./bundled-summits.js')).bundledSummits.get(summit.id),
    });`;
}

/** Makes the finished content of an element's box of each bundled summit. */
async function writeContent(element) {
  const boxes = (await renderBundled()).filter(({name}) => name === element);
  const trees = {};
  for (const {id, revision} of await readBundledSummits()) {
    const [{nodes}] = boxes.filter((box) => box.id === id);
    if (nodes.length !== 1) throw new Error(`<summit-${element}> of ${id} must have one element.`);
    // Another copy of the package may have registered another edition.
    trees[`${id}@${revision}`] = toTree(nodes[0]);
  }
  return `
    import {buildMarkup} from '${JS}/element/build-markup.js';
    const trees = ${JSON.stringify(trees)};
    export const makeBundledContent = ({id, revision}, owner) => {
      const tree = trees[id + '@' + revision];
      return tree && buildMarkup(tree, owner);
    };`;
}

/** A rollup plugin. */
export const bundledContent = () => ({
  name: 'bundled-content',
  load(id) {
    if (id.endsWith('/data/register-bundled.js')) return writeRegistration();
    const [, element] = /\/summit-([\w-]+)\.bundled\.js$/.exec(id) ?? [];
    return element ? writeContent(element) : null;
  },
});
