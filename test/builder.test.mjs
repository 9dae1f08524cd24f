/**
 * The builder as an editor uses it: choose, paste, mend, copy, and see the box on a page of their own. Needs `npm run build`.
 */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join, resolve} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import puppeteer from 'puppeteer-core';
import {launchOptions} from '../tools/find-browser.mjs';
import {startServer} from '../tools/serve.mjs';
import {startDataServer} from './data-server.mjs';
import {makeFolder} from './run-cli.mjs';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const climate = JSON.parse(readFileSync('templates/climate-talks.json', 'utf8'));
const {run, save, folder, remove} = makeFolder();
save('climate.json', JSON.stringify(climate));

let server;
let data;
let blank;
let browser;
let context;
let page;
let complaints;
let requests;

before(async () => {
  server = await startServer({port: 0});
  data = await startDataServer();
  // An editor's page, of another origin.
  const site = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><body>${site.body}`);
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  blank = {site, url: `http://127.0.0.1:${site.address().port}/`};
  browser = await puppeteer.launch(await launchOptions());
});

afterEach(async () => {
  await context?.close();
  context = undefined;
});

after(async () => {
  await browser?.close();
  await server?.close();
  await data?.close();
  blank?.site.close();
  blank?.site.closeAllConnections();
  remove();
});

/** Opens the builder in a tab of its own, with these choices in its address. */
async function open(hash = '', {width = 1200, dark = false} = {}) {
  context ??= await browser.createBrowserContext();
  await context.overridePermissions(new URL(server.url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  page = await context.newPage();
  complaints = [];
  requests = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.setViewport({width, height: 900});
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: dark ? 'dark' : 'light'}]);
  await page.goto(`${server.url}builder/${hash}`, {waitUntil: 'load'});
  await page.waitForSelector('#copy');
}

const base = () => `${server.url}embed/`;
const snippet = () => page.$eval('#snippet', ({value}) => value);
const text = (selector) => page.$eval(selector, ({innerText}) => innerText);
/** Waits for a snippet that holds something; for none with undefined. */
const snippetHolding = async (part) => {
  await page.waitForFunction((part) => document.querySelector('#snippet')?.value.includes(part), {timeout: 10_000}, part);
  return snippet();
};
const noSnippet = () => page.waitForFunction(() => !document.querySelector('#snippet') && document.querySelector('#copy').disabled);
const seen = (selector, pattern) =>
  page.waitForFunction(
    (selector, source) => new RegExp(source).test(document.querySelector(selector)?.innerText ?? ''),
    {timeout: 10_000},
    selector,
    pattern.source,
  );
const stageShows = (part) =>
  page.waitForFunction(
    (part) => document.querySelector('#stage > *')?.shadowRoot?.querySelector('[part=box]')?.innerText.includes(part),
    {timeout: 10_000},
    part,
  );
const press = (selector) => page.$eval(selector, (element) => element.click());
async function fill(selector, value) {
  await page.$eval(
    selector,
    (field, value) => {
      field.value = value;
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, {bubbles: true}));
    },
    value,
  );
}

