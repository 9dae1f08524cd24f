import {expect} from 'chai';
import {html} from 'lit';
import {makeChange, makeClaim, makeSummit} from '../../test/support/make-summit.js';
import {boxOf, next, openAll, show, visibleText, waitUntil} from '../../test/browser/show.js';
import type {SummitFactBox} from '../components/summit-fact-box/summit-fact-box.js';
import type {SummitGoalComparison} from '../components/summit-goal-comparison/summit-goal-comparison.js';
import type {Claim, Summit} from '../data/summit.js';
import '../define.js';

/** The small summit with the text of one claim replaced. */
function withText(id: string, text: string, overrides: Partial<Summit> = {}): Summit {
  return makeSummit({
    claims: makeSummit().claims.map((claim): Claim => (claim.id === id ? {...claim, text} : claim)),
    revision: 2,
    ...overrides,
  });
}

async function compare(data: Summit): Promise<SummitGoalComparison> {
  return show<SummitGoalComparison>(html`<summit-goal-comparison .data=${data}></summit-goal-comparison>`);
}

/** Sets other data and waits until it is on screen. */
async function change(element: SummitGoalComparison | SummitFactBox, data: Summit): Promise<void> {
  const told = next(element, 'summit-load');
  element.data = data;
  await told;
}

/** The announced text. */
function announced(element: Element): string {
  return boxOf(element).querySelector<HTMLElement>('[role=status]')!.innerText;
}

describe('another edition', () => {
  const later = withText('north-quota', 'Northfield wants both states to draw half as much.', {
    claims: [
      ...withText('north-quota', 'Northfield wants both states to draw half as much.').claims.filter(
        ({id}) => id !== 'for-birds',
      ),
      makeClaim('for-boats', 'It will matter to boats.', {at: 'p6 s3'}),
    ],
    facts: makeSummit().facts.map((fact) =>
      fact.id === 'follows'
        ? {
            ...fact,
            items: [
              ...fact.items!.filter(({id}) => id !== 'birds'),
              {id: 'boats', label: 'For boats', claims: ['for-boats']},
            ],
          }
        : fact,
    ),
  });

  it('tells the page which claims are new, changed and gone, after it is on screen', async () => {
    const element = await compare(makeSummit());
    const told = next(element, 'summit-change');
    element.data = later;
    const event = await told;
    expect([event.added, event.changed, event.withdrawn]).to.deep.equal([
      ['for-boats'],
      ['north-quota'],
      ['for-birds'],
    ]);
    expect(event.summit.revision).to.equal(2);
    expect([event.bubbles, event.composed]).to.deep.equal([true, true]);
    openAll(element);
    expect(visibleText(element)).to.contain('half as much');
  });

  it('says what is new where it stands, with the time, and sums it up once for those who listen', async () => {
    const element = await compare(makeSummit());
    expect(announced(element)).to.equal('');
    await change(element, later);
    expect(announced(element)).to.match(/^Updated at \d+:\d\d.*: 1 statement changed, 1 new, 1 withdrawn$/);
    // Both statements with the claim, each once, besides the summary at the top.
    expect(visibleText(element).match(/Updated at/g)).to.have.lengthOf(1 + 2);
    openAll(element);
    const text = visibleText(element);
    expect(text).to.match(
      /lake from falling further\s+Updated at \d+:\d\d[^\n]* Stated: Northfield\n[^]+for the harvest\s+Stated: Southwell\n/,
    );
    expect(text).to.match(/half as much\. Stated: Northfield · paragraph 2 · Updated at \d+:\d\d/);
    // Southwell's statements haven't changed.
    expect(text).not.to.match(/Southwell[^\n]{0,40}· Updated/);
    expect(boxOf(element).querySelectorAll('[role=status]')).to.have.lengthOf(1);
  });

  it('says what is new at a short label too, and names it to those who listen', async () => {
    const positions = makeSummit().positions.map((position) =>
      position.id === 'water-north' ? {...position, brief: {label: 'Less water', claims: ['north-quota']}} : position,
    );
    const element = await show<SummitGoalComparison>(
      html`<summit-goal-comparison .data=${makeSummit({positions})}></summit-goal-comparison>`,
      {width: 360},
    );
    await change(element, {...later, positions});
    expect(visibleText(element)).to.match(/Less water\s+Updated at \d+:\d\d[^\n]* Stated: Northfield\n/);
  });

  it('is no news any more when the next one comes', async () => {
    const element = await compare(makeSummit());
    await change(element, later);
    await change(element, {...later, revision: 3});
    openAll(element);
    expect(visibleText(element).match(/Updated/g)).to.have.lengthOf(1);
    expect(announced(element)).to.match(/^Updated at \d+:\d\d[^:]*$/);
  });

  it('of another summit is no change of this one', async () => {
    const element = await compare(makeSummit());
    let changes = 0;
    element.addEventListener('summit-change', () => changes++);
    await change(element, makeSummit({id: 'other-talks', revision: 2}));
    expect(changes).to.equal(0);
    expect(announced(element)).to.equal('');
  });

  it('touches only what is different', async () => {
    const element = await compare(makeSummit());
    openAll(element);
    await waitUntil(() => visibleText(element).includes('Get the data'));
    const [first] = makeSummit().positions;
    const touched: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const {target} of records) touched.push(target.textContent ?? '');
    });
    observer.observe(element.shadowRoot!, {subtree: true, characterData: true, childList: true, attributes: true});
    await change(
      element,
      makeSummit({revision: 2, positions: [{...first!, label: 'Keep the lake'}, ...makeSummit().positions.slice(1)]}),
    );
    await new Promise(requestAnimationFrame);
    observer.disconnect();
    // The label itself, the edition in the footer, and the line that announces it.
    expect(
      touched.filter((text) => !/^(?:Keep the lake|lake-verra-2031@2|\s*Updated at .*)$/.test(text)),
    ).to.deep.equal([]);
    expect(touched).to.include('Keep the lake');
  });

  it('leaves open what a reader opened, also where statements came before it', async () => {
    const element = await compare(makeSummit());
    const opened = (): string[] =>
      [...boxOf(element).querySelectorAll('tbody details')]
        .filter((one) => one.hasAttribute('open'))
        .map((one) => (one as HTMLElement).innerText);
    const harvest = [...boxOf(element).querySelectorAll<HTMLDetailsElement>('tbody details')].find((one) =>
      one.textContent.includes('Southwell might agree'),
    )!;
    harvest.open = true;
    harvest.querySelector('summary')!.focus();
    const extra = {
      id: 'water-south-0',
      actor: 'southwell',
      topic: 'water',
      label: 'Wants a gauge',
      claims: ['level-falling'],
    };
    await change(
      element,
      makeSummit({
        revision: 2,
        positions: [...makeSummit().positions.slice(0, 3), extra, ...makeSummit().positions.slice(3)],
      }),
    );
    expect(visibleText(element)).to.contain('Wants a gauge');
    expect(opened()).to.have.lengthOf(1);
    expect(opened()[0]).to.contain('Southwell might agree');
    expect(element.shadowRoot!.activeElement!.textContent).to.contain('Speculation');
  });
});

