/**
 * A prerendered box without script, and when the script comes: from dist/, in a browser. A reader must not notice that where
 * nothing is new, and must keep what they opened where something is. That it looks as a live one does, pictures in
 * test/visual show.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {rollup} from 'rollup';
import {parse} from 'yaml';
import {contentHash} from '../../dist/data/content-hash.js';
import {prerender, styleHash} from '../../dist/prerender.js';
import {startDataServer} from '../support/data-server.mjs';
import {refuseRequests, startPages, watchPage} from '../support/page-server.mjs';
import {claimsIn, claimsOf, ELEMENTS, summits} from '../support/prerendered.mjs';
import {builtBox} from './built-box.mjs';

const talks = parse(readFileSync('templates/starter.yaml', 'utf8'));
const alaska = JSON.parse(readFileSync('dist/data/alaska-2025.json', 'utf8'));
const file = '/talks.json';
const SCRIPT_FILE = '/embed/summit-embeds.js';
const SCRIPT = `<script type="module" src="${SCRIPT_FILE}"></script>`;
const TAGS = ELEMENTS.map((element) => `summit-${element}`);
const [alaskaSummit, germanSummit, climateSummit] = summits;
const climate = {...climateSummit.summit, hash: await contentHash(climateSummit.summit)};

let pages;
let data;
/** Until when the server keeps the script back, if it does. */
let held;

before(async () => {
  data = await startDataServer();
  pages = await startPages({
    connect: [data.origin],
    files: {'/hydrating.js': await bundleHydrating(), '/climate.json': JSON.stringify(climate)},
    hold: (path) => (path === SCRIPT_FILE ? held : undefined),
  });
});

afterEach(async () => {
  held = undefined;
  await pages.leave();
  data.forget();
});

after(async () => {
  await pages?.close();
  await data?.close();
});

/** The elements as a page's own build makes them that has Lit's hydrate support before Lit. */
async function bundleHydrating() {
  const bundle = await rollup({
    input: 'entry',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : null),
        load: (id) =>
          id === 'entry'
            ? "import '@lit-labs/ssr-client/lit-element-hydrate-support.js';\nimport '/dist/define.js';"
            : null,
      },
      {name: 'dist', resolveId: (id) => (id === '/dist/define.js' ? `${process.cwd()}/dist/define.js` : null)},
      nodeResolve({exportConditions: ['browser', 'production'], rootDir: process.cwd()}),
    ],
    onwarn: () => {},
  });
  const {output} = await bundle.generate({format: 'es', inlineDynamicImports: true});
  await bundle.close();
  return output[0].code;
}

/** In a page: has the script come when the test says so, notes every change of the box, and tells whether it is the same. */
function watchBox() {
  window.box = {
    async come(file) {
      const element = document.querySelector('summit-fact-box, summit-goal-comparison, summit-region-list');
      const root = element.shadowRoot;
      window.box.element = element;
      window.box.section = root.querySelector('[part=box]');
      window.box.changes = [];
      new MutationObserver((records) => {
        for (const {target, addedNodes, removedNodes, attributeName, type} of records) {
          const names = [...addedNodes, ...removedNodes].map(({nodeName}) => nodeName);
          window.box.changes.push(`${type} ${target.nodeName} ${attributeName ?? names.join()}`);
        }
      }).observe(root, {subtree: true, childList: true, attributes: true, characterData: true});
      await import(file);
      await customElements.whenDefined(element.localName);
      await element.updateComplete;
    },
    /** Whether what was prerendered stands, node by node. */
    stands: () => window.box.element.shadowRoot.querySelector('[part=box]') === window.box.section,
    count: () => window.box.element.shadowRoot.querySelectorAll('[part=box]').length,
    text: () => window.watch.text(window.box.element),
    openFirst() {
      const details = window.box.element.shadowRoot.querySelector('dl details');
      details.open = true;
      details.querySelector('summary').focus();
      window.box.first = details.dataset.id;
    },
    firstIsOpen: () => window.box.element.shadowRoot.querySelector('dl details').open,
    keepsFocus: () => window.box.element.shadowRoot.activeElement?.closest('details')?.dataset.id === window.box.first,
  };
}

