/**
 * What every page of the bench shows: a short article with the boxes in it. All of it is made from our own prerendered
 * output, so that no side shows more, or less, than the others.
 */
import {parseFragment} from 'parse5';
import {SummitFactBox, SummitGoalComparison, SummitRegionList} from '../dist/index.js';
import {prerender} from '../dist/prerender.js';

/** In the order of the page. */
export const BOXES = ['goal-comparison', 'region-list', 'fact-box'];

const classes = {
  'goal-comparison': SummitGoalComparison,
  'region-list': SummitRegionList,
  'fact-box': SummitFactBox,
};

/**
 * A node as JSON: text, or name, attributes and children.
 *
 * @typedef {string | [name: string, attributes: Record<string, string>, ...children: Tree[]]} Tree
 */

/** @returns {Tree} */
function treeOf(node) {
  if (node.nodeName === '#text') return node.value;
  const attributes = Object.fromEntries(node.attrs.map(({name, value}) => [name, value]));
  return [node.nodeName, attributes, ...node.childNodes.filter(({nodeName}) => nodeName !== '#comment').map(treeOf)];
}

/** The style sheets of a box: those that all share come first. */
function sheetsOf(box) {
  classes[box].finalize();
  return classes[box].elementStyles.map(({cssText}) => cssText);
}

/**
 * A box as markup, as a tree and with its styles.
 *
 * @param {string} box
 * @param {object} [options] Of `prerender`.
 */
export async function readBox(box, options = {}) {
  const shadow = await prerender(box, {...options, as: 'shadow'});
  const host = parseFragment(shadow).childNodes.find(({tagName}) => tagName === `summit-${box}`);
  const {content} = host.childNodes.find(({tagName}) => tagName === 'template');
  const tree = content.childNodes.filter(({tagName}) => tagName !== 'style').map(treeOf);
  const [, inside] = /<\/style>([^]*)<\/template>/.exec(shadow);
  return {box, tag: `summit-${box}`, attributes: attributesOf(host), shadow, inside, tree, sheets: sheetsOf(box)};
}

const attributesOf = (node) => Object.fromEntries(node.attrs.map(({name, value}) => [name, value]));

/** All three with the bundled summit, and the other layers of a prerendered box. */
export const readBoxes = () =>
  Promise.all(
    BOXES.map(async (box) => ({
      ...(await readBox(box)),
      plain: await prerender(box, {as: 'plain'}),
      both: await prerender(box, {as: 'both'}),
    })),
  );

/** The same styles for a box without a shadow root. */
export function scopeStyles(sheets, scope) {
  const css = sheets
    .join('')
    .replaceAll(/:host\(([^()]*)\)/g, ':scope$1')
    .replaceAll(':host', ':scope');
  return `@scope (${scope}) {${css}}`;
}

const SENTENCES = [
  'The talks have been prepared for weeks, and hardly anybody who prepared them wants to be quoted.',
  'What the two sides have said in public leaves room for both an agreement and its opposite.',
  'Those who live in the places in question have followed it from a distance so far.',
  'Diplomats speak of an opening, others of a photograph with flags in it.',
  'None of it is new, and all of it is said again because the day is close.',
];

/** Some paragraphs of an article that nobody wrote. */
function paragraphs(from, count) {
  return Array.from({length: count}, (_, i) => {
    const text = Array.from({length: 4}, (_, j) => SENTENCES[(from + i + j) % SENTENCES.length]).join(' ');
    return `<p>${text}</p>`;
  }).join('\n');
}

const PAGE_STYLE =
  'body{max-width:45em;margin:0 auto;padding:1em;font:18px/1.5 serif}h1{line-height:1.1}h2{margin-block:1em 0.5em}';

/** The page of a news site around boxes. */
export function articlePage(boxes, head = '') {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Before the summit</title>
<link rel="icon" href="data:,">
<style>${PAGE_STYLE}</style>
${head}
<article>
<h1>Before the summit</h1>
${paragraphs(0, 3)}
${boxes.map((html, i) => `${html}\n${paragraphs(3 * i + 1, 3)}`).join('\n')}
</article>
</html>`;
}

/** A page with nothing around the boxes. */
export function barePage(boxes, head = '') {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Boxes</title>
<link rel="icon" href="data:,">
<style>${PAGE_STYLE}</style>
${head}
<body>${boxes.join('\n')}</body>
</html>`;
}
