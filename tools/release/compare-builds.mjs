/**
 * Compares the files of a release from two builds that know nothing of each other, byte by byte:
 *
 *   node tools/release/compare-builds.mjs FOLDER OTHER
 *
 * Fails where a file is missing or differs, and where the package isn't the one that `release.json` names. Runs in the job that may
 * publish, so it uses Node's own modules only.
 */
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

/** Hash of each file in a folder, by its path in the folder. */
function hashesOf(folder) {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const entries = files.map((entry) => {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    return [path.relative(folder, file).replaceAll(path.sep, '/'), createHash('sha256').update(readFileSync(file)).digest('hex')];
  });
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What differs between two folders, a line each; empty where nothing does. */
export function differencesOf(folder, other) {
  const [one, two] = [hashesOf(folder), hashesOf(other)];
  const names = new Set([...one.keys(), ...two.keys()]);
  return [...names].flatMap((name) => {
    if (!two.has(name)) return `${name} is only in ${folder}`;
    if (!one.has(name)) return `${name} is only in ${other}`;
    return one.get(name) === two.get(name) ? [] : `${name} differs`;
  });
}

/** What is wrong with the package in a folder; empty where it is the one that `release.json` names. */
export function packageErrorsOf(folder) {
  const {filename, integrity} = JSON.parse(readFileSync(path.join(folder, 'release.json'), 'utf8'));
  const packages = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  if (packages.join() !== filename) return [`${folder} has ${packages.join(', ') || 'no package'}, and release.json names ${filename}`];
  const hash = `sha512-${createHash('sha512').update(readFileSync(path.join(folder, filename))).digest('base64')}`;
  return hash === integrity ? [] : [`${filename} has the hash ${hash}, and release.json says ${integrity}`];
}

if (process.argv[1] === import.meta.filename) {
  const [folder, other] = process.argv.slice(2);
  if (!folder || !other) throw new Error('Name two folders.');
  const errors = [...differencesOf(folder, other), ...packageErrorsOf(folder)];
  if (errors.length > 0) {
    console.error(`The two builds are not the same, so nothing may be published:\n  ${errors.join('\n  ')}`);
    process.exitCode = 1;
  } else console.log(`Both builds have the same ${hashesOf(folder).size} files, byte by byte.`);
}