/** Opens a page with a prerendered fact box, opens its first answer, and has the script come. */
async function open(
  options,
  {file = '/embed/summit-embeds.js', edit = (html) => html, prepare = [], zone, strict} = {},
) {
  const html = edit(await prerender('fact-box', options));
  const opened = await pages.open(html, {strict: strict ?? false, prepare: [watchPage, watchBox, ...prepare], zone});
  await opened.page.evaluate(() => {
    window.box.element = document.querySelector('summit-fact-box');
    window.box.openFirst();
  });
  await opened.page.evaluate((file) => window.box.come(file), file);
  return opened;
}

const scripts = (requests) => requests.filter((path) => path.endsWith('.js'));

/** What a box tells of itself after the script came. */
const state = (page) =>
  page.evaluate(() => ({
    stands: window.box.stands(),
    count: window.box.count(),
    changes: window.box.changes,
    open: window.box.firstIsOpen(),
    focused: window.box.keepsFocus(),
    events: window.watch.events.map(({type, code, origin, revision}) =>
      [type, code ?? origin, revision].filter(Boolean).join(' '),
    ),
    errors: window.watch.errors,
  }));

const until = (page, check) => page.evaluate(`window.watch.until(() => ${check})`);

/** What assistive technology is told of a page, a line for each text. */
async function accessibleText(page) {
  const cdp = await page.createCDPSession();
  const {nodes} = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = ({role, name, childIds = [], ignored}) =>
    !ignored && role.value === 'StaticText' ? [name.value] : childIds.flatMap((id) => read(byId.get(id) ?? {role: {}}));
  return read(nodes[0]).join('\n');
}

describe('a prerendered box without script', () => {
  for (const element of ELEMENTS) {
    it(`opens to every claim, by a click: ${element}`, async () => {
      const all = claimsOf(alaskaSummit);
      const {page} = await pages.open(await builtBox(element, alaskaSummit), {strict: false, script: false});
      const before = claimsIn(await accessibleText(page), all);
      for (const summary of await page.$$(`summit-${element} >>> summary`)) await summary.click();
      const claims = claimsIn(await accessibleText(page), all);
      assert.ok(before.length < claims.length);
      assert.deepEqual(claims, claimsIn(await builtBox(element, alaskaSummit, 'text'), all));
      assert.equal(await page.evaluate(() => customElements.get('summit-fact-box') === undefined), true);
    });
  }
});

const PARAGRAPH = `<p>${'The delegations met again, and the chair said that the differences were not yet settled. '.repeat(4)}</p>`;

/** A story with all three boxes. */
const story = (boxes) =>
  `<meta name="viewport" content="width=device-width"><body><h1>Talks go on</h1>${PARAGRAPH}${boxes.join(PARAGRAPH)}${PARAGRAPH.repeat(3)}<p id="end">End.</p>${SCRIPT}`;

/** In a page: notes how far things moved, whoever made them move. */
function watchShifts() {
  window.shifts = [];
  const observer = new PerformanceObserver((list) => window.shifts.push(...list.getEntries()));
  observer.observe({type: 'layout-shift', buffered: true});
  /** How far things have moved since a time. A busy browser hands entries over long after their frame. */
  window.movedSince = (time) =>
    [...window.shifts, ...observer.takeRecords()]
      .filter(({startTime}) => startTime > time)
      .reduce((sum, {value}) => sum + value, 0);
}

/** In a page: what a reader sees and where they are, before the script. What moved before, at their own click, is forgotten. */
async function lookBefore(tags) {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  const hosts = tags.map((tag) => document.querySelector(tag));
  window.focused = hosts[0].shadowRoot.activeElement;
  window.lookedAt = performance.now();
  return {
    defined: tags.some((tag) => customElements.get(tag)),
    open: hosts[0].shadowRoot.querySelectorAll('details[open]').length,
    focused: window.focused?.nodeName,
    parts: hosts.map((host) => host.shadowRoot.querySelectorAll('[part=box]').length),
  };
}

/** The same after it. */
async function lookAfter(tags) {
  const hosts = tags.map((tag) => document.querySelector(tag));
  for (const host of hosts) {
    await customElements.whenDefined(host.localName);
    await host.updateComplete;
  }
  for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
  const [{shadowRoot}] = hosts;
  return {
    defined: tags.every((tag) => customElements.get(tag)),
    open: shadowRoot.querySelectorAll('details[open]').length,
    focused: shadowRoot.activeElement?.nodeName,
    same: shadowRoot.activeElement === window.focused,
    parts: hosts.map((host) => host.shadowRoot.querySelectorAll('[part=box]').length),
    hidden: hosts.every((host) => !host.querySelector(':scope > section').checkVisibility()),
    moved: window.movedSince(window.lookedAt),
    errors: window.watch.errors,
    violations: window.watch.violations,
  };
}

