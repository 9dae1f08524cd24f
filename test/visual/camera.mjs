// @ts-check
/**
 * Takes the pictures, in a browser that draws the same on every machine as far as possible.
 *
 *   const camera = await startCamera();
 *   await camera.take(cases[0], async ({bytes}) => writeFileSync('one.png', bytes));
 *   await camera.close();
 *
 * Typefaces, time zone, date, scale and colour profile are pinned; hinting, subpixel smoothing, animation and scroll bars
 * are off.
 */
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {PNG} from 'pngjs';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import {inGerman, withCorrections, withLongName} from '../../stories/summits.js';
import {launchOptions} from '../../tools/browsers/find-browser.mjs';

/**
 * @typedef {import('./cases.mjs').Case} Case
 *
 * @typedef {object} Picture
 * @property {Uint8Array} bytes As a PNG file.
 * @property {PNG} png As pngjs reads it.
 * @property {() => Promise<string[]>} findSystemFonts The typefaces in it that are not the test's own. To look for them takes as
 *   long as all the rest.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Padding of the page, and what stays free below the box, in px. */
const margin = 16;

/** The date in all pictures: no data are due for review then. */
const today = new Date('2026-01-01T12:00Z');

const flags = [
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  // Skia then computes the same on old and new processors.
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
    /* Letters are not moved to whole pixels, so lines break in the same places on every machine. */
    text-rendering: geometricPrecision;
    -webkit-font-smoothing: antialiased;
    caret-color: transparent;
  }
  body { margin: 0; padding: ${margin}px; }
  summit-goal-comparison, summit-region-list, summit-fact-box { margin-block: 0; }
