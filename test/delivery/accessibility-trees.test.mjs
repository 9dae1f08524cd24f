/**
 * What assistive technology is told of each element, in every layout and state, against the trees in
 * test/delivery/accessibility-trees/, which a person has read. After a change that is meant:
 *
 *   node tools/run-tests/run-tests.mjs delivery/accessibility-trees --update
 *
 * Then read the difference as somebody who hears the box and does not see it.
 */
import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {accessibilityTrees} from '../support/accessibility-tree.mjs';
import {hostOf, openStates, SCRIPT, watchFlat} from '../support/box-states.mjs';
import {startPages, watchPage} from '../support/page-server.mjs';
import {ELEMENTS, summits} from '../support/prerendered.mjs';
import {builtBox} from './built-box.mjs';

const FOLDER = 'test/delivery/accessibility-trees';
const UPDATE = process.env['UPDATE'] === '1';
const STACKED = 320;
const IN_COLUMNS = 680;
const LIVE = `${IN_COLUMNS} px`;
const STILL = `${LIVE}, prerendered, without script`;
const [alaska] = summits;
const template = (name) => readFileSync(`templates/${name}.json`, 'utf8');

/** What the trees of a state are about, by the name of their file. */
const ABOUT = {
  closed: 'with its details closed',
  open: 'with all details open',
  corrected: 'with corrections, withdrawals and a dispute',
  'five-sides': 'about talks with five sides and many places',
  arabic: 'from right to left, in Arabic',
  translated: 'in English about Arabic data, of which some texts are not translated',
  failures: 'where data fail or are late; alike in all elements',
};

const tagOf = (element) => `summit-${element}`;
const fileOf = (element, name) => `${element}.${name}.txt`;
const FAILURES = fileOf('fact-box', 'failures');

/** All trees of this run: by file, then by the name of what they are of. */
const trees = new Map([
  ...ELEMENTS.flatMap((element) =>
    Object.keys(ABOUT)
      .slice(0, -1)
      .map((name) => [fileOf(element, name), {}]),
  ),
  [FAILURES, {}],
]);

let pages;
/** Whether live boxes do without the actions that come with a script of their own. */
let bare = false;

before(async () => {
  pages = await startPages({
    files: {
      '/water-talks-ar.json': template('water-talks-ar'),
      '/water-talks-ar.en.json': template('water-talks-ar.en'),
    },
    // Is never sent.
    hold: (path) =>
      path === '/late.json' || (bare && path.includes('/interactions-')) ? new Promise(() => {}) : undefined,
  });
  for (const gather of [bundled, withoutScript, withoutActions, corrected, fiveSides, arabic, translated, failures]) {
    await gather();
    await pages.leave();
  }
});

after(async () => {
  await pages?.close();
});

/** Trees of the opened boxes without actions: live, and prerendered on a page where no script runs. */
const opened = {};

/** Reads the trees of all three elements; `ids` are those of their hosts. */
async function gather(page, name, about, ids = ELEMENTS.map(tagOf)) {
  const told = await accessibilityTrees(page, ids);
  for (const [i, element] of ELEMENTS.entries()) trees.get(fileOf(element, name))[about] = told[ids[i]];
}

const setWidth = (page, width) => page.setViewport({deviceScaleFactor: 1, width, height: 900});

/** In the page: opens all details of these hosts, with what comes when they open. */
function openAll(ids) {
  return Promise.all(ids.map((id) => window.flat.openAll(id)));
}

/** In the page: opens all details, no more. */
function openBare(tags) {
  for (const host of document.querySelectorAll(tags.join())) {
    for (const details of host.shadowRoot.querySelectorAll('details')) details.open = true;
  }
}

async function bundled() {
  const page = await openStates(pages, {states: ['bundled'], opened: false});
  for (const width of [STACKED, IN_COLUMNS]) {
    await setWidth(page, width);
    await gather(page, 'closed', `${width} px`);
  }
  await page.evaluate(
    openAll,
    ELEMENTS.map((element) => `${element}-bundled`),
  );
  await gather(page, 'open', LIVE);
}

