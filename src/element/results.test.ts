import {expect} from 'chai';
import {html} from 'lit';
import {boxOf, openAll, show, violations, visibleText} from '../../test/browser/show.js';
import type {Summit} from '../data/summit.js';
import '../define.js';

/** One of the real negotiations of the stories. */
const load = async (name: string): Promise<Summit> =>
  (await fetch(`/stories/negotiations/${name}.json`)).json() as Promise<Summit>;

const [colombia, cop28, cyprus] = await Promise.all([load('colombia'), load('cop28'), load('cyprus')]);

const compare = (data: Summit, width = 680): Promise<Element> =>
  show(html`<summit-goal-comparison .data=${data}></summit-goal-comparison>`, {width});
const facts = (data: Summit, width = 680): Promise<Element> =>
  show(html`<summit-fact-box .data=${data}></summit-fact-box>`, {width});

describe('a summit that has ended', () => {
  it('says how, in the status line', async () => {
    expect(visibleText(await compare(cyprus))).to.contain('Ended without an agreement · Crans-Montana');
    expect(visibleText(await compare(cop28))).to.contain('Ended with an agreement · Dubai');
  });

  it('has headings and questions in the past', async () => {
    expect(visibleText(await compare({...cyprus, views: undefined}))).to.contain('who wanted what');
    const text = visibleText(await facts(cyprus));
    expect(text).to.contain('What followed');
    expect(text).not.to.contain('What may follow');
  });

  it('shows the outcome of a topic in its row and that of the summit in the fact box', async () => {
    expect(visibleText(await compare(cop28))).to.match(
      /Outcome\s+Agreed\s+“Transitioning away from fossil fuels[^]*Outcome\s+Not agreed\s+A phase-out/,
    );
    expect(visibleText(await facts(cop28))).to.match(/Outcome\s+Agreed\s+Adopted without objection/);
  });
});

describe('a main aim', () => {
  for (const width of [360, 680, 1200]) {
    it(`of a third party has its name, at ${String(width)} px`, async () => {
      const box = boxOf(await compare(cyprus, width));
      const aim = [...box.querySelectorAll('.aims .label')].find((label) => label.textContent.includes('Treaty stays'));
      const name = aim?.parentElement?.querySelector<HTMLElement>('.who b');
      expect(name?.textContent).to.equal('Turkey');
      expect(getComputedStyle(name!.parentElement!).clipPath).to.equal('none');
    });
  }

  it('that a side with positions lacks is not called nothing, and the side is still named', async () => {
    const aims = boxOf(await compare(cyprus, 360)).querySelector<HTMLElement>('.aims');
    expect(aims?.textContent).not.to.contain('Nothing given');
    // The header is hidden here, and Turkey's aim follows.
    expect(aims?.innerText).to.contain('Turkish Cypriot side');
  });
});

describe('gaps', () => {
  it('of more than three sides share a line, and each column keeps its number', async () => {
    const element = await compare(cop28);
    expect(visibleText(element)).to.contain('China, Brazil: No position given in our sources');
    const cells = [...boxOf(element).querySelectorAll('[aria-colindex]')].map((cell) =>
      cell.getAttribute('aria-colindex'),
    );
    expect(cells).to.include('5').and.to.include('6');
  });

  it('of a topic whose editor hides them are not named', async () => {
    const loss = [...boxOf(await compare(cop28)).querySelectorAll('tbody')].find((group) =>
      group.textContent.includes('Money for loss and damage'),
    );
    expect(loss?.textContent).not.to.contain('No position given');
  });
});

describe('a position', () => {
  it('that replaces another one shows both with their dates', async () => {
    expect(visibleText(await compare(cop28))).to.match(/since December 13, 2023|since 13 December 2023/);
    expect(visibleText(await compare(cop28))).to.match(
      /Before · (?:December 11, 2023|11 December 2023) · Aim\s+A phase-out/,
    );
  });

  it('of a mediator is a proposal', async () => {
    expect(visibleText(await compare(cyprus))).to.match(
      /Guterres mediator · Proposal: End the right[^\n]*\s+since 30 June 2017/,
    );
  });
});

describe('a claim', () => {
  it('names who speaks for whom, what other sources say, and why somebody is not named', async () => {
    const element = await compare(cop28);
    openAll(element);
    const text = visibleText(element);
    expect(text).to.contain('Zhao Yingmin, for China');
    expect(text).to.contain('other sources: Another agency has “unshirkable historical responsibilities”.');
    const box = await facts(cop28);
    openAll(box);
    expect(visibleText(box)).to.contain('not named because the meeting was closed');
  });

  it('without a speaker is asserted by the publisher, and its place is a link to the source', async () => {
    const element = await compare(cop28);
    openAll(element);
    const claim = boxOf(element).querySelector('[data-id="aosis-phase-out"]');
    expect(claim?.textContent).to.match(/Reported: TRT World\s· paragraph 4/);
    expect(claim?.querySelector('.mark a')?.getAttribute('href')).to.match(/^https:\/\/trtworld\.com\//);
  });
});

describe('figures', () => {
  it('are a table with honest bars', async () => {
    const element = await facts(colombia);
    const [vote, abstention] = boxOf(element).querySelectorAll('[role=table]');
    expect(visibleText(element)).to.match(/No\s+6\.431\.376 votos/);
    const widths = [...(vote?.querySelectorAll('rect') ?? [])].map((bar) => Number(bar.getAttribute('width')));
    expect(widths[0]).to.equal(100);
    expect(widths[1]).to.be.closeTo((6_377_482 / 6_431_376) * 100, 0.001);
    expect(Number(abstention?.querySelector('rect')?.getAttribute('width'))).to.equal(62);
    for (const row of vote?.querySelectorAll('[role=rowgroup]') ?? [])
      expect(row.querySelector('summary')?.textContent).to.contain('Caracol');
  });

  it('that disagree stand side by side, with their conditions', async () => {
    const text = visibleText(await compare(cop28));
    expect(text).to.match(
      /The US\s+(?:US)?\$17,500,000\s+Condition: if Congress approves[^]*The US\s+(?:US)?\$24,500,000/i,
    );
  });
});

describe('meetings', () => {
  it('are listed with place, date and status', async () => {
    const text = visibleText(await facts(colombia));
    expect(text).to.match(/Reuniones|Meetings/);
    expect(text).to.match(
      /Firma del primer acuerdo\s+Cartagena\s+\S+ de septiembre de 2016|Firma del primer acuerdo\s+Cartagena\s+September 26, 2016/,
    );
  });
});

describe('the count of statements', () => {
  it('has what is behind outcomes, figures, meetings and earlier positions too', async () => {
    for (const element of [await compare(cop28), await facts(cop28), await facts(colombia)]) {
      openAll(element);
      const shown = new Set(
        [...boxOf(element).querySelectorAll('.claims > [data-id], .clash')].map((claim) =>
          claim.getAttribute('data-id'),
        ),
      );
      expect(boxOf(element).querySelector('.key')?.textContent).to.match(new RegExp(`^\\s*${String(shown.size)} `));
    }
  });
});

describe('results', () => {
  for (const [name, make] of [
    ['the comparison', () => compare(cop28)],
    ['the fact box', () => facts(colombia)],
  ] as const) {
    it(`have no defect for assistive technology in ${name}`, async () => {
      const element = await make();
      openAll(element);
      expect(await violations(element)).to.deep.equal([]);
    });
  }
});
