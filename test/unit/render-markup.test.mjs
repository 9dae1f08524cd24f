/** The prerenderer's own renderer of templates, compared with Lit's server renderer, and what it refuses. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ElementRenderer} from '@lit-labs/ssr/lib/element-renderer.js';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import {render} from '@lit-labs/ssr/lib/render.js';
import {html, noChange, nothing, svg} from 'lit';
import {until} from 'lit/directives/until.js';
import {parseFragment} from 'parse5';
import {makeElement, prepareElement} from '../../src/prerender/prepare-element.ts';
import {renderMarkup} from '../../src/prerender/render-markup.ts';
import {prepareBox} from '../../src/snippet/prepare-box.ts';
import {ELEMENTS, now, summits} from '../support/prerendered.mjs';
import {whole} from '../hosts/whole-summit.mjs';

const host = new (class extends ElementRenderer {})('summit-element');

/** What Lit's server renderer writes, read as a browser reads it: names, attributes and texts. */
function renderWithLit(template) {
  return parseFragment(collectResultSync(render(template, {customElementHostStack: [host]}))).childNodes.flatMap(
    readNode,
  );
}

function readNode(node) {
  if (node.nodeName === '#comment') return [];
  if (node.nodeName === '#text') return isIndentation(node.value) ? [] : [node.value];
  const attributes = node.attrs.map(({name, value}) => [name, value]).sort();
  return [[node.nodeName, attributes, ...node.childNodes.flatMap(readNode)]];
}

function readMarkup({name, text, attributes, children}) {
  if (!name) return isIndentation(text) ? [] : [text];
  return [[name, Object.entries(attributes).sort(), ...children.flatMap(readMarkup)]];
}

/** Spaces between the lines of a template: which of them stay is not Lit's to say. */
function isIndentation(text) {
  return /^[ \n]*$/.test(text);
}

function compare(template) {
  const nodes = renderMarkup(template);
  assert.deepEqual(nodes.flatMap(readMarkup), renderWithLit(template));
  return nodes;
}

describe('renderMarkup', () => {
  for (const element of ELEMENTS) {
    it(`renders a ${element} as Lit does`, async () => {
      const cases = [...summits.map(({options}) => options), {data: whole.summit}];
      for (const {data, attributes = {}} of cases) {
        const source = {data, attributes, now};
        const {shown} = await prepareElement(element, source);
        const {shadow, plain, attributed} = await prepareBox({
          element,
          summit: shown,
          bundled: data === undefined,
          attributes,
          make: (written) => makeElement(element, written),
          renderMarkup: compare,
          translate: () => Promise.resolve(undefined),
          now,
        });
        assert.ok(shadow().length > 0);
        assert.ok(plain('all').length > 0);
        assert.ok(attributed().length > 0);
      }
    });
  }

  it('renders every kind of value as Lit does', () => {
    const texts = ['<b>', '', 0, false, null, undefined, nothing, noChange, ['a', [html`<i>b</i>`, nothing]], '${}'];
    compare(html`<p class="a ${'b & "c"'} d" title=${nothing} lang=${'en'} ?hidden=${true} ?inert=${''}>${texts}</p>`);
    compare(html`<p title=${undefined} class="a ${nothing}" id=${7}>&amp;<br />${'&amp;'}${'one'}${'two'}</p>`);
    compare(html`<svg viewBox="0 0 9 9">${svg`<g><path d=${'M0 0'}></path></g>`}</svg>`);
    compare(html`${[1, 2].map((row) => html`<tr><td colspan=${row}>${row}</td></tr>`)}`);
  });

  it('refuses what has no markup', () => {
    const refused = [
      html`<p>${until('later')}</p>`,
      html`<p>${{}}</p>`,
      html`<p .title=${'a'}></p>`,
      html`<p @click=${() => undefined}></p>`,
      html`<p ${'a'}></p>`,
      html`<!-- ${'a'} -->`,
    ];
    for (const template of refused) assert.throws(() => renderMarkup(template), TypeError);
  });
});
