import {expect} from 'chai';
import {html} from 'lit';
import {makeSummit} from '../../../test/support/make-summit.js';
import {accessible, boxOf, itInChromium, openAll, show, violations, visibleText} from '../../../test/browser/show.js';
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
    expect(visibleText(element)).to.match(
      /^In brief\s+Scheduled [^\n]*\n\s*Everything here is invented · Where nobody/,
    );
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
    expect(visibleText(element)).to.match(/Where\s+Anchorage, Alaska\s+Reported\n/);
  });

  it('says the status, who says so, and that no date is given', async () => {
    expect(visibleText(await show(plain))).to.match(/Scheduled · date not given Reported\n/);
  });

  it('says that its source is undated, and with the sources that nothing was corrected', async () => {
    const element = await show(plain);
    expect(visibleText(element))
      .to.contain('Written before the meeting, undated.')
      .and.not.to.contain('No corrections');
    openAll(element);
    expect(visibleText(element)).to.contain('No corrections so far.');
  });

  it('tells once what all parts of an answer share', async () => {
    const text = visibleText(await show(plain));
    expect(text).to.match(
      /What may follow\s+Relations between the US and Russia; Europe’s stability; How the conflict in Ukraine develops; Ukraine and world politics\s+Analysis\n/,
    );
    expect(text).to.match(/A preliminary session\s+Stated: the White House\n/);
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

  itInChromium('has the full form in the name of each control, also where the header says who speaks', async () => {
    const counts = await accessible(
      await show(plain),
      {name: 'Scheduled · date not given Reported: the article 2 statements'},
      {name: 'Significant breakthroughs may not come Stated: Trump Analysis: the article 2 statements'},
      {name: 'Anchorage, Alaska Reported: the article 1 statement'},
    );
    expect(counts).to.deep.equal([1, 1, 1]);
  });

  it('shows no label that nobody stands for above the parts of an answer', async () => {
    const text = visibleText(await show(plain));
    expect(text)
      .to.match(/What to expect\s+A preliminary session\n/)
      .and.not.to.contain('no breakthrough promised');
  });

  it('shows a label with claims of its own above the parts, with its attribution', async () => {
    const facts = makeSummit().facts.map((fact) => (fact.id === 'expect' ? {...fact, claims: ['meeting-set']} : fact));
    const element = await show(html`<summit-fact-box .data=${makeSummit({facts})}></summit-fact-box>`);
    expect(visibleText(element)).to.match(
      /What to expect\s+A first round; nothing to sign\s+Reported\s+The first of two meetings\s+Reported\s+No signing\s+Stated: Southwell\n/,
    );
  });

  it('says who speaks where nobody is named only if one publication does', async () => {
    const one = await show(html`<summit-fact-box .data=${makeSummit()}></summit-fact-box>`);
    expect(visibleText(one))
      .to.match(/Where nobody is named, the article speaks\./)
      .and.to.match(/The first of two meetings\s+Reported\n/);
    const {actors} = makeSummit();
    const paper = {id: 'paper', kind: 'publication', role: 'source', name: 'The other paper'} as const;
    const two = await show(html`<summit-fact-box .data=${makeSummit({actors: [...actors, paper]})}></summit-fact-box>`);
    expect(visibleText(two))
      .to.match(/The first of two meetings\s+Reported: the article\n/)
      .and.not.to.contain('Where nobody is named');
  });

  it('counts the statements in the box with each certainty, once each', async () => {
    const text = visibleText(await show(html`<summit-fact-box .data=${makeSummit()}></summit-fact-box>`));
    expect(text).to.match(/5 statements: 1 stated 2 reported 2 analysis\n/);
    const who = visibleText(await show(html`<summit-fact-box facts="who" .data=${makeSummit()}></summit-fact-box>`));
    // The same claim is behind the status.
    expect(who).to.match(/1 statement: 1 reported\n/);
  });

  it('has no list where an answer has no parts', async () => {
    const element = await show(plain);
    const lists = [...boxOf(element).querySelectorAll('dd > ul')];
    expect(lists).to.have.lengthOf(1);
    expect(lists.filter(({children}) => children.length === 0)).to.deep.equal([]);
  });

  it('has no line under its heading where the data give none', async () => {
    const element = await show(plain);
    expect([...boxOf(element).querySelectorAll('p')].filter(({textContent}) => !textContent.trim())).to.deep.equal([]);
  });

  it('never breaks a word of a question in a narrow column, whatever the size of the text', async () => {
    const element = await show(html`<summit-fact-box facts="expect"></summit-fact-box>`, {width: 400});
    const text = [...boxOf(element).querySelector('dt')!.childNodes].find((node) => node instanceof Text)!;
    // A column that is rounded down lacks a part of a pixel at some of these sizes.
    for (let size = 16; size <= 19; size += 0.1) {
      element.parentElement!.style.font = `${String(size)}px 'Noto Serif', serif`;
      for (const {index, 0: word} of text.data.matchAll(/\S+/g)) {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        expect(range.getClientRects(), `${word} at ${String(size)} px`).to.have.lengthOf(1);
      }
    }
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

  for (const width of [300, 640, 1100]) {
    it(`has no defect for assistive technology, closed and open, ${String(width)} px wide`, async () => {
      const element = await show(plain, {width});
      expect(await violations(element)).to.deep.equal([]);
      openAll(element);
      expect(await violations(element)).to.deep.equal([]);
      expect(boxOf(element).scrollWidth).to.be.at.most(width);
    });
  }

  for (const value of ['planned', 'scheduled', 'under-way', 'ended', 'postponed', 'cancelled'] as const) {
    it(`puts the status into words: ${value}`, async () => {
      const data = makeSummit({status: {value, claims: ['meeting-set']}});
      const text = visibleText(await show(html`<summit-fact-box .data=${data}></summit-fact-box>`));
      expect(text.toLowerCase()).to.contain(`${value.replace('-', ' ')} ·`);
    });
  }
});