describe('when the script comes late', () => {
  for (const {name, nonce, hash, strict = true, viewport} of [
    {name: 'in a page without a policy', strict: false, viewport: {width: 1000, height: 4000}},
    {name: 'under a strict policy with the hashes of the styles', hash: true, viewport: {width: 400, height: 6000}},
    {name: 'under a strict policy with a nonce', nonce: 'c2VjcmV0', viewport: {width: 1000, height: 800}},
  ]) {
    it(`nothing moves, doubles or closes ${name}`, async () => {
      const boxes = await Promise.all(ELEMENTS.map((element) => prerender(element, {nonce})));
      const hashes = await Promise.all(ELEMENTS.map(styleHash));
      const styles = hash ? hashes.map((value) => `'${value}'`) : nonce ? [`'nonce-${nonce}'`] : [];
      let release;
      held = new Promise((resolve) => {
        release = resolve;
      });
      const path = pages.add(story(boxes), {strict, styles});
      const {page} = await pages.visit(path, {prepare: [watchPage, watchShifts], until: [], viewport});
      await page.waitForSelector('#end');
      // A reader opens one, and moves on to the next by keyboard.
      const [first] = await page.$$(`${TAGS[0]} >>> summary`);
      await first.click();
      await page.keyboard.press('Tab');
      const early = await page.evaluate(lookBefore, TAGS);
      release();
      const late = await page.evaluate(lookAfter, TAGS);
      assert.deepEqual(early, {defined: false, open: 1, focused: 'SUMMARY', parts: [1, 1, 1]});
      assert.deepEqual(late, {
        defined: true,
        open: 1,
        focused: 'SUMMARY',
        same: true,
        parts: [1, 1, 1],
        hidden: true,
        moved: 0,
        errors: [],
        violations: [],
      });
    });
  }
});

/** In a page: what is in the shadow roots of a tag, comments left out, adjacent texts joined; and the attributes of the hosts. */
function trees(tag) {
  const read = (node) => {
    // Node.js and browsers write dates with data of different ages, which know different spaces.
    if (node instanceof Text) return node.data.replaceAll('\u2009', ' ');
    const children = [];
    for (const child of node.childNodes) {
      if (child instanceof Comment) continue;
      const told = read(child);
      if (typeof told === 'string' && typeof children.at(-1) === 'string') children.push(children.pop() + told);
      else if (told) children.push(told);
    }
    const attributes = [...(node.attributes ?? [])]
      .filter(({name}) => name !== 'data-key')
      .map(({name, value}) => `${name}=${value}`)
      .sort();
    return [node.nodeName, attributes, children];
  };
  return [...document.querySelectorAll(tag)].map(({shadowRoot, attributes}) => ({
    host: [...attributes].map(({name, value}) => `${name}=${value}`),
    sheets: shadowRoot.adoptedStyleSheets.length,
    root: read(shadowRoot),
  }));
}

describe('a prerendered box after the script has taken it over', () => {
  /** The live element for a prerendered one: the same tag without what is in it. */
  const empty = (html) => html.replace(/^(<[^>]+>)[^]*(<\/[^>]+>)$/, '$1$2');

  for (const summit of [
    alaskaSummit,
    germanSummit,
    {
      ...climateSummit,
      name: 'climate talks from an address',
      options: {data: climate, attributes: {src: '/climate.json'}},
    },
  ]) {
    it(`is as a live one, node by node: ${summit.name}`, async () => {
      const boxes = await Promise.all(ELEMENTS.map((element) => builtBox(element, summit)));
      const {page} = await pages.open(boxes.map((html) => html + empty(html)).join('') + SCRIPT, {
        prepare: [watchPage],
      });
      await page.evaluate((count) => window.watch.until(() => window.watch.events.length === count), 2 * boxes.length);
      for (const tag of TAGS) {
        const [taken, live, ...rest] = await page.evaluate(trees, tag);
        assert.deepEqual(rest, []);
        assert.ok(JSON.stringify(live.root).length > 2000);
        // The policy refuses the style element: where the content may need all styles, these are loaded.
        assert.ok(taken.sheets >= 2 && live.sheets >= 2);
        assert.deepEqual({...taken, sheets: 0}, {...live, sheets: 0});
      }
    });
  }
});

