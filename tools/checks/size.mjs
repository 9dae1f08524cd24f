/**
 * Prints the size of each file in dist/embed and the composition of the entry. Fails if a size is over its budget.
 *
 *   npm run size              checks against tools/checks/size-budgets.json
 *   npm run size -- --write   sets the budgets to the current sizes, rounded up; review the diff before you commit it
 *
 * Sizes are bytes after Brotli 11. A budget is the size at the last review, so that no file grows unnoticed. A bar is
 * a limit from the design.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {rollup} from 'rollup';
import config from '../../rollup.config.mjs';
import {brotliBytes} from '../build/describe-files.mjs';
import {minifyChunks} from '../build/minify.mjs';
import {OWN_DATA_CHUNKS} from './own-data-chunks.mjs';
import {reach} from './reach.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const BUDGETS = 'tools/checks/size-budgets.json';
const write = process.argv.includes('--write');

const BARS = {
  'summit-embeds.js': 16_000,
  'summit-embeds.lazy.js': 1_500,
  'own data by src: summit-elements.js and its chunks': 24_000,
  'npm, fact box, eager, Lit included': 11_000,
};

const {files} = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8'));

/** A file's stable name, without the hash in a chunk's name. */
const nameOf = (file) => file.replace(/^(chunks\/.+)-[\w-]{6}\.js$/, '$1.js');

/** An entry and all its static imports. */
function withChunks(file, seen = new Set()) {
  if (!seen.has(file)) {
    seen.add(file);
    const code = readFileSync(`dist/embed/${file}`, 'utf8');
    for (const [, path] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) {
      withChunks(file.includes('/') ? `${dirname(file)}/${path}` : path, seen);
    }
  }
  return [...seen].reduce((sum, name) => sum + files[name].brotli, 0);
}

/** The size of an entry with some of its chunks and their static imports. Chunks are named without their hash. */
function withChunksNamed(entry, ...names) {
  const reached = reach(entry);
  const seen = new Set();
  withChunks(entry, seen);
  for (const name of names)
    withChunks(
      reached.find((file) => nameOf(file) === `chunks/${name}.js`),
      seen,
    );
  return [...seen].reduce((sum, file) => sum + files[file].brotli, 0);
}

/** The sizes of all files. Chunks of several outputs that differ only in their hash count as one file, the largest. */
function sizesByName() {
  const sizes = {};
  for (const [file, {brotli}] of Object.entries(files)) {
    sizes[nameOf(file)] = Math.max(sizes[nameOf(file)] ?? 0, brotli);
  }
  return sizes;
}

/** What a page's build loads at once for a fact box with custom data: `summit-embeds/components/summit-fact-box.js`. */
async function weighNpmFactBox() {
  const start = '\0start';
  const page = `import {SummitFactBox} from '${process.cwd()}/dist/components/summit-fact-box/summit-fact-box.js';
    customElements.define('summit-fact-box', SummitFactBox);`;
  const bundle = await rollup({
    input: start,
    plugins: [
      {name: 'page', resolveId: (id) => (id === start ? id : null), load: (id) => (id === start ? page : null)},
      nodeResolve({exportConditions: ['browser', 'production']}),
      minifyChunks(),
    ],
    onwarn: () => {},
  });
  const {output} = await bundle.generate({format: 'es', generatedCode: 'es2015'});
  await bundle.close();
  const byName = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const eager = new Set([output.find(({isEntry}) => isEntry)]);
  for (const {imports} of eager) for (const name of imports) eager.add(byName.get(name));
  return [...eager].reduce((sum, {code}) => sum + brotliBytes(Buffer.from(code)), 0);
}

const entry = config.find(({input}) => input['summit-embeds']);
const LIT = /node_modules|^lit(?:$|\/)/;
const CONTENT = /\.bundled\.js$/;
const OWN = /^(?!.*node_modules)/;

