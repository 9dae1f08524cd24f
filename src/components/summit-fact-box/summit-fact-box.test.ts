import {expect} from 'chai';
import {html} from 'lit';
import {makeSummit} from '../../../test/support/make-summit.js';
import {accessible, boxOf, openAll, show, visibleText} from '../../../test/browser/show.js';
import './define.js';
import type {SummitFactBox} from './summit-fact-box.js';

const plain = html`<summit-fact-box></summit-fact-box>`;

function questions(element: Element): (string | null)[] {
  return [...boxOf(element).querySelectorAll('dt')].map(({textContent}) => textContent);
}

describe('<summit-fact-box>', () => {
  it('has the line under its heading that the data give it', async () => {
    const data = makeSummit({views: {facts: {title: 'In brief', subtitle: 'Everything here is invented'}}});
    const element = await show(html`<summit-fact-box .data=${data}></summit-fact-box>`);
    expect(visibleText(element)).to.match(/^In brief\s+Everything here is invented\s+Scheduled/);
  });

  it('answers the questions of a reader', async () => {
    const element = await show(plain);
    expect(questions(element)).to.deep.equal([
      'Who',
      'What',
      'Where',
      'Why here',
      'Why',
      'What to expect',
      'What may follow',
    ]);
    expect(visibleText(element)).to.match(/Where\s+Anchorage, Alaska\s+Reported · the article 1 statement/);
  });

  it('says the status, who says so, and that no date is given', async () => {
    expect(visibleText(await show(plain))).to.match(/Scheduled · date not given Reported · the article 2 statements/);
  });

  it('says that its source is undated and that nothing was corrected', async () => {
    expect(visibleText(await show(plain))).to.contain(
      'Written before the meeting. The source article carries no date. No corrections so far.',
    );
  });

  it('tells once what all parts of an answer share', async () => {
    const text = visibleText(await show(plain));
    expect(text).to.match(/Ukraine and world politics\s+All 4: Analysis · the article 4 statements/);
    expect(text).to.match(/A preliminary session\s+Stated · the White House 1 statement/);
  });

  it('explains in the opened footer the words for certainty, the sources and the edition', async () => {
    const element = await show(plain);
    openAll(element);
    const text = visibleText(element);
    expect(text)
      .to.contain('Speculation: described as possible')
      .and.to.contain('Diverging Goals')
      .and.to.contain('alaska-2025@1');
  });

  it('is a description list for assistive technology', async () => {
    const title = 'The Alaska summit in brief';
    const counts = await accessible(
      await show(plain),
      {role: 'term'},
      {role: 'region', name: title},
      {role: 'heading', name: title},
    );
    expect(counts).to.deep.equal([7, 1, 1]);
  });

  it('tells the speakers and certainties under a closed line in its name', async () => {
    const [lines] = await accessible(await show(plain), {name: 'Stated · Trump Analysis · the article 2 statements'});
    expect(lines).to.equal(1);
  });

  it('has no list where an answer has no parts', async () => {
    const element = await show(plain);
    const lists = [...boxOf(element).querySelectorAll('dd > ul')];
    expect(lists).to.have.lengthOf(2);
    expect(lists.filter(({children}) => children.length === 0)).to.deep.equal([]);
  });

  it('has no line under its heading where the data give none', async () => {
    const element = await show(plain);
    expect([...boxOf(element).querySelectorAll('p')].filter(({textContent}) => !textContent.trim())).to.deep.equal([]);
  });

  it('shows the chosen facts in the chosen order', async () => {
    const element = await show<SummitFactBox>(html`<summit-fact-box facts="where who"></summit-fact-box>`);
    expect(questions(element)).to.deep.equal(['Where', 'Who']);
    element.facts = ['why'];
    await element.updateComplete;
    expect(questions(element)).to.deep.equal(['Why']);
  });

  it('tells dates, corrections and their log where the data have them', async () => {
    const data = makeSummit({
      changes: [
        {
          kind: 'correction',
          date: '2031-05-03',
          text: 'The ferry was said to sail twice a day.',
          targets: ['north-ferry'],
        },
      ],
    });
    const element = await show(html`<summit-fact-box lang="en-GB" .data=${data}></summit-fact-box>`);
    openAll(element);
    const text = visibleText(element);
    expect(text).to.contain('As of 2 May 2031.').and.to.contain('1 correction or update.');
    expect(text).to.contain('Correction · 3 May 2031 · The ferry was said to sail twice a day.');
  });

  for (const value of ['planned', 'scheduled', 'under-way', 'ended', 'postponed', 'cancelled'] as const) {
    it(`puts the status into words: ${value}`, async () => {
      const data = makeSummit({status: {value, claims: ['meeting-set']}});
      const text = visibleText(await show(html`<summit-fact-box .data=${data}></summit-fact-box>`));
      expect(text.toLowerCase()).to.contain(`${value.replace('-', ' ')} ·`);
    });
  }
});
