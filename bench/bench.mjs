/**
 * Measures the boxes against static HTML, an element by hand and other libraries, in one run on one machine.
 *
 *   npm run bench                          everything
 *   npm run bench -- --only scale,list     some of compare, interact, scale, list, connect, worst
 *   npm run bench -- --quick               fewer rounds: to see whether anything has changed much
 *   npm run bench -- --rounds 30           more of them
 *   npm run bench -- --json FILE           results elsewhere than in build/bench/results.json
 *   npm run bench -- --write               and the tables of docs/performance.md anew
 *   npm run bench -- --profile list        nothing but where the time of one case goes; see profile.mjs for the cases
 *
 * Ends with an error where a page shows other content than the others, or has trouble: an exception, a line in its console,
 * a request that failed. A bar that is missed is told, and is no error: a slow machine is none.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {BLANK, launch} from './browser.mjs';
import {compare, compareTables, leadRows} from './compare.mjs';
import {connect, connectTables} from './connect.mjs';
import {interact, interactTables} from './interact.mjs';
import {list, listTables} from './list.mjs';
import {scale, scaleTables} from './scale.mjs';
import {profile, profileCases} from './profile.mjs';
import {startServer} from './server.mjs';
import {worst, worstTables} from './worst.mjs';
import {barRows, fillMarker, markdownTable, textTable} from './tables.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Rounds of a whole run and of a quick one. */
const PARTS = {
  compare: {run: compare, tables: compareTables, rounds: 9, quick: 2},
  interact: {run: interact, tables: interactTables, rounds: 7, quick: 2},
  scale: {run: scale, tables: scaleTables, rounds: 3, quick: 1},
  list: {run: list, tables: listTables, rounds: 3, quick: 1},
  connect: {run: connect, tables: connectTables, rounds: 1, quick: 1},
  worst: {run: worst, tables: worstTables, rounds: 1, quick: 1},
};

/** Where each library of the comparison is installed. */
const PEERS = {
  lit: '.',
  react: 'bench',
  preact: 'bench',
  svelte: 'bench',
  '@shoelace-style/shoelace': 'bench',
  'vega-embed': 'bench',
  '@knight-lab/timelinejs': 'bench',
};

function readOptions() {
  const {values} = parseArgs({
    options: {
      only: {type: 'string'},
      rounds: {type: 'string'},
      quick: {type: 'boolean', default: false},
      json: {type: 'string', default: path.join(root, 'build', 'bench', 'results.json')},
      write: {type: 'boolean', default: false},
      profile: {type: 'string'},
      count: {type: 'string'},
    },
  });
  const only = values.only?.split(',') ?? Object.keys(PARTS);
  const unknown = only.find((name) => !(name in PARTS));
  if (unknown !== undefined) throw new Error(`There is no part “${unknown}” among ${Object.keys(PARTS).join(', ')}.`);
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
  if (values.profile !== undefined && !profileCases.includes(values.profile)) {
    throw new Error(`There is no case “${values.profile}” among ${profileCases.join(', ')}.`);
  }
  if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0)) {
    throw new Error('--rounds takes a whole number above 0.');
  }
  return {...values, only, rounds};
}

function git(...args) {
  try {
    return execFileSync('git', args, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim();
  } catch {
    return '';
  }
}

function packageVersion(name, folder) {
  return JSON.parse(readFileSync(path.join(root, folder, 'node_modules', name, 'package.json'), 'utf8')).version;
}

async function describeRun(browser) {
  return {
    date: new Date().toISOString(),
    commit: git('rev-parse', '--short', 'HEAD'),
    changed: git('status', '--porcelain', '--untracked-files=no') !== '',
    browser: await browser.version(),
    node: process.version,
    system: `${os.type()} ${os.arch()}`,
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.cpus().length,
    load: os.loadavg()[0],
    peers: Object.fromEntries(Object.entries(PEERS).map(([name, folder]) => [name, packageVersion(name, folder)])),
  };
}

function runLines({date, commit, changed, browser, node, cpu, cores, peers}) {
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`);
  const source = `${date.slice(0, 10)}, commit ${commit}${changed ? ' with changes' : ''}`;
  return `${source}, ${browser}, Node ${node}, ${cpu}, ${cores} cores; ${versions.join(', ')}.`;
}

const sections = (tables, write, strong) =>
  tables.map(({title, rows}) => `${strong(title)}\n\n${write(rows)}`).join('\n\n');

async function main() {
  const options = readOptions();
  const started = Date.now();
  const tell = (line) =>
    process.stderr.write(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}\n`);
  const server = await startServer();
  server.put(BLANK, '<!doctype html><title>Blank</title><link rel="icon" href="data:,">');
  const browser = await launch();
  if (options.profile) {
    try {
      const {profile: name, count = 0, rounds = 1} = options;
      console.log(await profile({browser, server, name, count: Number(count), rounds}));
    } finally {
      await browser.close();
      await server.close();
    }
    return;
  }
  const results = {run: await describeRun(browser), parts: {}};
  try {
    for (const name of options.only) {
      const {run, rounds, quick} = PARTS[name];
      results.parts[name] = await run({
        browser,
        server,
        tell,
        quick: options.quick,
        rounds: options.rounds ?? (options.quick ? quick : rounds),
      });
    }
  } finally {
    await browser.close();
    await server.close();
  }
  results.run.seconds = Math.round((Date.now() - started) / 1000);

  mkdirSync(path.dirname(options.json), {recursive: true});
  writeFileSync(options.json, `${JSON.stringify(results)}\n`);

  const tablesOf = Object.fromEntries(
    Object.entries(results.parts).map(([name, part]) => [name, PARTS[name].tables(part)]),
  );
  const bars = Object.values(results.parts).flatMap((part) => part.bars);
  console.log(`${runLines(results.run)}\n`);
  for (const tables of Object.values(tablesOf)) console.log(`${sections(tables, textTable, (title) => title)}\n`);
  console.log(textTable(barRows(bars)));

  if (options.write) writePage(results, tablesOf);
}

/** A page with figures of two runs would compare what was never compared; so each table says of what run it is. */
function writePage({run, parts}, tablesOf) {
  const file = path.join(root, 'docs', 'performance.md');
  let page = readFileSync(file, 'utf8');
  for (const [name, tables] of Object.entries(tablesOf)) {
    const all = [...tables, {title: 'Bars', rows: barRows(parts[name].bars)}];
    page = fillMarker(page, name, `${runLines(run)}\n\n${sections(all, markdownTable, (title) => `**${title}**`)}`);
  }
  if (parts.compare) page = fillMarker(page, 'lead', `${markdownTable(leadRows(parts.compare))}\n\n${runLines(run)}`);
  writeFileSync(file, page);
}

try {
  await main();
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
}
