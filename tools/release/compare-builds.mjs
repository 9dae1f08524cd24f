/**
 * Compares the files of a release from two independent builds, byte by byte:
 *
 *   node tools/release/compare-builds.mjs FOLDER OTHER [HASH OTHER_HASH]
 *
 * Fails if a file is missing or differs, if the package isn't the one that `release.json` names, or if a folder doesn't have the hash
 * that its build printed (print-hash.mjs). Runs in the job that may publish, so it uses Node's own modules only. It is a program and
 * not a module: it can't be loaded without comparing.
 */
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {hashFiles, hashFolder} from './hash-files.mjs';

const [folder, other, ...hashes] = process.argv.slice(2);
if (!folder || !other || path.resolve(folder) === path.resolve(other) || ![0, 2].includes(hashes.length)) {
  throw new Error('Name two different folders, and both hashes or none.');
}

/** What differs between the two folders, a line each; empty if they are the same. */
function findDifferences() {
  const [one, two] = [hashFiles(folder), hashFiles(other)];
  const names = new Set([...one.keys(), ...two.keys()]);
  return [...names].flatMap((name) => {
    if (!two.has(name)) return `${name} is only in ${folder}`;
    if (!one.has(name)) return `${name} is only in ${other}`;
    return one.get(name) === two.get(name) ? [] : `${name} differs`;
  });
}

/** What is wrong with the package in the first folder; empty if it is the one that `release.json` names. */
function findPackageErrors() {
  const {filename, integrity} = JSON.parse(readFileSync(path.join(folder, 'release.json'), 'utf8'));
  const packages = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  if (packages.join() !== filename)
    return [`${folder} has ${packages.join(', ') || 'no package'}, and release.json names ${filename}`];
  const hash = `sha512-${createHash('sha512')
    .update(readFileSync(path.join(folder, filename)))
    .digest('base64')}`;
  return hash === integrity ? [] : [`${filename} has the hash ${hash}, and release.json says ${integrity}`];
}

/** Folders that don't have the hash that their build printed. */
function findReplaced() {
  const folders = hashes.length > 0 ? [folder, other] : [];
  return folders
    .filter((one, index) => hashFolder(one) !== hashes[index])
    .map((one) => `${one} isn't what its build printed the hash of`);
}

const errors = [...findDifferences(), ...findPackageErrors(), ...findReplaced()];
if (errors.length > 0) {
  console.error(`Nothing may be published:\n  ${errors.join('\n  ')}`);
  process.exitCode = 1;
} else console.log(`Both builds have the same ${hashFiles(folder).size} files, byte by byte.`);
