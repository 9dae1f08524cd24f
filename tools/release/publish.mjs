/**
 * Publishes what `npm run release:files` packed: `npm run release:publish`. It runs in the job that may publish, so it uses npm and
 * Node's own modules only.
 *
 * If npm has the version already, it publishes nothing, so you can run it at any time. In GitHub Actions the package gets a
 * provenance: a signed statement of the commit and the workflow that it comes from. It sets and pushes no tag. The output
 * `released` tells the next job whether npm has this very package: without that, a later commit would get the tag.
 */
import {spawnSync} from 'node:child_process';
import {appendFileSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const {name, version, repository} = JSON.parse(readFileSync('package.json', 'utf8'));
const release = JSON.parse(readFileSync('build/release/release.json', 'utf8'));
const {GITHUB_ACTIONS: inActions, GITHUB_OUTPUT: outputs, GITHUB_REPOSITORY: home} = process.env;

const fail = (message) => {
  console.error(message);
  process.exit(1);
};
const npm = (...args) => spawnSync('npm', args, {encoding: 'utf8', shell: process.platform === 'win32'});

if (release.name !== name || release.version !== version) {
  fail(
    `build/release/ holds ${release.name}@${release.version}, and package.json says ${name}@${version}: npm run release:files.`,
  );
}

// The registry compares the two, and refuses a provenance from another repository.
if (inActions && !JSON.stringify(repository ?? '').includes(`github.com/${home}`)) {
  fail(
    `package.json must name the repository: npm pkg set repository.type=git repository.url=git+https://github.com/${home}.git`,
  );
}

/** Hash of the package that npm has as this version; undefined if npm doesn't have the version. */
function publishedIntegrity() {
  const {status, stdout, stderr} = npm('view', `${name}@${version}`, 'dist.integrity');
  if (status === 0) return stdout.trim() || undefined;
  // npm doesn't have the version or, for the first release, the package. Other errors are inconclusive.
  return stderr.includes('E404') ? undefined : fail(stderr);
}

const published = publishedIntegrity();
if (published === undefined) {
  const tarball = `./${path.posix.join('build/release', release.filename)}`;
  const {status, stderr} = npm(
    'publish',
    tarball,
    '--access',
    'public',
    '--ignore-scripts',
    ...(inActions ? ['--provenance'] : []),
  );
  if (status !== 0) fail(stderr);
  console.log(`${name}@${version} is published: ${release.integrity}`);
} else if (published === release.integrity) {
  console.log(`${name}@${version} is published already.`);
} else {
  console.log(
    `${name}@${version} is published already, and this isn't the same package: npm has ${published}, this is ${release.integrity}.`,
  );
}
if (outputs) appendFileSync(outputs, `released=${published === undefined || published === release.integrity}\n`);