describe('a prerendered box that is up to date', () => {
  for (const [name, options, script] of [
    ['of the bundled summit', {}, '/embed/summit-embeds.js'],
    [
      'with options',
      {attributes: {heading: 'In | "brief"', 'heading-level': '2', facts: 'who what', scheme: 'dark'}},
      '/embed/summit-embeds.js',
    ],
    ['on a page with Lit’s hydrate support', {}, '/hydrating.js'],
    ['in another language', {attributes: {lang: 'de'}}, '/embed/summit-embeds.js'],
    ['from right to left', {attributes: {lang: 'ar'}}, '/embed/summit-embeds.full.js'],
  ]) {
    it(`stands as it is: ${name}`, async () => {
      const {page, requests} = await open(options, {file: script});
      await until(page, 'window.watch.events.length > 0');
      const {stands, count, changes, open: isOpen, focused, events, errors} = await state(page);
      assert.deepEqual(
        {stands, count, isOpen, focused, errors},
        {stands: true, count: 1, isOpen: true, focused: true, errors: []},
      );
      assert.deepEqual(changes, []);
      assert.deepEqual(events, ['summit-load bundled 1']);
      // No language, no translation: what stands there is in it already.
      assert.deepEqual(scripts(requests), [script]);
    });
  }

  it('loses no style with its style element, and none with the policy', async () => {
    const colour = () =>
      getComputedStyle(document.querySelector('summit-fact-box').shadowRoot.querySelector('.muted')).color;
    const html = await prerender('fact-box');
    const {page} = await pages.open(html, {prepare: [watchPage, watchBox]});
    const blocked = await page.evaluate(colour);
    await page.evaluate(() => window.box.come('/embed/summit-embeds.js'));
    const styled = await page.evaluate(colour);
    assert.notEqual(styled, blocked, 'the policy refuses the style element, and not the script’s sheet');
    const live = await pages.open(
      '<summit-fact-box lang="en"></summit-fact-box><script type="module" src="/embed/summit-embeds.js"></script>',
      {
        prepare: [watchPage],
      },
    );
    await until(live.page, 'window.watch.events.length > 0');
    assert.equal(styled, await live.page.evaluate(colour));
  });

  it('stands whatever the time zone of reader and server', async () => {
    data.put(file, talks);
    const options = {data: talks, attributes: {src: data.url(file), heading: 'Talks'}};
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
      const {page} = await open(options, {zone});
      await until(page, 'window.watch.events.length > 0');
      const {stands, events} = await state(page);
      assert.deepEqual({stands, events}, {stands: true, events: ['summit-load src 1']}, zone);
      assert.match(await page.evaluate(() => window.box.text()), /May 4 – 5, 2031/);
      await pages.leave();
    }
  });

  it('stands with its own file at src, in the original and translated', async () => {
    const water = JSON.parse(readFileSync('templates/water-talks-ar.json', 'utf8'));
    const translation = JSON.parse(readFileSync('templates/water-talks-ar.en.json', 'utf8'));
    data.put('/water-talks-ar.json', water);
    data.put('/water-talks-ar.en.json', translation);
    for (const lang of ['ar', 'en']) {
      const attributes = {src: data.url('/water-talks-ar.json'), lang};
      const {page} = await open({data: water, attributes, ...(lang === 'en' && {translation})});
      await until(page, 'window.watch.events.length > 0');
      const {stands, count, changes, events} = await state(page);
      assert.deepEqual(
        {stands, count, changes, events},
        {stands: true, count: 1, changes: [], events: [`summit-load src ${water.revision}`]},
        lang,
      );
      await pages.leave();
    }
  });

  it('stands without an address, whatever the bundled summits are called', async () => {
    const edited = {...alaska, views: {facts: {title: 'Edited by a newsroom'}}};
    for (const own of [talks, edited]) {
      const {page, requests} = await open({data: own});
      const {stands, changes, events, errors} = await state(page);
      assert.deepEqual({stands, changes, events, errors}, {stands: true, changes: [], events: [], errors: []});
      assert.deepEqual(scripts(requests), ['/embed/summit-embeds.js']);
      await pages.leave();
    }
  });
});

