/**
 * Measures the delivery cost of the boxes: the tables in docs/embedding.md, from the files in dist/. Needs `npm run
 * build`.
 *
 *   node tools/checks/delivery.mjs           prints the tables
 *   node tools/checks/delivery.mjs --write   updates the page
 */
import {brotliCompressSync} from 'node:zlib';
import {spawnSync} from 'node:child_process';
import {readFileSync, realpathSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {brotliBytes} from '../build/describe-files.mjs';
import {reach} from './reach.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const page = path.join(root, 'docs', 'embedding.md');
const {files} = JSON.parse(readFileSync(path.join(root, 'dist', 'embed', 'manifest.json'), 'utf8'));

const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
/** Base address of this version's files in the docs. */
export const assets = `/assets/summit-embeds/${version}/`;

const viewsPerDay = 10e6;

/** Finds a chunk of summit-embeds.js by the part of its name before the hash. */
export const chunk = (start) => {
  const found = reach('summit-embeds.js').filter((file) => file.replace(/-[\w-]{6}\.js$/, '') === `chunks/${start}`);
  if (found.length !== 1) throw new Error(`dist/embed has ${found.length} files chunks/${start}-…`);
  return found[0];
};

/** Files that a German page loads after the script and could preload. */
export const germanChunks = () =>
  ['templates', 'bundled-summits', 'messages', 'de', 'custom-data', 'translations', 'alaska-2025.de'].map(chunk);

/**
 * The forms of a snippet: the command line arguments and the files that a page loads, which
 * test/delivery/nginx.test.mjs checks in a browser.
 */
export const forms = [
  {name: 'prerendered, `--no-script`', args: ['--no-script'], asks: () => []},
  {name: 'prerendered, until a reader uses it', args: [], asks: () => ['summit-embeds.lazy.js']},
  {name: 'plain', args: ['--form', 'plain'], asks: () => []},
  {name: 'script', args: ['--form', 'script'], asks: () => ['summit-embeds.full.js']},
  {
    name: 'script, in German',
    args: ['--form', 'script', '--lang', 'de'],
    asks: () => ['summit-embeds.js', ...germanChunks()],
  },
  {name: 'frame', args: ['--form', 'frame'], asks: () => ['frame.html', 'frame.css', 'frame.js', 'frame.json']},
  {
    name: 'frame, `--resizer`',
    args: ['--form', 'frame', '--resizer'],
    asks: () => ['frame.html', 'frame.css', 'frame.js', 'frame.json', 'resize.js'],
  },
];

/** A snippet of the fact box, as written by the command line. */
export function snippet(args, base = assets) {
  const bin = path.join(root, 'dist', 'cli', 'bin.js');
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, 'snippet', 'fact-box', '--base', base, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const gigabytes = (bytes) => (bytes / 1e9).toFixed(bytes < 100e9 ? 1 : 0);
const row = (...cells) => `| ${cells.join(' | ')} |`;
const head = (...cells) => [row(...cells), `|---|${'---:|'.repeat(cells.length - 1)}`];

function compressionTable() {
  const read = (...place) => readFileSync(path.join(root, 'dist', ...place));
  const rows = [
    ...[
      'summit-embeds.lazy.js',
      'summit-elements.js',
      'summit-embeds.js',
      'summit-embeds.full.js',
      'frame.js',
      'resize.js',
    ].map((file) => [`\`${file}\``, read('embed', file)]),
    ['`alaska-2025.json`, a data file', read('data', 'alaska-2025.json')],
    ['a prerendered fact box', Buffer.from(snippet([]))],
  ];
  return [
    ...head('kB', 'as it is', 'gzip 9', 'brotli 11'),
    ...rows.map(([name, content]) =>
      row(name, ...[content.length, gzipSync(content, {level: 9}).length, brotliBytes(content)].map(kilobytes)),
    ),
  ];
}

function costTable() {
  return [
    ...head(
      'form',
      'kB in page',
      'GB a day in pages',
      'requests',
      'kB of files',
      'GB a day, all cold',
      'GB for each 1 % cold',
    ),
    ...forms.map(({name, args, asks}) => {
      const inPage = brotliBytes(Buffer.from(snippet(args)));
      const bytes = asks().reduce((sum, file) => sum + (files[file]?.brotli ?? brotliBytesOf(file)), 0);
      const inPages = gigabytes(inPage * viewsPerDay);
      const cold = bytes * viewsPerDay;
      return row(
        name,
        kilobytes(inPage),
        inPages,
        asks().length,
        kilobytes(bytes),
        gigabytes(cold),
        gigabytes(cold / 100),
      );
    }),
  ];
}

/** The tables by the name of their markers in the page. */
export const makeTables = () => ({compression: compressionTable().join('\n'), cost: costTable().join('\n')});

const markers = (name) =>
  new RegExp(`(<!-- ${name}: node tools/checks/delivery\\.mjs --write -->\n)([^]*?)(\n<!-- /${name} -->)`);

/** The table between the markers in a text. */
export function findTable(text, name) {
  const [, , table] = markers(name).exec(text) ?? [];
  if (table === undefined) throw new Error(`There are no markers of ${name}.`);
  return table;
}

/**
 * Whether two tables are equal: words and counts exactly, measures within 3 % or one unit in the last place, so that
 * small changes need no update.
 */
export function nearlySame(one, other) {
  const figure = /\d+(?:\.\d+)?/g;
  const words = (table) => table.replaceAll(figure, '#');
  const figures = (table) => table.match(figure) ?? [];
  if (words(one) !== words(other)) return false;
  return figures(one).every((text, index) => {
    const [a, b] = [text, figures(other)[index]].map(Number);
    const last = text.includes('.') ? 10 ** -text.split('.')[1].length : 0;
    return Math.abs(a - b) <= Math.max(0.03 * Math.max(a, b), last * 1.001);
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const tables = makeTables();
  if (process.argv.includes('--write')) {
    let text = readFileSync(page, 'utf8');
    for (const [name, table] of Object.entries(tables)) {
      findTable(text, name);
      text = text.replace(markers(name), (_, open, old, close) => open + table + close);
    }
    writeFileSync(page, text);
  } else {
    console.log(Object.values(tables).join('\n\n'));
  }
}

/** Size of a file that isn't in the manifest. */
function brotliBytesOf(file) {
  return brotliCompressSync(readFileSync(path.join(root, 'dist', 'embed', file))).length;
}
