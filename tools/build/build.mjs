/**
 * Builds everything in `dist/`: modules and types for npm, files for script tags, data, schema, manifests.
 *
 *   node tools/build/build.mjs            from anywhere
 *   node tools/build/build.mjs --serve    only the files that `npm start` serves: script-tag files, the builder, templates
 */
import {execFile, execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {rollup} from 'rollup';
import {licencesOf, readBundled} from './bundled.mjs';
import {describeFiles} from './describe-files.mjs';
import {writeEditorData} from './editor-data.mjs';
import {fillTokens} from './inline-tokens.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);

const serveOnly = process.argv.includes('--serve');

const compile = (version, ...args) => [`node_modules/${version}/bin/tsc`, '-p', 'tsconfig.json', '--noCheck', ...args];
/** Runs a program beside this one. Its output is in the error, if it fails. */
const node = (...args) => promisify(execFile)(process.execPath, args);
const write = (file, text) => {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, text);
};
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

for (const path of ['dist', 'build/js', 'build/bundled.json']) rmSync(path, {recursive: true, force: true});

// `npm test` checks types; this step only emits them. The native compiler is eight times as fast, but emits
// declarations differently.
execFileSync(process.execPath, compile('typescript-native', '--declaration', 'false'), {stdio: 'inherit'});
await Promise.all([bundle(), ...(serveOnly ? [] : [writeTypes(), writeManifest()])]);
await copyFiles();
if (!serveOnly) await describePackage();
write('dist/embed/manifest.json', json(describeFiles('dist/embed')));

function writeTypes() {
  return node(...compile('typescript', '--emitDeclarationOnly'));
}

function writeManifest() {
  const config = ['analyze', '--config', 'tools/build/custom-elements-manifest.config.mjs'];
  return node('node_modules/@custom-elements-manifest/analyzer/cem.js', ...config);
}

async function bundle() {
  // Imported here because it reads the list of compiled modules.
  const {default: configs} = await import('../../rollup.config.mjs');
  const served = ['dist/embed', 'dist/builder'];
  const writing = [];
  for (const {output, ...input} of configs) {
    if (serveOnly && !served.includes(output.dir)) continue;
    const bundled = await rollup({...input, logLevel: 'silent'});
    // While it is minified, the next one is bundled.
    writing.push(bundled.write(output).finally(() => bundled.close()));
  }
  await Promise.all(writing);
}

async function copyFiles() {
  cpSync('templates', 'dist/templates', {recursive: true});
  for (const file of ['frame.html', 'frame.css']) {
    // Comments would only make the download larger.
    write(
      join('dist/embed', file),
      await fillTokens(readFileSync(join('src/frame', file), 'utf8').replace(/\/\*.*?\*\/\s*|<!--.*?-->\s*/gs, '')),
    );
  }
  cpSync('src/frame/frame.json', 'dist/embed/frame.json');
  write('dist/builder/builder.css', await fillTokens(readFileSync('builder/builder.css', 'utf8')));
  cpSync('templates', 'dist/builder/templates', {recursive: true});
  cpSync('builder/write/write.css', 'dist/builder/write.css');
  cpSync('builder/index.html', 'dist/builder/index.html');
  cpSync('demo/icon.svg', 'dist/builder/icon.svg');
}

/** Writes the other files of the npm package: types, data, schema, manifests, licences. */
async function describePackage() {
  const types = 'build/js/src';
  for (const file of readdirSync(types, {recursive: true}).map(String)) {
    if (
      file.endsWith('.d.ts') &&
      !/^(?:authoring|cli|embed|frame|prerender\/(?!(?:prerender|share-card)\.)|element\/token(?:-values)?\.)/.test(
        file,
      )
    )
      cpSync(join(types, file), join('dist', file));
  }

  const load = (file) => import(pathToFileURL(join(root, 'dist', file)).href);
  const {bundledSummits} = await load('data/bundled-summits.js');
  for (const [id, summit] of bundledSummits) {
    write(`dist/data/${id}.json`, json({$schema: '../schema/summit.schema.json', ...summit}));
  }

  const {bundledTranslations} = await load('data/bundled-translations.js');
  for (const [id, byLang] of bundledTranslations) {
    for (const [lang, loadTranslation] of byLang) {
      const {translation} = await loadTranslation();
      write(`dist/data/${id}.${lang}.json`, json(translation));
    }
  }

  const {summitSchema} = await load('data/summit-schema.js');
  const {toJsonSchema} = await import('@valibot/to-json-schema');
  write(
    'dist/schema/summit.schema.json',
    json({
      title: 'Summit',
      description: 'A summit or a negotiation as its sources tell it, for summit-embeds.',
      ...toJsonSchema(summitSchema, {target: 'draft-07'}),
    }),
  );

  writeEditorData('dist');

  const NATURAL_EARTH =
    'Map paths: made with Natural Earth. Free vector and raster map data @ naturalearthdata.com. Public domain.\n';
  const bundled = readBundled();
  for (const [folder, what, ...more] of [
    ['dist', 'prerender.js, react.js and react-server.js contain'],
    ['dist/cli', 'The files in this folder contain'],
    ['dist/embed', 'The files in this folder contain', NATURAL_EARTH],
    ['dist/builder', 'The files in this folder contain', NATURAL_EARTH],
  ]) {
    write(
      `${folder}/LICENSES.txt`,
      [`${what} the following works.`, ...licencesOf(bundled[folder]), ...more].join('\n---\n\n'),
    );
  }
}
