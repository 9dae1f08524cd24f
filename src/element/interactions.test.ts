import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html} from 'lit';
import {makeSummit} from '../../test/support/make-summit.js';
import {boxOf, next, openAll, show, violations, visibleText, waitUntil} from '../../test/browser/show.js';
import type {SummitGoalComparison} from '../components/summit-goal-comparison/summit-goal-comparison.js';
import '../define.js';

const comparison = html`<summit-goal-comparison></summit-goal-comparison>`;
const regions = html`<summit-region-list></summit-region-list>`;

/** The focused element, also inside a box. */
function focused(): HTMLElement | null {
  const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
  return active instanceof HTMLElement ? active : null;
}

function links(element: Element, text: string): HTMLAnchorElement[] {
  return [...boxOf(element).querySelectorAll('a')].filter(({textContent}) => textContent === text);
}

/** Moves the pointer to the centre of an element. */
async function pointAt(target: Element): Promise<void> {
  target.scrollIntoView({block: 'center'});
  const {x, y, width, height} = target.getBoundingClientRect();
  await sendMouse({type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)]});
}

/** Returns the highlighted parts of a region: its number in the list, and its outline on the map. */
function marked(element: Element, name: string): [boolean, boolean] {
  const box = boxOf(element);
  const item = links(element, name)[0]!.closest('li')!;
  const number = item.querySelector<HTMLElement>(':scope > :first-child')!;
  const outline = box.querySelector(`svg path[data-region=${item.dataset['region']!}]`)!;
  return [getComputedStyle(number).outlineStyle === 'solid', parseFloat(getComputedStyle(outline).strokeWidth) > 2];
}

describe('until a reader does something', () => {
  it('no page loads what it takes', async () => {
    const loaded = (): string[] =>
      performance
        .getEntriesByType('resource')
        .map(({name}) => new URL(name).pathname)
        .filter((path) => /\/interactions\.[jt]s$/.test(path));
    const element = await show(comparison);
    await element.updateComplete;
    expect(loaded()).to.deep.equal([]);
    openAll(element);
    await waitUntil(() => visibleText(element).includes('Copy Link'));
    expect(loaded()).to.have.lengthOf(1);
  });
});

describe('the text of a closed statement', () => {
  it('can be selected without opening it, and a press opens it', async () => {
    const element = await show(comparison);
    const [, details] = boxOf(element).querySelectorAll('details');
    const summary = details!.querySelector('summary')!;
    // The interactions are loaded with the first focus.
    summary.focus();
    await waitUntil(
      () => boxOf(element).getRootNode() instanceof ShadowRoot && element.shadowRoot!.adoptedStyleSheets.length > 2,
    );
    const label = summary.querySelector('.label')!;
    label.scrollIntoView({block: 'center'});
    const {left, top, width} = label.getBoundingClientRect();
    const y = Math.round(top + 12);
    await sendMouse({type: 'move', position: [Math.round(left + 4), y]});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [Math.round(left + width - 4), y]});
    await sendMouse({type: 'up'});
    expect(details!.open).to.equal(false);
    await sendMouse({type: 'click', position: [Math.round(left + 10), y]});
    expect(details!.open).to.equal(true);
    await resetMouse();
  });
});