/** Prerendered, on a page where no script runs. */
async function withoutScript() {
  const boxes = await Promise.all(ELEMENTS.map((element) => builtBox(element, alaska)));
  const {page} = await pages.open(boxes.join(''), {strict: false, script: false});
  await setWidth(page, IN_COLUMNS);
  await gather(page, 'closed', STILL);
  await page.evaluate(openBare, ELEMENTS.map(tagOf));
  opened.still = await accessibilityTrees(page, ELEMENTS.map(tagOf));
}

async function withoutActions() {
  bare = true;
  const page = await openStates(pages, {
    states: ['bundled'],
    opened: false,
    viewport: {width: IN_COLUMNS, height: 900},
  });
  await page.evaluate(openBare, ELEMENTS.map(tagOf));
  opened.live = await accessibilityTrees(page, ELEMENTS.map(tagOf));
  await pages.leave();
  bare = false;
}

async function corrected() {
  await gather(await openStates(pages, {states: ['edited']}), 'corrected', '800 px');
}

async function fiveSides() {
  const page = await openStates(pages, {states: ['climate'], opened: false});
  await setWidth(page, STACKED);
  await gather(page, 'five-sides', `${STACKED} px`);
}

async function openLive(attributes, {lang, dir}) {
  const hosts = ELEMENTS.map((element) => hostOf(element, element, {attributes}));
  const {page} = await pages.open(`<main dir="${dir}">${hosts.join('')}</main>${SCRIPT}`, {
    lang,
    prepare: [watchPage, watchFlat],
  });
  await page.evaluate(
    (ids) => window.watch.until(() => ids.every((id) => window.watch.eventsOf(id).length > 0)),
    ELEMENTS,
  );
  await page.evaluate(openAll, ELEMENTS);
  return page;
}

async function arabic() {
  await gather(await openLive({}, {lang: 'ar', dir: 'rtl'}), 'arabic', '800 px');
}

async function translated() {
  await gather(await openLive({src: '/water-talks-ar.json'}, {lang: 'en', dir: 'ltr'}), 'translated', '800 px');
}

async function failures() {
  const late = hostOf('fact-box', 'late', {attributes: {src: '/late.json'}});
  const page = await openStates(pages, {
    elements: ['fact-box'],
    states: ['failed', 'bare', 'kept'],
    opened: false,
    more: late,
  });
  await page.waitForFunction(() => document.querySelector('#late').shadowRoot?.querySelector('[part=box]'));
  const told = await accessibilityTrees(page, ['#fact-box-failed', '#fact-box-bare', '#fact-box-kept', '#late']);
  trees.set(FAILURES, {
    'nothing could be loaded, and the page has a short version': told['#fact-box-failed'],
    'nothing could be loaded': told['#fact-box-bare'],
    'later data failed': told['#fact-box-kept'],
    'data are on their way': told['#late'],
  });
}

/** Trees that are the same are written once, under all their names. */
function write(file, told) {
  const groups = [];
  for (const [name, lines] of Object.entries(told)) {
    const tree = lines.join('\n');
    const same = groups.find((group) => group.tree === tree);
    if (same) same.names.push(name);
    else groups.push({names: [name], tree});
  }
  const [element, about] = file.split('.');
  const sections = groups.map(({names, tree}) => `\n── ${names.join(' ── ')} ──\n\n${tree}\n`);
  return `<${tagOf(element)}> ${ABOUT[about]}\n${sections.join('')}`;
}

