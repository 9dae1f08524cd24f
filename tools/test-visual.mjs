/**
 * Takes pictures of the boxes and compares them with those in test/visual/reference/.
 *
 *   npm run test:visual                         all of them
 *   npm run test:visual -- fact-box 320         those with one of these in their name
 *   npm run test:visual -- --update [fact-box]  renews the references that no longer fit, and those alone
 *
 * build/visual/index.html shows every picture, and what differs side by side. test/visual/cases.mjs says what is
 * photographed, compare.mjs what counts as the same.
 *
 * Leaves the figures of a whole run in build/test-results/visual.json. Each picture counts once.
 */
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {PNG} from 'pngjs';
import {startCamera} from '../test/visual/camera.mjs';
import {cases} from '../test/visual/cases.mjs';
import {compare, nearlySame} from '../test/visual/compare.mjs';
import {makeContactSheet} from '../test/visual/contact-sheet.mjs';
import {writePalettePng} from '../test/visual/palette-png.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const references = path.join(root, 'test', 'visual', 'reference');
const sheet = path.join(root, 'build', 'visual');
const resultsFile = path.join(root, 'build', 'test-results', 'visual.json');

const pagesAtOnce = 2;
const command = 'npm run test:visual -- --update';

function readFile(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes a picture where the contact sheet finds it, and tells its address there. */
function keep(kind, name, bytes) {
  mkdirSync(path.join(sheet, kind), {recursive: true});
  writeFileSync(path.join(sheet, kind, `${name}.png`), bytes);
  return `${kind}/${name}.png`;
}

/**
 * Takes one picture and compares it.
 *
 * @returns `trouble`, if there is any; `renew`, the bytes of a reference that would mend it, if one would; and what the
 *   contact sheet shows.
 */
async function look(camera, one) {
  const {name} = one;
  const {bytes, png, fonts} = await camera.take(one);
  const actual = keep('actual', name, bytes);
  // Such a picture would be another one on the next machine: it must not become a reference.
  if (fonts.length > 0) return {actual, trouble: `takes letters from typefaces of this machine: ${fonts.join(', ')}`};

  const renew = () => writePalettePng(png, nearlySame);
  const known = readFile(path.join(references, `${name}.png`));
  if (!known) return {actual, renew, trouble: 'there is no reference'};
  let reference;
  try {
    reference = PNG.sync.read(known);
  } catch {
    return {actual, renew, trouble: 'its reference is no picture that can be read'};
  }
  const {same, told, difference} = compare(reference, png);
  if (same) return {actual};
  return {
    actual,
    renew,
    trouble: told,
    reference: keep('reference', name, known),
    difference: keep('difference', name, PNG.sync.write(difference)),
  };
}

/** Looks at all of them; outcomes by name, in the order of the cases. */
async function lookAtAll(camera, wanted) {
  const outcomes = new Map(wanted.map(({name}) => [name, undefined]));
  const jobs = [...wanted];
  const work = async () => {
    for (let one = jobs.shift(); one; one = jobs.shift()) {
      // A page that hangs or crashes is one failure, not the end of the run.
      outcomes.set(one.name, await look(camera, one).catch((error) => ({trouble: `no picture: ${error.message}`})));
    }
  };
  await Promise.all(Array.from({length: pagesAtOnce}, work));
  return outcomes;
}

/** References that no case makes. */
function findLeftovers() {
  const names = new Set(cases.map(({name}) => `${name}.png`));
  return readdirSync(references).filter((file) => !names.has(file));
}

async function main() {
  const {values, positionals} = parseArgs({options: {update: {type: 'boolean', default: false}}, allowPositionals: true});
  const {update} = values;
  const all = positionals.length === 0;
  const wanted = all ? cases : cases.filter(({name}) => positionals.some((word) => name.includes(word)));
  if (wanted.length === 0) {
    console.error(`visual: no picture has ${positionals.join(' or ')} in its name; ${cases[0].name} is one.`);
    process.exitCode = 2;
    return;
  }

  // A run that dies must not leave the figures and pictures of the one before.
  rmSync(resultsFile, {force: true});
  rmSync(sheet, {recursive: true, force: true});
  for (const folder of [sheet, references]) mkdirSync(folder, {recursive: true});

  const started = Date.now();
  const camera = await startCamera();
  const outcomes = await lookAtAll(camera, wanted).finally(() => camera.close());

  const mended = new Set();
  for (const [name, {trouble, renew}] of outcomes) {
    if (!trouble) continue;
    if (update && renew) {
      writeFileSync(path.join(references, `${name}.png`), renew());
      mended.add(name);
    }
    const mend = renew ? `; if it is meant to look like this, ${command} ${name}` : '';
    console.log(mended.has(name) ? `renewed ${name}: ${trouble}` : `✖ ${name}: ${trouble}${mend}`);
  }
  // Some of the pictures do not tell what is left over.
  for (const file of all ? findLeftovers() : []) {
    const trouble = 'no case makes this picture';
    if (update) {
      rmSync(path.join(references, file));
      console.log(`removed ${file}: ${trouble}`);
      continue;
    }
    outcomes.set(file, {trouble, reference: keep('reference', path.parse(file).name, readFileSync(path.join(references, file)))});
    console.log(`✖ ${file}: ${trouble}; ${command} removes it`);
  }
  writeFileSync(path.join(sheet, 'index.html'), makeContactSheet({cases: wanted, outcomes, browser: camera.version, update}));

  const failed = [...outcomes].filter(([name, {trouble}]) => trouble && !mended.has(name)).length;
  const passed = outcomes.size - failed;
  // Neither some of the pictures nor those that were just renewed are a result.
  if (all && !update) {
    mkdirSync(path.dirname(resultsFile), {recursive: true});
    writeFileSync(resultsFile, `${JSON.stringify({passed, failed})}\n`);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`visual: ${passed} passed, ${failed} failed (${seconds} s); build/visual/index.html shows them`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main();
