/**
 * Takes the pictures: a browser that draws the same on every machine, as far as one can have it.
 *
 *   const camera = await startCamera();
 *   const {bytes, png, fonts} = await camera.take(oneOfTheCases);
 *   await camera.close();
 *
 * Typefaces, time zone, day, scale and colour profile are pinned; hinting, coloured edges of letters, animation and
 * scroll bars are off.
 */
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {PNG} from 'pngjs';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import {runnerImport} from 'vite';
import {launchOptions} from '../../tools/find-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Padding of the page, and what stays free below the box, in px. */
const margin = 16;

/** A day on which no data are due for review, whenever the pictures are taken. */
const today = new Date('2026-01-01T12:00Z');

const flags = [
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  // Without them Skia computes alike on old and new processors.
  '--disable-skia-runtime-opts',
];

const families = ['noto-serif', 'noto-naskh-arabic'];
const sheets = families.flatMap((family) => [400, 600, 700].map((weight) => `/fonts/${family}/${weight}.css`));

const pageStyles = `
  :root {
    color-scheme: light dark;
    background: light-dark(#fff, #131416);
    color: light-dark(#1b1d20, #e3e4e6);
    font: 16px/1.6 'Noto Serif', 'Noto Naskh Arabic';
    /* Letters stand where they are drawn, not on whole pixels: so lines break alike everywhere. */
    text-rendering: geometricPrecision;
    -webkit-font-smoothing: antialiased;
    caret-color: transparent;
  }
  body { margin: 0; padding: ${margin}px; }
  summit-goal-comparison, summit-region-list, summit-fact-box { margin-block: 0; }
`;

/** A region without its native name where that is in letters that the pinned typefaces do not have. */
function withKnownLetters({native, ...region}) {
  return native && ['hi', 'ja', 'ko'].includes(native.lang) ? region : {...region, native};
}

/** The data files of the server, by name. */
async function makeData() {
  const template = (name) => readFileSync(path.join(root, 'templates', `${name}.json`), 'utf8');
  const climate = JSON.parse(template('climate-talks'));
  const {module: stories} = await runnerImport(path.join(root, 'stories', 'summits.ts'), {root, configFile: false, logLevel: 'error'});
  return {
    climate: JSON.stringify({...climate, regions: climate.regions.map(withKnownLetters)}),
    water: template('water-talks-ar'),
    compounds: JSON.stringify(stories.inGerman),
    'long-name': JSON.stringify(stories.withLongName),
    corrected: JSON.stringify(stories.withCorrections),
  };
}

const fallback = '<p>The short version, for readers without the box. <a href="/">Read more</a></p>';

async function pageOf({element, lang = 'en', data, state, box}) {
  const tag = `summit-${element}`;
  const attributes = [data && ` src="/data/${data}.json"`, box && ` scheme="${box}"`].filter(Boolean).join('');
  let content = `<${tag}${attributes}>${data === 'missing' ? fallback : ''}</${tag}><script type="module" src="/embed/summit-embeds.js"></script>`;
  if (state === 'prerendered') {
    const {prerender} = await import('../../dist/prerender.js');
    content = await prerender(element, {attributes: {lang}, now: today});
  }
  const links = sheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('');
  const html = `<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`;
  return `<!doctype html>${html}<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Box</title><link rel="icon" href="data:,">${links}<style>${pageStyles}</style><body>${content}`;
}

const features = {
  light: {},
  dark: {'prefers-color-scheme': 'dark'},
  forced: {'forced-colors': 'active'},
  'forced-dark': {'forced-colors': 'active', 'prefers-color-scheme': 'dark'},
  contrast: {'prefers-contrast': 'more'},
};

function mediaOf({scheme = 'light', state}) {
  const wanted = {
    'prefers-color-scheme': 'light',
    'prefers-contrast': 'no-preference',
    'forced-colors': 'none',
    'prefers-reduced-motion': 'reduce',
    ...features[scheme],
  };
  return {
    media: state === 'printed' ? 'print' : 'screen',
    features: Object.entries(wanted).map(([name, value]) => ({name, value})),
  };
}

/** In a page, before everything else: its day, and whether the box has told what came of it. */
function prepare(now) {
  const {Date: RealDate} = window;
  window.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length > 0 ? parts : [now]));
    }
    static now() {
      return now;
    }
  };
  for (const type of ['summit-load', 'summit-error']) {
    window.addEventListener(type, () => {
      window.told = type;
    });
  }
}

/** In a page: opens what there is to open, until the page has heard of it. What it then adds is counted. */
async function openAll(tag) {
  const root = document.querySelector(tag).shadowRoot;
  window.additions = 0;
  new MutationObserver((records) => (window.additions += records.length)).observe(root, {childList: true, subtree: true});
  for (const details of root.querySelectorAll('details')) details.open = true;
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

/** In a page, after `openAll`: how much was added to the box since the last time. */
async function takeAdditions() {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const {additions} = window;
  window.additions = 0;
  return additions;
}

/** In a page: waits for typefaces, scrolls, and tells where box and window are, in px from the top of the page. */
async function settle(tag, end) {
  const host = document.querySelector(tag);
  await host.updateComplete;
  // Browsers take buttons out of what a page says about its text.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { text-rendering: inherit !important }');
  host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, sheet];
  // Asking for a size makes the browser lay out, which is when it asks for typefaces; and a late one may move the rest.
  do {
    host.getBoundingClientRect();
    await document.fonts.ready;
  } while (document.fonts.status !== 'loaded');
  window.scrollTo(0, end ? document.documentElement.scrollHeight : 0);
  return {bottom: host.getBoundingClientRect().bottom + window.scrollY, top: window.scrollY};
}

