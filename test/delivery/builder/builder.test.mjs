/** The builder as an editor uses it: choose, paste, correct, copy, and see the box on a page of their own. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import axe from 'axe-core';
import {PNG} from 'pngjs';
import {prerender} from '../../../dist/prerender.js';
import {startDataServer} from '../../support/data-server.mjs';
import {
  makeTalks,
  paste,
  preview,
  readTemplate,
  snippet,
  startBuilder,
  startSite,
  textOf,
  type,
  unfold,
} from './builder-page.mjs';

const talks = JSON.stringify(makeTalks());

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

describe('choosing', () => {
  for (const [hash, ...args] of [
    [
      '#element=fact-box&lang=de&heading=In+%22K%C3%BCrze%22&heading-level=2&facts=who,what',
      'fact-box',
      '--lang',
      'de',
      '--heading',
      'In "Kürze"',
      '--heading-level',
      '2',
      '--facts',
      'who what',
    ],
    [
      '#element=goal-comparison&topics=territory&accent=%2300594f',
      'goal-comparison',
      '--topics',
      'territory',
      '--accent',
      '#00594f',
    ],
    [
      '#element=region-list&no-map=yes&lang=ar&scheme=dark',
      'region-list',
      '--no-map',
      '--lang',
      'ar',
      '--scheme',
      'dark',
    ],
    [
      '#element=goal-comparison&data=text&src=https://paper.example/climate.json&refresh=60',
      'goal-comparison',
      'templates/climate-talks.json',
      '--src',
      'https://paper.example/climate.json',
      '--refresh',
      '60',
    ],
  ]) {
    it(`makes the snippet that the command line makes, to the letter: ${args.join(' ')}`, async () => {
      const {page} = await builder.open(hash);
      const src = /src=/.test(hash);
      if (src) await paste(page, readTemplate('climate-talks.json'));
      const made = spawnSync(
        process.execPath,
        ['dist/cli/bin.js', 'snippet', ...args, '--base', `${builder.url}embed/`],
        {encoding: 'utf8'},
      );
      assert.equal(made.status, 0, made.stderr);
      // Not by `equal`, whose report would be hundreds of kilobytes.
      assert.ok((await snippet(page, src ? /climate-talks-2032/ : /./)) === made.stdout.trimEnd());
    });
  }

  it('prerenders own data for readers of other languages as Node does it', async () => {
    const {page} = await builder.open('#data=text&script=no');
    for (const [element, template, lang] of [
      ['region-list', 'climate-talks.json', 'de'],
      ['goal-comparison', 'water-talks-ar.json', 'de'],
      ['fact-box', 'water-talks-ar.json', 'uk'],
    ]) {
      const summit = JSON.parse(readTemplate(template));
      const attributes = {src: 'https://paper.example/talks.json', lang};
      await paste(page, readTemplate(template));
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        String(new URLSearchParams({element, data: 'text', script: 'no', ...attributes})),
      );
      const html = await snippet(
        page,
        new RegExp(`^<div><summit-${element} src="[^"]+" lang="${lang}">.*\\|${summit.id}\\|`),
      );
      assert.ok(
        html === `<div>${await prerender(element, {data: summit, attributes})}</div>`,
        `${element} of ${template}`,
      );
    }
  });

  it('shows what is chosen, live, at each width and on each ground', async () => {
    const {page, consoleErrors} = await builder.open();
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
    assert.deepEqual(consoleErrors, []);
  });

  it('recommends the form for the place where it goes, and says why', async () => {
    const {page} = await builder.open();
    for (const [host, form, start] of [
      ['wordpress-editor', 'prerendered', /^<div><summit-/],
      ['frames-only', 'frame', /^<div><iframe /],
      ['wordpress', 'plain', /^<div><section /],
      ['markdown', 'markdown', /^### /],
    ]) {
      await page.select('#host', host);
      assert.equal(await page.$eval('input[name=form]:checked', ({value}) => value), form);
      await snippet(page, start);
      await textOf(page, '.why ~ .why', /.{40}/);
    }
  });

  it('puts sides into another order by keyboard, and keeps the focus with the side', async () => {
    const {page} = await builder.open('#element=goal-comparison&form=script');
    await page.focus('#actors-trump-up');
    await page.keyboard.press('Enter');
    assert.match(await snippet(page, /actors=/), /actors="trump putin"/);
    // At the top there is no way up any more; the button beside it is next.
    assert.equal(await page.evaluate(() => document.activeElement.id), 'actors-trump-down');
    await textOf(page, '.unseen:last-child', /Trump is now number 1 of 2/);
    assert.ok(
      (await preview(page, /Main aim.*Main aim/)).indexOf('Trump') < (await preview(page, /Putin/)).indexOf('Putin'),
    );
    await page.keyboard.press('Enter');
    assert.doesNotMatch(await snippet(page, /<summit-goal-comparison>/), /actors/);
  });

  it('shows the brand’s colours, names what is none beside its field, and leaves that out of the snippet', async () => {
    const {page} = await builder.open('#element=fact-box&form=script');
    await unfold(page);
    await type(page, '#accent', '#00594f');
    assert.match(await snippet(page, /00594f/), /<style>summit-fact-box\{--summit-accent:#00594f\}<\/style>/);
    const rule = await page.$eval(
      '#stage > :not(.article)',
      (box) => getComputedStyle(box.shadowRoot.querySelector('[part=box]')).borderTopColor,
    );
    assert.equal(rule, 'rgb(0, 89, 79)');
    await type(page, '#accent', 'red}body{display:none');
    await textOf(page, '#accent-fault', /Enter a colour/);
    assert.equal(await page.$eval('#accent', (field) => field.getAttribute('aria-invalid')), 'true');
    assert.match(await page.$eval('#accent', (field) => field.getAttribute('aria-describedby')), /accent-fault/);
    assert.doesNotMatch(await snippet(page), /accent/);
    await textOf(page, '#snippets', /One field is invalid/);
    await type(page, '#accent', 'teal');
    await snippet(page, /--summit-accent:teal/);
    assert.equal(await page.$('#accent-fault'), null);
  });

  it('says that no reader can reach this machine, and takes another address', async () => {
    const {page} = await builder.open('#element=fact-box&form=script');
    await textOf(page, '#base-hint', /Readers can’t reach this machine/);
    await type(page, '#base', 'https://cdn.example.org/summit-embeds/0.1.0');
    assert.match(
      await snippet(page, /cdn/),
      /src="https:\/\/cdn\.example\.org\/summit-embeds\/0\.1\.0\/summit-embeds\.full\.js"/,
    );
    assert.equal(await page.$('#base-hint'), null);
    await type(page, '#base', 'ftp://cdn.example.org/');
    await textOf(page, '#base-fault', /Enter the address/);
    // A snippet with the address of this machine in its place would be a trap.
    assert.equal(await page.$('#snippet'), null);
    assert.equal(await page.$eval('#copy', ({disabled}) => disabled), true);
  });
});

describe('the address of the page', () => {
  it('holds all choices, and brings them back in another tab and on the way back', async () => {
    const {page} = await builder.open('#element=region-list');
    await page.click('#map');
    await snippet(page, /no-map/);
    await page.click('#element-goal-comparison');
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

    const {page: other} = await builder.open(new URL(page.url()).hash);
    assert.equal(await snippet(other, /policy-url/), text);
    assert.equal(await other.$eval('#host', ({value}) => value), 'arc-xp');
    assert.equal(await other.$eval('#accent', ({value}) => value), 'rgb(0 89 79)');
    assert.equal(await other.$eval('#topics-territory', ({checked}) => checked), false);
    await other.evaluate(() => {
      location.hash = '#element=fact-box&form=frame';
    });
    await snippet(other, /element=fact-box/);
    await other.goBack();
    assert.equal(await snippet(other, /policy-url/), text);
  });

  it('holds no data that were pasted, and leaves no trail in the history', async () => {
    const {page} = await builder.open('#element=fact-box&data=text');
    const before = await page.evaluate(() => history.length);
    await paste(page, talks);
    await type(page, '#heading', 'Talks');
    await snippet(page, /heading="Talks"/);
    assert.equal(new URL(page.url()).hash, '#element=fact-box&data=text&heading=Talks');
    assert.equal(await page.evaluate(() => history.length), before);
  });
});

describe('data of an editor’s own', () => {
  it('are shown at the very place where they are broken, and what was shown stays', async () => {
    const {page} = await builder.open('#element=fact-box');
    await preview(page, /The Alaska summit in brief/);
    await page.click('#data-text');
    await paste(page, JSON.stringify(makeTalks(), null, 2).replace('"revision": 4,', '"revision": four,'));
    await textOf(page, '#data-fault', /Line 5, column 15/);
    await textOf(page, '#preview .note', /last valid data: “The Alaska summit”/);
    await preview(page, /The Alaska summit in brief/);
    await page.waitForFunction(() => !document.querySelector('#snippet') && document.querySelector('#copy').disabled);
    assert.equal(await page.$eval('#text', (field) => field.getAttribute('aria-invalid')), 'true');
    assert.match(await page.$eval('#text', (field) => field.getAttribute('aria-describedby')), /data-fault/);
    await page.click('#data-fault button');
    const found = await page.$eval('#text', (field) => [
      document.activeElement === field,
      field.value.slice(field.selectionStart, field.selectionStart + 4),
    ]);
    assert.deepEqual(found, [true, 'four']);

    await paste(page, talks.replace('"certainty":"stated"', '"certainty":"statd"'));
    await textOf(page, '#data-fault', /claims\[\d+\]\.certainty must be one of .* did you mean 'stated'\?/);
    await preview(page, /The Alaska summit in brief/);

    await paste(page, JSON.stringify({...makeTalks(), positon: []}));
    await textOf(page, '#data-fault summary', /warnings/);
    await page.click('#data-fault summary');
    await textOf(page, '#data-fault .issues', /positon .*positions/);

    await paste(page, talks);
    await textOf(page, '#data-fault', /Valid: “.*”, edition 4, 91 statements/);
    assert.equal(await page.$eval('#text', (field) => field.getAttribute('aria-invalid')), null);
    await preview(page, /The Orrin Bay conference in brief/);
  });

  it('come from a file in JSON or YAML, chosen or dropped', async () => {
    const chosen = await builder.open('#element=fact-box&data=text');
    await (await chosen.page.$('#file')).uploadFile('templates/climate-talks.json');
    await preview(chosen.page, /The Orrin Bay conference in brief/);
    const {page} = await builder.open('#element=fact-box');
    await page.evaluate((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'talks.json', {type: 'application/json'}));
      document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
    }, talks);
    await preview(page, /The Orrin Bay conference in brief/);
    await (await page.$('#file')).uploadFile('templates/starter.yaml');
    await preview(page, /The talks in brief/);
  });

  it('stand in a prerendered snippet alone, until they have an address', async () => {
    const {page} = await builder.open('#element=fact-box&data=text');
    await paste(page, talks);
    const alone = await snippet(page, /^<div><summit-fact-box summit="climate-talks-2032" lang="en">/);
    assert.doesNotMatch(alone, /<script/);
    for (const form of ['frame', 'script']) {
      await page.click(`#form-${form}`);
      await textOf(page, '#snippets .reason', /Enter the address where the file will be published/);
    }
    await type(page, '#src', 'https://paper.example/talks.json');
    await snippet(page, /<summit-fact-box src="https:\/\/paper\.example\/talks\.json">/);
    await page.click('#form-frame');
    assert.match(await snippet(page, /<iframe/), /src=https%3A%2F%2Fpaper\.example%2Ftalks\.json/);
    await page.click('#form-prerendered');
    assert.match(await snippet(page, /^<div><summit-fact-box src="https:\/\/paper\.example\/talks\.json"/), /<script/);
  });

  it('are fetched from an address without cookies, and again when they were corrected', async () => {
    const {page, requests, consoleErrors} = await builder.open('#element=fact-box&form=script');
    data.put('/talks.json', {...makeTalks(), revision: 'four'});
    await page.click('#data-address');
    await type(page, '#src', data.url('/talks.json'));
    await page.keyboard.press('Tab');
    await textOf(page, '#data-fault', /revision/);
    assert.match(await preview(page, /./), /Alaska/);
    data.put('/talks.json', makeTalks());
    await page.click('#data .field button');
    await textOf(page, '#data-fault', /Valid: “The Orrin Bay climate conference”/);
    await type(page, '#refresh', '60');
    assert.match(
      await snippet(page, /refresh/),
      new RegExp(`<summit-fact-box src="${data.url('/talks.json')}" refresh="60">`),
    );
    await type(page, '#refresh', '5');
    await textOf(page, '#refresh-fault', /15 or more/);
    assert.doesNotMatch(await snippet(page, /<summit-fact-box src="[^"]+">/), /refresh/);

    await type(page, '#src', data.url('/404'));
    await page.keyboard.press('Tab');
    await textOf(page, '#data-fault', /HTTP 404.*check it/);
    assert.match(await preview(page, /./), /Orrin Bay/);
    await textOf(page, '#preview .note', /last valid data/);
    assert.deepEqual(
      [...new Set(requests.filter((url) => !url.startsWith(builder.url)))],
      [data.url('/talks.json'), data.url('/404')],
    );
    for (const {headers} of data.requests('/talks.json'))
      assert.equal(headers.cookie ?? headers.authorization, undefined);
    assert.deepEqual(
      consoleErrors.filter((text) => !/404/.test(text)),
      [],
    );
  });

  it('are those of the address that was given last, however late an earlier one is answered', async () => {
    data.put('/slow.json', {...makeTalks(), title: 'Slow talks'});
    data.put('/quick.json', makeTalks());
    const held = data.hold('/slow.json');
    const {page} = await builder.open('#element=fact-box&data=address');
    await type(page, '#src', data.url('/slow.json'));
    await page.keyboard.press('Enter');
    await data.arrived('/slow.json');
    await type(page, '#src', data.url('/quick.json'));
    await page.keyboard.press('Enter');
    await textOf(page, '#data-fault', /Valid: “The Orrin Bay climate conference”/);
    held.release();
    // What is asked for now is answered after what was held back.
    await page.evaluate(async (url) => (await fetch(url)).text(), data.url('/slow.json'));
    assert.match(await page.$eval('#data-fault', ({innerText}) => innerText), /“The Orrin Bay climate conference”/);
  });

  it('leave an address as it is being typed, whatever else changes', async () => {
    data.put('/quick.json', makeTalks());
    const {page} = await builder.open('#element=fact-box&data=address');
    await type(page, '#src', data.url('/quick.json'));
    await page.evaluate(() => document.querySelector('#element-region-list').click());
    await page.waitForFunction(() => location.hash.includes('element=region-list'));
    assert.equal(await page.$eval('#src', ({value}) => value), data.url('/quick.json'));
  });

  it('show in another language the same, prerendered and live', async () => {
    const {page} = await builder.open(
      `#element=fact-box&data=address&lang=en&src=${builder.url}dist/templates/water-talks-ar.json`,
    );
    const html = await snippet(page, /^<div><summit-fact-box src=/);
    const {page: host, consoleErrors} = await builder.openTab();
    await host.goto(site.put(html), {waitUntil: 'networkidle0'});
    await host.waitForFunction(() => customElements.get('summit-fact-box'));
    const still = await builder.openTab({script: false});
    await still.page.goto(site.put(html));
    const readers = await still.page.$eval(
      'summit-fact-box',
      (box) => box.shadowRoot.querySelector('[part=box]').innerText,
    );
    const live = await host.$eval('summit-fact-box', (box) => box.shadowRoot.querySelector('[part=box]').innerText);
    assert.equal(live, readers);
    assert.deepEqual(consoleErrors, []);
  });
});

describe('copying', () => {
  /** Copies what is shown, and opens a page of another origin with that. */
  async function copyAndPaste(page, script = true) {
    // A browser lets no page copy that is not in front.
    await page.bringToFront();
    await page.click('#copy');
    await textOf(page, '#copied', /Copied/);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await snippet(page));
    const {page: tab} = await builder.openTab({script});
    await tab.goto(site.put(copied));
    return tab;
  }

  /** Waits until a box on a page says this. */
  const says = (page, pattern) =>
    page.waitForFunction(
      (source) =>
        new RegExp(source).test(
          document.querySelector('summit-fact-box')?.shadowRoot?.querySelector('[part=box]')?.innerText,
        ),
      {},
      pattern.source,
    );

  it('gives each form, and each shows the box on another site', async () => {
    const heading = /Der Alaska-Gipfel in Kürze/;
    const script = await builder.open('#element=fact-box&form=script&lang=de');
    await says(await copyAndPaste(script.page), heading);

    const prerendered = await builder.open('#element=fact-box&form=prerendered&lang=de');
    for (const on of [false, true]) await says(await copyAndPaste(prerendered.page, on), heading);

    const frame = await builder.open('#element=fact-box&form=frame&resizer=yes&lang=de');
    const tab = await copyAndPaste(frame.page);
    const inside = await (await tab.$('iframe')).contentFrame();
    await inside.waitForFunction((source) => new RegExp(source).test(document.title), {}, heading.source);
    await says(inside, heading);
  });

  it('says so, and how large the snippet is', async () => {
    const {page} = await builder.open('#element=fact-box&lang=de');
    const text = await snippet(page, /lang="de"/);
    await page.click('#copy');
    await textOf(page, '#copied', /^Copied$/);
    assert.equal(await page.$eval('#copied', (output) => output.role ?? output.getAttribute('role')), 'status');
    assert.match(
      await page.$eval('#snippet-size', ({innerText}) => innerText),
      new RegExp(`^${Buffer.byteLength(text).toLocaleString('en')} bytes$`),
    );
    // What was copied is not what is there any more.
    await page.click('#form-script');
    await page.waitForFunction(() => document.querySelector('#copied').innerText === '');
  });

  it('waits for the snippet where the button is pressed faster than that is made', async () => {
    const {page} = await builder.open('#element=goal-comparison&data=text');
    await paste(page, talks);
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

  it('puts the box there as mail has it, and as plain text, for tools that take no HTML', async () => {
    const {page} = await builder.open('#element=fact-box&host=newsletter');
    await snippet(page, /^<div><section/);
    await page.click('#copy-formatted');
    await textOf(page, '#copied', /^Copied$/);
    const [formatted, bare] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain'].map(async (kind) => (await item.getType(kind)).text()));
    });
    const written = (as) => prerender('fact-box', {as});
    // Chromium writes the HTML of the clipboard anew: colours as rgb(), and the styles of the page in the first tag.
    const textsOf = (markup) =>
      [...markup.matchAll(/>([^<]+)</g)].map(([, text]) => text.replaceAll('&nbsp;', '\u00a0'));
    assert.deepEqual(textsOf(formatted), textsOf(await written('email')));
    assert.match(formatted, /<table/);
    assert.equal(bare.replaceAll('\r\n', '\n'), await written('text'));
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

describe('everybody', () => {
  it('can do it by keyboard alone', async () => {
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

  it('gets what the policy promises: nothing from elsewhere, nothing stored', async () => {
    const {page, requests, consoleErrors} = await builder.open('#element=fact-box&lang=de');
    for (const form of ['script', 'frame', 'prerendered']) await page.click(`#form-${form}`);
    for (const element of ['goal-comparison', 'region-list', 'fact-box']) await page.click(`#element-${element}`);
    for (const host of ['markdown', 'own-page']) await page.select('#host', host);
    await snippet(page, /^<div><summit-fact-box/);
    const response = await page.reload();
    await snippet(page, /^<div><summit-fact-box/);
    assert.match(
      response.headers()['content-security-policy'],
      /default-src 'none'.*require-trusted-types-for 'script'/,
    );
    assert.deepEqual(
      requests.filter(
        // The preview of the share card is in the page itself.
        (url) =>
          !url.startsWith(`${builder.url}builder/`) &&
          !url.startsWith('data:image/svg+xml,') &&
          url !== `${builder.url}embed/manifest.json`,
      ),
      [],
    );
    assert.deepEqual(consoleErrors, []);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
      0,
      0,
      '',
    ]);
    assert.deepEqual(await builder.context.cookies(), []);
  });

  for (const [state, hash] of Object.entries({
    'with the frame form': '#element=region-list&form=frame&lang=ar',
    'with plain HTML': '#element=fact-box&host=mdx&accent=teal',
    'with every fault':
      '#element=fact-box&data=address&src=nowhere&refresh=1&accent=nix&size=nix&base=nix&policy-url=javascript:1',
    'with data that are wrong': '#element=fact-box&data=text',
  })) {
    it(`meets no barrier that axe finds, and has room, wide and light, narrow and dark, ${state}`, async () => {
      const {page} = await builder.open(hash);
      if (hash.includes('data=text')) {
        await paste(page, '{"id": 3}');
        await textOf(page, '#data-fault', /Fix/);
      }
      await page.evaluate(axe.source);
      for (const [width, scheme, rules] of [
        [1200, 'light'],
        // All that another size and other colours can change.
        [320, 'dark', ['color-contrast', 'target-size']],
      ]) {
        await builder.dress(page, {width, scheme});
        // The bar at the window's end covers what a reader can scroll, except at the end of the page.
        await page.evaluate(() => {
          scrollTo(0, document.documentElement.scrollHeight);
        });
        // What is on the stage has tests of its own.
        const {violations} = await page.evaluate(
          (runOnly) =>
            window.axe.run({exclude: [['#stage > *']]}, {resultTypes: ['violations'], ...(runOnly && {runOnly})}),
          rules,
        );
        assert.deepEqual(
          violations.map(({id, nodes}) => [id, nodes.map(({html}) => html.slice(0, 120))]),
          [],
          scheme,
        );
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0, String(width));
      }
    });
  }

  it('sees what is chosen, and where the focus is, in forced colours', async () => {
    const {page} = await builder.open(undefined, {forcedColors: true});
    const marked = await page.$$eval('.switch label', (labels) =>
      labels.map((label) => [
        label.querySelector('input').checked,
        getComputedStyle(label.querySelector('span')).borderBottomStyle !== 'none',
      ]),
    );
    assert.ok(marked.some(([checked]) => checked));
    for (const [checked, underlined] of marked) assert.equal(underlined, checked);
  });

  it('reads without script what to do', async () => {
    const {page} = await builder.openTab({script: false});
    await page.goto(`${builder.url}builder/`);
    assert.match(await page.$eval('main', ({innerText}) => innerText), /npx summit-embeds snippet --help/);
  });
});

describe('the share card', () => {
  let folder;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'summit-embeds-'));
  });

  after(() => rmSync(folder, {recursive: true, force: true}));

  /** Presses a button, and returns the file that is saved then. */
  async function fileFrom(page, button) {
    const cdp = await page.browser().target().createCDPSession();
    await cdp.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      browserContextId: builder.context.id,
      downloadPath: folder,
      eventsEnabled: true,
    });
    const names = new Map();
    cdp.on('Browser.downloadWillBegin', ({guid, suggestedFilename}) => names.set(guid, suggestedFilename));
    const saved = new Promise((resolve) => {
      cdp.on('Browser.downloadProgress', ({guid, state}) => state === 'completed' && resolve(names.get(guid)));
    });
    await page.focus(button);
    await page.keyboard.press('Enter');
    const name = await saved;
    await cdp.detach();
    return {name, bytes: readFileSync(join(folder, name))};
  }

  it('is saved as PNG in the chosen size, and says what the command line says', async () => {
    const {page, consoleErrors} = await builder.open('#element=goal-comparison&lang=de');
    await page.waitForSelector('#card-picture');
    await page.click('#to-card');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'card-heading');
    for (const [size, width, height] of [
      ['portrait', 1080, 1350],
      ['landscape', 1200, 630],
    ]) {
      await page.click(`#card-size-${size}`);
      await page.click('#card-scheme-dark');
      await type(page, '#card-paper', 'Der Kurier');
      const {name, bytes} = await fileFrom(page, '#card-png');
      assert.equal(name, `alaska-2025-${size}-dark.png`);
      const png = PNG.sync.read(bytes);
      assert.deepEqual([png.width, png.height], [width, height]);
      const pixels = new Map();
      for (let i = 0; i < png.data.length; i += 4) {
        const colour = png.data.readUInt32BE(i);
        pixels.set(colour, (pixels.get(colour) ?? 0) + 1);
      }
      const paper = pixels.get(0x131416ff);
      const share = paper / (width * height);
      assert.ok(share > 0.7 && share < 0.97, `${share} of the picture is paper`);
      assert.ok(pixels.get(0xb590c6ff) >= width * 12, 'the bar on top');
    }
    await textOf(page, '#card-said', /Saved as alaska-2025-landscape-dark\.png/);
    const svg = await fileFrom(page, '#card-svg');
    assert.match(svg.bytes.toString(), /^<svg [^>]*lang="de"[^]*Der Kurier<\/text>/);
    const {shareCard} = await import('../../../dist/prerender.js');
    const {alt} = await shareCard({attributes: {lang: 'de'}, paper: 'Der Kurier'});
    await page.focus('#card-copy');
    await page.keyboard.press('Enter');
    await textOf(page, '#card-said', /Copied/);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), alt);
    assert.deepEqual(consoleErrors, []);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });

  it('says why there is none', async () => {
    const {page} = await builder.open('#element=fact-box');
    await textOf(page, '#card', /Only the goal comparison has a share card/);
    const {page: other} = await builder.open('#element=goal-comparison&data=text');
    const aimless = makeTalks();
    aimless.positions = aimless.positions.map((position) => ({...position, rank: undefined}));
    await paste(other, JSON.stringify(aimless));
    await textOf(other, '#card', /this summit has none: mark a position of each side as its main aim/);
  });
});