/** The size of the script-tag build with some modules removed or replaced. */
async function weigh({without, transform}, input = entry.input) {
  const rewriter = {name: 'rewriter', transform: (code, id) => transform?.(code, id) ?? null};
  const bundle = await rollup({
    ...entry,
    input,
    external: (id) => without?.test(id),
    plugins: [rewriter, ...entry.plugins],
    onwarn: () => {},
  });
  const {output} = await bundle.generate({format: 'es', generatedCode: 'es2015'});
  await bundle.close();
  return brotliBytes(Buffer.from(output.find(({isEntry}) => isEntry).code));
}

/**
 * The composition of the entry. The size of a part is the reduction without it. Since all parts are compressed
 * together, the sum of the parts is smaller than the total.
 */
async function weighParts(whole) {
  const without = {
    Lit: {without: LIT},
    'finished content': {without: CONTENT},
    styles: {
      transform: (code, id) =>
        /\.?styles\.js$/.test(id) && OWN.test(id) ? code.replace(/css\s*`[^`]*`/, 'css``') : null,
    },
  };
  const parts = {};
  for (const [name, how] of Object.entries(without)) parts[name] = whole - (await weigh(how));
  parts.code = (await weigh({without: new RegExp(`${LIT.source}|${CONTENT.source}`)})) - parts.styles;
  const known = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0);
  return {...parts, 'shared by these': whole - known};
}

const whole = files['summit-embeds.js'].brotli;
const parts = await weighParts(whole);

/** Sizes that have a budget. */
const rows = {
  ...sizesByName(),
  'resize.js, uncompressed': files['resize.js'].bytes,
  'goal-comparison.js with its chunks': withChunks('goal-comparison.js'),
  'region-list.js with its chunks': withChunks('region-list.js'),
  'fact-box.js with its chunks': withChunks('fact-box.js'),
  'own data by src: summit-elements.js and its chunks': withChunksNamed('summit-elements.js', ...OWN_DATA_CHUNKS),
  'npm, fact box, eager, Lit included': await weighNpmFactBox(),
  'frame.html, frame.css, frame.js': ['frame.html', 'frame.css', 'frame.js'].reduce(
    (sum, file) => sum + files[file].brotli,
    0,
  ),
  'summit-embeds.js, own code and styles': await weigh({without: new RegExp(`${LIT.source}|${CONTENT.source}`)}),
};

// A tolerance of 0.5 %: the compressed size varies by some bytes with the name of a chunk.
const roundUp = (bytes) => Math.ceil((bytes * 1.005) / 10) * 10;
if (write) {
  const budgets = Object.fromEntries(Object.entries(rows).map(([name, bytes]) => [name, roundUp(bytes)]));
  writeFileSync(BUDGETS, `${JSON.stringify(budgets, null, 2)}\n`);
}
const budgets = JSON.parse(readFileSync(BUDGETS, 'utf8'));

let over = 0;
const lines = Object.entries(rows).map(([name, bytes]) => {
  const {[name]: budget} = budgets;
  const {[name]: bar} = BARS;
  if (budget === undefined || bytes > budget) over += 1;
  const state = [
    budget === undefined
      ? 'has NO BUDGET'
      : bytes > budget
        ? `OVER the budget of ${budget} by ${bytes - budget}`
        : `budget ${budget}`,
    ...(bar === undefined ? [] : [bytes > bar ? `${bytes - bar} above the bar of ${bar}` : `within the bar of ${bar}`]),
  ];
  return `${name.padEnd(51)} ${String(bytes).padStart(7)} B  ${state.join(', ')}`;
});
for (const name of Object.keys(budgets)) {
  if (name in rows) continue;
  over += 1;
  lines.push(`${name.padEnd(51)}    GONE    the file no longer exists`);
}

lines.push('', 'What summit-embeds.js is made of');
for (const [name, bytes] of Object.entries(parts)) {
  lines.push(
    `  ${name.padEnd(36)} ${String(bytes).padStart(7)} B  ${((bytes / whole) * 100).toFixed(0).padStart(3)} %`,
  );
}
if (over > 0) lines.push('', 'Mend what grew, or take it on: npm run size -- --write');
process.stdout.on('error', ({code}) => process.exit(code === 'EPIPE' ? process.exitCode : 1));
process.exitCode = over > 0 ? 1 : 0;
console.log(lines.join('\n'));