describe('an opened statement', () => {
  it('can be copied and linked to; a closed one has nothing for it', async () => {
    const element = await show(comparison);
    expect(visibleText(element)).not.to.contain('Copy');
    openAll(element);
    await waitUntil(() => visibleText(element).includes('Copy Link'));
    const claims =
      boxOf(element).querySelectorAll('details li').length - boxOf(element).querySelectorAll('footer li').length;
    expect(visibleText(element).match(/\S Copy Link/g)).to.have.lengthOf(claims);
    expect(await violations(element)).to.deep.equal([]);
  });

  it('is copied in full: text, speaker, certainty, source, date and address, without the count of the box', async () => {
    const {clipboard} = navigator;
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: async (text: string) => {
          copied.push(text);
          return Promise.resolve();
        },
      },
    });
    try {
      const element = await show(html`<summit-goal-comparison .data=${makeSummit()}></summit-goal-comparison>`);
      openAll(element);
      await waitUntil(() => visibleText(element).includes('Copy Link'));
      boxOf(element).querySelector<HTMLElement>('[data-id="south-may-wait"] button')!.click();
      await waitUntil(() => copied.length > 0);
      expect(copied[0]!.split('\n').slice(0, -1)).to.deep.equal([
        'Southwell might agree to less water after the harvest.',
        'Speculation: the article · paragraph 2',
        'Two presidents and one lake',
        'As of May 2, 2031. The states, people and places here are invented.',
      ]);
      expect(copied[0]).to.match(/#summit-lake-verra-2031-south-may-wait$/);
    } finally {
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
    }
  });

  it('speaks the language of the box', async () => {
    const element = await show(html`<summit-goal-comparison lang="de"></summit-goal-comparison>`);
    openAll(element);
    await waitUntil(() => visibleText(element).includes('Kopieren Link'));
    expect(visibleText(element)).to.contain('Daten herunterladen');
  });

  it('keeps its line when a newer edition says something else in its place', async () => {
    const element = await show<SummitGoalComparison>(
      html`<summit-goal-comparison .data=${makeSummit()}></summit-goal-comparison>`,
    );
    openAll(element);
    await waitUntil(() => visibleText(element).includes('Get the data'));
    const {positions} = makeSummit();
    const [first, second] = positions;
    const changed = next(element, 'summit-change');
    element.data = makeSummit({
      revision: 2,
      positions: [{...first!, claims: ['level-falling', ...first!.claims]}, second!, ...positions.slice(2)],
    });
    await changed;
    await waitUntil(() =>
      /three years\.[^\n]*Copy Link[^]*draw less water\.[^\n]*Copy Link/.test(visibleText(element)),
    );
    const of = (link: HTMLAnchorElement): string => link.hash.replace('#summit-lake-verra-2031-', '');
    const [one, two] = links(element, 'Link').slice(0, 2).map(of);
    expect([one, two]).to.deep.equal(['level-falling', 'north-quota']);
  });
});

describe('an address that names a statement', () => {
  const leave = (): void => {
    history.replaceState(null, '', location.pathname + location.search);
  };
  afterEach(leave);

  async function boxes(): Promise<[Element, Element, Element]> {
    const column = await show(html`<div>
      <summit-fact-box facts="who where"></summit-fact-box>
      <summit-goal-comparison></summit-goal-comparison>
      <summit-goal-comparison></summit-goal-comparison>
    </div>`);
    const [facts, first, second] = column.parentElement!.querySelectorAll('summit-fact-box, summit-goal-comparison');
    await waitUntil(() => [facts, first, second].every((box) => box?.shadowRoot?.querySelector('[part=heading]')));
    return [facts!, first!, second!];
  }

  it('opens it in the first box that has it, and puts the focus there', async () => {
    const [facts, first, second] = await boxes();
    location.hash = '#summit-alaska-2025-putin-demands';
    await waitUntil(() => focused()?.innerText.startsWith('Putin has persistently demanded'));
    expect(document.activeElement).to.equal(first);
    expect(focused()!.getBoundingClientRect().bottom).to.be.within(0, innerHeight);
    expect(getComputedStyle(focused()!).outlineStyle).to.equal('solid');
    expect([facts, second].map((box) => box.shadowRoot!.querySelectorAll('[open]').length)).to.deep.equal([0, 0]);
    focused()!.blur();
    expect(boxOf(first).querySelector('[tabindex]')).to.equal(null);
  });

  it('is followed when the box comes after it', async () => {
    history.replaceState(null, '', '#summit-lake-verra-2031-north-quota');
    const element = await show(html`<summit-goal-comparison .data=${makeSummit()}></summit-goal-comparison>`);
    await waitUntil(() => focused()?.innerText.startsWith('Northfield wants both states'));
    expect(document.activeElement).to.equal(element);
  });

  it('leads nowhere where no box has it', async () => {
    const [, first] = await boxes();
    location.hash = '#summit-alaska-2025-"]nowhere';
    location.hash = '#summit-alaska-2025-';
    location.hash = '#summit-other-putin-demands';
    // This request comes last, so the others are complete.
    location.hash = '#summit-alaska-2025-putin-victory';
    await waitUntil(() => focused()?.innerText.startsWith('The repeated demands'));
    expect(boxOf(first).querySelectorAll('[open]')).to.have.lengthOf(1);
  });

  it('is where the link beside the statement leads, on a page with another base too', async () => {
    const base = document.createElement('base');
    base.href = 'https://elsewhere.example/';
    document.head.append(base);
    try {
      const element = await show(comparison);
      const {pathname} = location;
      openAll(element);
      await waitUntil(() => links(element, 'Link').length > 0);
      const [link] = links(element, 'Link');
      expect(link!.href).to.match(new RegExp(`^${location.origin}${pathname}.*#summit-alaska-2025-putin-primary$`));
      link!.click();
      expect(location.hash).to.equal('#summit-alaska-2025-putin-primary');
      await waitUntil(() => focused()?.innerText.startsWith('Putin’s main objective'));
    } finally {
      base.remove();
    }
  });
});