describe('an earlier choice', () => {
  it('whose translation comes late does not take the place of a later one', async () => {
    const fetch = window.fetch.bind(window);
    const {warn} = console;
    let release: (() => void) | undefined;
    window.fetch = async (input, init) =>
      new Request(input).url.endsWith('/slow.de.json')
        ? new Promise((resolve) => {
            release = (): void => {
              resolve(new Response('', {status: 404}));
            };
          })
        : fetch(input, init);
    const warned = new Promise<void>((resolve) => {
      console.warn = (): void => {
        resolve();
      };
    });
    try {
      const element = await show<SummitFactBox>(html`<div lang="de"><summit-fact-box></summit-fact-box></div>`);
      const loads: string[] = [];
      element.addEventListener('summit-load', ({summit}) => loads.push(summit.id));
      element.data = makeSummit({translations: [{lang: 'de', src: '/slow.de.json'}]});
      await waitUntil(() => release !== undefined);
      const told = next(element, 'summit-load');
      element.data = undefined;
      await told;
      release?.();
      // The warning about the missing translation comes before the data is shown.
      await warned;
      await change(element, makeSummit({id: 'third-talks'}));
      expect(loads).to.deep.equal(['alaska-2025', 'third-talks']);
    } finally {
      window.fetch = fetch;
      console.warn = warn;
    }
  });
});

