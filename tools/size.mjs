/**
 * Prints what the embed files weigh and fails over budget. Own code is measured apart from Lit and data, so that a
 * reader of the table sees what grew.
 */
import {readFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {rollup} from 'rollup';
import config from '../rollup.config.mjs';
import {brotliBytes} from './describe-files.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Bytes, brotli 11 unless a row says otherwise. `bar` is what the design asks for; `ceiling` is what the file weighed when it was last looked at,
 * rounded up: nothing may grow past it unseen. A bar that is met is its own ceiling.
 */
const BUDGETS = {
  'summit-embeds.js': {bar: 14_500, ceiling: 18_170},
  'own code, styles, English texts': {bar: 5_000, ceiling: 8_790},
  'default data and map': {ceiling: 4_600},
  'summit-embeds.full.js': {bar: 20_500, ceiling: 37_720},
  'goal-comparison.js with its chunks': {ceiling: 17_050},
  'region-list.js with its chunks': {ceiling: 17_150},
  'fact-box.js with its chunks': {ceiling: 16_260},
  'frame.html, frame.css, frame.js': {ceiling: 20_080},
  // Hosts paste it into their pages: as it is, for it may be served so.
  'resize.js, uncompressed': {bar: 1_000, ceiling: 1_000},
};

const [, entry] = config;

/** What the script-tag build weighs when only some of its modules go in. */
async function weigh(external, input = entry.input) {
  const bundle = await rollup({...entry, input, external, onwarn: () => {}});
  const {output} = await bundle.generate({format: 'es', generatedCode: 'es2015'});
  await bundle.close();
  return brotliBytes(Buffer.from(output.find(({isEntry}) => isEntry).code));
}

const lit = /node_modules|^lit(?:$|\/)/;
const data = /data\/summits\//;
const {files} = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8'));

/** An entry and everything it imports before it can run. */
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

const rows = {
  'summit-embeds.js': files['summit-embeds.js'].brotli,
  'own code, styles, English texts': await weigh((id) => lit.test(id) || data.test(id)),
  'default data and map': await weigh(lit, {data: 'build/js/data/summits/alaska-2025.js'}),
  'summit-embeds.full.js': files['summit-embeds.full.js'].brotli,
  ...Object.fromEntries(
    ['goal-comparison.js', 'region-list.js', 'fact-box.js'].map((file) => [`${file} with its chunks`, withChunks(file)]),
  ),
  'frame.html, frame.css, frame.js': ['frame.html', 'frame.css', 'frame.js'].reduce((sum, file) => sum + files[file].brotli, 0),
  'resize.js, uncompressed': files['resize.js'].bytes,
};

let over = 0;
for (const [name, bytes] of Object.entries(rows)) {
  const {bar, ceiling} = BUDGETS[name];
  if (bytes > ceiling) over += 1;
  const state = [
    bytes > ceiling ? `OVER the ceiling of ${ceiling} by ${bytes - ceiling}` : `ceiling ${ceiling}`,
    ...(bar === undefined ? [] : [bytes > bar ? `${bytes - bar} above the bar of ${bar}` : `within the bar of ${bar}`]),
  ];
  console.log(`${name.padEnd(38)} ${String(bytes).padStart(7)} B  ${state.join(', ')}`);
}
process.exitCode = over > 0 ? 1 : 0;
