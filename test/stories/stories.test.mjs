/**
 * Opens every story of the built catalogue in a browser and looks at it as a strict editor would.
 *
 *   npm run build:storybook && npm run test:stories
 *   npm run test:stories -- fact-box    only stories with this in their id
 *
 * For each story: it shows what it should, nothing goes wrong in the console, no request leaves for another origin; and
 * on a light page and a dark one, from left to right and from right to left, axe finds nothing and nothing sticks out of
 * the column. The page changes scheme and direction under the element, as a host may; as long as
 * that changes its looks alone, axe applies all of its rules once, and those about looks each time. Pages of documentation pass
 * axe as well, fit into a window of 320 px and of 1200, show their Markdown whole, and have no dead link:
 * test/stories/check-docs-page.mjs.
 *
 * Leaves the figures of a whole run in build/test-results/stories.json. Each check of each story in each scheme and
 * direction counts once.
 */
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import {checkDocsPage, checkLinks} from './check-docs-page.mjs';
import {launchOptions} from '../../tools/find-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const catalogue = path.join(root, 'build', 'storybook');
const resultsFile = path.join(root, 'build', 'test-results', 'stories.json');
const axe = readFileSync(path.join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

const schemes = ['light', 'dark'];
const directions = ['ltr', 'rtl'];
const pagesAtOnce = 3;

/** Stories with this tag show, on purpose, what readers see when something could not be loaded. */
const failureTag = 'shows-failure';

const axeOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Of what else it tells there is much, and nobody reads it.
  resultTypes: ['violations'],
  // Rules about a whole page; a story is one element of it.
  rules: {
    region: {enabled: false},
    'landmark-one-main': {enabled: false},
    'page-has-heading-one': {enabled: false},
  },
};

/** The rules of axe whose outcome may change with scheme or direction while the markup stays as it is. */
const axeLooks = {
  runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']},
  resultTypes: axeOptions.resultTypes,
};

