/**
 * Puts everything that a release consists of into build/release/: `npm run release:files`. Needs `npm run build`.
 *
 * The package itself, packed once: what is checked is what is published. `manifest.json`, the integrity of each script-tag
 * file. `sbom.cdx.json`, the bill of materials. `release.json`, which says what the package is called and its hash.
 */
import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {writeSbom} from './sbom.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'build', 'release');
process.chdir(root);

mkdirSync(folder, {recursive: true});
// Of an earlier version; a release takes all there is.
for (const file of readdirSync(folder)) if (file.endsWith('.tgz')) rmSync(path.join(folder, file));

writeSbom();
copyFileSync('dist/embed/manifest.json', path.join(folder, 'manifest.json'));
const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  shell: process.platform === 'win32',
});
const [{name, version, filename, integrity, size, entryCount}] = JSON.parse(packed);
writeFileSync(path.join(folder, 'release.json'), `${JSON.stringify({name, version, filename, integrity}, null, 2)}\n`);
console.log(`build/release/${filename}: ${entryCount} files, ${size} bytes, ${integrity}`);
