/**
 * Writes the files of a release into build/release/: `npm run release:files`. Needs `npm run build`.
 *
 * The package itself, packed once, so that the checked file is the published one. `manifest.json`: the integrity of
 * each script-tag file. The ZIP file is the plugin for WordPress. `sbom.cdx.json`: the bill of materials. `release.json`:
 * the package's file name and hash.
 */
import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {writeSbom} from './sbom.mjs';
import {writeWordpressZip} from './wordpress.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = path.join(root, 'build', 'release');
process.chdir(root);

mkdirSync(folder, {recursive: true});
// Remove files of an earlier version, since a release includes all files in the folder.
for (const file of readdirSync(folder)) if (/\.(?:tgz|zip)$/.test(file)) rmSync(path.join(folder, file));

writeSbom();
await writeWordpressZip(folder);
copyFileSync('dist/embed/manifest.json', path.join(folder, 'manifest.json'));
const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  shell: process.platform === 'win32',
});
const [{name, version, filename, integrity, size, entryCount}] = JSON.parse(packed);
writeFileSync(path.join(folder, 'release.json'), `${JSON.stringify({name, version, filename, integrity}, null, 2)}\n`);
console.log(`build/release/${filename}: ${entryCount} files, ${size} bytes, ${integrity}`);
