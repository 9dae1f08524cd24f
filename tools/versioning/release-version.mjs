/**
 * Makes the next version from the pending changesets: `npm run release:version`.
 *
 * Updates the version in package.json, CHANGELOG.md and all other files with the version. Commits nothing.
 */
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {stampVersion} from './stamp-version.mjs';
import {tidyChangelog} from './tidy-changelog.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);

const read = (file) => readFileSync(file, 'utf8');
const versionNow = () => JSON.parse(read('package.json')).version;

const before = {version: versionNow(), changelog: read('CHANGELOG.md')};
const {status} = spawnSync(process.execPath, ['node_modules/@changesets/cli/bin.js', 'version'], {stdio: 'inherit'});
if (status !== 0) process.exit(status ?? 1);

const version = versionNow();
if (version === before.version) {
  console.log(`No changeset waits: it stays at ${version}.`);
} else {
  writeFileSync('CHANGELOG.md', tidyChangelog(before.changelog, read('CHANGELOG.md'), version));
  stampVersion(root);
  console.log(`${before.version} → ${version}: CHANGELOG.md, the lock file, the elements and the documents say so.`);
}
