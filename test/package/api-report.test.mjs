/** Whether a name that goes, or a thing more that is asked for, is seen. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {findBreaks} from '../../tools/checks/api/breaks.mjs';
import {line, readReport, writeReport} from '../../tools/checks/api/report.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run check:api', () => {
  let copy;
  const check = (...args) => {
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      ['tools/checks/api-report.mjs', '--root', copy, ...args],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    return {status, output: stdout + stderr};
  };
  const git = (...args) =>
    execFileSync('git', ['-C', copy, '-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], {
      stdio: 'pipe',
    });
  /** Builds the copy otherwise, for as long as `use` takes. */
  const changed = (file, from, to, use) => {
    const was = readFileSync(path.join(copy, file), 'utf8');
    assert.ok(was.includes(from), `${file} has ${from}`);
    writeFileSync(path.join(copy, file), was.replaceAll(from, to));
    try {
      return use();
    } finally {
      writeFileSync(path.join(copy, file), was);
    }
  };
  const statusWithChangeset = (size) => {
    const file = path.join(copy, '.changeset', 'quiet-lakes-turn.md');
    writeFileSync(file, `---\n"summit-embeds": ${size}\n---\n\nIt was, it is.\n`);
    try {
      return check('elements').status;
    } finally {
      rmSync(file);
    }
  };

  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'summit-embeds-api-'));
    for (const folder of ['dist', 'build/js', 'api'])
      cpSync(path.join(root, folder), path.join(copy, folder), {recursive: true});
    cpSync(path.join(root, '.changeset/config.json'), path.join(copy, '.changeset/config.json'));
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    writeFileSync(path.join(copy, 'package.json'), JSON.stringify({...manifest, version: '1.2.3'}));
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    git('init', '--quiet');
    git('add', 'api', 'package.json');
    git('commit', '--quiet', '--message', 'Release');
    git('tag', 'v1.2.3');
  });

  after(() => rmSync(copy, {recursive: true, force: true}));

  /** One of each kind of name: report, file, text before and after, and what the check has to say. */
  const changes = [
    [
      'elements',
      'dist/custom-elements.json',
      '"policy-url"',
      '"rules-url"',
      /<summit-fact-box>: attribute policy-url is gone/,
    ],
    [
      'modules',
      'dist/prerender/prerender.d.ts',
      'prerender(element: ElementName,',
      'prerender(element: ElementName[],',
      /\.\/prerender: prerender\(1 element\) was ElementName, is ElementName\[\]/,
    ],
    [
      'schema',
      'dist/schema/summit.schema.json',
      '"certainty"',
      '"confidence"',
      /a summit: claims\[\]\.certainty is gone/,
    ],
    ['modules', 'dist/data/summit-schema.d.ts', 'shortName', 'brief', /\.: Actor\.shortName is gone/],
    [
      'modules',
      'dist/loading/load-failure.d.ts',
      " | 'too-large'",
      '',
      /\.: SummitErrorCode no longer has "too-large"/,
    ],
    [
      'commands',
      'package.json',
      '"./schema/summit.schema.json":',
      '"./schema.json":',
      /exports: \.\/schema\/summit\.schema\.json is gone/,
    ],
    [
      'commands',
      'build/js/src/cli/validate.js',
      'json: { type',
      'asJson: { type',
      /summit-embeds validate: --json is gone/,
    ],
  ];

  it('names every break: of attributes, types, fields, codes, files and options', () => {
    const withChanges = ([change, ...rest], use) => {
      if (!change) return use();
      const [, file, from, to] = change;
      return changed(file, from, to, () => withChanges(rest, use));
    };
    const {status, output} = withChanges(changes, () => check());
    assert.equal(status, 1, output);
    for (const [report, , , , message] of changes) {
      assert.match(output, new RegExp(`api/${report}\\.md differs from the build`));
      assert.match(output, message);
    }
    assert.match(output, /in a changeset of size major/);
  });

  it('accepts a break that is written down, with a changeset of the right size', () => {
    changed('dist/custom-elements.json', '"policy-url"', '"rules-url"', () => {
      check('elements', '--write');
      assert.doesNotMatch(check('elements').output, /differs from the build/);
      assert.deepEqual(['minor', 'major'].map(statusWithChangeset), [1, 0]);
      // Before 1.0.
      git('tag', '--delete', 'v1.2.3');
      git('tag', 'v0.1.0');
      changed('package.json', '"1.2.3"', '"0.1.0"', () =>
        assert.deepEqual(['patch', 'minor'].map(statusWithChangeset), [1, 0]),
      );
    });
  });
});