`;

/**
 * A region without its native name where the pinned typefaces lack its letters.
 *
 * @param {{native?: {lang: string}}} region
 */
function withKnownLetters({native, ...region}) {
  return native && ['hi', 'ja', 'ko'].includes(native.lang) ? region : {...region, native};
}

/**
 * The data files of the server, by name.
 *
 * @returns {Record<string, string>}
 */
function makeData() {
  /** @param {string} name */
  const template = (name) => readFileSync(path.join(root, 'templates', `${name}.json`), 'utf8');
  const climate = JSON.parse(template('climate-talks'));
  return {
    climate: JSON.stringify({...climate, regions: climate.regions.map(withKnownLetters)}),
    water: template('water-talks-ar'),
    ...Object.fromEntries(
      ['colombia', 'cop28', 'cyprus'].map((name) => [
        name,
        readFileSync(path.join(root, 'stories', 'negotiations', `${name}.json`), 'utf8'),
      ]),
    ),
    compounds: JSON.stringify(inGerman),
    'long-name': JSON.stringify(withLongName),
    corrected: JSON.stringify(withCorrections),
  };
}

const fallback = '<p>The short version, for readers without the box. <a href="/">Read more</a></p>';

/** @param {Case} wanted */
async function pageOf({element, lang: foreign, data, state, box}) {
  const lang = foreign ?? 'en';
  const tag = `summit-${element}`;
  const attributes = [data && ` src="/data/${data}.json"`, box && ` scheme="${box}"`].filter(Boolean).join('');
  let content = `<${tag}${attributes}>${data === 'missing' ? fallback : ''}</${tag}><script type="module" src="/embed/summit-embeds.js"></script>`;
  if (state === 'prerendered') {
    // Not in a static form: types are checked without a build.
    const built = '../../dist/prerender.js';
    const {prerender} = await import(built);
    content = await prerender(element, {attributes: {lang}, now: today});
  }
  const links = sheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('');
  const html = `<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`;
  return `<!doctype html>${html}<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Box</title><link rel="icon" href="data:,">${links}<style>${pageStyles}</style><body>${content}`;
}

const features = {
  dark: {'prefers-color-scheme': 'dark'},
  forced: {'forced-colors': 'active'},
  'forced-dark': {'forced-colors': 'active', 'prefers-color-scheme': 'dark'},
  contrast: {'prefers-contrast': 'more'},
};

/** @param {Case} wanted */
function mediaOf({scheme, state}) {
  const wanted = {
    'prefers-color-scheme': 'light',
    'prefers-contrast': 'no-preference',
    'forced-colors': 'none',
    'prefers-reduced-motion': 'reduce',
    ...(scheme && features[scheme]),
  };
  return {
    media: state === 'printed' ? 'print' : 'screen',
    features: Object.entries(wanted).map(([name, value]) => ({name, value})),
  };
}

/**
 * In a page, before everything else: sets the date, and notes the element's last event in `window.summitEvent`.
 *
 * @param {number} now
 */
function prepare(now) {
  const {Date: RealDate} = window;
  RealDate.now = () => now;
  window.Date = new Proxy(RealDate, {
    construct: (target, parts) => Reflect.construct(target, parts.length > 0 ? parts : [now]),
  });
  for (const type of ['summit-load', 'summit-error']) {
    window.addEventListener(type, () => {
      Object.assign(window, {summitEvent: type});
    });
  }
}

/**
 * In a page: opens all details. What the element then adds, it adds at once.
 *
 * @param {string} tag
 */
function openAll(tag) {
  for (const details of document.querySelector(tag)?.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
}

/**
 * In a page: whether the element has added the buttons that come with opened details.
 *
 * @param {string} tag
 */
function hasButtons(tag) {
  return Boolean(document.querySelector(tag)?.shadowRoot?.querySelector('footer [open] button'));
}

/**
 * In a page: waits for typefaces and scrolls.
 *
 * @param {string} tag
 * @param {boolean} end Whether to the end of the page.
 * @returns {Promise<{bottom: number, top: number}>} The lower edge of the element and the upper edge of the window, in px from the
 *   top of the page.
 */
async function settle(tag, end) {
  const host = /** @type {HTMLElement & {updateComplete: Promise<void>, shadowRoot: ShadowRoot}} */ (
    document.querySelector(tag)
  );
  await host.updateComplete;
  // Browsers don't apply the page's text rendering to buttons.
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
 * In a page: whether the element has rendered after `event`, or without any where it is prerendered. Its parts are the only
 * public names in its shadow root.
 *
 * @param {string} tag
 * @param {string | undefined} event
 */
function isRendered(tag, event) {
  const root = document.querySelector(tag)?.shadowRoot;
  if (event && Reflect.get(window, 'summitEvent') !== event) return false;
  return Boolean(root?.querySelector(event === 'summit-error' ? '[part~=box]' : '[part~=box] [part~=heading]'));
}

/**
 * Typefaces of the machine that a page takes letters from, each with an element that does. A picture with such letters
 * would look different on the next machine.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function findSystemFonts(page) {
  const cdp = await page.createCDPSession();
  for (const domain of /** @type {const} */ (['DOM', 'CSS'])) await cdp.send(`${domain}.enable`);
  const {root: document} = await cdp.send('DOM.getDocument', {depth: -1, pierce: true});
  /** @type {import('puppeteer-core').Protocol.DOM.Node[]} */
  const elements = [];
  /** @param {import('puppeteer-core').Protocol.DOM.Node} node */
  const visit = (node) => {
    if (node.children?.some(({nodeType}) => nodeType === 3) || node.pseudoElements) elements.push(node);
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) visit(child);
  };
  visit(document);
  const found = await Promise.all(
    elements.map(async ({nodeId, localName}) => {
      const {fonts} = await cdp.send('CSS.getPlatformFontsForNode', {nodeId}).catch(() => ({fonts: []}));
      return fonts.filter(({isCustomFont}) => !isCustomFont).map(({familyName}) => `${familyName} in a ${localName}`);
    }),
  );
  await cdp.detach();
  return [...new Set(found.flat())];
}

export async function startCamera() {
  const data = makeData();
  /** @type {Map<string, string>} */
  const documents = new Map();
  /** @type {Record<string, ReturnType<typeof sirv>>} */
  const served = {
    '/fonts/': sirv(path.join(root, 'test/visual/node_modules/@fontsource'), {maxAge: 3600}),
    '/embed/': sirv(path.join(root, 'dist', 'embed'), {maxAge: 3600}),
  };
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '', 'http://localhost');
    const [, file] = /^\/data\/([\w-]+)\.json$/.exec(pathname) ?? [];
    const known = documents.get(pathname) ?? (file && data[file]);
    if (known !== undefined) {
      response.setHeader('Content-Type', `${file ? 'application/json' : 'text/html'}; charset=utf-8`);
      response.end(known);
      return;
    }
    const prefix = Object.keys(served).find((folder) => pathname.startsWith(folder));
    const missing = () => {
      response.writeHead(404).end();
    };
    if (prefix) request.url = pathname.slice(prefix.length - 1);
    const serve = prefix ? served[prefix] : undefined;
    if (serve) serve(request, response, missing);
    else missing();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;

  const options = await launchOptions();
  const browser = await puppeteer.launch({...options, args: [...options.args, ...flags]});
  /** @type {{page: import('puppeteer-core').Page, cdp: import('puppeteer-core').CDPSession}[]} */
  const free = [];

  const openTab = async () => {
    // A context of its own: of several pages in one window only the one in front is drawn.
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const cdp = await page.createCDPSession();
    await page.emulateTimezone('UTC');
    await page.evaluateOnNewDocument(prepare, today.getTime());
    return {page, cdp};
  };

  return {
    /** The browser's name and version: pictures of another one may differ. */
    version: await browser.version(),
    /**
     * Takes the picture of a case.
     *
     * @template Result
     * @param {Case} wanted
     * @param {(picture: Picture) => Promise<Result>} use What is done with it while its page is open.
     * @returns {Promise<Result>}
     */
    async take(wanted, use) {
      const {name, element, width, height: highest, data: file, state, end = false} = wanted;
      const tag = `summit-${element}`;
      documents.set(`/${name}`, await pageOf(wanted));
      const tab = free.pop() ?? (await openTab());
      const {page, cdp} = tab;
      try {
        await page.setViewport({width, height: highest, deviceScaleFactor: 1});
        await page.setJavaScriptEnabled(state !== 'prerendered');
        await cdp.send('Emulation.setEmulatedMedia', mediaOf(wanted));
        await page.goto(`${origin}/${name}`);
        const event = state === 'prerendered' ? undefined : file === 'missing' ? 'summit-error' : 'summit-load';
        await page.waitForFunction(isRendered, {timeout: 60_000, polling: 20}, tag, event);
        if (state === 'opened') {
          await page.evaluate(openAll, tag);
          await page.waitForFunction(hasButtons, {timeout: 60_000, polling: 20}, tag);
        }
        const {bottom, top: y} = await page.evaluate(settle, tag, end);
        const height = Math.min(Math.ceil(bottom) + margin, highest);
        const bytes = await page.screenshot({clip: {x: 0, y, width, height}, captureBeyondViewport: false});
        const png = PNG.sync.read(Buffer.from(bytes));
        const result = await use({bytes, png, findSystemFonts: () => findSystemFonts(page)});
        free.push(tab);
        return result;
      } catch (error) {
        // The next case gets another page, whatever state this one is in.
        await page
          .browserContext()
          .close()
          .catch(() => undefined);
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