describe('corrections', () => {
  it('stand right under the statement, in plain words, and in the log', async () => {
    const element = await compare(
      makeSummit({changes: [makeChange('correction', 'An earlier version spoke of one state alone.', 'north-quota')]}),
    );
    const text = visibleText(element);
    expect(text).to.match(
      /Stated: Northfield\s+Correction · May 4, 2031 · An earlier version spoke of one state alone\./,
    );
    expect(text).to.contain('1 correction or update.');
    openAll(element);
    const footer = boxOf(element).querySelector<HTMLElement>('[part=footer]')!;
    expect(footer.innerText).to.match(/Correction.·.May 4, 2031.·.An earlier version/);
  });

  it('of a topic stand in its row, with its name, whether or not it is open', async () => {
    const [water, ...topics] = makeSummit().topics;
    const element = await compare(
      makeSummit({
        topics: [{...water!, claims: ['for-farms']}, ...topics],
        changes: [makeChange('update', 'It was one shore.', 'for-farms')],
      }),
    );
    const row =
      /Southwell: Needs [^]*\sWater of the lake:\s+Update · May 4, 2031 · It was one shore\.\s+The ferry line/;
    expect(visibleText(element)).to.match(row);
    openAll(element);
    expect(visibleText(element)).to.match(row);
  });

  it('that withdraw a claim take it out of every view, and say so', async () => {
    const data = makeSummit({
      changes: [makeChange('withdrawal', 'The article no longer says so.', 'north-ferry', 'no-signing')],
    });
    const comparison = await compare(data);
    const facts = await show(html`<summit-fact-box .data=${data}></summit-fact-box>`);
    for (const element of [comparison, facts]) {
      openAll(element);
      expect(visibleText(element)).not.to.match(/wants the ferry to sail|Nothing will be signed/);
      expect(visibleText(element)).to.match(/Withdrawn · May 4, 2031 · The article no longer says so\./);
    }
    expect([...boxOf(comparison).querySelectorAll('s')].map((struck) => struck.textContent)).to.deep.equal([
      'Wants a ferry every day',
    ]);
    expect([...boxOf(facts).querySelectorAll('s')].map((struck) => struck.textContent)).to.deep.equal(['No signing']);
  });

  it('that withdraw the only claim of a topic tell of it there', async () => {
    const element = await compare(
      makeSummit({changes: [makeChange('withdrawal', 'Not measured yet.', 'level-falling')]}),
    );
    // It is told in full once, at the first statement that loses it.
    expect(visibleText(element)).to.match(
      /Water of the lake\s+Northfield[^]*Not measured yet\.[^]*\sWater of the lake:\s+Withdrawn · May 4, 2031\s+The ferry/,
    );
    expect(visibleText(element)).not.to.contain('fallen for three years');
  });

  it('leave a statement standing that other claims bear out', async () => {
    const element = await compare(makeSummit({changes: [makeChange('withdrawal', 'Taken back.', 'south-may-wait')]}));
    expect(boxOf(element).querySelector('s')).to.equal(null);
    expect(visibleText(element)).to.match(/might accept less after the harvest\s+Stated: Southwell\s+Withdrawn/);
  });
});

describe('freshness', () => {
  const asOf = makeSummit().asOf!;

  it('is told past the day of the next review, and not before', async () => {
    const due = await compare(makeSummit({reviewBy: '2020-01-31', asOf: {...asOf, date: '2019-12-01'}}));
    expect(visibleText(due)).to.contain('Last reviewed on December 1, 2019.');
    const fresh = await compare(makeSummit({reviewBy: '2999'}));
    expect(visibleText(fresh)).not.to.contain('Last reviewed');
  });
});

describe('edition', () => {
  it('is told in every box', async () => {
    const data = makeSummit({revision: 7});
    for (const template of [
      html`<summit-goal-comparison .data=${data}></summit-goal-comparison>`,
      html`<summit-region-list .data=${data}></summit-region-list>`,
      html`<summit-fact-box .data=${data}></summit-fact-box>`,
    ]) {
      const element = await show(template);
      openAll(element);
      expect(visibleText(element)).to.contain('lake-verra-2031@7');
    }
    const bundled = await show(html`<summit-fact-box></summit-fact-box>`);
    openAll(bundled);
    expect(visibleText(bundled)).to.match(/alaska-2025@1 · [0-9a-f]{8}( [0-9a-f]{8}){3}/);
  });
});

describe('balance', () => {
  it('is kept: two sides that change places change nothing else', async () => {
    const [north, south, ...others] = makeSummit().actors;
    const columns = async (data: Summit): Promise<string[][]> => {
      const element = await compare(data);
      return [...boxOf(element).querySelectorAll('tbody .row')].map((row) =>
        [...row.querySelectorAll<HTMLElement>('td')].map((cell) => cell.innerText),
      );
    };
    const straight = await columns(makeSummit());
    const swapped = await columns(makeSummit({actors: [south!, north!, ...others]}));
    // The cell of the others stays at the end.
    expect(swapped).to.deep.equal(straight.map(([first, second, ...rest]) => [second, first, ...rest]));
  });
});

it('tells a correction in full once, and names it where it matters again', async () => {
  const [topic] = makeSummit().topics;
  const data = makeSummit({
    topics: [{...topic!, claims: ['north-quota']}, ...makeSummit().topics.slice(1)],
    changes: [makeChange('correction', 'It said: a third as much.', 'north-quota')],
  });
  const text = visibleText(await compare(data));
  expect(text.match(/Correction · /g)!.length).to.be.greaterThan(1);
  expect(text.match(/It said: a third as much\./g)).to.have.lengthOf(1);
});

