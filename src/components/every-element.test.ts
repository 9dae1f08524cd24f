import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html, type TemplateResult} from 'lit';
import {makeSummit} from '../../test/support/make-summit.js';
import {as, boxOf, describeInChromium, openAll, show, violations} from '../../test/browser/show.js';
import type {Summit} from '../data/summit.js';
import '../define.js';

/** Each element, with custom data if available. */
const ELEMENTS: Readonly<Record<string, (data?: Summit) => TemplateResult>> = {
  'summit-goal-comparison': (data) => html`<summit-goal-comparison .data=${data}></summit-goal-comparison>`,
  'summit-region-list': (data) => html`<summit-region-list .data=${data}></summit-region-list>`,
  'summit-fact-box': (data) => html`<summit-fact-box .data=${data}></summit-fact-box>`,
};

/** A word as long as German compounds, without a break opportunity. */
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

const longWords = makeSummit({
  title: LONG,
  actors: makeSummit().actors.map((actor) => ({...actor, name: LONG, shortName: LONG, office: LONG})),
  topics: makeSummit().topics.map((topic) => ({...topic, label: LONG})),
  claims: makeSummit().claims.map((claim) => ({...claim, text: LONG})),
  positions: makeSummit().positions.map((position) => ({...position, label: LONG})),
  regions: makeSummit().regions.map((region) => ({...region, name: LONG, native: {name: LONG, lang: 'de'}})),
  facts: makeSummit().facts.map((fact) => ({
    ...fact,
    label: LONG,
    items: fact.items?.map((item) => ({...item, label: LONG})),
  })),
  sources: makeSummit().sources.map((source) => ({...source, title: LONG})),
});

/** Names of the elements that overflow the box on either side. */
function overflowing(element: Element): string[] {
  const box = boxOf(element);
  const {left, right} = box.getBoundingClientRect();
  return [...box.querySelectorAll('*')].flatMap((inner) => {
    // The header of a stacked table is for screen readers only.
    if (inner.closest('thead')) return [];
    // Text for screen readers is clipped.
    for (let parent = inner.parentElement; parent; parent = parent.parentElement) {
      if (getComputedStyle(parent).clipPath !== 'none') return [];
    }
    // Outlines go on beyond the edges of a cropped map, which hides that.
    if (inner.matches('svg path')) return [];
    const place = inner.getBoundingClientRect();
    return place.width > 0 && (place.left < left - 1 || place.right > right + 1)
      ? `${inner.localName}.${inner.className}`
      : [];
  });
}

describe('nothing sticks out', () => {
  const cases = {
    'at 240 px': {style: '', width: 240},
    'at 320 px with the text spacing of WCAG 1.4.12': {
      style: 'letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5',
      width: 320,
    },
    'at 320 px with text of twice the size': {style: 'font-size: 200%', width: 320},
    'at 640 px from right to left': {style: 'direction: rtl', width: 640},
    'at 640 px': {style: '', width: 640},
    'at 1000 px': {style: '', width: 1000},
  };

  for (const [tag, template] of Object.entries(ELEMENTS)) {
    for (const [name, {style, width}] of Object.entries(cases)) {
      it(`of <${tag}> ${name}`, async () => {
        const element = await show(html`<div style=${style}>${template()}</div>`, {width});
        openAll(element);
        expect(overflowing(element)).to.deep.equal([]);
      });

      it(`of <${tag}> ${name}, with German-length words`, async () => {
        const element = await show(html`<div style=${style}>${template(longWords)}</div>`, {width});
        openAll(element);
        expect(overflowing(element)).to.deep.equal([]);
      });
    }
  }
});

describeInChromium('axe', () => {
  for (const [tag, template] of Object.entries(ELEMENTS)) {
    for (const [scheme, data] of [
      ['light', undefined],
      ['dark', makeSummit()],
    ] as const) {
      it(`finds no defect in <${tag}> with ${data ? 'own' : 'bundled'} data, ${scheme}, opened`, async () => {
        const element = await show(
          html`<div style="color-scheme: ${scheme}; ${scheme === 'dark' ? 'background: #131416; color: #e3e4e6' : ''}">
            ${template(data)}
          </div>`,
        );
        openAll(element);
        expect(await violations(element)).to.deep.equal([]);
      });
    }
  }
});

