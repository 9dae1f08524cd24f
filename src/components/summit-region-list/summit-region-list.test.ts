import {expect} from 'chai';
import {html} from 'lit';
import {makeList} from '../../../bench/list-data.mjs';
import {makeChange, makeClaim, makeSummit} from '../../../test/support/make-summit.js';
import {
  accessible,
  as,
  boxOf,
  describeInChromium,
  itInChromium,
  next,
  openAll,
  show,
  violations,
  visibleText,
  waitUntil,
} from '../../../test/browser/show.js';
import type {Region, Summit} from '../../data/summit.js';
import './define.js';
import type {SummitRegionList} from './summit-region-list.js';

const plain = html`<summit-region-list></summit-region-list>`;

describe('<summit-region-list>', () => {
  it('lists the regions with native names, and their codes in the footer', async () => {
    const element = await show(plain, {width: 400});
    const lines = visibleText(element).replaceAll(/\s+/g, ' ');
    expect(lines)
      .to.contain(
        'Donetsk Донецька область Luhansk Луганська область ' +
          'Zaporizhzhia Запорізька область Kherson Херсонська область',
      )
      .and.not.to.contain('UA-');
    openAll(element);
    expect(visibleText(element)).to.contain('Donetsk UA-14 · Luhansk UA-09 · Zaporizhzhia UA-23 · Kherson UA-65');
  });

  it('says once who claims all of them and who answers', async () => {
    const text = visibleText(await show(plain));
    expect(text).to.match(/In each of the 4 regions\s+Putin: Demands that Ukraine cede the region/);
    expect(text).to.match(/Ukraine third party: Rejects ceding it\s+Stated: Ukraine\n/);
    expect(text.match(/Rejects ceding it/g)).to.have.lengthOf(1);
  });

  it('renders a long list in pieces, each after a pause, and changes it without taking anything away', async () => {
    const count = 3000;
    const summit = makeList(count) as Summit;
    const element = await show<SummitRegionList>(html`<summit-region-list .data=${summit}></summit-region-list>`);
    const places = (): string[] =>
      [...boxOf(element).querySelectorAll<HTMLElement>('.place[data-region]')].map(({dataset}) => dataset['region']!);
    expect(places().length).to.be.within(60, count - 500);
    await waitUntil(() => places().length === count);
    // Places of which nothing of their own is said are one group.
    const spoken = new Set(summit.positions.flatMap(({regions = []}) => (regions.length < count ? regions : [])));
    const silent = summit.regions.map(({id}) => id).filter((id) => !spoken.has(id));
    expect(places()).to.deep.equal(
      summit.regions.flatMap(({id}) => (spoken.has(id) ? id : id === silent[0] ? silent : [])),
    );

    const counts: number[] = [];
    const observer = new MutationObserver(() => counts.push(places().length));
    observer.observe(element.shadowRoot!, {childList: true, subtree: true});
    element.data = {
      ...summit,
      revision: 2,
      regions: summit.regions.map((region) => ({...region, name: `New ${region.name}`})),
    };
    await waitUntil(() =>
      [...boxOf(element).querySelectorAll('.place .name')].every(({textContent}) => textContent.startsWith('New ')),
    );
    observer.disconnect();
    expect(counts.filter((seen) => seen !== count)).to.deep.equal([]);
  });

  it('has a map with names, a scale bar, its border basis and its credit', async () => {
    const element = await show(plain);
    const figure = boxOf(element).querySelector<HTMLElement>('[part=map]')!;
    expect([...figure.querySelectorAll('text')].map(({textContent}) => textContent)).to.deep.equal([
      'Sea of Azov',
      'Black Sea',
      'Russia',
      'Ukraine',
      'Donetsk',
      'Luhansk',
      'Zaporizhzhia',
      'Kherson',
      '200 km',
    ]);
    expect(figure.innerText)
      .to.contain('internationally recognised borders (UN GA 68/262, ES-11/4)')
      .and.to.contain('Map: Natural Earth');
  });

  for (const width of [240, 640, 1100]) {
    itInChromium(
      `keeps apart all that is written on the map, ${String(width)} px wide, with four places and with sixty`,
      async () => {
        const climate = (await (await fetch('/templates/climate-talks.json')).json()) as Summit;
        for (const template of [plain, html`<summit-region-list .data=${climate}></summit-region-list>`]) {
          const element = await show(template, {width});
          const labels = [...boxOf(element).querySelectorAll('[part=map] circle, [part=map] text:not(circle + *)')]
            .map((label) => label.getBoundingClientRect())
            .filter((label) => label.width > 0);
          expect(labels.length).to.be.greaterThan(4);
          const collisions = labels.flatMap((a, n) => labels.slice(0, n).filter((b) => overlap(a, b)));
          expect(collisions).to.deep.equal([]);
        }
      },
    );
  }

  it('has the number of a region whose name has no space, in every language and in both directions', async () => {
    for (const [lang, expected] of Object.entries({
      de: ['Donezk', 'Luhansk', 'Saporischschja', 'Cherson'],
      uk: ['1', '2', '3', '4'],
      ar: ['دونيتسك', 'لوهانسك', 'زابوريجيا', 'خيرسون'],
    })) {
      const element = await show(html`<summit-region-list lang=${lang}></summit-region-list>`);
      const labels = [...boxOf(element).querySelectorAll('svg [data-region] text')];
      expect(labels.map(({textContent}) => textContent)).to.deep.equal(expected);
      // The map doesn't mirror.
      const [west, east] = ['kherson', 'luhansk'].map((id) =>
        boxOf(element).querySelector(`path[data-region=${id}]`)!.getBoundingClientRect(),
      );
      expect(west!.left).to.be.lessThan(east!.left);
    }
  });

  it('has names of at least 11 px on a map of 300 px', async () => {
    const element = await show(plain, {width: 300});
    const svg = boxOf(element).querySelector('svg')!;
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const sizes = [...svg.querySelectorAll('text')].map(
      (text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
    );
    expect(Math.min(...sizes)).to.be.at.least(11);
  });

  it('shows where the map is: the land in a corner, with the regions under their frame', async () => {
    const element = await show(plain);
    const [frame, regions, box] = ['.frame', '.region', 'rect'].map((selector) =>
      boxOf(element).querySelector(`.locator ${selector}`)!.getBoundingClientRect(),
    );
    const isIn = (inner: DOMRect, outer: DOMRect): boolean =>
      inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
    expect([isIn(regions!, frame!), isIn(frame!, box!)]).to.deep.equal([true, true]);
  });

  it('has numbers in the colours of the system where the reader forces those, whatever the theme', async function () {
    const numbered = html`<summit-region-list .data=${makeSummit()}></summit-region-list>`;
    const element = await show(html`<div style="--summit-paper: rgb(9, 9, 9); color-scheme: light">${numbered}</div>`);
    await as({features: {'forced-colors': 'active'}}, this, async () => {
      const probe = element.parentElement!.appendChild(document.createElement('i'));
      probe.style.cssText = 'color: CanvasText; background: Canvas';
      const {color, backgroundColor} = getComputedStyle(probe);
      const number = [...boxOf(element).querySelectorAll('svg text')].find(({textContent}) => textContent === '1')!;
      expect(getComputedStyle(number).fill).to.equal(color);
      expect(getComputedStyle(number.previousElementSibling!).fill).to.equal(backgroundColor);
      return Promise.resolve();
    });
  });

  it('is for assistive technology a map with a name and an ordered list', async () => {
    const counts = await accessible(
      await show(plain),
      {role: 'image', name: 'Map: Ukraine. Names and numbers as in the list.'},
      {role: 'listitem'},
      {role: 'heading', name: 'In each of the 4 regions'},
    );
    expect(counts).to.deep.equal([1, 4, 1]);
  });

  it('draws lines and dots over areas, with the number of a dot beside it, and says what is not on the map', async () => {
    const [bay] = makeSummit().regions;
    const shapes: Readonly<Record<string, Region['shape']>> = {
      dam: {kind: 'point', d: 'M300 200h0', label: [334, 200]},
      front: {kind: 'line', d: 'M100 50l0 300', label: [100, 200]},
      shore: {d: 'M50 50l500 0 0 300-500 0z', label: [450, 100]},
      mill: undefined,
    };
    const data = makeSummit({
      map: {viewBox: [0, 0, 600, 400], land: [], basis: 'Invented.', credit: 'Nobody'},
      regions: Object.entries(shapes).map(([id, shape]) => ({...bay!, id, name: id, native: undefined, shape})),
      positions: makeSummit().positions.filter(({regions}) => !regions),
    });
    const element = await show(html`<summit-region-list .data=${data}></summit-region-list>`);
    const paths = [...boxOf(element).querySelectorAll('svg .region')];
    expect(paths.map((path) => path.getAttribute('data-region'))).to.deep.equal(['shore', 'front', 'dam']);
    const [, line, dot] = paths.map((path) => getComputedStyle(path));
    expect([line!.fill, line!.strokeWidth]).to.deep.equal(['none', '2.5px']);
    // The dot is the round end of a line without length. It doesn't reach the ring of its number.
    expect(dot!.strokeLinecap).to.equal('round');
    const ring = boxOf(element).querySelector('[data-region=dam] circle')!.getBoundingClientRect();
    const [svg] = boxOf(element).querySelectorAll('svg');
    const scale = svg!.getBoundingClientRect().width / 602;
    expect(ring.left - svg!.getBoundingClientRect().left - 301 * scale).to.be.greaterThan(
      Number.parseFloat(dot!.strokeWidth) / 2,
    );
    expect(visibleText(element).match(/\w+(?=\s+not on the map)/g)).to.deep.equal(['mill']);
    element.lang = 'de';
    await waitUntil(() => visibleText(element).includes('nicht auf der Karte'));
    const without = await show(html`<summit-region-list no-map .data=${data}></summit-region-list>`);
    expect(visibleText(without)).not.to.contain('not on the map');
  });

  it('keeps lines and dots apart from areas where the reader forces colours', async function () {
    const [bay] = makeSummit().regions;
    const data = makeSummit({
      regions: [
        {...bay!, shape: {kind: 'line', d: 'M100 50l0 300', label: [100, 200]}},
        {...bay!, id: 'dam', shape: {kind: 'point', d: 'M300 200h0', label: [334, 200]}},
      ],
    });
    const element = await show(html`<summit-region-list .data=${data}></summit-region-list>`);
    await as({features: {'forced-colors': 'active'}}, this, async () => {
      const [line, dot] = [...boxOf(element).querySelectorAll('svg .region')].map((path) => getComputedStyle(path));
      expect([line!.fill, dot!.strokeWidth]).to.deep.equal(['none', '9px']);
      expect(line!.stroke).to.equal(dot!.stroke);
      return Promise.resolve();
    });
  });

  it('leaves the map out when asked to, with its credit', async () => {
    const element = await show(html`<summit-region-list no-map></summit-region-list>`);
    expect(boxOf(element).querySelector('svg')).to.equal(null);
    expect(visibleText(element)).not.to.contain('Natural Earth');
  });

  it('has a space between a name and the native one, or that it is not on the map, where places share a line', async () => {
    const [bay] = makeSummit().regions;
    const regions = [
      {...bay!, id: 'east', name: 'East', native: {name: 'Est', lang: 'fr'}, code: undefined, shape: undefined},
      {...bay!, id: 'west', name: 'West', native: undefined, code: undefined, shape: undefined},
      {...bay!, id: 'north', name: 'North', native: undefined},
    ];
    const positions = [
      {id: 'both', actor: 'northfield', label: 'Wants both', regions: ['east', 'west'], claims: ['north-quota']},
    ];
    const data = makeSummit({regions, positions});
    const element = await show(html`<summit-region-list .data=${data}></summit-region-list>`);
    const line = boxOf(element).querySelector<HTMLElement>('.spoken .names')!;
    expect(line.innerText.replaceAll(/\s+/g, ' ').trim()).to.match(/^East Est ?Not on the map West Not on the map$/i);
  });

  it('gives native names their language', async () => {
    const element = await show(plain);
    expect([...boxOf(element).querySelectorAll<HTMLElement>('[lang=uk]')].map(({innerText}) => innerText)).to.include(
      'Донецька область',
    );
  });

  it('tells the credit of the map apart from its own language', async () => {
    const element = await show(html`<summit-region-list lang="de"></summit-region-list>`);
    const caption = boxOf(element).querySelector<HTMLElement>('figcaption')!;
    expect(caption.innerText).to.match(/Karte: Natural Earth$/);
    expect(caption.querySelector<HTMLElement>('[lang=en]')!.innerText).to.equal('Natural Earth');
  });

  it('tells in the footer where names, codes and map come from', async () => {
    const element = await show(plain);
    openAll(element);
    const footer = boxOf(element).querySelector<HTMLElement>('[part=footer]')!;
    expect(footer.innerText)
      .to.contain('Natural Earth')
      .and.to.contain('ISO 3166-2')
      .and.to.contain('Ukrainian oblast names');
  });

  it('says of a region alone among others that the source gives nothing', async () => {
    const [bay] = makeSummit().regions;
    const data = makeSummit({regions: [bay!, {...bay!, id: 'mill', name: 'Mill Point'}]});
    const element = await show(html`<summit-region-list .data=${data}></summit-region-list>`);
    expect(visibleText(element)).to.match(/Mill Point[^]*Nothing given in the source/);
  });

  it('says what it is where the data bring no heading', async () => {
    const data = makeSummit();
    const element = await show(html`<summit-region-list .data=${data}></summit-region-list>`);
    expect(visibleText(element)).to.contain('The Lake Verra talks: places at stake');
  });

  it('shows what is said of one region under its name', async () => {
    const element = await show(html`<summit-region-list .data=${makeSummit()}></summit-region-list>`);
    expect(visibleText(element))
      .to.match(/Reed Bay[^]*Wants no water drawn here/)
      .and.not.to.match(/In each of/);
  });

  it('tells once what is said of several places, with all their names and with the numbers of the map', async () => {
    const [bay] = makeSummit().regions;
    const place = (id: string, x: number): Region => ({
      id,
      name: `The ${id}`,
      shape: {d: `M${String(x)} 90l40 0 0 40-40 0z`, label: [x + 20, 110]},
    });
    const regions = [place('mill', 50), place('dam', 150), place('weir', 250), {...bay!, native: undefined}];
    const positions = makeSummit().positions.map((position) =>
      position.id === 'bay-north'
        ? {...position, regions: ['mill', 'weir']}
        : position.id === 'bay-south'
          ? {...position, regions: ['mill', 'weir', 'reed-bay']}
          : position,
    );
    const element = await show(
      html`<summit-region-list .data=${makeSummit({regions, positions})}></summit-region-list>`,
    );
    const list = visibleText(element).replace(/^[^]*drawn for this example\s*/, '');
    expect(list.match(/Wants no water drawn here/g)).to.have.lengthOf(1);
    expect(list.match(/Rejects a rule for this bay alone/g)).to.have.lengthOf(2);
    expect(list.replaceAll(/\s+/g, ' ')).to.match(
      /^1 The mill 2 The weir Northfield: Wants no water drawn here Stated: Northfield Analysis Southwell: Rejects .* 3 The dam Nothing given in the source 4 Reed Bay Southwell: Rejects /,
    );
    const numbers = (selector: string): string[] =>
      [...boxOf(element).querySelectorAll(`${selector} [data-region]`)].flatMap((region) => {
        const number = region.querySelector('text, .number')?.textContent;
        return number ? `${number} ${String(region.getAttribute('data-region'))}` : [];
      });
    const inList = numbers('[part=regions]');
    expect(inList).to.deep.equal(['1 mill', '2 weir', '3 dam', '4 reed-bay']);
    expect(numbers('[part=map]').sort()).to.deep.equal(inList);
    const [items] = await accessible(element, {role: 'listitem'});
    expect(items).to.equal(3);
    expect(await violations(element)).to.deep.equal([]);
  });

  itInChromium('names stance and speaker in full to assistive technology', async () => {
    const counts = await accessible(
      await show(plain),
      {name: 'Ukraine third party · Rejection: Rejects ceding it Stated: Ukraine 1 statement'},
      {
        name: 'Putin · Aim: Demands that Ukraine cede the region; seeks legitimacy for territory Russia has taken Reported: Putin, the article Analysis: the article 3 statements',
      },
    );
    expect(counts).to.deep.equal([1, 1]);
  });

  it('counts the statements in it with each certainty, once each', async () => {
    expect(visibleText(await show(plain))).to.match(/4 statements: 1 stated 2 reported 1 analysis\n/);
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

  it('says so when the source names no place', async () => {
    const data = makeSummit({
      regions: [],
      positions: makeSummit().positions.filter(({regions}) => !regions),
      map: undefined,
    });
    expect(visibleText(await show(html`<summit-region-list .data=${data}></summit-region-list>`))).to.contain(
      'Nothing given in the source',
    );
  });
});

/** Whether two labels overlap. A ring fills its rectangle except for the corners. */
function overlap(a: DOMRect, b: DOMRect): boolean {
  const [dx, dy] = [Math.abs(a.x + a.width / 2 - b.x - b.width / 2), Math.abs(a.y + a.height / 2 - b.y - b.height / 2)];
  const rings = Math.abs(a.width - a.height) < 0.1 && Math.abs(b.width - b.height) < 0.1;
  return rings
    ? Math.hypot(dx, dy) < (a.width + b.width) / 2
    : dx < (a.width + b.width) / 2 && dy < (a.height + b.height) / 2;
}

/** The small summit with very many regions; every third one has a statement. */
function makeMany(overrides: (summit: Summit) => Partial<Summit> = () => ({})): Summit {
  const summit = makeSummit();
  const regions = Array.from({length: 130}, (_, i): Region => ({id: `place-${String(i)}`, name: `Place ${String(i)}`}));
  const spoken = regions.filter((_, i) => i % 3 === 0);
  const many = makeSummit({
    regions,
    map: undefined,
    claims: [...summit.claims, ...spoken.map(({id, name}) => makeClaim(`${id}-claim`, `It is said of ${name}.`))],
    positions: [
      ...summit.positions.filter((position) => !position.regions),
      ...spoken.map(({id}, i) => ({
        id: `${id}-position`,
        actor: ['northfield', 'southwell', 'fishers'][i % 3]!,
        regions: [id],
        stance: 'seeks' as const,
        label: `Wants it, ${String(i)}`,
        claims: [`${id}-claim`],
      })),
    ],
  });
  return {...many, ...overrides(many)};
}

describe('a list of very many places', () => {
  /** Waits until the tasks are done in which the rest of the three chunks is rendered. */
  const whole = async (element: SummitRegionList): Promise<void> => {
    for (let task = 0; task < 4; task += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await element.updateComplete;
    }
  };
  const list = async (data: Summit): Promise<SummitRegionList> => {
    const element = await show<SummitRegionList>(html`<summit-region-list .data=${data}></summit-region-list>`);
    await whole(element);
    return element;
  };
  const change = async (element: SummitRegionList, data: Summit): Promise<void> => {
    const told = next(element, 'summit-load');
    element.data = data;
    await told;
    await whole(element);
  };
  const lines = (element: SummitRegionList, selector: string): string[] =>
    [...boxOf(element).querySelectorAll(`[part=regions] ${selector}`)].map(({textContent}) =>
      textContent.replaceAll(/\s+/g, ' ').trim(),
    );
  /** All text, one line for each group of places, whether or not the browser has rendered it yet. */
  const text = (element: SummitRegionList): string => lines(element, 'ol > li').join('\n');
  const replace = <T extends {readonly id: string}>(entries: readonly T[], id: string, changes: Partial<T>): T[] =>
    entries.map((entry) => (entry.id === id ? {...entry, ...changes} : entry));

  it('is one list, with all places in order, also for assistive technology', async () => {
    const element = await list(makeMany());
    // Browsers expose regions far off screen when they come near, or from the start.
    const [lists, items] = await accessible(element, {role: 'list'}, {role: 'listitem'});
    expect(lists).to.equal(1);
    // Each place with a statement, and the places without one, which two chunks share.
    expect(items).to.be.within(2, 44 + 2);
    const {regions} = makeMany();
    const silent = regions.filter((_, i) => i % 3 !== 0);
    const places = [regions[0]!, ...silent, ...regions.filter((_, i) => i > 0 && i % 3 === 0)];
    expect(lines(element, '.place')).to.deep.equal(places.map(({name}) => name));
    // The gap is told once, after the last of them.
    expect(text(element).match(/Nothing given in the source/g)).to.have.lengthOf(1);
    expect(text(element)).to.contain('Place 128 Nothing given in the source');
  });

  it('draws what is far off the screen when it comes near', async () => {
    const element = await list(makeMany());
    element.parentElement!.style.paddingBlockStart = '9999px';
    const last = [...boxOf(element).querySelectorAll('[part=regions] ol > li')].at(-1)!;
    await waitUntil(() => !last.checkVisibility({contentVisibilityAuto: true}));
    last.scrollIntoView();
    await waitUntil(() => last.checkVisibility({contentVisibilityAuto: true}));
    last.scrollIntoView();
    const {top, bottom} = last.getBoundingClientRect();
    expect(bottom).to.be.greaterThan(0);
    expect(top).to.be.lessThan(innerHeight);
  });

  describeInChromium('that changes', () => {
    it('touches the group alone in which something is different', async () => {
      const element = await list(makeMany());
      openAll(element);
      await waitUntil(() => text(element).includes('Copy'));
      const touched: string[] = [];
      const observer = new MutationObserver((records) => {
        for (const {target} of records) touched.push(target.textContent ?? '');
      });
      observer.observe(boxOf(element).querySelector('[part=regions]')!, {
        subtree: true,
        characterData: true,
        childList: true,
        attributes: true,
      });
      await change(
        element,
        makeMany(({regions}) => ({revision: 2, regions: replace(regions, 'place-70', {name: 'Elsewhere'})})),
      );
      await new Promise(requestAnimationFrame);
      observer.disconnect();
      expect(touched).to.deep.equal(['Elsewhere']);
      expect(boxOf(element).querySelectorAll('[part=regions] details[open]')).to.have.lengthOf(44);
    });

    const edits: Readonly<Record<string, (summit: Summit) => Partial<Summit>>> = {
      'a place renamed': ({regions}) => ({regions: replace(regions, 'place-70', {name: 'Elsewhere'})}),
      'a place in front': ({regions}) => ({regions: [{id: 'new', name: 'New'}, ...regions]}),
      'a place less': ({regions, positions}) => ({
        regions: regions.filter(({id}) => id !== 'place-63'),
        positions: positions.filter(({id}) => id !== 'place-63-position'),
      }),
      'a place with another name of its own': ({regions}) => ({
        regions: replace(regions, 'place-1', {native: {name: 'Lieu', lang: 'fr'}, code: 'FR'}),
      }),
      'a statement rewritten': ({claims}) => ({
        claims: replace(claims, 'place-66-claim', {text: 'It is said otherwise.'}),
      }),
      'a statement by somebody else': ({claims}) => ({claims: replace(claims, 'place-66-claim', {by: ['southwell']})}),
      'a statement of another certainty': ({claims}) => ({
        claims: replace(claims, 'place-66-claim', {certainty: 'speculation'}),
      }),
      'a statement disputed': ({claims}) => ({claims: replace(claims, 'place-66-claim', {disputedBy: ['fishers']})}),
      'a position of somebody else': ({positions}) => ({
        positions: replace(positions, 'place-0-position', {actor: 'southwell'}),
      }),
      'a position of another stance': ({positions}) => ({
        positions: replace(positions, 'place-0-position', {stance: 'rejects'}),
      }),
      'a position in other words': ({positions}) => ({
        positions: replace(positions, 'place-0-position', {label: 'Would have it'}),
      }),
      'an actor of another name': ({actors}) => ({actors: replace(actors, 'northfield', {shortName: 'N.'})}),
      'a source of another name': ({sources}) => ({sources: replace(sources, 'courier', {shortTitle: 'Courier'})}),
      'a correction of a statement': () => ({
        changes: [makeChange('correction', 'It was said otherwise.', 'place-126-claim')],
      }),
      'a statement withdrawn': () => ({changes: [makeChange('withdrawal', 'Not said.', 'place-126-claim')]}),
    };
    for (const [name, edit] of Object.entries(edits)) {
      it(`says after a change what a new list says: ${name}`, async () => {
        const element = await list(makeMany());
        // Once more without changes: the update notes are gone.
        await change(
          element,
          makeMany((summit) => ({...edit(summit), revision: 2})),
        );
        await change(
          element,
          makeMany((summit) => ({...edit(summit), revision: 3})),
        );
        const changed = text(element);
        expect(changed).not.to.equal(text(await list(makeMany())));
        expect(changed).to.equal(text(await list(makeMany((summit) => ({...edit(summit), revision: 3})))));
      });
    }

    it('marks what is new in a group, and no longer with the next edition', async () => {
      const element = await list(makeMany());
      const edit = ({claims}: Summit): Partial<Summit> => ({
        claims: replace(claims, 'place-66-claim', {text: 'It is said otherwise.'}),
      });
      await change(
        element,
        makeMany((summit) => ({...edit(summit), revision: 2})),
      );
      expect(text(element)).to.contain('Updated at');
      await change(
        element,
        makeMany((summit) => ({...edit(summit), revision: 3})),
      );
      expect(text(element)).to.contain('said otherwise').and.not.to.contain('Updated at');
    });

    it('says all of it in another language when told to, and in the first one again', async () => {
      const element = await list(makeMany());
      const english = text(element);
      element.lang = 'de';
      await waitUntil(() => text(element).includes('1 Aussage'));
      await whole(element);
      expect(text(element)).not.to.contain('1 statement');
      element.removeAttribute('lang');
      await waitUntil(() => !text(element).includes('Aussage'));
      expect(text(element)).to.equal(english);
    });
  });
});