describe('a break', () => {
  const report = (lines) =>
    readReport(
      writeReport(
        'Title',
        'About.',
        new Map([
          [
            '.',
            new Map(
              Object.entries(lines).map(([key, value]) => [key.replace(/\?$/, ''), line(value, key.endsWith('?'))]),
            ),
          ],
        ]),
      ),
    );
  const breaks = (before, after, ...rest) =>
    findBreaks(report(before), report(after), ...rest).map((text) => text.slice('.: '.length));
  const GIVEN = {given: true, received: false};

  it('is a parameter more, or one that may no longer be left out; not one that may', () => {
    const old = {'make()': 'string', 'make(1 name)': 'string', 'make(2 size)?': 'number'};
    assert.deepEqual(breaks(old, {...old, 'make(3 look)?': 'string'}), []);
    assert.deepEqual(breaks(old, {...old, 'make(3 look)': 'string'}), ['make(3 look) must be given now']);
    assert.deepEqual(breaks({'make()': 'string', 'make(1 a)?': 'A'}, {'make()': 'string', 'make(1 b)': 'A'}), [
      'make(1 a) must be given now',
    ]);
    assert.deepEqual(breaks({'make()': 'string', 'make(1 a)': 'A'}, {'make()': 'string', 'make(1 b)?': 'A | B'}), []);
  });

  it('is less that is taken, or other things that come back; not a word more', () => {
    assert.deepEqual(breaks({'make(1 a)': '"x" | "y"'}, {'make(1 a)': '"x"'}), ['make(1 a) no longer has "y"']);
    assert.deepEqual(breaks({'make()': '"x" | "y"'}, {'make()': '"y" | "x" | "z"'}), []);
    assert.deepEqual(breaks({'make()': 'string'}, {'make()': 'string | undefined'}), [
      'make() was string, is string | undefined',
    ]);
    assert.deepEqual(breaks({'make()': 'string | undefined'}, {'make()': 'string'}), []);
    assert.deepEqual(breaks({'make(1 a)': 'string | Date'}, {'make(1 a)': 'string'}), [
      'make(1 a) was string | Date, is string',
    ]);
    assert.deepEqual(breaks({'make()': 'Promise<A | B>'}, {'make()': 'Promise<A>'}), [
      'make() was Promise<A | B>, is Promise<A>',
    ]);
  });

  it('is a field more that has to be given, where an object is given; not where it is received', () => {
    const old = {
      'make()': 'Result',
      'make(1 how)?': 'Options',
      Options: 'interface',
      'Options.name?': 'string (readonly)',
      Result: 'interface',
      'Result.html': 'string (readonly)',
    };
    assert.deepEqual(breaks(old, {...old, 'Result.title': 'string (readonly)'}), []);
    assert.deepEqual(breaks(old, {...old, 'Options.title': 'string (readonly)'}), ['Options.title must be given now']);
    assert.deepEqual(breaks(old, {...old, 'Options.title?': 'string (readonly)'}), []);
  });

  it('is a field that may be missing where it was always there, for whoever reads it', () => {
    const old = {'make()': 'Result', Result: 'interface', 'Result.html': 'string'};
    assert.deepEqual(breaks(old, {'make()': 'Result', Result: 'interface', 'Result.html?': 'string'}), [
      'Result.html may be missing now',
    ]);
  });

  it('of a member of a class is one that is gone or can no longer be set; not one more', () => {
    const old = {Box: 'class', 'Box.look': 'string'};
    assert.deepEqual(breaks(old, {...old, 'Box.size': 'number'}), []);
    assert.deepEqual(breaks(old, {Box: 'class', 'Box.look': 'string (readonly)'}), ['Box.look can no longer be set']);
    assert.deepEqual(breaks(old, {Box: 'class'}), ['Box.look is gone']);
  });

  it('in files is a field more that has to be there, a tighter limit, another pattern; not a looser one', () => {
    const files = (before, after) => breaks(before, after, GIVEN, true);
    const old = {id: 'string, at most 80, like /^a/', 'list?': 'array', 'list[]': 'object', 'list[].id': 'string'};
    assert.deepEqual(files(old, {...old, note: 'string', 'list[].note': 'string'}), [
      'note must be given now',
      'list[].note must be given now',
    ]);
    assert.deepEqual(files(old, {...old, 'more?': 'array', 'more[]': 'object', 'more[].id': 'string'}), []);
    assert.deepEqual(files(old, {...old, id: 'string, at most 100, like /^a/'}), []);
    assert.deepEqual(files(old, {...old, id: 'string, at most 80'}), []);
    assert.deepEqual(files(old, {...old, id: 'string, at most 40, like /^a/'}), [
      `id was ${old.id}, is string, at most 40, like /^a/`,
    ]);
    assert.deepEqual(files(old, {...old, id: 'string, at most 80, like /^b/'}), [
      `id was ${old.id}, is string, at most 80, like /^b/`,
    ]);
    assert.deepEqual(files(old, {id: old.id}), ['list is gone']);
  });
});
