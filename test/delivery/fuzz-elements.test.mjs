/**
 * Spoilt data in the three boxes, by `data` and by `src`: whatever comes, a page ends up with a box that shows something
 * and has heard what came of it, in time, and nothing else happens. The pages here have no policy that would stop a
 * script which data smuggle in. The same seeds every time; `FC_RUNS=20` tries twenty times as many.
 */
/* global watch -- what watchPage puts into a page */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import ts from 'typescript';
import {startDataServer} from '../support/data-server.mjs';
import {startPages, watchPage} from '../support/page-server.mjs';
import {FILE_ODDITIES, makeRandom, SCRIPTS, spoil} from '../support/spoil.ts';

const SCRIPT = '<script type="module" src="/embed/summit-embeds.js"></script>';
const SCALE = Number(process.env['FC_RUNS'] ?? 1);
const FAILED = 'This box could not be loaded.';

/** How often each file is spoilt for `data` and for `src`: large ones take longer. */
const FILES = [
  {name: 'the Alaska summit', path: '/data/alaska-2025.json', byData: 40, bySrc: 20},
  {name: 'a climate conference', path: '/templates/climate-talks.json', byData: 20, bySrc: 10},
  {name: 'talks in Arabic', path: '/templates/water-talks-ar.json', byData: 40, bySrc: 20},
];

/** What is shown as it is written. */
const TEXTS = [
  'title',
  'subtitle',
  'name',
  'shortName',
  'office',
  'label',
  'text',
  'note',
  'basis',
  'credit',
  'license',
];

/** Runs at a time in the page: few enough to tell where it got stuck. */
const BATCH = 20;

const read = (path) => readFileSync(`dist${path}`, 'utf8');
/** The same for the page. */
const spoilModule = ts.transpileModule(readFileSync(new URL('../support/spoil.ts', import.meta.url), 'utf8'), {
  compilerOptions: {target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext},
}).outputText;

let server;
let pages;

before(async () => {
  server = await startDataServer();
  const translations = ['/data/alaska-2025.ar.json', '/data/alaska-2025.de.json', '/templates/water-talks-ar.en.json'];
  pages = await startPages({
    connect: [server.origin],
    files: {
      '/spoil.js': spoilModule,
      // Where the pages' own data look for them.
      ...Object.fromEntries(translations.map((path) => [path.slice(path.lastIndexOf('/')), read(path)])),
    },
  });
});

afterEach(() => pages.leave());

after(async () => {
  await Promise.all([pages?.close(), server?.close()]);
});

/** Opens a page with three boxes that stay, in different languages, and `tryOut` to give one of them and a new one data. */
async function open() {
  const html =
    '<summit-fact-box lang="de"></summit-fact-box><summit-goal-comparison></summit-goal-comparison>' +
    '<summit-region-list lang="ar"></summit-region-list>';
  const opened = await pages.open(html + SCRIPT, {strict: false, prepare: [watchPage]});
  // Nobody looks: the less there is to paint, the better.
  await opened.page.setViewport({width: 320, height: 100});
  await opened.page.evaluate(async (failed) => {
    const standing = [...document.body.children].filter(({localName}) => localName.startsWith('summit-'));
    await watch.until(() => watch.events.length === standing.length, 'the bundled summit');
    const LATE = 'nothing in 2 s';
    const inherited = () =>
      JSON.stringify([Object, Array, String].map(({prototype}) => Reflect.ownKeys(prototype).map(String)));
    const before = inherited();

    /** How it ends for one box, `summit-load` or `summit-error`; after two seconds it is too late. */
    const endOf = (element) =>
      new Promise((resolve) => {
        const signal = AbortSignal.timeout(2000);
        signal.addEventListener('abort', () => resolve(LATE));
        for (const type of ['summit-load', 'summit-error']) {
          element.addEventListener(type, () => resolve(type), {once: true, signal});
        }
      });

    /** What is wrong with a box after all. */
    const faultsOf = (element, end) => {
      const box = element.shadowRoot?.querySelector('[part=box]');
      if (!end.startsWith('summit-')) return [end];
      if (!box?.textContent.trim()) return ['empty box'];
      const found = [];
      if (element.shadowRoot.querySelector('script, img, iframe, [onerror], [onload]'))
        found.push('a text became an element');
      for (const {href, protocol} of element.shadowRoot.querySelectorAll('a')) {
        if (!/^https?:$/.test(protocol)) found.push(`a link to ${href}`);
      }
      if (box.offsetHeight < 10) found.push('nothing to be seen');
      if (!standing.includes(element) && watch.text(element).startsWith(failed) !== (end === 'summit-error')) {
        found.push(`${end}, and it says: ${watch.text(element).slice(0, 60)}`);
      }
      return found;
    };

    /**
     * Gives two boxes the properties that `make` makes; tells how it ended and everything that should not be. What ends
     * too late gets another chance: data are as bad the second time, a machine need not be as busy.
     */
    window.tryOut = async (make, seed) => {
      const first = await tryOnce(make(0), seed);
      return first.end === LATE && first.calm ? tryOnce(make(1), seed) : first;
    };
    const tryOnce = async (properties, seed) => {
      const old = standing[seed % 3];
      const fresh = document.createElement(standing[(seed + 1) % 3].localName);
      const all = [old, fresh];
      const ends = Promise.all(all.map(endOf));
      for (const element of all) Object.assign(element, properties);
      document.body.append(fresh);
      const ended = await ends;
      const errors = all.flatMap((element, i) =>
        faultsOf(element, ended[i]).map((error) => `${element.localName}: ${error}`),
      );
      if (ended[0] !== ended[1]) errors.push(`different ends: ${ended.join()}`);
      errors.push(...watch.errors.splice(0));
      if (window.pwned) errors.push('a script ran');
      if (inherited() !== before) errors.push('all objects have something new');
      const said = watch.warnings.splice(0);
      watch.events.length = 0;
      fresh.remove();
      const end = ended.includes(LATE) ? LATE : ended[1];
      return {end, calm: errors.length === 0, errors: errors.map((error) => `seed ${seed}: ${error}`), said};
    };
  }, FAILED);
  return opened;
}