describe('focus', () => {
  for (const [tag, template] of Object.entries(ELEMENTS)) {
    it(`that comes by keyboard is shown in <${tag}>, by a line around it`, async () => {
      const element = await show(template());
      const kinds = new Set<string>();
      for (const target of boxOf(element).querySelectorAll<HTMLElement>('summary, a[href]')) {
        if (kinds.has(target.localName) || !target.checkVisibility()) continue;
        kinds.add(target.localName);
        target.focus();
        // From here on the focus is keyboard focus.
        await sendKeys({press: 'Shift'});
        expect(target.matches(':focus-visible')).to.equal(true);
        const {outlineStyle, outlineWidth, outlineColor, color} = getComputedStyle(target);
        expect(outlineStyle).to.equal('solid');
        expect(parseFloat(outlineWidth)).to.be.at.least(2);
        expect(outlineColor).to.equal(color);
      }
      expect(kinds).to.include('summary');
    });
  }
});

describe('paper', () => {
  for (const [tag, template] of Object.entries(ELEMENTS)) {
    it(`has all that <${tag}> says in closed details`, async function () {
      const element = await show(template());
      const hidden = (): number =>
        [...boxOf(element).querySelectorAll('details li')].filter((item) => !item.checkVisibility()).length;
      expect(hidden()).to.be.greaterThan(0);
      await as({media: 'print'}, this, async () => {
        expect(hidden()).to.equal(0);
        expect(boxOf(element).querySelector('details li')!.getBoundingClientRect().height).to.be.greaterThan(0);
        return Promise.resolve();
      });
      expect(hidden()).to.be.greaterThan(0);
    });
  }
});

describe('from right to left', () => {
  it('what is opened has its line at the right', async () => {
    const element = await show(html`<summit-fact-box lang="ar"></summit-fact-box>`);
    openAll(element);
    const {borderLeftStyle, borderRightStyle} = getComputedStyle(boxOf(element).querySelector('details ul')!);
    expect([borderLeftStyle, borderRightStyle]).to.deep.equal(['none', 'solid']);
  });
});

describe('targets', () => {
  for (const [tag, template] of Object.entries(ELEMENTS)) {
    it(`of <${tag}> are at least 24 px high`, async () => {
      const element = await show(template());
      const heights = [...boxOf(element).querySelectorAll('summary')].map(
        (summary) => summary.getBoundingClientRect().height,
      );
      expect(Math.min(...heights)).to.be.at.least(24);
    });
  }
});

describe('small text', () => {
  it('is never under 13 px, and of one size within a line', async () => {
    for (const size of [12, 16, 22]) {
      const element = await show(html`<div style="font-size: ${size}px"><summit-fact-box></summit-fact-box></div>`);
      openAll(element);
      for (const line of boxOf(element).querySelectorAll(
        '.marks, .key, .status .text > .small, footer > p, .claims li',
      )) {
        const inner = [line, ...line.querySelectorAll('*')].map((part) => parseFloat(getComputedStyle(part).fontSize));
        expect(Math.min(...inner)).to.be.at.least(13);
        if (!line.matches('li')) expect(new Set(inner).size, line.textContent).to.equal(1);
      }
    }
  });
});

describe('columns', () => {
  const columns = (element: Element): number =>
    getComputedStyle(boxOf(element).querySelector('tbody .row') ?? boxOf(element)).gridTemplateColumns.split(' ')
      .length;

  it('do not come sooner where a page makes a rem 10 px', async () => {
    document.documentElement.style.fontSize = '62.5%';
    const element = await show(html`<div style="font-size: 16px">${ELEMENTS['summit-goal-comparison']!()}</div>`, {
      width: 300,
    });
    expect(columns(element)).to.equal(1);
    document.documentElement.style.fontSize = '';
  });

  it('come later where the text is large', async () => {
    const element = await show(html`<div style="font-size: 32px">${ELEMENTS['summit-goal-comparison']!()}</div>`, {
      width: 600,
    });
    expect(columns(element)).to.equal(1);
  });
});
