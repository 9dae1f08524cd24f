import {expect} from 'chai';
import {html, type TemplateResult} from 'lit';
import {makeChange, makeSummit} from '../../../test/support/make-summit.js';
import {
  accessible,
  boxOf,
  fullText,
  itInChromium,
  openAll,
  removeFixtures,
  show,
  violations,
  visibleText,
} from '../../../test/browser/show.js';
import type {Position, Summit} from '../../data/summit.js';
import './define.js';
import type {SummitGoalComparison} from './summit-goal-comparison.js';

const plain = html`<summit-goal-comparison></summit-goal-comparison>`;

/** A comparison of the small summit with these differences. */
const compare = (overrides: Partial<Summit> = {}): TemplateResult =>
  html`<summit-goal-comparison .data=${makeSummit(overrides)}></summit-goal-comparison>`;

/** The row header that begins with this title. */
function headerOf(element: Element, title: string): HTMLElement {
  return [...boxOf(element).querySelectorAll<HTMLElement>('[role=rowheader]')].find(({innerText}) =>
    innerText.trim().startsWith(title),
  )!;
}

function cellsOf(element: Element, title: string): HTMLElement[] {
  return [...headerOf(element, title).parentElement!.querySelectorAll<HTMLElement>('.side')];
}

/** The places of the sides' cells in a row. */
function sidesOf(element: Element, title: string): DOMRect[] {
  return cellsOf(element, title).map((cell) => cell.getBoundingClientRect());
}

/** Opens a statement as a reader does. */
function openIn(element: Element, title: string, side: number): void {
  cellsOf(element, title)[side]!.querySelector('summary')!.click();
}

