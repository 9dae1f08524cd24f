/**
 * The builder beyond the straight way through it: orders and faults, mended files, other languages, odd addresses, and
 * readers who see, press or trust otherwise than most. Needs `npm run build`.
 */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import axe from 'axe-core';
import {prerender} from '../../../dist/prerender.js';
import {makeTalks, paste, preview, readTemplate, snippet, startBuilder, startSite, textOf, type, unfold} from './builder-page.mjs';
import {startDataServer} from '../../support/data-server.mjs';

let builder;
let data;
let site;

before(async () => {
  [builder, data, site] = await Promise.all([startBuilder(), startDataServer(), startSite()]);
});

afterEach(async () => {
  await builder.leave();
  data.forget();
});

after(async () => {
  await Promise.all([builder?.close(), data?.close(), site?.close()]);
});

describe('choices', () => {
  it('leaves out an attribute that another element has', async () => {
    const {page} = await builder.open('#element=region-list&form=script');
    await page.click('#map');
    assert.match(await snippet(page, /no-map/), /<summit-region-list no-map>/);
    await page.click('#element-goal-comparison');
    assert.match(await snippet(page, /goal-comparison/), /<summit-goal-comparison>/);
    await page.click('#element-region-list');
    await snippet(page, /<summit-region-list no-map>/);
  });

  it('puts sides into another order by keyboard, and keeps the focus with the side', async () => {
    const {page} = await builder.open('#element=goal-comparison&form=script');
    await page.focus('#actors-trump-up');
    await page.keyboard.press('Enter');
    assert.match(await snippet(page, /actors=/), /actors="trump putin"/);
    // At the top there is no way up any more; the button beside it is next.
    assert.equal(await page.evaluate(() => document.activeElement.id), 'actors-trump-down');
    await textOf(page, '.unseen:last-child', /Trump is now number 1 of 2/);
    assert.ok((await preview(page, /Main aim.*Main aim/)).indexOf('Trump') < (await preview(page, /Putin/)).indexOf('Putin'));
    await page.keyboard.press('Enter');
    assert.doesNotMatch(await snippet(page, /<summit-goal-comparison>/), /actors/);
  });

  it('shows the brand’s colours, and says which are none', async () => {
    const {page} = await builder.open('#element=fact-box');
    await unfold(page);
    await type(page, '#accent', '#00594f');
    assert.match(await snippet(page, /style>summit/), /^<style>summit-fact-box\{--summit-accent:#00594f\}<\/style>/);
    const rule = await page.$eval('#stage > *', (box) => getComputedStyle(box.shadowRoot.querySelector('[part=box]')).borderTopColor);
    assert.equal(rule, 'rgb(0, 89, 79)');
    await type(page, '#accent', 'red}body{display:none');
    await textOf(page, '#accent-fault', /Give a colour/);
    assert.equal(await page.$eval('#accent', (field) => field.getAttribute('aria-invalid')), 'true');
    assert.match(await page.$eval('#accent', (field) => field.getAttribute('aria-describedby')), /accent-fault/);
    assert.doesNotMatch(await snippet(page, /^<summit/), /summit-accent:red/);
    await textOf(page, '#snippets', /One field has a fault/);
  });

  it('says that no reader can reach this machine, and takes another address', async () => {
    const {page} = await builder.open('#element=fact-box&form=script');
    await textOf(page, '#base-hint', /No reader can reach this machine/);
    await type(page, '#base', 'https://cdn.example.org/summit-embeds/0.1.0');
    assert.match(await snippet(page, /cdn/), /src="https:\/\/cdn\.example\.org\/summit-embeds\/0\.1\.0\/summit-embeds\.full\.js"/);
    assert.equal(await page.$('#base-hint'), null);
    await type(page, '#base', 'ftp://cdn.example.org/');
    await textOf(page, '#base-fault', /Give the address/);
    // A snippet with the address of this machine in its place would be a trap.
    assert.equal(await page.$('#snippet'), null);
    assert.equal(await page.$eval('#copy', ({disabled}) => disabled), true);
  });
});

describe('a file of one’s own', () => {
  it('is shown at the very place where it is broken', async () => {
    const {page} = await builder.open('#element=fact-box&data=text');
    await paste(page, JSON.stringify(makeTalks(), null, 2).replace('"revision": 4,', '"revision": four,'));
    await textOf(page, '#data-fault', /Line 5, column 15/);
    assert.equal(await page.$eval('#text', (field) => field.getAttribute('aria-invalid')), 'true');
    assert.match(await page.$eval('#text', (field) => field.getAttribute('aria-describedby')), /data-fault/);
    await page.click('#data-fault button');
    const found = await page.$eval('#text', (field) => [document.activeElement === field, field.value.slice(field.selectionStart, field.selectionStart + 4)]);
    assert.deepEqual(found, [true, 'four']);
    await paste(page, JSON.stringify(makeTalks()));
    await textOf(page, '#data-fault', /Sound/);
    assert.equal(await page.$eval('#text', (field) => field.getAttribute('aria-invalid')), null);
  });

  it('says what to look over although it is sound', async () => {
    const {page} = await builder.open('#element=fact-box&data=text');
    await paste(page, JSON.stringify({...makeTalks(), positon: []}));
    await textOf(page, '#data-fault summary', /things to look over/);
    await page.click('#data-fault summary');
    await textOf(page, '#data-fault .issues', /positon .*positions/);
  });

  it('stands in a prerendered snippet alone, until it has an address', async () => {
    const {page} = await builder.open('#element=fact-box&data=text');
    await paste(page, JSON.stringify(makeTalks()));
    const alone = await snippet(page, /^<summit-fact-box summit="climate-talks-2032" lang="en">/);
    assert.doesNotMatch(alone, /<script/);
    await page.click('#form-frame');
    await textOf(page, '#snippets .reason', /Give the address where the file will be published/);
    await type(page, '#src', 'https://paper.example/talks.json');
    assert.match(await snippet(page, /<iframe/), /src=https%3A%2F%2Fpaper\.example%2Ftalks\.json/);
    await page.click('#form-prerendered');
    assert.match(await snippet(page, /^<summit-fact-box src="https:\/\/paper\.example\/talks\.json"/), /<script/);
  });

  it('is fetched from an address without cookies, and again when it was mended', async () => {
    const {page, requests, complaints} = await builder.open('#element=fact-box&form=script');
    data.put('/talks.json', {...makeTalks(), revision: 'four'});
    await page.click('#data-address');
    await type(page, '#src', data.url('/talks.json'));
    await page.keyboard.press('Tab');
    await textOf(page, '#data-fault', /revision/);
    assert.match(await preview(page, /./), /Alaska/);
    data.put('/talks.json', makeTalks());
    await page.click('#data .field button');
    await textOf(page, '#data-fault', /Sound: “The Orrin Bay climate conference”/);
    await type(page, '#refresh', '60');
    assert.match(await snippet(page, /refresh/), new RegExp(`<summit-fact-box src="${data.url('/talks.json')}" refresh="60">`));
    await type(page, '#refresh', '5');
    await textOf(page, '#refresh-fault', /15 or more/);
    assert.doesNotMatch(await snippet(page, /<summit-fact-box src="[^"]+">/), /refresh/);

    await type(page, '#src', data.url('/404'));
    await page.keyboard.press('Tab');
    await textOf(page, '#data-fault', /HTTP 404.*check it/);
    assert.match(await preview(page, /./), /Orrin Bay/);
    await textOf(page, '#preview .note', /last good ones/);
    assert.deepEqual(
      [...new Set(requests.filter((url) => !url.startsWith(builder.url)))],
      [data.url('/talks.json'), data.url('/404')],
    );
    for (const {headers} of data.requests('/talks.json')) assert.equal(headers.cookie ?? headers.authorization, undefined);
    assert.deepEqual(complaints.filter((text) => !/404/.test(text)), []);
  });

  it('is prerendered for readers of other languages as Node does it', async () => {
    const {page} = await builder.open('#data=text&script=no');
    for (const name of ['climate-talks.json', 'water-talks-ar.json']) {
      const talks = JSON.parse(readTemplate(name));
      await paste(page, readTemplate(name));
      for (const element of ['goal-comparison', 'region-list', 'fact-box']) {
        const attributes = {src: 'https://paper.example/talks.json', lang: element === 'fact-box' ? 'uk' : 'de'};
        await page.evaluate((hash) => {
          location.hash = hash;
        }, String(new URLSearchParams({element, data: 'text', script: 'no', ...attributes})));
        const html = await snippet(page, new RegExp(`^<summit-${element} src="[^"]+" lang="${attributes.lang}">.*\\|${talks.id}\\|`));
        // Not by `equal`, whose report would be the whole of both.
        assert.ok(html === (await prerender(element, {data: talks, attributes})), `${element} of ${name}`);
      }
    }
  });

  it('shows own data in another language, prerendered and live alike', async () => {
    const {page} = await builder.open(`#element=fact-box&data=address&lang=en&src=${builder.url}dist/templates/water-talks-ar.json`);
    const html = await snippet(page, /^<summit-fact-box src=/);
    const {page: host, complaints} = await builder.openTab();
    await host.goto(site.put(html), {waitUntil: 'networkidle0'});
    await host.waitForFunction(() => customElements.get('summit-fact-box'));
    const still = await builder.openTab({script: false});
    await still.page.goto(site.put(html));
    const readers = await still.page.$eval('summit-fact-box', (box) => box.shadowRoot.querySelector('[part=box]').innerText);
    const live = await host.$eval('summit-fact-box', (box) => box.shadowRoot.querySelector('[part=box]').innerText);
    assert.equal(live, readers);
    assert.deepEqual(complaints, []);
  });
});

describe('copying', () => {
  it('puts the snippet on the clipboard and says so', async () => {
    const {page} = await builder.open('#element=fact-box&lang=de');
    const text = await snippet(page, /lang="de"/);
    await page.click('#copy');
    await textOf(page, '#copied', /^Copied$/);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    assert.equal(await page.$eval('#copied', (output) => output.role ?? output.getAttribute('role')), 'status');
    assert.match(await page.$eval('#snippet-size', ({innerText}) => innerText), new RegExp(`^${Buffer.byteLength(text).toLocaleString('en')} bytes$`));
    // What was copied is not what is there any more.
    await page.click('#form-script');
    await page.waitForFunction(() => document.querySelector('#copied').innerText === '');
  });

  it('waits for the snippet where the button is pressed faster than that is made', async () => {
    const {page} = await builder.open('#element=goal-comparison&data=text');
    await paste(page, readTemplate('climate-talks.json'));
    await snippet(page, /climate-talks-2032/);
    await page.evaluate(() => {
      const heading = document.querySelector('#heading');
      heading.value = 'In a hurry';
      heading.dispatchEvent(new InputEvent('input', {bubbles: true}));
      window.isBusy = document.querySelector('#snippet').ariaBusy;
      document.querySelector('#copy').click();
    });
    assert.equal(await page.evaluate(() => window.isBusy), 'true');
    await textOf(page, '#copied', /^Copied$/);
    assert.match((await page.evaluate(() => navigator.clipboard.readText())).slice(0, 200), /heading="In a hurry"/);
  });

  it('puts plain HTML there as formatted text too, for tools that take no HTML', async () => {
    const {page} = await builder.open('#element=fact-box&host=newsletter');
    await snippet(page, /^<section/);
    await page.click('#copy-formatted');
    await textOf(page, '#copied', /^Copied$/);
    const [formatted, bare] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain'].map(async (kind) => (await item.getType(kind)).text()));
    });
    assert.match(formatted, /<h3[^>]*>The Alaska summit in brief<\/h3>/);
    assert.match(bare, /^The Alaska summit in brief\nScheduled/);
    assert.doesNotMatch(bare, /[<>]|&\w+;/);
  });
});

describe('the address', () => {
  it('brings all choices back in another tab', async () => {
    const {page} = await builder.open('#element=goal-comparison');
    await page.select('#host', 'arc-xp');
    await page.click('#form-script');
    await page.select('#lang', 'fr');
    await type(page, '#heading', 'Qui veut quoi ?');
    await page.click('#topics-territory');
    await type(page, '#link', 'https://paper.example/alaska');
    await unfold(page);
    await type(page, '#accent', 'rgb(0 89 79)');
    await type(page, '#policy-url', '/corrections');
    const text = await snippet(page, /policy-url/);
    const {page: other} = await builder.openTab();
    await other.goto(page.url());
    assert.equal(await snippet(other, /policy-url/), text);
    assert.equal(await other.$eval('#host', ({value}) => value), 'arc-xp');
    assert.equal(await other.$eval('#accent', ({value}) => value), 'rgb(0 89 79)');
    assert.equal(await other.$eval('#topics-territory', ({checked}) => checked), false);
  });

  it('holds no data that were pasted, and leaves no trail in the history', async () => {
    const {page} = await builder.open('#element=fact-box&data=text');
    const before = await page.evaluate(() => history.length);
    await paste(page, JSON.stringify(makeTalks()));
    await type(page, '#heading', 'Talks');
    await snippet(page, /heading="Talks"/);
    assert.equal(new URL(page.url()).hash, '#element=fact-box&data=text&heading=Talks');
    assert.equal(await page.evaluate(() => history.length), before);
  });

  it('passes over what it does not know', async () => {
    const {page, complaints} = await builder.open('#element=nix&lang=%%%&form=nix&host=nix&heading-level=9&actors=nobody&size=url(x)&src=javascript:1&evil=%3Cscript%3E');
    await textOf(page, '#src-fault', /Give the address/);
    await page.click('#data-bundled');
    assert.match(await snippet(page, /^<summit-goal-comparison/), /Alaska/);
    assert.deepEqual(complaints, []);
  });
});

describe('everybody', () => {
  it('get what the policy promises: nothing from elsewhere, nothing stored', async () => {
    const {page, requests, complaints} = await builder.open('#element=fact-box&lang=de');
    for (const form of ['script', 'frame', 'prerendered']) await page.click(`#form-${form}`);
    for (const element of ['goal-comparison', 'region-list', 'fact-box']) await page.click(`#element-${element}`);
    for (const host of ['markdown', 'own-page']) await page.select('#host', host);
    await snippet(page, /^<summit-fact-box/);
    const response = await page.reload();
    await snippet(page, /^<summit-fact-box/);
    assert.match(response.headers()['content-security-policy'], /default-src 'none'.*require-trusted-types-for 'script'/);
    assert.deepEqual(requests.filter((url) => !url.startsWith(`${builder.url}builder/`) && url !== `${builder.url}embed/manifest.json`), []);
    assert.deepEqual(complaints, []);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
    assert.deepEqual(await builder.context.cookies(), []);
  });

  const states = {
    'with the frame form': '#element=region-list&form=frame&lang=ar',
    'with plain HTML': '#element=fact-box&host=markdown&accent=teal',
    'with every fault': '#element=fact-box&data=address&src=nowhere&refresh=1&accent=nix&size=nix&base=nix&policy-url=javascript:1',
    'with data that are wrong': '#element=fact-box&data=text',
  };
  for (const [width, scheme] of [[1200, 'light'], [1200, 'dark'], [320, 'light'], [320, 'dark']]) {
    it(`has in no state a barrier that axe finds, and fits, at ${width} px, ${scheme}`, async () => {
      for (const [state, hash] of Object.entries(states)) {
        await builder.leave();
        const {page} = await builder.open(hash, {width, scheme});
        if (hash.includes('data=text')) {
          await paste(page, '{"id": 3}');
          await textOf(page, '#data-fault', /Mend/);
        }
        // What stands on the stage is looked at elsewhere.
        await page.evaluate(axe.source);
        const {violations} = await page.evaluate(() => window.axe.run({exclude: [['#stage > *']]}, {resultTypes: ['violations']}));
        assert.deepEqual(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html.slice(0, 120))]), [], state);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(overflow, 0, state);
      }
    });
  }

  it('shows what is chosen, and where the focus is, in forced colours', async () => {
    const {page} = await builder.open('', {forcedColors: true});
    const marked = await page.$$eval('.switch label', (labels) =>
      labels.map((label) => [label.querySelector('input').checked, getComputedStyle(label.querySelector('span')).borderBottomStyle !== 'none']),
    );
    assert.ok(marked.some(([checked]) => checked));
    for (const [checked, underlined] of marked) assert.equal(underlined, checked);
  });

  it('says without script what to do', async () => {
    const {page} = await builder.openTab({script: false});
    await page.goto(`${builder.url}builder/`);
    assert.match(await page.$eval('main', ({innerText}) => innerText), /npx summit-embeds snippet --help/);
  });
});
