import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {filesWithAddresses, versionsIn} from '../../tools/versioning/stamp-version.mjs';
import {tidyChangelog} from '../../tools/versioning/tidy-changelog.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

describe('the version', () => {
  it('is the same wherever a document gives an address', () => {
    const found = filesWithAddresses(root).flatMap((file) =>
      versionsIn(readFileSync(path.join(root, file), 'utf8')).map((address) => `${file}: ${address}`),
    );
    assert.ok(found.length > 10);
    assert.deepEqual(
      found.filter((line) => !line.endsWith(`: ${version}`)),
      [],
    );
  });

  it('is that of the lock file', () => {
    const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
    assert.deepEqual([lock.version, lock.packages[''].version], [version, version]);
  });

  it('has an entry in the changelog, under what it is called', () => {
    assert.match(
      readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'),
      new RegExp(`^## ${version.replaceAll('.', '\\.')}$`, 'm'),
    );
  });
});

describe('npm run release:version', () => {
  let copy;
  const read = (file) => readFileSync(path.join(copy, file), 'utf8');
  const run = () =>
    execFileSync(process.execPath, ['tools/versioning/release-version.mjs'], {
      cwd: copy,
      encoding: 'utf8',
      stdio: 'pipe',
    });

  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'summit-embeds-version-'));
    const tools = ['release-version', 'stamp-version', 'tidy-changelog'].map((name) => `tools/versioning/${name}.mjs`);
    const papers = ['package.json', 'package-lock.json', 'CHANGELOG.md', '.changeset', 'src/element/version.ts'];
    for (const file of [...papers, ...tools, ...filesWithAddresses(root)]) {
      cpSync(path.join(root, file), path.join(copy, file), {recursive: true});
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    // What waits in the project itself is not what this is about; and the numbers below begin at 0.1.0.
    for (const file of readdirSync(path.join(copy, '.changeset'))) {
      if (file.endsWith('.md') && file !== 'README.md') rmSync(path.join(copy, '.changeset', file));
    }
    for (const file of ['package.json', 'CHANGELOG.md']) {
      writeFileSync(
        path.join(copy, file),
        read(file).replace(`"version": "${version}"`, '"version": "0.1.0"').replace(`## ${version}`, '## 0.1.0'),
      );
    }
    const git = (...args) =>
      execFileSync('git', ['-C', copy, '-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args]);
    git('init', '--quiet');
    git('add', '.changeset', 'CHANGELOG.md');
    git('commit', '--quiet', '--message', 'Begin');
  });

  after(() => rmSync(copy, {recursive: true, force: true}));

  it('leaves all as it is where nothing waits', () => {
    const papers = () => ['package.json', 'CHANGELOG.md'].map(read);
    const before = papers();
    assert.match(run(), /No changeset waits: it stays at 0\.1\.0\./);
    assert.deepEqual(papers(), before);
  });

  it('raises the version everywhere, and tells editors in their words', () => {
    const old = read('CHANGELOG.md');
    const changeset = (name, size, text) =>
      writeFileSync(path.join(copy, '.changeset', `${name}.md`), `---\n"summit-embeds": ${size}\n---\n\n${text}\n`);
    changeset(
      'calm-rivers-rest',
      'minor',
      '`--summit-space` was a length and is a factor.\n\nWrite `0.8` where you wrote `0.8rem`.',
    );
    changeset('old-lakes-shine', 'patch', 'The map stood beside its list in print. It stands above it. Nothing to do.');
    assert.match(run(), /0\.1\.0 → 0\.2\.0/);

    assert.equal(JSON.parse(read('package.json')).version, '0.2.0');
    const lock = JSON.parse(read('package-lock.json'));
    assert.deepEqual([lock.version, lock.packages[''].version], ['0.2.0', '0.2.0']);
    assert.match(read('src/element/version.ts'), /VERSION = '0\.2\.0'/);
    assert.deepEqual([...new Set(filesWithAddresses(copy).flatMap((file) => versionsIn(read(file))))], ['0.2.0']);
    assert.deepEqual(readdirSync(path.join(copy, '.changeset')).sort(), ['README.md', 'changelog.cjs', 'config.json']);

    // The introduction stays on top, what was there stays as it was.
    const at = old.indexOf('## 0.1.0');
    assert.equal(
      read('CHANGELOG.md'),
      `${old.slice(0, at)}## 0.2.0

### New, or different: read this before you update

- \`--summit-space\` was a length and is a factor.

  Write \`0.8\` where you wrote \`0.8rem\`.

### Mended

- The map stood beside its list in print. It stands above it. Nothing to do.

${old.slice(at)}`,
    );
  });
});

describe('tidyChangelog', () => {
  const written = (version, heading) =>
    tidyChangelog(
      '# Changelog\n\nFor editors.\n',
      `# Changelog\n\n## ${version}\n### ${heading}\n\n- It was, it is.\n\nFor editors.\n`,
      version,
    );

  it('has a heading for each size, other ones before 1.0, and takes a changelog without an edition', () => {
    assert.equal(
      written('2.0.0', 'Major Changes'),
      '# Changelog\n\nFor editors.\n\n## 2.0.0\n\n### Different: read this before you update\n\n- It was, it is.\n',
    );
    assert.match(written('1.1.0', 'Minor Changes'), /### New\n/);
    assert.match(written('0.2.0', 'Minor Changes'), /### New, or different/);
    assert.match(written('1.0.1', 'Patch Changes'), /### Mended\n/);
  });

  it('does not guess where the file is not what changesets leave behind', () => {
    assert.throws(
      () => tidyChangelog('# Changelog\n\n## 1.0.0\n', '# Changelog\n\nlost\n', '1.1.0'),
      /the format that changesets writes/,
    );
  });
});