function startServer() {
  // The same files serve every story; the port is new each time, so nothing stale can be kept.
  const serve = sirv(catalogue, {maxAge: 3600});
  const server = createServer((request, response) => {
    serve(request, response, () => {
      // Browsers ask for this one by themselves; its absence is no error of a story.
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function readIndex() {
  try {
    return JSON.parse(readFileSync(path.join(catalogue, 'index.json'), 'utf8'));
  } catch {
    console.error('stories: there is no catalogue to test; run "npm run build:storybook" first.');
    process.exit(1);
  }
}

/** Opens one page of the catalogue and gathers what it complains about and what it asks of others. */
async function visit(page, origin, entry) {
  const complaints = [];
  const strangers = [];
  for (const event of ['console', 'pageerror', 'request']) page.removeAllListeners(event);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'assert') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(url)) strangers.push(url);
  });
  await page.setViewport({width: 1200, height: 900});
  // Without `manual` the catalogue's own check would run at the same time as ours.
  await page.goto(`${origin}/iframe.html?id=${entry.id}&viewMode=${entry.type}&globals=a11y.manual:!true`);
  return {complaints, strangers};
}

/** Waits until the element of a story says that it is done, and its words are on screen. */
async function waitForStory(page) {
  await page.waitForFunction(
    () => {
      const wrapper = document.querySelector('#storybook-root .page');
      const box = wrapper?.querySelector('.column > *')?.shadowRoot?.querySelector('[part~=box]');
      if (!wrapper?.dataset.state || !box) return false;
      return wrapper.dataset.state === 'failed' || box.querySelector('[part~=heading]') !== null;
    },
    {timeout: 60_000, polling: 50},
  );
}

/** Runs in the page: what the element shows, and what sticks out of its column. */
function readStory() {
  const wrapper = document.querySelector('#storybook-root .page');
  const column = wrapper.querySelector('.column');
  const element = column.firstElementChild;
  const edges = column.getBoundingClientRect();

  const box = element.shadowRoot.querySelector('[part~=box]');
  const wide = [document.documentElement, column, box]
    .filter((node) => node.scrollWidth > node.clientWidth)
    .map((node) => `${node.localName}.${node.className} is ${node.scrollWidth} px in ${node.clientWidth}`);
  // The element contains its layout, so what overflows in it does not make the column scroll: look at each part.
  for (const node of element.shadowRoot.querySelectorAll('*')) {
    const {left, right, width} = node.getBoundingClientRect();
    // The table's head may be there for screen readers alone; clipped, it can't stick out.
    const clipped = getComputedStyle(node.closest('thead') ?? node).clipPath !== 'none';
    if (width > 0 && !clipped && (left < edges.left - 1 || right > edges.right + 1)) {
      wide.push(`${node.localName}.${node.getAttribute('class')} reaches from ${left} to ${right}`);
    }
  }

  const slotted = [...element.shadowRoot.querySelectorAll('slot')].flatMap((slot) => slot.assignedNodes());
  return {
    scheme: wrapper.dataset.scheme,
    state: wrapper.dataset.state,
    tag: element.localName,
    height: box.getBoundingClientRect().height,
    text: [box.innerText, ...slotted.map((node) => node.textContent)].join(' ').trim(),
    wide,
  };
}

/** In the page: gives the page around the element a scheme and a direction. */
function setPage(scheme, dir) {
  const wrapper = document.querySelector('#storybook-root .page');
  wrapper.dataset.scheme = scheme;
  wrapper.dir = dir;
}

/** The checks of one story, by name, each with its complaints. */
async function checkStory(page, origin, entry) {
  const {complaints, strangers} = await visit(page, origin, entry);
  try {
    await waitForStory(page);
    const story = await page.evaluate(readStory);

    const shows = [];
    const wanted = entry.tags.includes(failureTag) ? 'failed' : 'loaded';
    if (story.state !== wanted) shows.push(`the story is ${story.state}, not ${wanted}`);
    if (!story.tag.startsWith('summit-')) shows.push(`there is no element but <${story.tag}>`);
    if (story.height < 20 || story.text === '') shows.push('nothing is to be seen');

    await page.evaluate(axe);
    const looks = {};
    // Some stories are about a dark page and keep to it.
    for (const scheme of story.scheme === 'dark' ? ['dark'] : schemes) {
      for (const dir of directions) {
        await page.evaluate(setPage, scheme, dir);
        const {wide} = await page.evaluate(readStory);
        // Details are part of the story too, and most of its text is in them.
        await page.evaluate(openDetails);
        const opened = await page.evaluate(readStory);
        const violations = await page.evaluate(findViolations, axeOptions, axeLooks);
        looks[`fits its column, ${scheme}, ${dir}`] = [...new Set([...wide, ...opened.wide])];
        looks[`passes axe, ${scheme}, ${dir}`] = violations.flatMap(({id, help, nodes}) =>
          nodes.map(({target}) => `${id} at ${target.flat(2).join(' › ')}: ${help}`),
        );
      }
    }
    return {'shows its content': shows, ...looks, 'stays free of errors': complaints, 'asks no other origin': strangers};
  } catch (error) {
    return {'shows its content': [error.message, ...complaints]};
  }
}

/** In the page: what axe finds by all of its rules, or by those about looks where the markup is that of the time before. */
async function findViolations(all, looks) {
  const root = document.querySelector('#storybook-root');
  const {innerHTML} = root.querySelector('.column > *').shadowRoot;
  const options = innerHTML === window.markupBefore ? looks : all;
  window.markupBefore = innerHTML;
  return (await window.axe.run(root, options)).violations;
}

/** In the page: opens all details, and waits for what the element adds to them, if it does. */
async function openDetails() {
  const {shadowRoot} = document.querySelector('.column > *');
  const closed = [...shadowRoot.querySelectorAll('details:not([open])')];
  for (const details of closed) details.open = true;
  if (closed.length === 0) return;
  for (const start = performance.now(); performance.now() - start < 60_000; await new Promise(requestAnimationFrame)) {
    if (shadowRoot.querySelector('footer [open] button')) return;
  }
  throw new Error('the footer offers no data');
}

/** The checks of one page of documentation; what it has of links and headings goes into `site`. */
async function checkDocs(page, origin, entry, site) {
  const {complaints, strangers} = await visit(page, origin, entry);
  let shown;
  try {
    // All stories of an element at once: that takes its time on a busy machine.
    await page.waitForFunction(() => document.querySelector('#storybook-docs h1')?.innerText, {
      timeout: 60_000,
      polling: 50,
    });
    await page.waitForNetworkIdle({idleTime: 300});
    await page.evaluate(axe);
    shown = await checkDocsPage(page, entry, {all: axeOptions, looks: axeLooks});
    site.set(entry.id, shown.places);
  } catch (error) {
    return {'shows its content': [error.message, ...complaints]};
  }
  return {'shows its content': [], ...shown.checks, 'stays free of errors': complaints, 'asks no other origin': strangers};
}

async function main() {
  // A run that dies must not leave the figures of the one before.
  rmSync(resultsFile, {force: true});

  const {entries} = readIndex();
  const wanted = process.argv[2] ?? '';
  const jobs = Object.values(entries).filter(({id}) => id.includes(wanted));

  const server = await startServer();
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await puppeteer.launch(await launchOptions());
  let passed = 0;
  let failed = 0;
  const count = ({title, name, id}, checks) => {
    for (const [check, problems] of Object.entries(checks)) {
      if (problems.length === 0) passed += 1;
      else {
        failed += 1;
        console.log(`✖ ${title}: ${name}, ${id}\n  ${check}:`);
        for (const problem of problems) console.log(`    ${problem}`);
      }
    }
  };
  const site = new Map();
  try {
    const work = async () => {
      // A window of its own: in one that several share, only the page in front gets to draw.
      const context = await browser.createBrowserContext();
      // One page for many stories: to open one takes longer than to look at most of them.
      let page = await context.newPage();
      for (let entry = jobs.shift(); entry; entry = jobs.shift()) {
        // A page that crashes is one failure, not the end of the run.
        const check = entry.type === 'story' ? checkStory : checkDocs;
        const checks = await check(page, origin, entry, site).catch(async (error) => {
          await page.close().catch(() => undefined);
          page = await context.newPage();
          return {'shows its content': [error.message]};
        });
        count(entry, checks);
      }
    };
    await Promise.all(Array.from({length: pagesAtOnce}, work));
    for (const [id, problems] of Object.entries(await checkLinks(site, entries, origin))) {
      count(entries[id], {'has no dead link': problems});
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }

  // A run that looked at nothing has not shown that anything works.
  if (passed + failed === 0) failed = 1;
  // Some of the stories are not the result for all of them.
  if (!wanted) {
    mkdirSync(path.dirname(resultsFile), {recursive: true});
    writeFileSync(resultsFile, `${JSON.stringify({passed, failed})}\n`);
  }
  console.log(`stories: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main();
