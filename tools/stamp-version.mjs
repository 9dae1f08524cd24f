/**
 * Writes the package's version wherever it stands: the lock file, what the elements read, the addresses in the documents.
 *
 *   node tools/stamp-version.mjs [--root DIR]
 *
 * `npm run release:version` runs it after changesets have chosen the version.
 */
import {readdirSync, readFileSync, realpathSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

/** An address of a release, `summit-embeds/1.2.3/`, or its name for npm, `summit-embeds@1.2.3`. */
const ADDRESS = /(\bsummit-embeds[/@])(\d+\.\d+\.\d+(?:-[\w.]+)?)/g;

/** Files in which an address stands for "this version". A changelog speaks of earlier ones, so it is none of them. */
export function filesWithAddresses(root) {
  const within = (folder, ending) =>
    readdirSync(path.join(root, folder))
      .filter((file) => ending.test(file))
      .map((file) => `${folder}/${file}`)
      .sort();
  return ['README.md', ...within('docs', /\.md$/), ...within('stories', /\.mdx$/), 'src/cli/box-options.ts'];
}

/** The versions that a text gives addresses of. */
export const versionsIn = (text) => [...text.matchAll(ADDRESS)].map(([, , version]) => version);

export function stampVersion(root) {
  const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const edit = (file, change) => {
    const before = readFileSync(path.join(root, file), 'utf8');
    const after = change(before);
    if (after !== before) writeFileSync(path.join(root, file), after);
  };
  edit('src/element/version.ts', (text) => text.replace(/(VERSION = ')[^']*/, `$1${version}`));
  edit('package-lock.json', (text) => {
    const lock = JSON.parse(text);
    lock.version = version;
    lock.packages[''].version = version;
    return `${JSON.stringify(lock, null, 2)}\n`;
  });
  for (const file of filesWithAddresses(root)) edit(file, (text) => text.replace(ADDRESS, `$1${version}`));
  return version;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const {values} = parseArgs({
    options: {root: {type: 'string', default: fileURLToPath(new URL('..', import.meta.url))}},
  });
  console.log(`Everything says ${stampVersion(values.root)}.`);
}
