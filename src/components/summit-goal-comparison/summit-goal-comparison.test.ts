import {expect} from 'chai';
import {html} from 'lit';
import {makeSummit} from '../../../test/support/make-summit.js';
import {accessible, boxOf, openAll, show, visibleText} from '../../../test/browser/show.js';
import './define.js';
import type {SummitGoalComparison} from './summit-goal-comparison.js';

const plain = html`<summit-goal-comparison></summit-goal-comparison>`;

describe('<summit-goal-comparison>', () => {
  it('tells the main aims first, told apart from other aims', async () => {
    const text = visibleText(await show(plain));
    const aims = text.slice(0, text.indexOf('Territory'));
    expect(aims.match(/Main aim/g)).to.have.lengthOf(2);
    expect(aims).to.contain('Secure territorial claims in Ukraine').and.to.contain('Be seen as a global peacemaker');
    expect(text.slice(text.indexOf('Territory')))
      .to.contain('Aim')
      .and.not.to.contain('Main aim');
  });

  it('says who says so and how surely under each position', async () => {
    const text = visibleText(await show(plain));
    expect(text).to.match(
      /Demands that Ukraine cede .*\n\s*Reported · Putin, the article Analysis · the article 5 statements/,
    );
  });

  it('tells in opened details speaker, certainty and place of every claim', async () => {
    const element = await show(plain);
    openAll(element);
    expect(visibleText(element)).to.match(
      /Putin has persistently demanded that Ukraine cede the four regions\.\s+Reported · Putin · paragraph 3/,
    );
  });

  it('says so where the source gives no position', async () => {
    const text = visibleText(await show(plain));
    expect(text.match(/No position given in the source/g)).to.have.lengthOf(2);
  });

  it('shows third parties apart from the sides, and what holds everybody back', async () => {
    const text = visibleText(await show(plain));
    expect(text).to.match(/Ukraine third party Rejection\s+Rejects ceding territory/);
    expect(text).to.match(/European leaders third party Support/);
    expect(text).to.match(/What holds them back[^]*The talks\s+Ukraine rejects the demands/);
  });

  for (const [layout, width] of [
    ['stacked', 320],
    ['in columns', 640],
    ['with topics in the margin', 1000],
  ] as const) {
    it(`is a table for assistive technology, ${layout}`, async () => {
      const counts = await accessible(
        await show(plain, {width}),
        {role: 'table', name: 'The Alaska summit: who wants what'},
        {role: 'columnheader', name: 'Vladimir Putin President of Russia'},
        {role: 'columnheader', name: 'Donald Trump US President'},
        {role: 'rowheader', name: 'Territory'},
        {role: 'heading', name: 'Territory'},
        {role: 'rowheader'},
        {role: 'cell'},
      );
      // Main aims, five topics and constraints have two cells each; topic claims, third parties and talks one.
      expect(counts).to.deep.equal([1, 1, 1, 1, 1, 6, 14 + 5 + 3]);
    });
  }

  it('has every role of the table written out: laid out as a grid, some engines forget them', async () => {
    const table = boxOf(await show(plain, {width: 320})).querySelector('table')!;
    const roles = [table, ...table.querySelectorAll('thead, tbody, tr, th, td')].map((part) =>
      [part.localName, part.getAttribute('role')].join(),
    );
    const known = 'table,table thead,rowgroup tbody,rowgroup tr,row th,columnheader th,rowheader td,cell'.split(' ');
    expect([...new Set(roles)].sort()).to.deep.equal(known.sort());
  });

  it('names the speaker in every cell when it is stacked', async () => {
    const text = visibleText(await show(plain, {width: 320}));
    expect(text).to.match(/Vladimir Putin\s+President of Russia\s+Main aim/);
    expect(text).to.match(/Trump\s+No position given in the source/);
  });

  it('puts two sides side by side from 576 px on, and under one another below', async () => {
    const element = await show<SummitGoalComparison>(plain, {width: 36 * 16});
    const [first, second] = [...boxOf(element).querySelectorAll('[role=columnheader] b')].map((name) =>
      name.getBoundingClientRect(),
    );
    expect(first?.top).to.equal(second?.top);
    // Equal widths: the second name starts at the second half, after the gap of 2 em.
    const gap = 2 * parseFloat(getComputedStyle(boxOf(element)).fontSize);
    expect(second!.left - first!.left).to.be.closeTo((36 * 16 + gap) / 2, 0.5);
    element.parentElement!.style.width = `${String(36 * 16 - 1)}px`;
    const [cell, below] = [...boxOf(element).querySelectorAll('[role=cell]')].map((place) =>
      place.getBoundingClientRect(),
    );
    expect(below?.top).to.be.at.least(cell!.bottom);
  });

  it('shows the chosen sides in the chosen order', async () => {
    const element = await show(html`<summit-goal-comparison actors="trump, putin"></summit-goal-comparison>`);
    expect(visibleText(element)).to.match(/Donald Trump[^]*Vladimir Putin/);
  });

  it('shows the chosen topics alone', async () => {
    const element = await show(html`<summit-goal-comparison topics="standing"></summit-goal-comparison>`);
    const headings = [...boxOf(element).querySelectorAll('h4')].map(({innerText}) => innerText);
    expect(headings).to.deep.equal(['International standing']);
  });

  it('takes a list as a property too', async () => {
    const element = await show<SummitGoalComparison>(plain);
    element.topics = ['outcome', 'constraints'];
    await element.updateComplete;
    const headings = [...boxOf(element).querySelectorAll('h4')].map(({innerText}) => innerText);
    expect(headings).to.deep.equal(['What the meeting should yield', 'What holds them back']);
  });

  it('shows another summit as it shows the default one', async () => {
    const element = await show(html`<summit-goal-comparison .data=${makeSummit()}></summit-goal-comparison>`);
    const text = visibleText(element);
    expect(text)
      .to.contain('The Lake Verra talks')
      .and.to.contain('Ada Northfield')
      .and.to.match(/12\s*–\s*13|May 12\s*–\s*13/);
    expect(text).not.to.contain('Alaska');
  });
});
