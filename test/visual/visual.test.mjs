/**
 * Takes the pictures of cases.mjs and compares them with those in reference/; compare.mjs says when two are the same.
 * build/visual/index.html shows them all, and those that differ side by side.
 *
 *   npm run test:all -- visual                      all of them
 *   npm run test:all -- visual/fact-box-320         those with this in their name
 *   npm run test:all -- visual[/fact-box] --update  renews the references that no longer match, and only those
 */
import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {PNG} from 'pngjs';
import {startCamera} from './camera.mjs';
import {cases, describeCase} from './cases.mjs';
import {compare, nearlySame} from './compare.mjs';
import {makeContactSheet} from './contact-sheet.mjs';
import {writePalettePng} from './palette-png.mjs';

const references = fileURLToPath(new URL('reference', import.meta.url));
const sheet = fileURLToPath(new URL('../../build/visual', import.meta.url));

const word = process.env['SUMMIT_TEST_WORD'] ?? '';
const update = Boolean(process.env['UPDATE']);
const wanted = cases.filter(({name}) => name.includes(word));

/** Takes two pictures at a time: one page loads while the other one is compared. */
const concurrency = 2;

/** @type {Map<string, import('./contact-sheet.mjs').Outcome>} */
const outcomes = new Map(wanted.map(({name}) => [name, {problem: 'no picture'}]));
let camera;

before(async () => {
  // A run that fails must not leave the pictures of the one before.
  rmSync(sheet, {recursive: true, force: true});
  for (const folder of [sheet, references]) mkdirSync(folder, {recursive: true});
  camera = await startCamera();
});

after(async () => {
  writeFileSync(
    path.join(sheet, 'index.html'),
    makeContactSheet({cases: wanted, outcomes, browser: camera.version, update}),
  );
  await camera.close();
});

const fileOf = (name) => path.join(references, `${name}.png`);

function readReference(name) {
  try {
    const bytes = readFileSync(fileOf(name));
    return {bytes, png: PNG.sync.read(bytes)};
  } catch (error) {
    return {problem: `its reference can't be read: ${error.message}`};
  }
}

/** Writes a picture where the contact sheet finds it. Returns its path there. */
function addToSheet(kind, name, bytes) {
  mkdirSync(path.join(sheet, kind), {recursive: true});
  writeFileSync(path.join(sheet, kind, `${name}.png`), bytes);
  return `${kind}/${name}.png`;
}

/** Compares the picture of a case with its reference, and renews that where it may. */
async function checkPicture(one, {bytes, png, findSystemFonts}, t) {
  const {name, sameAs = name} = one;
  const outcome = {actual: addToSheet('actual', name, bytes)};
  outcomes.set(name, outcome);

  const reference = readReference(sameAs);
  const different = reference.png && compare(reference.png, png);
  if (reference.png && !different) return;
  if (different) {
    outcome.reference = addToSheet('reference', name, reference.bytes);
    outcome.difference = addToSheet('difference', name, PNG.sync.write(different.difference));
  }
  outcome.problem = different?.message ?? reference.problem;

  const systemFonts = await findSystemFonts();
  // A reference with such letters would fit no other machine.
  if (systemFonts.length > 0)
    assert.fail(`${outcome.problem}; it takes letters from typefaces of this machine: ${systemFonts.join(', ')}`);
  if (sameAs !== name) assert.fail(`${outcome.problem}; it has to look like ${sameAs}`);
  if (!update) assert.fail(`${outcome.problem}; if this is intended: npm run test:all -- visual/${name} --update`);
  writeFileSync(fileOf(name), writePalettePng(png, nearlySame));
  t.diagnostic(`renewed ${name}: ${outcome.problem}`);
}

function testPictures(some) {
  for (const one of some) {
    it(`${one.name}: ${describeCase(one)}`, (t) => camera.take(one, (picture) => checkPicture(one, picture, t)));
  }
}

describe('pictures', {concurrency}, () => {
  testPictures(wanted.filter(({sameAs}) => !sameAs));
});

// Later: their references are those of the pictures above, which may have been renewed.
describe('pictures that look like another one', {concurrency}, () => {
  testPictures(wanted.filter(({sameAs}) => sameAs));
});

if (!word) {
  it('every reference has a case', (t) => {
    const names = new Set(cases.filter(({sameAs}) => !sameAs).map(({name}) => `${name}.png`));
    const leftovers = readdirSync(references).filter((file) => !names.has(file));
    for (const file of leftovers) {
      if (update) {
        rmSync(path.join(references, file));
        t.diagnostic(`removed ${file}: no case uses it`);
      } else {
        const reference = addToSheet('reference', path.parse(file).name, readFileSync(path.join(references, file)));
        outcomes.set(file, {problem: 'no case uses it', reference});
      }
    }
    if (!update) assert.deepEqual(leftovers, [], 'npm run test:all -- visual --update removes them');
  });
}
