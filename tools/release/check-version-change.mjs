/**
 * Checks that what is staged makes a version and changes nothing else: `node tools/release/check-version-change.mjs`, in a clone.
 *
 * The job that makes the next version runs the code of packages, so the job that pushes it doesn't trust the result. Changesets may go,
 * CHANGELOG.md may change, and every other file may change only from the old version to the new one. Uses Node's own modules only.
 */
import {execFileSync} from 'node:child_process';

const git = (...args) => execFileSync('git', args, {encoding: 'utf8', maxBuffer: 1e8});
const versionAt = (revision) => JSON.parse(git('show', `${revision}:package.json`)).version;

const [before, after] = [versionAt('HEAD'), versionAt('')];
if (before === after || !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(after))
  throw new Error(`${after} isn't a version after ${before}.`);

/** A text without the two versions, so that only other changes remain. */
const withoutVersion = (text) => text.replaceAll(after, before);

/** What a change does that a new version doesn't need; undefined if it does nothing else. */
function findError({status, modes, file}) {
  if (status === 'D')
    return /^\.changeset\/[\w-]+\.md$/.test(file) && file !== '.changeset/README.md' ? undefined : `${file} would go`;
  if (status !== 'M') return `${file} would be new`;
  if (modes.some((mode) => mode !== '100644')) return `${file} would have another mode`;
  if (file === 'CHANGELOG.md') return undefined;
  const [old, next] = ['HEAD', ''].map((revision) => withoutVersion(git('show', `${revision}:${file}`)));
  return old === next ? undefined : `${file} would change beyond its version`;
}

// `:100644 100644 abc def M`, a NUL, the file, a NUL.
const parts = git('diff', '--cached', '--raw', '--no-renames', '-z', 'HEAD').split('\0').slice(0, -1);
const changes = parts.flatMap((head, index) => {
  if (index % 2 === 1) return [];
  const [from, to, , , status] = head.slice(1).split(' ');
  return {status, modes: [from, to], file: parts[index + 1]};
});
const errors = changes.map(findError).filter((error) => error !== undefined);
if (errors.length > 0) {
  console.error(`This is more than a new version:\n  ${errors.join('\n  ')}`);
  process.exitCode = 1;
} else console.log(`${before} → ${after}: ${changes.length} files, and nothing else changes.`);
