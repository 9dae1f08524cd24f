/** Writes the package's version where the elements read it. `npm version` runs it, before it commits. */
import {readFileSync, writeFileSync} from 'node:fs';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const file = 'src/element/version.ts';
const text = readFileSync(file, 'utf8');
writeFileSync(file, text.replace(/(VERSION = ')[^']*/, `$1${version}`));
