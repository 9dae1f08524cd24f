// @ts-check
/**
 * What the tests of hostile pages share: a server with an older release of the project beside the present one, and the ways
 * to put all boxes on a page and to see what has become of them.
 */
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {VERSION} from '../../src/element/version.js';
import {atEnd} from '../support/at-end.mjs';
import {startServer, watchPage} from '../support/page-server.mjs';

export const TAGS = ['summit-goal-comparison', 'summit-region-list', 'summit-fact-box'];
export const SCRIPT = '<script type="module" src="/embed/summit-embeds.js"></script>';
export const OLD_SCRIPT = '<script type="module" src="/old/summit-embeds.js"></script>';
export const OLD_VERSION = '0.0.9';

/** All boxes, one under the other, with these attributes. */
export const boxes = (attributes = '') => TAGS.map((tag) => `<${tag} id="${tag}" ${attributes}></${tag}>`).join('\n');

/** A summit that is not the default, with everything in it. */
export const talks = JSON.parse(readFileSync('templates/climate-talks.json', 'utf8'));

/**
 * What each box shows once all is well.
 *
 * @type {Record<'bundled' | 'talks', Record<string, RegExp>>}
 */
export const EXPECTED = {
  bundled: {
    'summit-goal-comparison': /The Alaska summit: who wants what[^]*Vladimir Putin[^]*Donald Trump/,
    'summit-region-list': /Places at stake[^]*Donetsk[^]*Kherson/,
    'summit-fact-box': /The Alaska summit in brief[^]*Anchorage/,
  },
  talks: {
    'summit-goal-comparison': /Orrin Bay: who wants what[^]*Republic of Calvessa/,
    'summit-region-list': /Places at stake around the Merrow Sea/,
    'summit-fact-box': /The Orrin Bay conference in brief/,
  },
};

/** @type {string | undefined} */
let oldFolder;

/** A folder with the same code as an older release, made once per process. */
function oldRelease() {
  if (oldFolder) return oldFolder;
  const folder = mkdtempSync(path.join(tmpdir(), 'summit-embeds-old-'));
  atEnd(() => rmSync(folder, {recursive: true, force: true}));
  cpSync('dist/embed', folder, {recursive: true});
  for (const file of readdirSync(folder, {recursive: true, encoding: 'utf8'})) {
    if (!file.endsWith('.js')) continue;
    const name = path.join(folder, file);
    writeFileSync(name, readFileSync(name, 'utf8').replaceAll(VERSION, OLD_VERSION));
  }
  oldFolder = folder;
  return folder;
}

/**
 * A server with the build at /, the same code as an older release at /old/, and a data file at /talks.json.
 *
 * @param {Parameters<typeof startServer>[0]} [options]
 */
export async function startHost(options) {
  const server = await startServer({folders: {'/old': oldRelease()}, ...options});
  server.put('/talks.json', JSON.stringify(talks));
  return {
    ...server,
    /**
     * Opens a page in an engine, which then has `watch`.
     *
     * @param {import('../support/engines.mjs').Engine} engine
     * @param {string} html
     * @param {Parameters<typeof server.add>[1] & {query?: string}} [options]
     */
    async open(engine, html, {prepare = [], query = '', ...more} = {}) {
      const address = server.origin + server.add(html, {prepare: [watchPage, ...prepare], ...more}) + query;
      await engine.goto(address);
      return address;
    },
  };
}

/**
 * In a page: waits until so many events of boxes have come, of a type if one is given.
 *
 * @param {number} count
 * @param {string} [type]
 */
export function heard(count, type) {
  return window.watch.until(
    () => window.watch.events.filter((event) => !type || event.type === type).length >= count,
    `${count} events, ${type ?? 'any'}`,
  );
}

/** In a page: what a reader sees of each box, by id, or of all that are on the page. */
export function texts() {
  /** @type {Record<string, string>} */
  const found = {};
  for (const element of document.querySelectorAll('summit-goal-comparison, summit-region-list, summit-fact-box')) {
    found[element.id || element.localName] = window.watch.text(element);
  }
  return found;
}

/** In a page: what went wrong there. */
export function troubles() {
  const {errors, warnings, violations} = window.watch;
  return {errors, warnings, violations};
}

export const NO_TROUBLE = {errors: [], warnings: [], violations: []};
