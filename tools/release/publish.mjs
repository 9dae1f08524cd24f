/**
 * Publishes what `npm run release:files` packed: `npm run release:publish`. Uses Node's own modules and npm only, since it runs
 * where the right to publish is.
 *
 * A version that the registry has already is left alone, so it may be run at any time. In GitHub Actions the package gets a
 * provenance: a signed statement of the commit and the workflow it comes from. Nowhere else can one be had. Tags and pushes nothing.
 */
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const {name, version, repository} = JSON.parse(readFileSync('package.json', 'utf8'));
const release = JSON.parse(readFileSync('build/release/release.json', 'utf8'));

const fail = (message) => {
  console.error(message);
  process.exit(1);
};
const npm = (...args) => spawnSync('npm', args, {encoding: 'utf8', shell: process.platform === 'win32'});

if (release.name !== name || release.version !== version) {
  fail(`build/release/ holds ${release.name}@${release.version}, and package.json says ${name}@${version}: npm run release:files.`);
}

const {GITHUB_ACTIONS: inActions, GITHUB_REPOSITORY: home} = process.env;
// The registry compares the two, and refuses a provenance of elsewhere.
if (inActions && !JSON.stringify(repository ?? '').includes(`github.com/${home}`)) {
  fail(`package.json must name the repository: npm pkg set repository.type=git repository.url=git+https://github.com/${home}.git`);
}

const known = npm('view', `${name}@${version}`, 'version');
if (known.status === 0 && known.stdout.trim() === version) {
  console.log(`${name}@${version} is published already.`);
} else {
  // E404: neither the version nor, the first time, the name. Anything else tells nothing.
  if (known.status !== 0 && !known.stderr.includes('E404')) fail(known.stderr);
  const tarball = `./${path.posix.join('build/release', release.filename)}`;
  const published = npm('publish', tarball, '--access', 'public', '--ignore-scripts', ...(inActions ? ['--provenance'] : []));
  if (published.status !== 0) fail(published.stderr);
  console.log(`${name}@${version} is published: ${release.integrity}`);
}