describe('a bundled box without attributes', () => {
  it('has the content that the templates render, in the language of the page', async () => {
    const boxes = ELEMENTS.map((element) => `<summit-${element}></summit-${element}>`.repeat(2)).join('');
    const {page, requests} = await pages.open(`<div lang="en-GB">${boxes}</div>${SCRIPT}`, {prepare: [watchPage]});
    await page.evaluate((count) => window.watch.until(() => window.watch.events.length === count), 2 * TAGS.length);
    assert.equal(scripts(requests).length, 1);
    // An attribute that only states the default needs the templates.
    await page.evaluate(() => {
      for (const box of document.querySelectorAll('div > :nth-child(even)')) box.headingLevel = '3';
    });
    await page.evaluate(() =>
      window.watch.until(() =>
        [...document.querySelectorAll('div > :nth-child(even)')].every(({shadowRoot}) =>
          [...shadowRoot.childNodes].some((node) => node instanceof Comment),
        ),
      ),
    );
    for (const tag of TAGS) {
      const [finished, rendered] = await page.evaluate(trees, tag);
      assert.ok(JSON.stringify(finished.root).length > 2000);
      assert.deepEqual(finished.root, rendered.root);
      // The templates bring the styles that only other data need.
      assert.ok(finished.sheets >= 2 && finished.sheets <= rendered.sheets);
    }
  });

  it('follows its attributes', async () => {
    const {page} = await pages.open(
      `<summit-fact-box heading-level="2"></summit-fact-box><summit-region-list no-map></summit-region-list>${SCRIPT}`,
      {prepare: [watchPage]},
    );
    await page.evaluate(() => window.watch.until(() => window.watch.events.length === 2));
    const [heading, map] = await page.evaluate(() => [
      document.querySelector('summit-fact-box').shadowRoot.querySelector('[part=heading]').localName,
      document.querySelector('summit-region-list').shadowRoot.querySelector('svg'),
    ]);
    assert.equal(heading, 'h2');
    assert.equal(map, null);
  });

  it('isn’t shown if the page gives it data before the templates are there', async () => {
    const {page} = await pages.open('<summit-fact-box heading-level="2"></summit-fact-box>', {prepare: [watchPage]});
    const events = await page.evaluate(async (data) => {
      await import('/embed/summit-embeds.js');
      document.querySelector('summit-fact-box').data = data;
      await window.watch.until(() => window.watch.events.some(({origin}) => origin === 'data'));
      return window.watch.events.map(({type, origin}) => `${type} ${origin}`);
    }, talks);
    assert.deepEqual(events, ['summit-load data']);
  });

  it('shows the fallback, and reports the error, if the templates don’t load', async () => {
    const {page} = await pages.open('<p>An article</p>', {prepare: [watchPage], fresh: true});
    await refuseRequests(page, 'templates');
    await page.evaluate(async () => {
      const box = document.createElement('summit-fact-box');
      box.heading = 'Talks';
      box.append('All about the talks');
      document.body.append(box);
      await import('/embed/summit-embeds.js');
      return window.watch.until(() => window.watch.events.some(({code}) => code === 'network'));
    });
    assert.match(await page.evaluate(() => document.body.innerText), /All about the talks/);
    assert.ok(await page.evaluate(() => document.querySelector('summit-fact-box').getBoundingClientRect().height > 0));
  });
});

