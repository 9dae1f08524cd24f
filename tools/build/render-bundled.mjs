/** Renders the boxes of bundled summits, with only their language as an attribute, with the minified templates that every output has. */
import {writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {literalsHtmlCssMinifier} from '@literals/rollup-plugin-html-css-minifier';
import {rollup} from 'rollup';
import {inlineTokens} from './inline-tokens.mjs';

const JS = resolve('build/js/src');
const RENDERER = 'build/render-bundled.mjs';

const CODE = `
import {bundledSummits} from '${JS}/data/bundled-summits.js';
import {elementNames} from '${JS}/components/element-names.js';
import {templatesByElement} from '${JS}/components/templates.js';
import {makeBasicContext} from '${JS}/element/basic-context.js';
import {makeElement} from '${JS}/prerender/prepare-element.js';
import {renderMarkup} from '${JS}/prerender/render-markup.js';

export const boxes = [...bundledSummits.values()].flatMap((summit) =>
  elementNames.map((name) => {
    const {loadMessages, renderSummit} = templatesByElement[name];
    const element = makeElement(name, {lang: summit.lang});
    const context = makeBasicContext(element, summit, loadMessages([summit.lang], () => undefined));
    return {name, id: summit.id, nodes: renderMarkup(renderSummit(element, context))};
  }),
);
`;

let rendered;

/** Returns the name, the id of the summit and the nodes of each box. Renders once for all outputs. */
export function renderBundled() {
  rendered ??= render();
  return rendered;
}

async function render() {
  const bundle = await rollup({
    input: 'renderer',
    external: (id) => !/^[./]|^renderer$/.test(id),
    logLevel: 'silent',
    plugins: [
      {
        name: 'renderer',
        resolveId: (id) => (id === 'renderer' ? id : null),
        load: (id) => (id === 'renderer' ? CODE : null),
      },
      inlineTokens(),
      literalsHtmlCssMinifier({include: ['build/**/*.js']}),
    ],
  });
  const {output} = await bundle.generate({format: 'es', inlineDynamicImports: true});
  await bundle.close();
  writeFileSync(RENDERER, output[0].code);
  return (await import(pathToFileURL(RENDERER).href)).boxes;
}