/** Counts the ends of runs and asserts that nothing else came of them. */
async function runAll(total, {exceptions}, run) {
  const ends = {'summit-load': 0, 'summit-error': 0};
  const errors = [];
  let count = 0;
  while (count < total && errors.length < 10) {
    const outcomes = await run(count + 1, Math.min(count + BATCH, total) + 1);
    count += outcomes.length;
    for (const one of outcomes) {
      ends[one.end] += 1;
      errors.push(...one.errors);
    }
  }
  assert.deepEqual(errors, []);
  assert.deepEqual(exceptions, []);
  assert.equal(ends['summit-load'] + ends['summit-error'], count);
  // Both ends must come up, or the data are not what this test means to try.
  assert.ok(ends['summit-load'] > count / 100 && ends['summit-error'] > count / 3, JSON.stringify(ends));
  return `${count} times: ${ends['summit-load']} shown, ${ends['summit-error']} refused`;
}

describe('spoilt data', () => {
  for (const {name, path, byData, bySrc} of FILES) {
    const count = Math.ceil(byData * SCALE);
    it(`handed over end in content or in the error state (${name})`, async (t) => {
      const opened = await open();
      const said = await runAll(count, opened, (from, to) =>
        opened.page.evaluate(
          async ([path, from, to]) => {
            const {makeRandom, spoil} = await import('/spoil.js');
            const whole = await (await fetch(path)).json();
            const ends = [];
            for (let seed = from; seed < to; seed++) {
              ends.push(await window.tryOut(() => ({data: spoil(whole, makeRandom(seed))}), seed));
            }
            return ends;
          },
          [path, from, to],
        ),
      );
      t.diagnostic(`${name}, by data, ${said}`);
    });

    const files = Math.ceil(bySrc * SCALE);
    it(`in a file end in content or in the error state (${name})`, async (t) => {
      const whole = JSON.parse(read(path));
      const addressOf = (seed) => `${path}.${seed}`;
      const opened = await open();
      const said = await runAll(files, opened, (from, to) => {
        for (let seed = from; seed < to; seed++) server.put(addressOf(seed), write(whole, makeRandom(seed)));
        return opened.page.evaluate(
          async ([addresses, from]) => {
            const ends = [];
            for (const [i, address] of addresses.entries()) {
              ends.push(await window.tryOut((times) => ({src: `${address}?${times}`}), from + i));
            }
            return ends;
          },
          [Array.from({length: to - from}, (_, i) => server.url(addressOf(from + i))), from],
        );
      });
      t.diagnostic(`${name}, by src, ${said}`);
    });
  }

  it('with a script in every text are shown as they are, letter by letter', async () => {
    const opened = await open();
    for (const {path} of FILES) {
      const whole = JSON.parse(read(path), (key, value) =>
        TEXTS.includes(key) && typeof value === 'string' ? `${SCRIPTS.join(' ')} ${value}` : value,
      );
      // Together all three elements.
      for (const seed of [0, 1]) {
        const {end, errors, said} = await opened.page.evaluate(
          ([data, seed]) => window.tryOut(() => ({data: {...data}}), seed),
          [whole, seed],
        );
        assert.deepEqual({end, errors}, {end: 'summit-load', errors: []}, said.join());
      }
      const shown = await opened.page.evaluate(() => watch.text(document.querySelector('summit-goal-comparison')));
      for (const script of SCRIPTS) assert.ok(shown.includes(script), script);
    }
    assert.deepEqual(opened.exceptions, []);
  });
});

/** A spoilt file: the data, or the writing. */
function write(whole, random) {
  if (random() < 0.7) {
    try {
      return JSON.stringify(spoil(whole, random, FILE_ODDITIES));
    } catch {
      // A circle, or too deep to be written.
    }
  }
  const text = JSON.stringify(whole);
  const at = Math.floor(random() * text.length);
  const length = Math.floor(random() * 40);
  const chars = ['', '"', ',', '}', ']', '{', '\\', '\0', '\ufffd', '<script>', '\u2028', text.slice(at, at + length)];
  return (
    text.slice(0, at) + chars[Math.floor(random() * chars.length)] + (random() < 0.8 ? text.slice(at + length) : '')
  );
}
