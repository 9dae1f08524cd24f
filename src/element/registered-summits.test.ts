import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import {visibleText, waitUntil} from '../../test/browser/show.js';
import type {SummitFactBox} from '../components/summit-fact-box/summit-fact-box.js';
import {registerSummit} from '../data/summit-registry.js';
import type {Summit} from '../data/summit.js';
import '../define-elements.js';

const TALKS = 'The Lake Verra talks in brief';

describe('elements without a default summit', () => {
  let column: HTMLElement;
  let events: string[];

  beforeEach(() => {
    column = document.body.appendChild(document.createElement('div'));
    events = [];
    for (const type of ['summit-load', 'summit-error'])
      column.addEventListener(type, (event) => events.push(event.type));
  });
  afterEach(() => {
    column.remove();
  });

  async function add(html: string): Promise<SummitFactBox> {
    column.innerHTML = html;
    const element = column.querySelector('summit-fact-box')!;
    await element.updateComplete;
    return element;
  }

  it('show their fallback and no notice, and wait', async () => {
    for (const attributes of ['', 'summit="later"']) {
      const element = await add(`<summit-fact-box ${attributes}><p>The short version</p></summit-fact-box>`);
      expect((element as HTMLElement).innerText.trim()).to.equal('The short version');
      expect(element.shadowRoot!.textContent.trim()).to.equal('');
    }
    const empty = await add('<summit-fact-box></summit-fact-box>');
    expect(empty.shadowRoot!.textContent.trim()).to.equal('');
    expect(events).to.deep.equal([]);
  });

  it('show a registered summit once it is registered, and a newer edition of it', async () => {
    const element = await add('<summit-fact-box summit="verra"><p>The short version</p></summit-fact-box>');
    registerSummit({...makeSummit(), id: 'verra'});
    await waitUntil(() => events.length === 1);
    expect(events).to.deep.equal(['summit-load']);
    expect(visibleText(element)).to.contain(TALKS);
    registerSummit({...makeSummit(), id: 'verra', revision: 2, title: 'The Verra accord'});
    await waitUntil(() => visibleText(element).includes('The Verra accord in brief'));
    const another = await add('<summit-fact-box></summit-fact-box>');
    expect(another.shadowRoot!.textContent.trim()).to.equal('');
  });

  it('check a registered summit as they check data', async () => {
    const element = await add('<summit-fact-box summit="broken"><p>The short version</p></summit-fact-box>');
    registerSummit({id: 'broken'} as Summit);
    await waitUntil(() => events.length === 1);
    expect(events).to.deep.equal(['summit-error']);
    await waitUntil(() => (element as HTMLElement).innerText.includes('The short version'));
  });

  it('keep what they show when a page takes its data away', async () => {
    const element = await add('<summit-fact-box></summit-fact-box>');
    element.data = makeSummit();
    await waitUntil(() => events.length === 1);
    element.data = undefined;
    await element.updateComplete;
    expect(visibleText(element)).to.contain(TALKS);
    expect(events).to.deep.equal(['summit-load']);
  });
});
