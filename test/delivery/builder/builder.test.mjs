/**
 * The builder as an editor uses it: choose, paste, mend, copy, and see the box on a page of their own. Needs `npm run build`.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {makeTalks, paste, preview, snippet, startBuilder, startSite, textOf, type, unfold} from './builder-page.mjs';
import {startDataServer} from '../../support/data-server.mjs';
import {makeFolder} from '../../support/run-cli.mjs';

const talks = JSON.stringify(makeTalks());
const {run, save, folder, remove} = makeFolder();
save('climate.json', talks);

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
  remove();
});

/** Nothing is there to copy. */
const noSnippet = (page) => page.waitForFunction(() => !document.querySelector('#snippet') && document.querySelector('#copy').disabled);

describe('choosing', () => {
  it('makes the snippet that the command line makes, to the letter', async () => {
    for (const [hash, file, ...args] of [
      ['#element=fact-box', undefined, 'fact-box'],
      ['#element=fact-box&lang=de&heading=In+%22K%C3%BCrze%22&heading-level=2&facts=who,what', undefined, 'fact-box', '--lang', 'de', '--heading', 'In "Kürze"', '--heading-level', '2', '--facts', 'who what'],
      ['#element=goal-comparison&topics=territory&accent=%2300594f', undefined, 'goal-comparison', '--topics', 'territory', '--accent', '#00594f'],
      ['#element=region-list&no-map=yes&lang=ar&scheme=dark', undefined, 'region-list', '--no-map', '--lang', 'ar', '--scheme', 'dark'],
      ['#element=goal-comparison&data=text', 'climate.json', 'goal-comparison', '--no-script'],
      ['#element=region-list&data=text&src=https://paper.example/climate.json&refresh=60', 'climate.json', 'region-list', '--src', 'https://paper.example/climate.json', '--refresh', '60'],
    ]) {
      const {page} = await builder.open(hash);
      if (file) await paste(page, readFileSync(join(folder, file), 'utf8'));
      const wanted = run('snippet', ...args, ...(file ? [file] : []), '--base', `${builder.url}embed/`);
      assert.equal(wanted.status, 0, wanted.stderr);
      // Not by `equal`, whose report would be hundreds of kilobytes.
      assert.ok((await snippet(page)) === wanted.stdout.trimEnd(), hash);
      await builder.leave();
    }
  });

  it('shows what is chosen, live, at each width and on each ground', async () => {
    const {page, complaints} = await builder.open();
    await preview(page, /The Alaska summit: who wants what/);
    await page.click('#element-fact-box');
    await type(page, '#heading', 'What you need to know');
    await page.select('#lang', 'de');
    await preview(page, /What you need to know.*Quellen/);
    assert.match(await snippet(page, /lang="de"/), /<summit-fact-box heading="What you need to know" lang="de">/);
    const stage = (property) => page.$eval('#stage', (stage, property) => getComputedStyle(stage)[property], property);
    const choose = (name, value) => page.$eval(`input[name=${name}][value=${value}]`, (input) => input.click());
    const full = parseFloat(await stage('width'));
    await choose('width', 'phone');
    const phone = parseFloat(await stage('width'));
    assert.ok(phone < full && phone <= 360, String(phone));
    await choose('ground', 'light');
    const light = await stage('backgroundColor');
    await choose('ground', 'dark');
    assert.notEqual(await stage('backgroundColor'), light);
    assert.deepEqual(complaints, []);
  });

  it('recommends the form for the place where it goes, and says why', async () => {
    const {page} = await builder.open();
    for (const [host, form, plain] of [
      ['wordpress-editor', 'prerendered', false],
      ['wordpress-author', 'prerendered', true],
      ['frames-only', 'frame', undefined],
      ['markdown', 'prerendered', true],
    ]) {
      await page.select('#host', host);
      assert.equal(await page.$eval('input[name=form]:checked', ({value}) => value), form);
      if (plain !== undefined) assert.equal(await page.$eval('#plain', ({checked}) => checked), plain, host);
      if (plain) assert.match(await snippet(page, /<section/), /^<section/);
      await textOf(page, '.why', /.{40}/);
    }
  });

  it('names a fault beside its field, and leaves it out of the snippet', async () => {
    const {page} = await builder.open('#element=fact-box&form=script');
    await unfold(page);
    await type(page, '#accent', 'red;}');
    await textOf(page, '#accent-fault', /Give a colour/);
    assert.equal(await page.$eval('#accent', (field) => field.getAttribute('aria-describedby')), 'accent-fault');
    assert.doesNotMatch(await snippet(page), /accent/);
    await type(page, '#accent', 'teal');
    assert.match(await snippet(page, /teal/), /<style>summit-fact-box\{--summit-accent:teal\}<\/style>/);
    assert.equal(await page.$('#accent-fault'), null);
  });

  it('keeps all in the address, which brings it back elsewhere', async () => {
    const {page} = await builder.open();
    await page.click('#element-region-list');
    await page.select('#lang', 'uk');
    await page.click('#map');
    await page.click('#form-frame');
    const before = await snippet(page, /element=region-list/);
    assert.match(before, /lang=uk&amp;no-map=/);
    const {page: other} = await builder.open(new URL(page.url()).hash);
    assert.equal(await snippet(other, /element=region-list/), before);
    await other.evaluate(() => {
      location.hash = '#element=fact-box&form=frame';
    });
    await snippet(other, /element=fact-box/);
    await other.goBack();
    assert.equal(await snippet(other, /element=region-list/), before);
  });
});

