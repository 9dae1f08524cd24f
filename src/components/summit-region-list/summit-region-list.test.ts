import {expect} from 'chai';
import {html} from 'lit';
import {makeSummit} from '../../../test/make-summit.js';
import {accessible, boxOf, openAll, show, visibleText} from '../../../test/show.js';
import type {Summit} from '../../data/summit.js';
import './define.js';

const plain = html`<summit-region-list></summit-region-list>`;

describe('<summit-region-list>', () => {
  it('lists the regions with numbers, native names and codes', async () => {
    const lines = visibleText(await show(plain, {width: 400})).replaceAll(/\s+/g, ' ');
    expect(lines).to.contain(
      '1 Donetsk Донецька область UA-14 2 Luhansk Луганська область UA-09 ' +
        '3 Zaporizhzhia Запорізька область UA-23 4 Kherson Херсонська область UA-65',
    );
  });

  it('says once who claims all of them and who answers', async () => {
    const text = visibleText(await show(plain));
    expect(text).to.match(/In each of the 4 regions\s+Putin Aim\s+Demands that Ukraine cede the region/);
    expect(text).to.match(/Ukraine third party Rejection\s+Rejects ceding it\s+Stated · Ukraine 1 statement/);
    expect(text.match(/Rejects ceding it/g)).to.have.lengthOf(1);
  });

  it('has a map with the numbers of the list, its border basis and its credit', async () => {
    const element = await show(plain);
    const figure = boxOf(element).querySelector<HTMLElement>('[part=map]')!;
    expect([...figure.querySelectorAll('text')].map(({textContent}) => textContent)).to.deep.equal(['Ukraine', '1', '2', '3', '4']);
    expect(figure.innerText).to.contain('internationally recognised borders (UN GA 68/262, ES-11/4)').and.to.contain('Map: Natural Earth');
  });

  for (const width of [240, 640, 1100]) {
    it(`keeps apart all that is written on the map, ${String(width)} px wide, with four places and with sixty`, async () => {
      const climate = (await (await fetch('/templates/climate-talks.json')).json()) as Summit;
      for (const template of [plain, html`<summit-region-list .data=${climate}></summit-region-list>`]) {
        const element = await show(template, {width});
        const labels = [...boxOf(element).querySelectorAll('[part=map] circle, [part=map] svg > text')]
          .map((label) => label.getBoundingClientRect())
          .filter((label) => label.width > 0);
        expect(labels.length).to.be.greaterThan(4);
        const collisions = labels.flatMap((a, n) => labels.slice(0, n).filter((b) => overlap(a, b)));
        expect(collisions).to.deep.equal([]);
      }
    });
  }

  it('is for assistive technology a map with a name and an ordered list', async () => {
    const counts = await accessible(
      await show(plain),
      {role: 'image', name: 'Map with the numbers of the list.'},
      {role: 'listitem'},
      {role: 'heading', name: 'In each of the 4 regions'},
    );
    expect(counts).to.deep.equal([1, 4, 1]);
  });

  it('leaves the map out when asked to, with its credit', async () => {
    const element = await show(html`<summit-region-list no-map></summit-region-list>`);
    expect(boxOf(element).querySelector('svg')).to.equal(null);
    expect(visibleText(element)).not.to.contain('Natural Earth');
  });

  it('gives native names their language', async () => {
    const element = await show(plain);
    expect([...boxOf(element).querySelectorAll<HTMLElement>('[lang=uk]')].map(({innerText}) => innerText)).to.include('Донецька область');
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
    expect(footer.innerText).to.contain('Natural Earth').and.to.contain('ISO 3166-2').and.to.contain('Ukrainian oblast names');
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
    expect(visibleText(element)).to.match(/Reed Bay[^]*Wants no water drawn here/).and.not.to.match(/In each of/);
  });

  it('says so when the source names no place', async () => {
    const data = makeSummit({regions: [], positions: makeSummit().positions.filter(({regions}) => !regions), map: undefined});
    expect(visibleText(await show(html`<summit-region-list .data=${data}></summit-region-list>`))).to.contain('Nothing given in the source');
  });
});

/** Whether two labels cover each other; a ring fills its rectangle but for the corners. */
function overlap(a: DOMRect, b: DOMRect): boolean {
  const [dx, dy] = [Math.abs(a.x + a.width / 2 - b.x - b.width / 2), Math.abs(a.y + a.height / 2 - b.y - b.height / 2)];
  const rings = Math.abs(a.width - a.height) < 0.1 && Math.abs(b.width - b.height) < 0.1;
  return rings ? Math.hypot(dx, dy) < (a.width + b.width) / 2 : dx < (a.width + b.width) / 2 && dy < (a.height + b.height) / 2;
}