describe('choosing', () => {
  it('makes the snippet that the command line makes, to the letter', async () => {
    for (const [hash, file, ...args] of [
      ['#element=fact-box', undefined, 'fact-box'],
      ['#element=fact-box&lang=de&heading=In+%22K%C3%BCrze%22&heading-level=2&facts=who,what', undefined, 'fact-box', '--lang', 'de', '--heading', 'In "Kürze"', '--heading-level', '2', '--facts', 'who what'],
      ['#element=goal-comparison&topics=territory&accent=%2300594f', undefined, 'goal-comparison', '--topics', 'territory', '--accent', '#00594f'],
      ['#element=region-list&no-map=yes&lang=ar&scheme=dark', undefined, 'region-list', '--no-map', '--lang', 'ar', '--scheme', 'dark'],
      ['#element=goal-comparison&data=text', 'climate.json', 'goal-comparison'],
      ['#element=region-list&data=text&src=https://paper.example/climate.json&refresh=60', 'climate.json', 'region-list', '--src', 'https://paper.example/climate.json', '--refresh', '60'],
    ]) {
      await open(hash);
      if (file) await fill('#text', readFileSync(join(folder, file), 'utf8'));
      const wanted = run('snippet', ...args, ...(file ? [file] : []), '--base', base(), ...(file && !hash.includes('src=') ? ['--no-script'] : []));
      assert.equal(wanted.status, 0, wanted.stderr);
      await page.waitForFunction((length) => document.querySelector('#snippet')?.value.length === length, {timeout: 10_000}, wanted.stdout.trimEnd().length).catch(() => {});
      // Not by `equal`, whose report would be hundreds of kilobytes.
      assert.ok((await snippet()) === wanted.stdout.trimEnd(), hash);
      await page.close();
    }
  });

  it('shows what is chosen, live, at each width and on each ground', async () => {
    await open();
    await stageShows('The Alaska summit: who wants what');
    await press('#element-fact-box');
    await fill('#heading', 'What you need to know');
    await page.select('#lang', 'de');
    await stageShows('What you need to know');
    await stageShows('Quellen');
    assert.match(await snippetHolding('heading="What you need to know"'), /<summit-fact-box heading="What you need to know" lang="de">/);
    const width = () => page.$eval('#stage', (stage) => Math.round(stage.getBoundingClientRect().width));
    const full = await width();
    await press('input[name=width][value=phone]');
    assert.ok((await width()) < full && (await width()) <= 360, String(await width()));
    const ground = () => page.$eval('#stage', (stage) => getComputedStyle(stage).backgroundColor);
    await press('input[name=ground][value=light]');
    const light = await ground();
    await press('input[name=ground][value=dark]');
    assert.notEqual(await ground(), light);
    assert.deepEqual(complaints, []);
  });

  it('recommends the form for the place where it goes, and says why', async () => {
    await open();
    for (const [host, form, plain] of [
      ['wordpress-editor', 'prerendered', false],
      ['wordpress-author', 'prerendered', true],
      ['frames-only', 'frame', undefined],
      ['markdown', 'prerendered', true],
    ]) {
      await page.select('#host', host);
      assert.equal(await page.$eval('input[name=form]:checked', ({value}) => value), form);
      if (plain !== undefined) assert.equal(await page.$eval('#plain', ({checked}) => checked), plain, host);
      if (plain) assert.match(await snippetHolding('<section'), /^<section/);
      assert.ok((await text('.why')).length > 40);
    }
  });

  it('names a fault beside its field, and leaves it out of the snippet', async () => {
    await open('#element=fact-box&form=script');
    await fill('#accent', 'red;}');
    await seen('#accent-fault', /Give a colour/);
    assert.equal(await page.$eval('#accent', (field) => field.getAttribute('aria-describedby')), 'accent-fault');
    assert.doesNotMatch(await snippet(), /accent/);
    await fill('#accent', 'teal');
    assert.match(await snippetHolding('teal'), /<style>summit-fact-box\{--summit-accent:teal\}<\/style>/);
    assert.equal(await page.$('#accent-fault'), null);
  });

  it('keeps all in the address, which brings it back elsewhere', async () => {
    await open();
    await press('#element-region-list');
    await page.select('#lang', 'uk');
    await press('#map');
    await press('#form-frame');
    await snippetHolding('element=region-list');
    const {hash} = new URL(page.url());
    const before = await snippet();
    await open(hash);
    assert.equal(await snippetHolding('element=region-list'), before);
    assert.match(before, /lang=uk&amp;no-map=/);
    await page.evaluate(() => {
      location.hash = '#element=fact-box&form=frame';
    });
    await snippetHolding('element=fact-box');
    await page.goBack();
    assert.equal(await snippetHolding('element=region-list'), before);
  });
});

describe('data of an editor’s own', () => {
  it('are named with line and column where they are broken, and what was shown stays', async () => {
    await open('#element=fact-box');
    await stageShows('The Alaska summit in brief');
    await press('input[name=data][value=text]');
    await fill('#text', '{\n  "id": "talks",\n  "revision": one\n}');
    await seen('#data-fault', /Line 3, column 15/);
    await seen('#preview .note', /last good ones: “The Alaska summit”/);
    await stageShows('The Alaska summit in brief');
    await noSnippet();

    const whole = JSON.stringify(climate, null, 1);
    await fill('#text', whole.replace('"certainty": "stated"', '"certainty": "statd"'));
    await seen('#data-fault', /claims\[\d+\]\.certainty must be one of .* did you mean 'stated'\?/);
    await stageShows('The Alaska summit in brief');

    await fill('#text', whole);
    await seen('#data-fault', /Sound: “.*”, edition 4, 91 statements/);
    await stageShows('The Orrin Bay conference in brief');
    assert.match(await snippetHolding('climate-talks-2032'), /^<summit-fact-box summit="climate-talks-2032" lang="en">/);
    assert.doesNotMatch(page.url(), /Orrin|claims/, 'what was pasted is no part of the address');
  });

  it('come from a file, chosen or dropped; YAML is told how to become JSON', async () => {
    await open('#element=fact-box&data=text');
    const input = await page.$('#file');
    await input.uploadFile(resolve(folder, 'climate.json'));
    await stageShows('The Orrin Bay conference in brief');
    await open('#element=fact-box');
    await page.evaluate((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'talks.json', {type: 'application/json'}));
      document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
    }, JSON.stringify(climate));
    await stageShows('The Orrin Bay conference in brief');
    save('talks.yaml', run('init', '-').stdout);
    await (await page.$('#file')).uploadFile(resolve(folder, 'talks.yaml'));
    await seen('#data-fault', /validate FILE --out FILE\.json/);
  });

  it('come from an address, and what fails there is told', async () => {
    data.put('/climate.json', climate);
    await open('#element=fact-box&data=address');
    await fill('#src', data.url('/nowhere.json'));
    await seen('#choices', /404/);
    await fill('#src', data.url('/climate.json'));
    await stageShows('The Orrin Bay conference in brief');
    assert.match(await snippetHolding('src='), new RegExp(`src="${data.url('/climate.json')}"`));
  });

  it('need an address for the forms that load them', async () => {
    await open('#element=fact-box&data=text&form=script');
    await fill('#text', JSON.stringify(climate));
    await seen('.reason', /Give the address where the file will be published/);
    await fill('#src', 'https://paper.example/climate.json');
    assert.match(await snippetHolding('paper.example'), /<summit-fact-box src="https:\/\/paper\.example\/climate\.json">/);
  });
});