describe('data of an editor’s own', () => {
  it('are named with line and column where they are broken, and what was shown stays', async () => {
    const {page} = await builder.open('#element=fact-box');
    await preview(page, /The Alaska summit in brief/);
    await page.click('#data-text');
    await paste(page, '{\n  "id": "talks",\n  "revision": one\n}');
    await textOf(page, '#data-fault', /Line 3, column 15/);
    await textOf(page, '#preview .note', /last good ones: “The Alaska summit”/);
    await preview(page, /The Alaska summit in brief/);
    await noSnippet(page);

    await paste(page, talks.replace('"certainty":"stated"', '"certainty":"statd"'));
    await textOf(page, '#data-fault', /claims\[\d+\]\.certainty must be one of .* did you mean 'stated'\?/);
    await preview(page, /The Alaska summit in brief/);

    await paste(page, talks);
    await textOf(page, '#data-fault', /Sound: “.*”, edition 4, 91 statements/);
    await preview(page, /The Orrin Bay conference in brief/);
    assert.match(await snippet(page, /climate-talks-2032/), /^<summit-fact-box summit="climate-talks-2032" lang="en">/);
    assert.doesNotMatch(page.url(), /Orrin|claims/, 'what was pasted is no part of the address');
  });

  it('come from a file, chosen or dropped; YAML is told how to become JSON', async () => {
    const chosen = await builder.open('#element=fact-box&data=text');
    await (await chosen.page.$('#file')).uploadFile(resolve(folder, 'climate.json'));
    await preview(chosen.page, /The Orrin Bay conference in brief/);
    const {page} = await builder.open('#element=fact-box');
    await page.evaluate((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'talks.json', {type: 'application/json'}));
      document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
    }, talks);
    await preview(page, /The Orrin Bay conference in brief/);
    save('talks.yaml', run('init', '-').stdout);
    await (await page.$('#file')).uploadFile(resolve(folder, 'talks.yaml'));
    await textOf(page, '#data-fault', /validate FILE --out FILE\.json/);
  });

  it('come from an address, and what fails there is told', async () => {
    data.put('/climate.json', makeTalks());
    const {page} = await builder.open('#element=fact-box&data=address');
    const load = async (path) => {
      await type(page, '#src', data.url(path));
      await page.keyboard.press('Enter');
    };
    await load('/nowhere.json');
    await textOf(page, '#data-fault', /404/);
    await load('/climate.json');
    await preview(page, /The Orrin Bay conference in brief/);
    assert.match(await snippet(page, /src=/), new RegExp(`src="${data.url('/climate.json')}"`));
  });

  it('need an address for the forms that load them', async () => {
    const {page} = await builder.open('#element=fact-box&data=text&form=script');
    await paste(page, talks);
    await textOf(page, '.reason', /Give the address where the file will be published/);
    await type(page, '#src', 'https://paper.example/climate.json');
    assert.match(await snippet(page, /paper\.example\/climate\.json/), /<summit-fact-box src="https:\/\/paper\.example\/climate\.json">/);
  });
});

describe('copying', () => {
  /** Copies what is shown, pastes it into a page of another origin, and opens that. */
  async function copyAndPaste(page, script = true) {
    // A browser lets no page copy that is not in front.
    await page.bringToFront();
    await page.click('#copy');
    await textOf(page, '#copied', /Copied/);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await snippet(page));
    const {page: tab} = await builder.openTab({script});
    await tab.goto(site.put(copied), {waitUntil: 'networkidle0'});
    return tab;
  }
  const boxText = (tab) => tab.$eval('summit-fact-box', (element) => element.shadowRoot.querySelector('[part=box]').innerText);

  it('gives each form, and each shows the box on another site', async () => {
    for (const [lang, heading] of [
      ['', /The Alaska summit in brief/],
      ['&lang=de', /Der Alaska-Gipfel in Kürze/],
    ]) {
      const script = await builder.open(`#element=fact-box&form=script${lang}`);
      assert.match(await boxText(await copyAndPaste(script.page)), heading);

      const prerendered = await builder.open(`#element=fact-box&form=prerendered${lang}`);
      for (const on of [false, true]) assert.match(await boxText(await copyAndPaste(prerendered.page, on)), heading);

      const frame = await builder.open(`#element=fact-box&form=frame&resizer=yes${lang}`);
      const tab = await copyAndPaste(frame.page);
      const inside = await (await tab.$('iframe')).contentFrame();
      await inside.waitForFunction((source) => new RegExp(source).test(document.title), {}, heading.source);
      assert.match(await boxText(inside), heading);
      await builder.leave();
    }
  });

  it('gives a script that a changed file would not run by', async () => {
    const {page} = await builder.open('#element=fact-box&form=script');
    const good = await snippet(page, /integrity/);
    const {page: tab} = await builder.openTab();
    await tab.goto(site.put(good.replace(/sha384-./, (start) => `sha384-${start.endsWith('A') ? 'B' : 'A'}`)), {waitUntil: 'networkidle0'});
    assert.equal(await tab.evaluate(() => customElements.get('summit-fact-box') === undefined), true);
  });

  it('selects the text where a browser lets no page copy', async () => {
    const {page} = await builder.open('#element=fact-box&form=script');
    const whole = await snippet(page, /integrity/);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await page.click('#copy');
    await textOf(page, '#copied', /copy it with Ctrl\+C/);
    const selected = await page.evaluate(() => {
      const {value, selectionStart, selectionEnd} = document.activeElement;
      return value.slice(selectionStart, selectionEnd);
    });
    assert.equal(selected, whole);
  });
});

describe('the page', () => {
  it('works by keyboard alone', async () => {
    const {page} = await builder.open('#form=script');
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
    await textOf(page, '#copied', /Copied/);
    assert.match(await snippet(page), /<summit-fact-box heading="By hand">/);
  });
});
