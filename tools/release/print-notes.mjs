/** Prints the CHANGELOG.md entry of the version in package.json, for the release page. */
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const entry = readFileSync('CHANGELOG.md', 'utf8')
  .split(/^## /m)
  .find((part) => part.startsWith(`${version}\n`));
if (!entry) throw new Error(`CHANGELOG.md has no entry for ${version}.`);
console.log(entry.slice(version.length).trim());