describe('a translation', () => {
  it('of the bundled summit is shown on a page in its language, and said to be a machine’s', async () => {
    const element = await show(html`<div lang="de"><summit-goal-comparison></summit-goal-comparison></div>`);
    openAll(element);
    const text = visibleText(element);
    expect(text).to.contain('Maschinell übersetzt').and.not.to.contain('Im Original gezeigt');
    expect(text).to.contain('Gesagt: Trump').and.not.to.contain('Be seen as a global peacemaker');
    // Text without a translation, such as the article's title, is marked.
    expect(boxOf(element).querySelector('[part=footer] bdi[lang=en]')?.textContent).to.match(/^Diverging Goals/);
  });

  it('that there is none of is said once', async () => {
    const element = await show(html`<summit-goal-comparison lang="es"></summit-goal-comparison>`);
    expect(visibleText(element).match(/Se muestra en el idioma original: inglés/g)).to.have.lengthOf(1);
  });

  it('comes from the file the data name, and shows in the original what it lacks', async () => {
    const element = await show(
      html`<summit-goal-comparison lang="en" src="/templates/water-talks-ar.json"></summit-goal-comparison>`,
    );
    openAll(element);
    expect(visibleText(element)).to.contain('Shown in Arabic').and.not.to.contain('Translated by machine');
    expect(boxOf(element).querySelector('.label bdi[lang=ar]')).not.to.equal(null);
    expect(boxOf(element).querySelector('#heading bdi')).to.equal(null);
  });

  it('is asked for only where the data come from, unless the page allows another host', async () => {
    const {warn} = console;
    const {fetch} = window;
    const asked: string[] = [];
    const written: string[] = [];
    const origin = 'https://elsewhere.example';
    const showForeign = async (revision: number): Promise<void> => {
      const data = makeSummit({revision, translations: [{lang: 'fr', src: `${origin}/talks.fr.json`}]});
      const element = await show(html`<summit-fact-box lang="fr" .data=${data}></summit-fact-box>`);
      expect(visibleText(element)).to.contain('Affiché en langue originale : anglais');
    };
    console.warn = (...parts: unknown[]) => written.push(parts.join(' '));
    window.fetch = async (input) => {
      asked.push(String(input));
      return Promise.reject(new TypeError('No network in a test'));
    };
    const meta = document.createElement('meta');
    try {
      await showForeign(2);
      expect(asked).to.deep.equal([]);
      expect(written.join()).to.contain('another host than its data file').and.to.contain(`content="${origin}"`);
      meta.name = 'summit-embeds-translations';
      meta.content = `https://cdn.example ${origin}`;
      document.head.append(meta);
      await showForeign(3);
      expect(asked).to.deep.equal([`${origin}/talks.fr.json`]);
    } finally {
      meta.remove();
      window.fetch = fetch;
      console.warn = warn;
    }
  });

  it('that is lost leaves the original, and says which language that is', async () => {
    const {warn} = console;
    const written: string[] = [];
    console.warn = (...parts: unknown[]) => written.push(parts.join(' '));
    const data = makeSummit({translations: [{lang: 'fr', src: '/nowhere.json'}]});
    const element = await show(html`<summit-fact-box lang="fr" .data=${data}></summit-fact-box>`);
    console.warn = warn;
    expect(visibleText(element))
      .to.contain('Affiché en langue originale : anglais')
      .and.to.contain('Ada Northfield and Bruno Southwell');
    expect(written.join()).to.contain('HTTP 404');
  });

  it('follows the attribute, without taking anything away in between', async () => {
    const element = await show<SummitFactBox>(html`<summit-fact-box></summit-fact-box>`);
    const texts: string[] = [];
    const observer = new MutationObserver(() => texts.push(visibleText(element)));
    observer.observe(element.shadowRoot!, {subtree: true, childList: true, characterData: true});
    element.lang = 'uk';
    while (!visibleText(element).includes('Машинний переклад')) await new Promise(requestAnimationFrame);
    observer.disconnect();
    for (const text of texts) expect(text).to.match(/Alaska summit|Аляс/);
  });
});

describe('src', () => {
  it('is resolved against the document, and comes before summit but after data', async () => {
    const element = await show<SummitFactBox>(
      html`<summit-fact-box summit="nowhere" src="/templates/climate-talks.json"></summit-fact-box>`,
    );
    expect(visibleText(element)).to.contain('The Orrin Bay conference in brief');
    await change(element, makeSummit());
    expect(visibleText(element)).to.contain('The Lake Verra talks');
    const told = next(element, 'summit-load');
    element.data = undefined;
    expect((await told).origin).to.equal('src');
    expect(visibleText(element)).to.contain('The Orrin Bay conference in brief');
  });
});
