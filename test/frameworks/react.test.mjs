/** The components of `summit-embeds/react` in React 18 and 19, rendered on a server and taken over in Chromium. */
/* global first, nodes, seen, watch */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import vm from 'node:vm';
import {describe, it} from 'node:test';
import {build} from 'esbuild';
import {parseFragment} from 'parse5';
import {tryApp} from './try-app.mjs';

/** The attributes of an element with an id, as a browser reads them. */
function attributesIn(html, id) {
  const walk = (node) => [node, ...(node.childNodes ?? []).flatMap(walk)];
  const element = walk(parseFragment(html)).find(({attrs}) =>
    attrs?.some(({name, value}) => name === 'id' && value === id),
  );
  return Object.fromEntries(element.attrs.map(({name, value}) => [name, value]));
}

const further = ({open, hydrate, assertQuiet, server, props}) => {
  it('writes props as attributes on a server, and objects not at all', async () => {
    const html = server().render(props());
    assert.deepEqual(attributesIn(html, 'data'), {
      id: 'data',
      'no-map': '',
      'heading-level': '2',
      'policy-url': '/corrections',
      'aria-label': 'Places',
    });
    assert.deepEqual(attributesIn(html, 'nothing'), {id: 'nothing', topics: 'water ferry'});
    assert.deepEqual(attributesIn(html, 'first'), {
      id: 'first',
      summit: 'talks',
      lang: 'en',
      class: 'box',
      style: 'margin-top:3px',
    });
    assert.ok(!html.includes('[object'));
    assert.match(html, /<p>The talks begin in May\.<\/p>/);
  });

  it('writes the attributes of the prerendered tag', () => {
    const html = server().render({...props(), first: props().attributed});
    assert.deepEqual(attributesIn(html, 'kept'), {
      id: 'kept',
      summit: 'talks',
      heading: 'Ferry & “water” <now>',
      'heading-level': '2',
      lang: 'en-GB',
      facts: 'who expect',
    });
  });

  it('keeps a prerendered box with attributes', async () => {
    const opened = await hydrate({...props(), first: props().attributed});
    const {page} = opened;
    assert.ok(await page.evaluate(() => nodes.every((node) => node.getRootNode() === first.shadowRoot)));
    assert.equal(await page.evaluate(() => first.shadowRoot.querySelector('h2').textContent), 'Ferry & “water” <now>');
    await assertQuiet(opened);
  });

  it('shows data without prerendered HTML once it hydrates, and never the bundled summit', async () => {
    const opened = await hydrate();
    const {page} = opened;
    await page.evaluate(() => watch.until(() => seen.includes('data summit-load talks')));
    const {text, level, map, policy} = await page.$eval('#data', ({shadowRoot, headingLevel, noMap, policyUrl}) => ({
      text: shadowRoot.textContent,
      level: headingLevel,
      map: noMap,
      policy: policyUrl,
    }));
    assert.match(text, /Verra/);
    assert.deepEqual([level, map, policy], [2, true, '/corrections']);
    const all = await page.evaluate(
      () =>
        [...document.querySelectorAll('#app *')].map(({shadowRoot}) => shadowRoot?.textContent).join() +
        document.body.innerText,
    );
    assert.doesNotMatch(all, /Alaska|Anchorage/);
    assert.ok(await page.$eval('#nothing p', (p) => p.checkVisibility()));
    assert.deepEqual(await page.$eval('#nothing', ({topics}) => topics), ['water', 'ferry']);
    await assertQuiet(opened);
  });

  it('gives the element to its ref', async () => {
    const {page} = await hydrate();
    await page.click('#tell');
    assert.ok((await page.evaluate(() => seen)).includes('ref summit-fact-box first'));
  });

  it('shows other prerendered HTML in the same component', async () => {
    const opened = await hydrate();
    const {page} = opened;
    await page.click('#swap');
    await page.evaluate(() => {
      const box = document.querySelector('#kept');
      return watch.until(() => (box.innerText + box.shadowRoot.textContent).includes('The pass in brief'));
    });
    assert.doesNotMatch(
      await page.$eval('#kept', (box) => box.innerText + box.shadowRoot.textContent),
      /Lake Verra talks/,
    );
    assert.equal(await page.$eval('#kept', ({summit}) => summit), 'pass');
    await assertQuiet(opened);
  });

  it('hydrates under Trusted Types, and navigates where a default policy lets HTML pass', async () => {
    const opened = await hydrate(props(), "require-trusted-types-for 'script'; trusted-types lit-html default");
    const {page} = opened;
    assert.ok(await page.evaluate(() => nodes.every((node) => node.getRootNode() === first.shadowRoot)));
    await assertQuiet(opened);
    await page.evaluate(() => {
      window.trustedTypes.createPolicy('default', {createHTML: (html) => html});
    });
    await page.click('#go');
    await page.evaluate(() => watch.until(() => document.querySelector('#second')?.shadowRoot?.querySelector('dl')));
    await assertQuiet(opened);
  });

  it('is read without script where nothing is prerendered', async () => {
    const {page} = await open({script: false});
    assert.ok(await page.$eval('#data p', (p) => p.checkVisibility()));
  });
};

tryApp('React 19', 'react', {further});
tryApp('React 18', 'react', {further, alias: {react: 'react-18', 'react-dom': 'react-dom-18'}});

describe('summit-embeds/react in Node', () => {
  it('is imported without a DOM', () => {
    const code =
      "import {SummitFactBox} from 'summit-embeds/react'; import {renderToString} from 'react-dom/server'; import {createElement} from 'react'; console.log(renderToString(createElement(SummitFactBox, {src: '/talks.json'}, 'Soon')))";
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    });
    assert.equal(output, '<summit-fact-box src="/talks.json">Soon</summit-fact-box>\n');
  });
});

describe('summit-embeds/react in an edge worker', () => {
  it('renders what Node renders', async () => {
    const contents = `
      import {createElement} from 'react';
      import {renderToString} from 'react-dom/server.edge';
      import {SummitRegionList} from 'summit-embeds/react';
      html = renderToString(createElement(SummitRegionList, {noMap: true, headingLevel: 2, data: {id: 'talks'}, className: 'box'}, 'Soon'));`;
    const {outputFiles} = await build({
      stdin: {contents, resolveDir: import.meta.dirname},
      bundle: true,
      platform: 'browser',
      conditions: ['workerd', 'worker', 'browser'],
      define: {'process.env.NODE_ENV': '"production"'},
      write: false,
    });
    const {AbortController, MessageChannel, ReadableStream, TextEncoder, queueMicrotask, setTimeout} = globalThis;
    const worker = vm.createContext({
      AbortController,
      MessageChannel,
      ReadableStream,
      TextEncoder,
      queueMicrotask,
      setTimeout,
      html: '',
    });
    vm.runInContext(outputFiles[0].text, worker);
    assert.equal(worker.html, '<summit-region-list no-map="" heading-level="2" class="box">Soon</summit-region-list>');
  });
});
