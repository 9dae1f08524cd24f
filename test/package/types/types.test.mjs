/**
 * The types of the built package in each front end, as their own checkers see them: every line of these files that ends in the word
 * "wrong" is refused, and no other. And they know exactly the attributes, properties and events of the manifest.
 */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cpSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {describe, it} from 'node:test';
import path from 'node:path';
import ts from 'typescript';

const folder = import.meta.dirname;
const root = path.resolve(folder, '../../..');

// The package as a front end has it: installed beside the front end's own types.
const installed = path.join(folder, 'node_modules/summit-embeds');
rmSync(installed, {recursive: true, force: true});
cpSync(path.join(root, 'package.json'), path.join(installed, 'package.json'));
cpSync(path.join(root, 'dist'), path.join(installed, 'dist'), {recursive: true});

/** What a checker prints; where there is something to refuse, it ends with 1. */
const check = (bin, ...args) =>
  new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], {cwd: folder, maxBuffer: 1e7}, (error, stdout, stderr) => resolve(stdout + stderr));
  });

const files = readdirSync(folder).filter((file) => /\.(?:tsx|svelte|vue)$/.test(file));
const wrongLines = (file) =>
  readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .flatMap((line, i) => (/\bwrong(?: -->| \*\/\})?$/.test(line) ? [i + 1] : []));
const unique = (lines) => [...new Set(lines)].sort((a, b) => a - b);

// Svelte's checker reads the TSX beside it too.
const [svelte, vue, sources] = await Promise.all([
  check('node_modules/svelte-check/bin/svelte-check', '--workspace', '.', '--tsconfig', './tsconfig.json', '--output', 'machine-verbose'),
  check('node_modules/vue-tsc/bin/vue-tsc.js', '-p', '.', '--pretty', 'false'),
  check(path.join(root, 'node_modules/typescript/bin/tsc'), '-p', '../../../src/types'),
]);

const errors = [
  ...Array.from(svelte.matchAll(/^\d+ (\{.*"type":"ERROR".*\})$/gm), ([, json]) => JSON.parse(json)).map(({filename, start}) => ({
    file: filename,
    line: start.line + 1,
  })),
  ...Array.from(vue.matchAll(/^([\w.]+\.vue)\((\d+),\d+\): error/gm), ([, file, line]) => ({file, line: Number(line)})),
];

describe('the types', () => {
  for (const file of files) {
    it(`refuse what is wrong, and nothing else: ${file}`, () => {
      const wrong = wrongLines(file);
      assert.ok(wrong.length > 5, `${file} tries ${wrong.length} wrong lines`);
      assert.deepEqual(unique(errors.filter((error) => error.file === file).map(({line}) => line)), wrong, svelte + vue);
    });
  }

  // The project's own check leaves them out: its packages have no front end.
  it('have sources without errors', () => {
    assert.equal(sources, '');
  });

  it('are tried in every front end that has some', () => {
    const modules = readdirSync(path.join(root, 'src/types')).filter((file) => file.endsWith('.ts')).map((file) => path.basename(file, '.ts'));
    const tried = files.map((file) => readFileSync(path.join(folder, file), 'utf8')).join();
    assert.deepEqual(modules.filter((name) => name !== 'props' && !tried.includes(`summit-embeds/types/${name}`)), []);
  });
});

/** The names that `props.d.ts` comes to, as the compiler resolves them: events, and properties and attributes by tag. */
function namesInTypes() {
  const file = path.join(root, 'names.ts');
  const text = `
    import type {Attributes, Properties, SummitElements, SummitEvents} from 'summit-embeds/types/props';
    export declare const events: SummitEvents;
    export declare const properties: {[Tag in keyof SummitElements]: Properties<SummitElements[Tag]>};
    export declare const attributes: {[Tag in keyof SummitElements]: Attributes<SummitElements[Tag]>};`;
  const options = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const {getSourceFile, fileExists} = host;
  // It exists in here alone.
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, version, ...rest) =>
    name === file ? ts.createSourceFile(name, text, version) : getSourceFile(name, version, ...rest);
  const program = ts.createProgram([file], options, host);
  assert.deepEqual(ts.getPreEmitDiagnostics(program).map(({messageText}) => messageText), []);
  const checker = program.getTypeChecker();
  const namesIn = (symbol) => checker.getPropertiesOfType(checker.getTypeOfSymbol(symbol));
  const [events, ...byTag] = ['events', 'properties', 'attributes'].map((name) =>
    namesIn(checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file))).find((symbol) => symbol.name === name)),
  );
  const sorted = (symbols) => symbols.map(({name}) => name).sort();
  const [properties, attributes] = byTag.map((tags) => Object.fromEntries(tags.map((tag) => [tag.name, sorted(namesIn(tag))])));
  return {events: sorted(events), properties, attributes};
}

describe('the types and the manifest', () => {
  const {modules} = JSON.parse(readFileSync(path.join(root, 'dist/custom-elements.json'), 'utf8'));
  const elements = modules.flatMap(({declarations = []}) => declarations).filter(({tagName}) => tagName);
  const {events, properties, attributes} = namesInTypes();
  const byTag = (names) => Object.fromEntries(elements.map((element) => [element.tagName, names(element).sort()]));

  it('know the same properties and events', () => {
    assert.deepEqual(properties, byTag(({members}) => members.filter((member) => !member.static).map(({name}) => name)));
    for (const element of elements) assert.deepEqual(events, element.events.map(({name}) => name).sort());
  });

  it('know the same attributes; one that is called as its property is that property', () => {
    const names = ({attributes, members}) =>
      attributes.map(({name}) => name).filter((name) => !members.some((member) => member.name === name));
    assert.deepEqual(attributes, byTag(names));
  });
});