describe('a prerendered box that is behind', () => {
  it('shows the newer edition at src in one go, with what was open and focused', async () => {
    data.put(file, {...talks, revision: 2, views: {facts: {title: 'The talks, second edition'}}});
    const {page} = await open({data: talks, attributes: {src: data.url(file)}});
    await until(page, '!window.box.stands()');
    const {count, open: isOpen, focused, events, errors} = await state(page);
    assert.deepEqual({count, isOpen, focused, errors}, {count: 1, isOpen: true, focused: true, errors: []});
    assert.deepEqual(events, ['summit-load src 2']);
    assert.match(await page.evaluate(() => window.box.text()), /second edition/);
  });

  it('shows an edition with the same number and another content', async () => {
    data.put(file, {...talks, title: 'Talks', views: {facts: {title: 'Quietly changed'}}});
    const {page} = await open({data: talks, attributes: {src: data.url(file)}});
    await until(page, '!window.box.stands()');
    assert.match(await page.evaluate(() => window.box.text()), /Quietly changed/);
  });

  it('says that the day of review has passed since', async () => {
    const old = {...talks, reviewBy: '2021-05', asOf: {date: '2021-04-28'}};
    data.put(file, old);
    const {page} = await open({data: old, now: new Date('2021-04-29'), attributes: {src: data.url(file)}});
    await until(page, '!window.box.stands()');
    assert.match(await page.evaluate(() => window.box.text()), /Last reviewed on/);
  });

  it('is made anew when the page changes an attribute later, and lives from then on', async () => {
    const {page} = await open({});
    await until(page, 'window.watch.events.length > 0');
    await page.evaluate(() => window.box.element.setAttribute('heading', 'Later'));
    await until(page, '!window.box.stands()');
    assert.match(await page.evaluate(() => window.box.text()), /^Later/);
    assert.equal(await page.evaluate(() => window.box.keepsFocus()), true);
    await page.evaluate(() => {
      window.box.section = window.box.element.shadowRoot.querySelector('[part=box]');
      window.box.element.setAttribute('heading', 'Later still');
    });
    await until(page, '/^Later still/.test(window.box.text())');
    assert.equal(await page.evaluate(() => window.box.stands()), true, 'Lit changes the heading alone');
  });

  it('shows data that the page hands over', async () => {
    const {page} = await open({data: talks});
    await page.evaluate(
      (next) => {
        window.box.element.data = next;
      },
      {...talks, revision: 2, views: {facts: {title: 'Handed over'}}},
    );
    await until(page, '!window.box.stands()');
    const {count, focused, events} = await state(page);
    assert.deepEqual({count, focused, events}, {count: 1, focused: true, events: ['summit-load data 2']});
  });
});

describe('a prerendered box whose news fails', () => {
  it('stays, says so, and takes the line back when news comes', async () => {
    const {page} = await open({data: talks, attributes: {src: data.url(file), refresh: '15'}});
    await until(page, 'window.watch.events.length > 0');
    const first = await state(page);
    assert.deepEqual([first.stands, first.count, first.events], [true, 1, ['summit-error http']]);
    assert.match(await page.evaluate(() => window.box.text()), /^The last update failed\. This is the version from \d/);
    data.put(file, talks);
    await page.evaluate((src) => {
      window.box.element.src = `${src}?again`;
    }, data.url(file));
    await until(page, 'window.watch.events.length > 1');
    const then = await state(page);
    assert.deepEqual([then.events.at(-1), then.focused], ['summit-load src 1', true]);
    assert.doesNotMatch(await page.evaluate(() => window.box.text()), /failed/);
  });

  it('stays in every language, and with data that are wrong', async () => {
    data.put(file, {...talks, claims: 'none'});
    const {page} = await open({data: talks, attributes: {src: data.url(file), lang: 'de'}});
    await until(page, 'window.watch.events.length > 0');
    const {stands, events} = await state(page);
    assert.deepEqual({stands, events}, {stands: true, events: ['summit-error invalid']});
    assert.match(await page.evaluate(() => window.box.text()), /^Die letzte Aktualisierung/);
  });
});

describe('a page that strips the template', () => {
  it('stays where the plain layer is all that is left of it', async () => {
    const html = (await prerender('fact-box')).replace(/<template[^]*<\/template>/, '');
    const {page} = await pages.open(html, {prepare: [watchPage, watchBox]});
    assert.match(await page.evaluate(() => document.querySelector('summit-fact-box').innerText), /Anchorage, Alaska/);
    await page.evaluate(() => import('/embed/summit-embeds.js'));
    await until(page, "document.querySelector('summit-fact-box').shadowRoot?.querySelector('slot')");
    assert.match(await page.evaluate(() => document.querySelector('summit-fact-box').innerText), /Anchorage, Alaska/);
    assert.deepEqual(
      await page.evaluate(() => [
        window.watch.events.length,
        document.querySelector('summit-fact-box').shadowRoot.textContent.trim(),
      ]),
      [0, ''],
    );
  });
});