describe('assistive technology is told what a person has read through', () => {
  for (const file of trees.keys()) {
    it(file, () => {
      const text = write(file, trees.get(file));
      if (UPDATE) {
        mkdirSync(FOLDER, {recursive: true});
        writeFileSync(`${FOLDER}/${file}`, text);
      }
      const kept = existsSync(`${FOLDER}/${file}`) ? readFileSync(`${FOLDER}/${file}`, 'utf8') : '';
      assert.equal(
        text,
        kept,
        'If this is meant: node tools/run-tests/run-tests.mjs delivery/accessibility-trees --update',
      );
    });
  }

  it('and there is no file that nothing is compared with', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), [...trees.keys()].sort());
  });

  for (const element of ELEMENTS) {
    it(`the same of a ${element} without script as of a live one`, () => {
      const closed = trees.get(fileOf(element, 'closed'));
      assert.deepEqual(closed[STILL], closed[LIVE]);
      assert.deepEqual(opened.still[tagOf(element)], opened.live[tagOf(element)]);
    });
  }
});

/** A line of a tree in its parts. */
function parse(line) {
  const [, indent, role, level, rest] = /^( *)([a-z][a-z ]*?)(?: (\d))?((?: ["(]|:|$).*)$/.exec(line) ?? [];
  if (role === undefined) return {depth: line.search(/\S/) / 2, text: line.trim()};
  return {depth: indent.length / 2, role, level: Number(level), rest, line};
}

/** Lines of everything inside that of this index. */
function inside(lines, i) {
  const {depth} = lines[i];
  const end = lines.findIndex((line, j) => j > i && line.depth <= depth);
  return lines.slice(i + 1, end < 0 ? undefined : end);
}

const CERTAINTY = /(?<![\p{L}])(Stated|Reported|Analysis|Speculation): ([^·]+?)(?= ·|$)/gu;

describe('in every tree', () => {
  const forEach = (check) => {
    let count = 0;
    for (const [file, told] of trees) {
      for (const [name, lines] of Object.entries(told)) {
        count += check(lines.map(parse), `${file}, ${name}`);
      }
    }
    assert.ok(count > 0, 'there is something to check');
  };

  it('nothing is empty but the line that waits for news, and the corner of the table', () => {
    forEach((lines, about) => {
      for (const [i, {role, rest}] of lines.entries()) {
        const empty = rest !== undefined && !/[:"]/.test(rest) && inside(lines, i).length === 0;
        const isCorner = role === 'cell' && lines[i - 1].role === 'row' && lines[i + 1]?.role === 'columnheader';
        assert.ok(!empty || role === 'status' || isCorner, `${about}: an empty ${role}`);
      }
      return lines.length;
    });
  });

  it('headings are in order, and no level is left out', () => {
    forEach((lines, about) => {
      const levels = lines.filter(({role}) => role === 'heading').map(({level}) => level);
      for (const [i, level] of levels.entries()) {
        assert.ok(level <= (levels[i - 1] ?? 2) + 1 && level >= 3, `${about}: ${levels.join()}`);
      }
      return levels.length;
    });
  });

  it('a table has a column for each side, and every row fills them', () => {
    forEach((lines, about) => {
      const table = lines.findIndex(({role}) => role === 'table');
      if (table < 0) return 0;
      // The corner is a cell.
      const columns = lines.filter(({role}) => role === 'columnheader').length + 1;
      assert.ok(columns > 2, about);
      const rows = lines.flatMap(({role}, i) => (role === 'row' ? [inside(lines, i)] : []));
      const hasOthers = lines.some(({role, rest}) => role === 'columnheader' && [': Others', ': آخرون'].includes(rest));
      const gaps = (row) => {
        const [, names] =
          / columns[^:]*: ([^:]*): No position given$/.exec(rows[rows.indexOf(row) + 1]?.[0]?.line) ?? [];
        return names?.split(/, and |, | and /).length ?? 0;
      };
      for (const row of rows) {
        const cells = row.filter(({role}) => ['cell', 'rowheader', 'columnheader'].includes(role));
        const width = cells.reduce((sum, {rest}) => sum + Number(/spans (\d+) columns/.exec(rest)?.[1] ?? 1), 0);
        // Two things have no cell: others where there are none, and gaps that share a row after this one.
        const withoutCell = [columns, ...(hasOthers ? [columns - 1] : [])].flatMap((count) => [
          count,
          count - gaps(row),
        ]);
        assert.ok(withoutCell.includes(width), `${about}: ${JSON.stringify(row)}`);
      }
      return rows.length;
    });
  });

  it('list items are in lists, terms and definitions in description lists, cells in rows', () => {
    const HOMES = {
      listitem: 'list',
      term: 'description list',
      definition: 'description list',
      cell: 'row',
      row: 'rowgroup',
      rowgroup: 'table',
    };
    forEach((lines, about) => {
      const above = [];
      for (const {depth, role} of lines) {
        above.length = depth;
        above[depth] = role;
        if (HOMES[role]) assert.equal(above[depth - 1], HOMES[role], `${about}: ${role}`);
      }
      return lines.length;
    });
  });

  it('nothing is told twice in a row', () => {
    forEach((lines, about) => {
      for (const [i, {line, text}] of lines.entries()) {
        const own = text ?? line.trim();
        // What has something inside may well be followed by its like.
        const before = lines[i - 1];
        if (/[:"]|^[^a-z]/.test(own)) assert.notEqual(own, before?.text ?? before?.line?.trim(), `${about}: ${own}`);
      }
      return lines.length;
    });
  });

  it('an opened line has named every speaker and certainty under it before it was opened', () => {
    forEach((lines, about) => {
      if (!/\.(?:open|corrected)\.txt,/.test(about)) return 0;
      const groups = lines.flatMap(({role}, i) => (role === 'group' ? [inside(lines, i)] : []));
      const ledgers = groups.filter(([first]) => /\d+ statements?$/.test(first.rest));
      for (const [{rest: name}, , ...items] of ledgers) {
        assert.equal(items.length, Number(/(\d+) statements?$/.exec(name)[1]), `${about}: ${name}`);
        for (const {rest} of items) {
          const said = rest.replaceAll(/ \[(?:button|link): [^\]]*\]/g, '');
          const [, certainty, speakers] = [...said.matchAll(CERTAINTY)].at(-1);
          assert.ok(name.includes(certainty), `${about}: ${certainty} is missing in ${name}`);
          for (const speaker of speakers.split(', ')) {
            assert.ok(name.includes(speaker.trim()), `${about}: ${speaker} is missing in ${name}`);
          }
        }
      }
      return ledgers.length;
    });
  });

  it('what is in another language says in which', () => {
    for (const [file, sections] of trees) {
      for (const line of Object.values(sections).flat()) {
        // A known gap: the short name of a source before the place in it.
        const told = line.replaceAll(/([·,]) [\u0600-\u06ff ]+ (?=paragraph|headline)/g, '$1 ');
        // A whole box in Arabic says so at its top.
        if (/[\u0600-\u06ff]/.test(told) && !file.includes('.arabic.'))
          assert.match(told, /\[ar: |lang ar/, `${file}: ${line}`);
        if (/[\u0400-\u04ff]/.test(line)) assert.match(line, /\[uk: |lang uk/, `${file}: ${line}`);
      }
    }
    const all = (name) =>
      ELEMENTS.flatMap((element) => Object.values(trees.get(fileOf(element, name))).flat()).join('\n');
    assert.match(all('open'), /\[uk: Донецька/);
    assert.match(all('translated'), /\[ar: /);
  });
});

describe('where a filter has left the plain layer alone', () => {
  for (const [element, roles] of [
    ['goal-comparison', ['table', 'cell']],
    ['region-list', ['list']],
    ['fact-box', ['list']],
  ]) {
    it(`a ${element} is still told with its heading, and as ${roles.join(' and ')}`, async () => {
      const plain = await builtBox(element, alaska, 'plain');
      const {page} = await pages.open(`<div id="plain">${plain}</div>`, {strict: false, script: false});
      const {'#plain': lines} = await accessibilityTrees(page, ['#plain']);
      await pages.leave();
      const found = new Set(lines.map((line) => parse(line).role));
      for (const role of ['heading', ...roles]) assert.ok(found.has(role), `${role}: ${[...found].join()}`);
    });
  }
});
