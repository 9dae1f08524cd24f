import {expect} from 'chai';
import {bundledData, type GoodData} from '../../builder/place/data-file.js';
import {makeBox} from '../../builder/place/make-box.js';
import type {SummitElement} from '../../src/element/summit-element.js';
import {elementNames, type ElementName} from '../../src/components/element-names.js';
import type {Attributes} from '../../src/snippet/embed-options.js';
import {makeSummit} from '../support/make-summit.js';
import {boxOf, next, waitUntil} from './show.js';
import '../../src/define.js';

let column: HTMLElement;
beforeEach(() => {
  column = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  column.remove();
});

/** A prerendered element as a page has it before the script comes; `edit` changes its HTML. */
async function prerender(
  name: ElementName,
  attributes: Attributes = {},
  edit = (html: string): string => html,
): Promise<SummitElement> {
  const {html} = await makeBox(name, bundledData(undefined) as GoodData, attributes);
  // No element comes to life in a document like this one.
  return Document.parseHTMLUnsafe(edit(html)).body.firstElementChild as SummitElement;
}

/** Has the script come. */
async function bringToLife(element: SummitElement): Promise<void> {
  const told = next(column, 'summit-load');
  column.append(element);
  await told;
}

/** What is in a shadow root: comments, styles and the key left out, adjacent texts joined. */
function treeOf(root: Node): unknown {
  const children: unknown[] = [];
  for (const child of root.childNodes) {
    if (child instanceof Comment || child.nodeName === 'STYLE') continue;
    const last = children.at(-1);
    if (!(child instanceof Text)) children.push(treeOf(child));
    else if (typeof last === 'string') children[children.length - 1] = last + child.data;
    else children.push(child.data);
  }
  const attributes =
    root instanceof Element
      ? [...root.attributes]
          .filter(({name}) => name !== 'data-key')
          .map(({name, value}) => `${name}=${value}`)
          .sort()
      : [];
  return [root.nodeName, attributes, children];
}

describe('a prerendered element that the script takes over', () => {
  for (const name of elementNames) {
    for (const lang of ['en', 'ar']) {
      it(`stays node by node, and is as a live one: ${name}, ${lang}`, async () => {
        const element = await prerender(name, {lang});
        const box = boxOf(element);
        const details = box.querySelector('details')!;
        details.open = true;
        await bringToLife(element);
        expect(boxOf(element) === box).to.equal(true);
        expect(details.open).to.equal(true);
        details.open = false;
        const live = document.createElement(`summit-${name}`);
        live.lang = lang;
        await bringToLife(live);
        expect(treeOf(element.shadowRoot!)).to.deep.equal(treeOf(live.shadowRoot!));
      });
    }
  }

  const edits: Readonly<Record<string, (html: string) => string>> = {
    'made by another version': (html) => html.replace('data-key="0.', 'data-key="99.'),
    'whose heading an editor has changed': (html) =>
      html.replace('<summit-fact-box', '<summit-fact-box heading="By hand"'),
  };
  for (const [what, edit] of Object.entries(edits)) {
    it(`is made anew, with what was open: ${what}`, async () => {
      const element = await prerender('fact-box', {}, edit);
      const box = boxOf(element);
      const {id} = box.querySelector<HTMLDetailsElement>('dl details')!.dataset;
      box.querySelector<HTMLDetailsElement>('dl details')!.open = true;
      await bringToLife(element);
      expect(boxOf(element) === box).to.equal(false);
      expect(element.shadowRoot!.querySelectorAll('[part=box]')).to.have.lengthOf(1);
      expect(
        [...boxOf(element).querySelectorAll<HTMLElement>('details[open]')].map(({dataset}) => dataset['id']),
      ).to.deep.equal([id]);
    });
  }

  it('changes with its attributes from then on', async () => {
    const element = await prerender('fact-box');
    await bringToLife(element);
    element.setAttribute('heading', 'Later');
    await waitUntil(() => boxOf(element).querySelector('[part=heading]')?.textContent === 'Later');
    expect(element.shadowRoot!.querySelectorAll('[part=box]')).to.have.lengthOf(1);
  });

  it('announces its first update: the live region is there before its text', async () => {
    const summit = makeSummit();
    const {html} = await makeBox(
      'fact-box',
      {kind: 'good', origin: 'text', summit, base: document.baseURI} as unknown as GoodData,
      {},
    );
    const element = Document.parseHTMLUnsafe(html).body.firstElementChild as SummitElement;
    element.data = summit;
    await bringToLife(element);
    const inserted: (string | null)[] = [];
    const observer = new MutationObserver((records) => {
      for (const node of records.flatMap(({addedNodes}) => [...addedNodes])) {
        if (!(node instanceof Element)) continue;
        const region = node.matches('[role=status]') ? node : node.querySelector('[role=status]');
        if (region) inserted.push(region.textContent.trim());
      }
    });
    observer.observe(element.shadowRoot!, {childList: true, subtree: true});
    const [first, ...others] = summit.claims;
    element.data = {...summit, revision: summit.revision + 1, claims: [{...first!, text: 'A new text.'}, ...others]};
    await waitUntil(() => boxOf(element).querySelector('[role=status]')?.textContent.includes('1 statement changed'));
    observer.disconnect();
    expect(inserted).to.deep.equal(['']);
  });
});