describe('a place in the list and on the map', () => {
  afterEach(async () => resetMouse());

  it('is marked in both while it is pointed at in the list', async () => {
    const element = await show(regions);
    expect(marked(element, 'Luhansk')).to.deep.equal([false, false]);
    await pointAt(links(element, 'Luhansk')[0]!);
    await waitUntil(() => marked(element, 'Luhansk').join() === 'true,true');
    expect(marked(element, 'Donetsk')).to.deep.equal([false, false]);
    await pointAt(boxOf(element).querySelector('[part=heading]')!);
    await waitUntil(() => marked(element, 'Luhansk').join() === 'false,false');
  });

  it('is marked in both while it is pointed at on the map', async () => {
    const element = await show(regions);
    const name = [...boxOf(element).querySelectorAll('svg text')].find(
      ({textContent}) => textContent === 'Zaporizhzhia',
    )!;
    await pointAt(name);
    await waitUntil(() => marked(element, 'Zaporizhzhia').join() === 'true,true');
    await sendMouse({type: 'move', position: [0, 0]});
    await waitUntil(() => marked(element, 'Zaporizhzhia').join() === 'false,false');
  });

  it('is marked in both while it has the focus, and is reached by keyboard', async () => {
    const element = await show(regions);
    links(element, 'Donetsk')[0]!.focus();
    await waitUntil(() => marked(element, 'Donetsk').join() === 'true,true');
    await sendKeys({press: 'Tab'});
    expect(focused()).to.equal(links(element, 'Luhansk')[0]);
    await waitUntil(() => marked(element, 'Luhansk').join() === 'true,true');
    expect(marked(element, 'Donetsk')).to.deep.equal([false, false]);
  });

  it('is found in the list by a tap on the map', async () => {
    const element = await show(regions);
    const name = [...boxOf(element).querySelectorAll('svg text')].find(({textContent}) => textContent === 'Kherson')!;
    await pointAt(name);
    await waitUntil(() => marked(element, 'Kherson').join() === 'true,true');
    await sendMouse({type: 'click', position: await centreOf(name)});
    await waitUntil(() => focused() === links(element, 'Kherson')[0]);
  });

  it('is no link where there is no map to show it on', async () => {
    const element = await show(html`<summit-region-list no-map></summit-region-list>`);
    expect(links(element, 'Donetsk')).to.deep.equal([]);
    expect(visibleText(element)).to.contain('Donetsk');
  });
});

async function centreOf(target: Element): Promise<[number, number]> {
  await new Promise(requestAnimationFrame);
  const {x, y, width, height} = target.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}