describe('<summit-goal-comparison>', () => {
  it('tells the main aims first, told apart from other aims', async () => {
    const element = await show(plain);
    const seen = visibleText(element);
    expect(seen.slice(0, seen.indexOf('Territory')))
      .to.contain('Secure territorial claims in Ukraine')
      .and.to.contain('Be seen as a global peacemaker');
    const text = fullText(element);
    expect(text.slice(0, text.indexOf('Territory')).match(/· Main aim/g)).to.have.lengthOf(2);
    expect(text.slice(text.indexOf('Territory')))
      .to.contain('· Aim')
      .and.not.to.contain('Main aim');
  });

  it('says how surely under each position, and who says so where the header does not', async () => {
    const text = visibleText(await show(plain));
    expect(text).to.contain('Where nobody is named, the article speaks.');
    expect(text).to.match(/Putin: Demands that Ukraine cede .*\n\s*Reported: Putin, the article Analysis\n/);
  });

  it('names each publication where there are several', async () => {
    const {actors} = makeSummit();
    const paper = {id: 'paper', kind: 'publication', role: 'source', name: 'The other paper'} as const;
    const text = visibleText(await show(compare({actors: [...actors, paper]})));
    expect(text)
      .to.match(/Southwell: Needs the water now[^\n]*\n\s*Stated: Southwell Speculation: the article\n/)
      .and.not.to.contain('Where nobody is named');
  });

  it('tells in opened details speaker, certainty and place of every claim', async () => {
    const element = await show(plain);
    openAll(element);
    expect(visibleText(element)).to.match(
      /Putin has persistently demanded that Ukraine cede the four regions\.\s+Reported: Putin · paragraph 3/,
    );
    expect(visibleText(element)).to.match(
      /The repeated demands point to Putin’s wish for victory\.\s+Analysis: the article · paragraph 3/,
    );
  });

  it('says so beside the name where the source gives no position', async () => {
    const text = visibleText(await show(plain));
    expect(text.match(/(?:Trump|Putin): No position given\n/g)).to.have.lengthOf(2);
    expect(text.match(/No position given/g)).to.have.lengthOf(2);
  });

  it('shows third parties apart from the sides, and what holds everybody back', async () => {
    const element = await show(plain);
    const text = visibleText(element);
    expect(text).to.match(/Ukraine: Rejects ceding territory\s+Stated: Ukraine Reported\n/);
    expect(text).to.match(/European leaders: Recent talks/);
    expect(text).to.match(/What holds them back[^]*The talks: Ukraine rejects the demands/);
    expect([...boxOf(element).querySelectorAll('.others .who b')].map(({textContent}) => textContent)).to.deep.equal([
      'Ukraine',
      'European leaders',
      'The talks',
    ]);
  });

  it('opens what is said of a topic at its heading', async () => {
    const element = await show(plain);
    const claim = 'Both leaders see further opportunities in the meeting';
    expect(visibleText(element)).not.to.contain(claim);
    const about = [...boxOf(element).querySelectorAll('details')].find(({textContent}) => textContent.includes(claim))!;
    about.querySelector('summary')!.click();
    expect(visibleText(element)).to.match(/International standing\s+Both leaders see[^\n]* Analysis: the article · /);
  });

  itInChromium('has the full form in the name of each control', async () => {
    const names = [
      'Vladimir Putin President of Russia · Main aim Secure territorial claims in Ukraine and legitimacy for territory taken in four regions Reported: Putin Analysis: the article 4 statements',
      'Ukraine · Rejection: Rejects ceding territory Stated: Ukraine Reported: the article 2 statements',
      'Putin · Aim: Expected to make any concession serve Russia’s standing Analysis: the article 1 statement',
      'Trump: The promise to end the conflict “easily” Stated: Trump Analysis: the article 2 statements',
    ];
    for (const width of [640, 1000]) {
      // A cell with one statement has the same name.
      const counts = await accessible(await show(plain, {width}), ...names.map((name) => ({name})));
      expect(counts.indexOf(0), `${String(width)} px: ${counts.join()}`).to.equal(-1);
      removeFixtures();
    }
  });

  for (const [layout, width] of [
    ['stacked', 300],
    ['in columns', 640],
    ['with topics in the margin', 1000],
  ] as const) {
    it(`is a table for assistive technology, ${layout}`, async () => {
      const counts = await accessible(
        await show(plain, {width}),
        {role: 'table', name: 'The Alaska summit: who wants what'},
        {role: 'columnheader', name: 'Vladimir Putin President of Russia'},
        {role: 'columnheader', name: 'Donald Trump US President'},
        {role: 'columnheader', name: 'Others'},
        {role: 'rowheader', name: 'Main aim'},
        {role: 'rowheader', name: 'Territory Opposed'},
        {role: 'heading', name: 'Territory'},
        {role: 'rowheader'},
        {role: 'cell'},
      );
      // Main aims, five topics and constraints have two cells each, three of them a third for the others; the clash has
      // one, and so has the corner, which WebKit leaves out.
      const corner = navigator.userAgent.includes('AppleWebKit') && !navigator.userAgent.includes('Chrome/') ? 0 : 1;
      expect(counts).to.deep.equal([1, 1, 1, 1, 1, 1, 1, 7, 14 + 3 + 1 + corner]);
    });

    it(`has no defect for assistive technology, ${layout}, closed and open`, async () => {
      const element = await show(plain, {width});
      expect(await violations(element)).to.deep.equal([]);
      openAll(element);
      expect(await violations(element)).to.deep.equal([]);
      expect(boxOf(element).scrollWidth).to.be.at.most(width);
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
    const text = visibleText(await show(plain, {width: 300}));
    expect(text).to.match(/Vladimir Putin\s+President of Russia\s+Secure territorial/);
    expect(text).to.match(/Donald Trump\s+US President\s+Be seen/);
    expect(text).to.match(/Trump:?\s+No position given/);
  });

  it('puts two sides side by side from 19.2 em on, and under one another below', async () => {
    const element = await show<SummitGoalComparison>(plain, {width: 308});
    const [first, second] = [...boxOf(element).querySelectorAll('[role=columnheader] b')].map((name) =>
      name.getBoundingClientRect(),
    );
    expect(first?.top).to.equal(second?.top);
    // Equal widths: the second name starts at the second half, after the gap of 1.1 em.
    expect(second!.left - first!.left).to.be.closeTo((308 + 1.1 * 16) / 2, 1);
    const territory = sidesOf(element, 'Territory');
    expect(territory[0]!.top).to.equal(territory[1]!.top);
    element.parentElement!.style.width = '307px';
    const stacked = sidesOf(element, 'International standing');
    expect(stacked[1]!.top).to.be.at.least(stacked[0]!.bottom);
    expect(stacked[0]!.width).to.be.closeTo(307, 1);
  });

  it('puts the topic beside the sides from 54 em on, and above them below', async () => {
    const element = await show<SummitGoalComparison>(plain, {width: 54 * 16});
    const topic = (): DOMRect => headerOf(element, 'Territory').getBoundingClientRect();
    expect(sidesOf(element, 'Territory')[0]!.left).to.be.at.least(topic().right);
    element.parentElement!.style.width = `${String(54 * 16 - 1)}px`;
    expect(sidesOf(element, 'Territory')[0]!.top).to.be.at.least(topic().bottom);
  });

  it('stacks a row with an open statement, so that there is no hole beside its claims', async () => {
    const element = await show<SummitGoalComparison>(plain, {width: 640});
    const before = sidesOf(element, 'International standing');
    expect(before[0]!.top).to.equal(before[1]!.top);
    openIn(element, 'International standing', 0);
    const after = sidesOf(element, 'International standing');
    // Engines round.
    expect(after[1]!.top).to.be.at.least(after[0]!.bottom - 0.1);
    for (const side of after) expect(side.width).to.be.closeTo(640, 1);
    // The other rows stay.
    const other = sidesOf(element, 'Ending the war');
    expect(other[0]!.top).to.equal(other[1]!.top);
  });

  for (const width of [380, 640]) {
    it(`names the side of each main aim once, closed, open and closed again, ${String(width)} px wide`, async () => {
      const element = await show<SummitGoalComparison>(plain, {width});
      const details = boxOf(element).querySelectorAll<HTMLDetailsElement>('.aims .side details')[1]!;
      for (const isOpen of [false, true, false]) {
        details.open = isOpen;
        await new Promise(requestAnimationFrame);
        const text = visibleText(element);
        for (const name of ['Vladimir Putin', 'Donald Trump']) expect(text.split(name), text).to.have.lengthOf(2);
      }
    });
  }

  it('lets an open statement beside a gap take the row of a table, and names the gap below it', async () => {
    const element = await show<SummitGoalComparison>(plain, {width: 1200});
    const [open, gap] = sidesOf(element, 'Territory');
    expect(open!.top).to.equal(gap!.top);
    openIn(element, 'Territory', 0);
    const [taking, below] = sidesOf(element, 'Territory');
    expect(taking!.width).to.be.greaterThan(1.9 * open!.width);
    expect(taking!.left).to.equal(open!.left);
    expect(below!.top).to.be.at.least(taking!.bottom);
    expect(visibleText(element)).to.match(/Trump: No position given\s/);
    // Two statements keep their columns.
    const before = sidesOf(element, 'International standing');
    openIn(element, 'International standing', 0);
    const after = sidesOf(element, 'International standing');
    expect(after.map(({left, width}) => [left, width])).to.deep.equal(before.map(({left, width}) => [left, width]));
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

  it('counts the statements in it with each certainty, once each', async () => {
    expect(visibleText(await show(compare()))).to.match(/6 statements: 3 stated 2 reported 1 speculation\n/);
    const element = await show(
      html`<summit-goal-comparison topics="ferry" .data=${makeSummit()}></summit-goal-comparison>`,
    );
    expect(visibleText(element)).to.match(/4 statements: 3 stated 1 reported\n/);
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

/** The positions of the small summit, with changes to some. */
function withPositions(changes: Readonly<Record<string, Partial<Position>>>): readonly Position[] {
  return makeSummit().positions.map((position) => ({...position, ...changes[position.id]}));
}

/** The labels of the statements on a tinted ground. */
function tinted(element: Element): (string | undefined)[] {
  return [...boxOf(element).querySelectorAll<HTMLElement>('.say')]
    .filter((statement) => getComputedStyle(statement).backgroundColor !== 'rgba(0, 0, 0, 0)')
    .map((statement) => statement.querySelector<HTMLElement>('.label:not(.short)')?.innerText);
}

describe('a topic where one side rejects what another aims at', () => {
  const north = 'Wants both states to draw less';
  const south = 'Needs the water now; might accept less after the harvest';

  for (const stance of ['seeks', 'supports'] as const) {
    it(`says so in a word, with both on a tinted ground: ${stance}`, async () => {
      const positions = withPositions({'water-north': {stance}, 'water-south': {stance: 'rejects'}});
      const element = await show(compare({positions}));
      expect(visibleText(element)).to.match(/Water of the lake Opposed\n/);
      expect(visibleText(element).match(/Opposed/g)).to.have.lengthOf(1);
      expect(tinted(element)).to.deep.equal([north, south]);
      expect(await violations(element)).to.deep.equal([]);
    });
  }

  it('has only the rejections on a tinted ground with more than two sides', async () => {
    const actors = makeSummit().actors.map((actor) =>
      actor.id === 'fishers' ? {...actor, role: 'principal' as const} : actor,
    );
    const positions = withPositions({'water-south': {stance: 'rejects'}});
    const element = await show(compare({actors, positions}));
    expect(visibleText(element)).to.contain('Opposed');
    expect(tinted(element)).to.deep.equal([south]);
  });

  for (const width of [300, 640, 1000]) {
    it(`stands once with more than two sides, and in each header for screen readers, ${String(width)} px wide`, async () => {
      const actors = makeSummit().actors.map((actor) =>
        actor.id === 'fishers' ? {...actor, role: 'principal' as const} : actor,
      );
      const positions = withPositions({
        'water-north': {stance: 'seeks'},
        'water-south': {stance: 'rejects'},
        'ferry-north': {stance: 'seeks'},
        'ferry-fishers': {stance: 'rejects'},
      });
      const element = await show(compare({actors, positions}), {width});
      expect(visibleText(element).match(/Opposed/g)).to.have.lengthOf(1);
      const names = ['Water of the lake Opposed', 'The ferry line Opposed'].map((name) => ({role: 'rowheader', name}));
      expect(await accessible(element, ...names)).to.deep.equal([1, 1]);
      expect(boxOf(element).scrollWidth).to.be.at.most(width);
      expect(await violations(element)).to.deep.equal([]);
    });
  }

  const peaceful: Readonly<Record<string, readonly Position[]>> = {
    'one side is unclear': makeSummit().positions,
    'one side rejects and nobody aims': withPositions({
      'water-north': {stance: 'unclear'},
      'water-south': {stance: 'rejects'},
    }),
    'one side both aims and rejects': withPositions({
      'water-south': {actor: 'northfield', stance: 'rejects'},
      'aim-south': {topic: 'ferry'},
    }),
  };
  for (const [name, positions] of Object.entries(peaceful)) {
    it(`is not where ${name}`, async () => {
      const element = await show(compare({positions}));
      expect(visibleText(element)).not.to.contain('Opposed');
      expect(tinted(element)).to.deep.equal([]);
    });
  }

  it('is not where the editor leaves out the side that aims, or a statement is withdrawn', async () => {
    const positions = withPositions({'water-south': {stance: 'rejects', claims: ['south-may-wait']}});
    const alone = await show(
      html`<summit-goal-comparison actors="southwell" .data=${makeSummit({positions})}></summit-goal-comparison>`,
    );
    expect(visibleText(alone)).to.contain(south).and.not.to.contain('Opposed');
    const changes = [makeChange('withdrawal', 'Taken back.', 'south-may-wait')];
    expect(visibleText(await show(compare({positions})))).to.contain('Opposed');
    expect(visibleText(await show(compare({positions, changes})))).not.to.contain('Opposed');
  });
});

describe('the clash', () => {
  const falling = 'The level of the lake has fallen for three years.';
  const opposed = withPositions({'water-south': {stance: 'rejects'}});
  const topics = makeSummit().topics.map((topic) =>
    topic.id === 'ferry' ? {...topic, claims: ['north-ferry']} : topic,
  );
  const sentence = (element: Element): string => boxOf(element).querySelector<HTMLElement>('.clash')?.innerText ?? '';

  it('is what is said of the first opposed topic, under the aims with its certainty and its place', async () => {
    const element = await show(compare({positions: opposed, topics}));
    expect(visibleText(element)).to.match(
      /Secure water for the harvest\s+Stated: Southwell\s+The level of the lake has fallen for three years\. Reported · paragraph 1\s+Water of the lake/,
    );
    expect(fullText(element)).to.match(/three years\. Reported\s*: the article/);
    // Its topic doesn't have it again.
    expect(headerOf(element, 'Water of the lake').querySelector('details')).to.equal(null);
  });

  it('is what the data name, also of a topic that is not opposed', async () => {
    const element = await show(
      compare({positions: opposed, topics, views: {comparison: {title: 'Aims', clash: 'north-ferry'}}}),
    );
    expect(sentence(element)).to.contain('Northfield wants the ferry to sail every day.');
    expect(headerOf(element, 'The ferry line').querySelector('details')).to.equal(null);
    headerOf(element, 'Water of the lake').querySelector('summary')!.click();
    expect(headerOf(element, 'Water of the lake').innerText).to.contain(falling);
  });

  it('is not shown where no topic is opposed and the data name none', async () => {
    const element = await show(compare());
    expect(sentence(element)).to.equal('');
    expect(headerOf(element, 'Water of the lake').querySelector('details')!.textContent).to.contain(falling);
  });

  it('is told with its correction, and with who disputes it', async () => {
    const claims = makeSummit().claims.map((claim) =>
      claim.id === 'level-falling' ? {...claim, disputedBy: ['southwell']} : claim,
    );
    const element = await show(
      compare({claims, positions: opposed, changes: [makeChange('correction', 'It was two years.', 'level-falling')]}),
    );
    expect(sentence(element)).to.match(/Southwell/);
    expect(visibleText(element)).to.match(
      /fallen for three years\.[^\n]*\s+Correction · May 4, 2031 · It was two years\.\s+Water of the lake/,
    );
  });

  it('is in the first 560 px on a phone, as the aims are', async () => {
    const element = await show(plain, {width: 360});
    const {top} = boxOf(element).getBoundingClientRect();
    const clash = boxOf(element).querySelector('.clash')!.getBoundingClientRect();
    expect(clash.bottom - top).to.be.at.most(560);
    for (const label of boxOf(element).querySelectorAll('.aims .label'))
      expect(label.getBoundingClientRect().bottom).to.be.at.most(clash.top);
  });
});

describe('a short label', () => {
  const label = 'Needs the water now; might accept less after the harvest';
  const data = makeSummit({
    positions: withPositions({'water-south': {brief: {label: 'Needs the water', claims: ['south-harvest']}}}),
  });
  const template = html`<summit-goal-comparison .data=${data}></summit-goal-comparison>`;

  itInChromium('takes the place of the full one below 35 em, with an attribution of its own', async () => {
    const element = await show(template, {width: 35 * 16 - 1});
    expect(visibleText(element))
      .to.match(/Southwell\s+Needs the water\s+Stated: Southwell\n/)
      .and.not.to.contain(label);
    const [shortNames] = await accessible(element, {
      name: 'Southwell · Unclear Needs the water Stated: Southwell 1 statement',
    });
    expect(shortNames).to.be.greaterThan(0);
    element.parentElement!.style.width = '560px';
    expect(visibleText(element))
      .to.match(/Southwell: Needs the water now; might accept less after the harvest\s+Stated: Southwell Speculation\n/)
      .and.not.to.match(/Needs the water\n/);
    const [names] = await accessible(element, {
      name: `Southwell · Unclear: ${label} Stated: Southwell Speculation: the article 2 statements`,
    });
    expect(names).to.be.greaterThan(0);
  });

  it('opens to the full label and all its claims', async () => {
    const element = await show(template, {width: 360});
    openIn(element, 'Water of the lake', 1);
    expect(visibleText(element)).to.match(
      /Needs the water\s+Stated: Southwell\s+Needs the water now; might accept less after the harvest\s+Southwell says[^\n]*\s+Southwell might agree/,
    );
    expect(await violations(element)).to.deep.equal([]);
  });

  it('is not shown twice where a wide column opens', async () => {
    const element = await show(template, {width: 640});
    openIn(element, 'Water of the lake', 1);
    expect(visibleText(element).split(label)).to.have.lengthOf(2);
  });

  it('is not shown without the claims that it tells', async () => {
    const changes = [makeChange('withdrawal', 'Taken back.', 'south-harvest')];
    const element = await show(
      html`<summit-goal-comparison .data=${makeSummit({positions: data.positions, changes})}></summit-goal-comparison>`,
      {width: 360},
    );
    expect(visibleText(element))
      .to.contain(label)
      .and.not.to.match(/Needs the water\n/);
  });
});

describe('the gaps of more than three sides', () => {
  const [first, second, ...others] = makeSummit().actors;
  const side = (id: string, name: string): Summit['actors'][number] => ({id, kind: 'state', role: 'principal', name});
  const actors = [first!, second!, side('east', 'Eastland'), side('west', 'Westland'), ...others];

  it('share one line in a list, and stay in their columns in a table', async () => {
    const element = await show(compare({actors}), {width: 640});
    expect(visibleText(element)).to.match(
      /Northfield: Wants a ferry every day[^]*Southwell, Eastland, Westland: No position given\n/,
    );
    const row = (): string =>
      visibleText(element)
        .replace(/^[^]*The ferry line/, '')
        .replace(/What holds them[^]*$/, '');
    expect(row().match(/No position given/g)).to.have.lengthOf(1);
    expect(await violations(element)).to.deep.equal([]);
    element.parentElement!.style.width = '1200px';
    expect(row().match(/No position given/g)).to.have.lengthOf(3);
    const tops = cellsOf(element, 'The ferry line').map((cell) => cell.getBoundingClientRect().top);
    expect(new Set(tops).size).to.equal(1);
    openAll(element);
    expect(await violations(element)).to.deep.equal([]);
  });
});
