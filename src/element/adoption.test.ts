import {expect} from 'chai';
import {bundledData, readDataText, type GoodData} from '../../builder/place/data-file.js';
import {makeBox} from '../../builder/place/make-box.js';
import '../define.js';
import {makeSummit} from '../../test/support/make-summit.js';
import {next, visibleText, waitUntil} from '../../test/browser/show.js';
import type {SummitFactBox} from '../components/summit-fact-box/summit-fact-box.js';
import type {Summit} from '../data/summit.js';

const TALKS = 'The Lake Verra talks in brief';
const ALASKA = 'The Alaska summit in brief';

/** A fact box with custom data, as in a snippet. */
async function prerender(summit: Summit, attributes: Record<string, string> = {}): Promise<string> {
  const data = readDataText(JSON.stringify(summit));
  return (await makeBox('fact-box', (await data) as GoodData, attributes)).html;
}

/** The visible text, in the shadow root or through its slot. */
function textOf(element: HTMLElement): string {
  return element.shadowRoot?.querySelector('[part=box]') ? visibleText(element) : element.innerText;
}

const talks = (): Summit => ({...makeSummit(), id: 'talks'});

describe('content that is already in an element', () => {
  let column: HTMLElement;
  let errors: string[];
  const note = (event: Event): void => {
    errors.push((event as Event & {code: string}).code);
  };

  beforeEach(() => {
    column = document.body.appendChild(document.createElement('div'));
    errors = [];
    column.addEventListener('summit-error', note);
  });
  afterEach(() => {
    column.remove();
  });

  /** Inserts a snippet as a script does, without attaching its shadow root, and waits for the element. */
  async function insert(html: string): Promise<SummitFactBox> {
    column.innerHTML = html;
    const element = column.querySelector('summit-fact-box')!;
    await element.updateComplete;
    return element;
  }

  it('shows a snippet that a script inserted, with its own data and no error', async () => {
    const element = await insert(await prerender(talks()));
    expect(textOf(element)).to.contain(TALKS).and.not.contain(ALASKA);
    expect(element.shadowRoot!.querySelector('dl')).not.to.equal(null);
    // By default a browser indents it.
    expect(getComputedStyle(element.shadowRoot!.querySelector('dd')!).marginInlineStart).to.equal('0px');
    expect(errors).to.deep.equal([]);
  });

  const damages: Readonly<Record<string, (html: string) => string>> = {
    'an editor dropped the attributes': (html) => html.replace(/<summit-fact-box[^>]*>/, '<summit-fact-box>'),
    'an editor emptied the template': (html) => html.replace(/(<template[^>]*>).*?(<\/template>)/, '$1$2'),
    'an editor emptied the template and dropped the attributes': (html) =>
      html.replace(/(<template[^>]*>).*?(<\/template>)/, '$1$2').replace(/<summit-fact-box[^>]*>/, '<summit-fact-box>'),
    'a filter dropped the template': (html) => html.replace(/<template.*?<\/template>/, ''),
    'a filter dropped the template and the section': (html) =>
      html.replace(/<template.*?<\/template>|<\/?section[^>]*>/g, ''),
    'an optimizer took the styles out': (html) => html.replace(/<style.*?<\/style>/, ''),
    'a filter blanked the key': (html) => html.replace(/ data-key="[^"]*"/, ' data-key=""'),
    'a filter cut the key': (html) => html.replace(/ data-key="([^|]*\|[^|]*)[^"]*"/, ' data-key="$1"'),
    'a filter dropped all data attributes': (html) => html.replaceAll(/ data-[a-z]+="[^"]*"/g, ''),
  };
  for (const [damage, edit] of Object.entries(damages)) {
    it(`stays, without a false notice, where ${damage}`, async () => {
      const element = await insert(edit(await prerender(talks())));
      expect(textOf(element)).to.contain(TALKS).and.not.contain(ALASKA);
      expect(textOf(element)).not.to.contain('could not be loaded');
      expect(errors).to.deep.equal([]);
    });
  }

  it('is shown where a router gives an element that is live another summit’s', async () => {
    const element = await insert('<summit-fact-box></summit-fact-box>');
    element.src = '/nowhere.json';
    element.data = {...makeSummit(), id: 'river', title: 'The river talks'};
    await waitUntil(() => textOf(element).includes('The river talks'));
    element.data = null;
    element.removeAttribute('src');
    const html = await prerender(talks());
    element.setAttribute('summit', 'talks');
    element.innerHTML = /<template.*<\/section>/.exec(html)![0];
    await waitUntil(() => textOf(element).includes(TALKS));
    expect(textOf(element)).not.to.contain('The river talks');
  });

  it('loses the line about what failed when the page asks for that no more', async () => {
    const element = await insert(await prerender(talks()));
    element.src = '/nowhere.json';
    await next(column, 'summit-error');
    await waitUntil(() => textOf(element).includes('The last update failed'));
    element.src = undefined;
    await waitUntil(() => !textOf(element).includes('The last update failed'));
    expect(textOf(element)).to.contain(TALKS);
  });

  it('stays where the bundled summit is of an earlier revision', async () => {
    const {html} = await makeBox('fact-box', bundledData(undefined) as GoodData, {});
    const element = await insert(html.replace('|alaska-2025|1|', '|alaska-2025|7|').replace(ALASKA, 'Corrected since'));
    expect(textOf(element)).to.contain('Corrected since').and.not.contain(ALASKA);
  });

  for (const revision of [1, 3]) {
    it(`${revision === 1 ? 'stays where data of the page are' : 'gives way to data of the page that are not'} of an earlier revision`, async () => {
      const element = await insert(await prerender({...talks(), revision: 2}));
      const {warn} = console;
      let warned = false;
      console.warn = () => (warned = true);
      element.data = {...talks(), revision, title: 'Handed over'};
      await waitUntil(() => warned || textOf(element).includes('Handed over'));
      console.warn = warn;
      expect(textOf(element).includes('Handed over')).to.equal(revision === 3);
    });
  }

  it('gives way to the bundled summit where it is an older rendering of that', async () => {
    const {html} = await makeBox('fact-box', bundledData(undefined) as GoodData, {});
    const element = await insert(html.replace('data-key="0.', 'data-key="99.').replace(ALASKA, 'An old heading'));
    await waitUntil(() => textOf(element).includes(ALASKA));
  });

  it('gives way to another summit that the page asks for', async () => {
    const element = await insert(await prerender(talks()));
    element.summit = 'alaska-2025';
    await waitUntil(() => textOf(element).includes(ALASKA));
    expect(textOf(element)).not.to.contain(TALKS);
  });

  it('does not pass for a summit that the page asks for and nobody registered', async () => {
    await insert((await prerender(talks())).replace('summit="talks"', 'summit="other"'));
    await waitUntil(() => errors.length > 0);
    expect(errors).to.deep.equal(['unknown-summit']);
  });

  it('is adopted where it arrives after the element has shown the default summit', async () => {
    const element = await insert('<summit-fact-box></summit-fact-box>');
    expect(textOf(element)).to.contain(ALASKA);
    element.innerHTML = /<template.*<\/section>/.exec(await prerender(talks()))![0];
    await waitUntil(() => textOf(element).includes(TALKS));
    expect(textOf(element)).not.to.contain(ALASKA);
  });

  it('keeps its shadow root when it is cloned', async () => {
    const html = await prerender(talks());
    const page = Document.parseHTMLUnsafe(html);
    column.append(document.importNode(page.body.firstElementChild!.cloneNode(true), true));
    const element = column.querySelector('summit-fact-box')!;
    await element.updateComplete;
    expect(textOf(element)).to.contain(TALKS);
  });

  it('is not replaced by data that the page hands over before they are checked, nor by invalid data', async () => {
    const element = await insert(await prerender(talks()));
    element.data = {id: 'talks'} as unknown as Summit;
    await next(column, 'summit-error');
    expect(textOf(element)).to.contain(TALKS);
  });

  for (const [answer, shown] of [
    [1, 'The corrected talks'],
    [3, 'The latest talks'],
  ] as const) {
    it(`never gives way to an earlier edition at src, which is asked for once past the cache (then revision ${answer})`, async () => {
      const {fetch, console} = window;
      const {warn} = console;
      const asked: unknown[] = [];
      console.warn = () => undefined;
      window.fetch = async (_, init) => {
        asked.push(init?.cache);
        const revision = init?.cache === 'reload' ? answer : 1;
        const title = revision === 3 ? 'The latest talks' : 'The withdrawn talks';
        return Promise.resolve(new Response(JSON.stringify({...talks(), revision, title})));
      };
      try {
        const src = `/earlier-${answer}.json`;
        const html = await prerender({...talks(), revision: 2, title: 'The corrected talks'}, {src});
        const element = await insert(html);
        await waitUntil(() => asked.length === 2 && visibleText(element).includes(shown));
        // Another box with the same file, in an edition that the script rendered.
        await insert(html);
        await element.updateComplete;
        expect(asked).to.deep.equal(['default', 'reload']);
        expect(visibleText(element)).to.contain(shown).and.not.contain('withdrawn');
        expect(errors).to.deep.equal([]);
      } finally {
        window.fetch = fetch;
        console.warn = warn;
      }
    });
  }

  it('shows a fallback that arrives after the element', async () => {
    const element = await insert('<summit-fact-box summit="nope"></summit-fact-box>');
    await waitUntil(() => errors.length > 0);
    element.innerHTML = '<p>The short version</p>';
    await waitUntil(() => (element as HTMLElement).innerText.includes('The short version'));
  });

  it('warns of a tag without an end, which takes the rest of the article', async () => {
    const {warn} = console;
    const warnings: string[] = [];
    console.warn = (...parts: unknown[]) => warnings.push(parts.join(' '));
    try {
      await insert('<summit-fact-box><h2>Section two</h2><p>Text</p></summit-fact-box>');
      expect(warnings.join()).to.contain('</summit-fact-box>').and.contain('h2');
      warnings.length = 0;
      await insert('<summit-fact-box><p>The short version</p></summit-fact-box>');
      await insert(await prerender(talks()));
      expect(warnings).to.deep.equal([]);
    } finally {
      console.warn = warn;
    }
  });

  for (const [written, level] of [
    ['headinglevel="2"', 'h2'],
    ['heading-level="2"', 'h2'],
  ] as const) {
    it(`reads ${written}`, async () => {
      const element = await insert(`<summit-fact-box ${written}></summit-fact-box>`);
      expect(element.shadowRoot!.querySelector('#heading')!.localName).to.equal(level);
    });
  }
  for (const [written, hasMap] of [
    ['nomap', false],
    ['nomap="false"', true],
    ['no-map="true"', false],
    ['no-map="false"', true],
  ] as const) {
    it(`${hasMap ? 'draws' : 'leaves out'} the map with ${written}`, async () => {
      column.innerHTML = `<summit-region-list ${written}></summit-region-list>`;
      const element = column.querySelector('summit-region-list')!;
      await element.updateComplete;
      expect(!!element.shadowRoot!.querySelector('[part=map]')).to.equal(hasMap);
    });
  }
});