describe('copying', () => {
  /** Copies what is shown, pastes it into a page of another origin, and tells what stands there. */
  async function copyAndPaste(script = true) {
    // A browser lets no page copy that is not in front.
    await page.bringToFront();
    await press('#copy');
    await seen('#copied', /Copied/);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await snippet());
    blank.site.body = copied;
    const tab = await context.newPage();
    await tab.setJavaScriptEnabled(script);
    await tab.goto(blank.url, {waitUntil: 'networkidle0'});
    return tab;
  }
  const boxText = (tab) => tab.$eval('summit-fact-box', (element) => element.shadowRoot.querySelector('[part=box]').innerText);

  it('gives each form, and each shows the box on another site', async () => {
    for (const lang of ['', '&lang=de']) {
      const heading = lang ? 'Der Alaska-Gipfel in Kürze' : 'The Alaska summit in brief';
      await open(`#element=fact-box&form=script${lang}`);
      await snippetHolding('integrity="sha384-');
      const live = await copyAndPaste();
      assert.match(await boxText(live), new RegExp(heading));

      await open(`#element=fact-box&form=prerendered${lang}`);
      await snippetHolding('shadowrootmode');
      for (const script of [false, true]) assert.match(await boxText(await copyAndPaste(script)), new RegExp(heading));

      await open(`#element=fact-box&form=frame&resizer=yes${lang}`);
      await snippetHolding('<iframe');
      const tab = await copyAndPaste();
      const frame = await (await tab.$('iframe')).contentFrame();
      await frame.waitForFunction((heading) => document.title === heading, {}, heading);
      assert.match(await boxText(frame), new RegExp(heading));
    }
  });

  it('gives a script that a changed file would not run by', async () => {
    await open('#element=fact-box&form=script');
    const good = await snippetHolding('integrity');
    blank.site.body = good.replace(/sha384-./, (start) => `sha384-${start.endsWith('A') ? 'B' : 'A'}`);
    const tab = await context.newPage();
    await tab.goto(blank.url, {waitUntil: 'networkidle0'});
    assert.equal(await tab.evaluate(() => customElements.get('summit-fact-box') === undefined), true);
  });

  it('selects the text where a browser lets no page copy', async () => {
    await open('#element=fact-box&form=script');
    const whole = await snippetHolding('integrity');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await press('#copy');
    await seen('#copied', /copy it with Ctrl\+C/);
    assert.equal(await page.evaluate(() => getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), whole);
  });
});

describe('the page', () => {
  it('works by keyboard alone', async () => {
    await open('#form=script');
    await snippetHolding('integrity');
    const focusOn = async (selector) => {
      for (let i = 0; i < 120; i++) {
        if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
        await page.keyboard.press('Tab');
      }
      assert.fail(`Tab never came to ${selector}`);
    };
    await focusOn('input[name=element]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await focusOn('#heading');
    await page.keyboard.type('By hand');
    await focusOn('#copy');
    await page.keyboard.press('Enter');
    await seen('#copied', /Copied/);
    assert.match(await snippet(), /<summit-fact-box heading="By hand">/);
  });

  it('asks for nothing but its own files, keeps nothing, and breaks no policy', async () => {
    await open('#element=region-list&lang=de');
    await snippetHolding('lang="de"');
    assert.deepEqual(requests.filter((url) => !url.startsWith(server.url) && !url.startsWith('data:')), []);
    const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
    assert.deepEqual(kept, ['', 0, 0]);
    assert.deepEqual(complaints, []);
  });

  for (const [name, options] of [
    ['wide and light', {}],
    ['wide and dark', {dark: true}],
    ['narrow and light', {width: 320}],
    ['narrow and dark', {width: 320, dark: true}],
  ]) {
    it(`has no barrier that axe finds, and nothing runs over: ${name}`, async () => {
      await open('#element=fact-box&data=text&accent=none-such&policy-url=x:y', options);
      await fill('#text', '{"id": 3}');
      await seen('#data-fault', /Mend/);
      await page.evaluate(axe);
      const broken = await page.evaluate(async () => {
        const {violations} = await window.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id} ${JSON.stringify(target)}`));
      });
      assert.deepEqual(broken, []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  }
});
