/**
 * Updates the package's version in all files: the lock file, the elements' version module, the addresses in the docs.
 *
 *   node tools/versioning/stamp-version.mjs [--root DIR]
 *
 * `npm run release:version` runs it after changesets has set the version.
 */
import {readdirSync, readFileSync, realpathSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

/** An address of a release, `summit-embeds/1.2.3/`, or its name for npm, `summit-embeds@1.2.3`. */
const ADDRESS = /(\bsummit-embeds[/@])(\d+\.\d+\.\d+(?:-[\w.]+)?)/g;

/** Files whose addresses refer to the current version. Excludes the changelog, which refers to earlier versions. */
export function filesWithAddresses(root) {
  const within = (folder, ending) =>
    readdirSync(path.join(root, folder))
      .filter((file) => ending.test(file))
      .map((file) => `${folder}/${file}`)
      .sort();
  return ['README.md', ...within('docs', /\.md$/), ...within('stories', /\.mdx$/), 'src/cli/box-options.ts'];
}

/** The versions in the addresses of a text. */
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
    options: {root: {type: 'string', default: fileURLToPath(new URL('../..', import.meta.url))}},
  });
  console.log(`All files have version ${stampVersion(values.root)}.`);
}
