/**
 * What `npm pack` puts into the package, and where its entry points lead. Needs `npm run build`.
 *
 *   npm test -- package/package --update    writes the list of files anew
 */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {before, describe, it} from 'node:test';

const {
  exports,
  sideEffects,
  customElements,
  'web-types': webTypes,
  version,
} = JSON.parse(readFileSync('package.json', 'utf8'));
const LIST = 'test/package/package-files.txt';
let files;

before(() => {
  const [{files: packed}] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json'], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}),
  );
  files = packed.map(({path}) => path);
});

describe('npm pack', () => {
  it('holds the files of test/package/package-files.txt: who adds or drops one shows it there', () => {
    const list = `${files
      .map((file) => file.replace(/(\/chunks\/.+)-[\w-]{6}\.js$/, '$1-HASH.js'))
      .sort()
      .join('\n')}\n`;
    if (process.env['UPDATE']) writeFileSync(LIST, list);
    assert.equal(list, readFileSync(LIST, 'utf8'), 'see CONTRIBUTING.md, "Another file in the package"');
  });

  it('holds papers, examples and built files, and no tests', () => {
    const papers =
      /^(?:CHANGELOG\.md|LICENSE|NOTICE|README\.md|SECURITY\.md|package\.json|docs\/[\w.-]+|examples\/[\w-]+\/.+|integrations\/[\w-]+\/.+|dist\/.+)$/;
    assert.deepEqual(
      files.filter((file) => /\.test\./.test(file) || !papers.test(file)),
      [],
    );
  });

  it('has types beside every module', () => {
    const modules = files.filter((file) => /^dist\/(?!builder\/|embed\/|cli\/).*\.js$/.test(file));
    assert.deepEqual(
      modules.filter((file) => !files.includes(file.replace(/\.js$/, '.d.ts'))),
      [],
    );
  });
});

describe('the version', () => {
  it('in the elements is that of the package: a prerendered box tells by it whether it is up to date', async () => {
    const {VERSION} = await import('../../dist/element/version.js');
    assert.equal(VERSION, version);
  });
});

describe('entry points', () => {
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );

  it('lead to files that are packed', () => {
    for (const target of [...targets, ...sideEffects, customElements, webTypes]) {
      const pattern = new RegExp(`^${target.slice('./'.length).replaceAll('.', '\\.').replaceAll('*', '.+')}$`);
      assert.ok(
        files.some((file) => pattern.test(file)),
        target,
      );
    }
  });

  it('are found by their names', () => {
    for (const name of [
      'summit-embeds',
      'summit-embeds/define.js',
      'summit-embeds/define/summit-fact-box.js',
      'summit-embeds/components/summit-region-list.js',
      'summit-embeds/prerender',
      'summit-embeds/react',
      'summit-embeds/types/react',
      'summit-embeds/data/summits/alaska-2025.js',
      'summit-embeds/data/parse-summit.js',
      'summit-embeds/data/alaska-2025.json',
      'summit-embeds/schema/summit.schema.json',
      'summit-embeds/embed/summit-embeds.js',
    ]) {
      assert.ok(existsSync(new URL(import.meta.resolve(name))), name);
    }
  });
});