/**
 * In a page: the box has drawn what it was asked for, or that it can't. `[part]` are the only marks in its shadow root
 * that are public.
 */
function isDrawn(tag, told) {
  const root = document.querySelector(tag)?.shadowRoot;
  if (told && window.told !== told) return false;
  return Boolean(root?.querySelector(told === 'summit-error' ? '[part~=box]' : '[part~=box] [part~=heading]'));
}

/** Typefaces of the machine that a page takes glyphs from, each with an element that does. */
async function strangeFonts(cdp) {
  const {root: document} = await cdp.send('DOM.getDocument', {depth: -1, pierce: true});
  const elements = [];
  const walk = (node) => {
    if (node.children?.some(({nodeType}) => nodeType === 3) || node.pseudoElements) elements.push(node);
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) walk(child);
  };
  walk(document);
  const found = await Promise.all(
    elements.map(async ({nodeId, localName}) => {
      const {fonts} = await cdp.send('CSS.getPlatformFontsForNode', {nodeId}).catch(() => ({fonts: []}));
      return fonts.filter(({isCustomFont}) => !isCustomFont).map(({familyName}) => `${familyName} in a ${localName}`);
    }),
  );
  return [...new Set(found.flat())];
}

export async function startCamera() {
  const data = await makeData();
  const documents = new Map();
  const served = {
    '/fonts/': sirv(path.join(root, 'node_modules', '@fontsource'), {maxAge: 3600}),
    '/embed/': sirv(path.join(root, 'dist', 'embed'), {maxAge: 3600}),
  };
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://localhost');
    const [, file] = /^\/data\/([\w-]+)\.json$/.exec(pathname) ?? [];
    const known = documents.get(pathname) ?? data[file];
    if (known !== undefined) {
      response.setHeader('Content-Type', `${file ? 'application/json' : 'text/html'}; charset=utf-8`);
      response.end(known);
      return;
    }
    const prefix = Object.keys(served).find((folder) => pathname.startsWith(folder));
    const missing = () => response.writeHead(404).end();
    if (!prefix) return missing();
    request.url = request.url.slice(prefix.length - 1);
    served[prefix](request, response, missing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;

  const options = await launchOptions();
  const browser = await puppeteer.launch({...options, args: [...options.args, ...flags]});
  const free = [];

  const openTab = async () => {
    // A window of its own: in one that several share, only the page in front gets to draw.
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const cdp = await page.createCDPSession();
    for (const domain of ['DOM', 'CSS']) await cdp.send(`${domain}.enable`);
    await page.emulateTimezone('UTC');
    await page.evaluateOnNewDocument(prepare, today.getTime());
    return {page, cdp};
  };

  return {
    /** The browser's name and version: pictures of another one may differ. */
    version: await browser.version(),
    /**
     * The picture of a case, as a file and as pngjs reads it; and the typefaces in it that are not the test's own.
     *
     * @param {import('./cases.mjs').Case} wanted
     * @param {() => void} [change] Runs in the page before the picture is taken.
     */
    async take(wanted, change) {
      const {name, element, width, height: highest, data: file, state, end} = wanted;
      const tag = `summit-${element}`;
      documents.set(`/${name}`, await pageOf(wanted));
      const tab = free.pop() ?? (await openTab());
      const {page, cdp} = tab;
      try {
        await page.setViewport({width, height: highest, deviceScaleFactor: 1});
        await page.setJavaScriptEnabled(state !== 'prerendered');
        await cdp.send('Emulation.setEmulatedMedia', mediaOf(wanted));
        await page.goto(`${origin}/${name}`);
        const told = state === 'prerendered' ? undefined : file === 'missing' ? 'summit-error' : 'summit-load';
        await page.waitForFunction(isDrawn, {timeout: 60_000, polling: 20}, tag, told);
        if (change) await page.evaluate(change);
        if (state === 'opened') {
          await page.evaluate(openAll, tag);
          // Some of what is opened is loaded only now.
          do await page.waitForNetworkIdle({idleTime: 200});
          while (await page.evaluate(takeAdditions));
        }
        const {bottom, top: y} = await page.evaluate(settle, tag, end);
        const height = Math.min(Math.ceil(bottom) + margin, highest);
        const bytes = await page.screenshot({clip: {x: 0, y, width, height}, captureBeyondViewport: false});
        const fonts = await strangeFonts(cdp);
        free.push(tab);
        return {bytes, png: PNG.sync.read(Buffer.from(bytes)), fonts};
      } catch (error) {
        // Whatever became of it, the next one gets another.
        await page.browserContext().close().catch(() => undefined);
        throw error;
      }
    },
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
