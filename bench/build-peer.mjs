/** Builds the scripts of the comparison pages as a project would: one minified module each, with its data inside. */
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {compile, compileModule} from 'svelte/compiler';
import {build} from 'vite';

const folder = path.join(import.meta.dirname, 'peers');
const root = path.resolve(import.meta.dirname, '..');
const kept = path.join(root, 'build', 'bench', 'peers');

/** Of everything that a build is made of, but dist/, which `check` alone imports. */
function hashOf(...more) {
  const peers = readdirSync(folder).map((file) => path.join(folder, file));
  const files = [import.meta.filename, path.join(import.meta.dirname, 'package-lock.json'), ...peers];
  const hash = createHash('sha256');
  for (const part of [...files.map((file) => readFileSync(file, 'utf8')), ...more])
    hash.update(`${part.length} ${part}`);
  return hash.digest('hex').slice(0, 16);
}

/** @param {object} content What `bench:content` exports as `boxes`. */
const contentPlugin = (content) => ({
  name: 'bench-content',
  resolveId: (id) => (id === 'bench:content' ? '\0bench:content' : null),
  load(id) {
    if (id !== '\0bench:content') return null;
    return `export const boxes = JSON.parse(${JSON.stringify(JSON.stringify(content))});`;
  },
});

const sveltePlugin = () => ({
  name: 'bench-svelte',
  transform(code, id) {
    const options = {generate: 'client', dev: false, filename: id};
    if (id.endsWith('.svelte')) return compile(code, {...options, css: 'external'}).js;
    if (/\.svelte\.js$/.test(id)) return compileModule(code, options).js;
    return null;
  },
});

/**
 * Builds a peer, or takes what was built of the very same before: to minify React takes longer than to measure it.
 *
 * @param {string} name Of the file in peers/.
 * @param {object[]} content The boxes, with what the peer needs of them.
 * @returns {Promise<string>} The code of its one file.
 */
export async function buildPeer(name, content) {
  if (name === 'check') return buildAnew(name, content);
  const file = path.join(kept, `${name}-${hashOf(name, JSON.stringify(content))}.js`);
  if (!existsSync(file)) {
    const code = await buildAnew(name, content);
    mkdirSync(kept, {recursive: true});
    writeFileSync(file, code);
  }
  return readFileSync(file, 'utf8');
}

async function buildAnew(name, content) {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    publicDir: false,
    define: {'process.env.NODE_ENV': '"production"'},
    resolve: {conditions: ['browser', 'module', 'import', 'production', 'default']},
    plugins: [contentPlugin(content), sveltePlugin()],
    build: {
      write: false,
      target: 'es2022',
      minify: 'terser',
      terserOptions: {ecma: 2022, module: true, format: {comments: false}},
      modulePreload: false,
      lib: {entry: path.join(folder, `${name}.js`), formats: ['es'], fileName: name},
      rollupOptions: {output: {inlineDynamicImports: true}},
    },
  });
  const outputs = [result].flat().flatMap(({output}) => output);
  const chunks = outputs.filter(({type}) => type === 'chunk');
  if (chunks.length !== 1) throw new Error(`${name} was built into ${chunks.length} files, not one.`);
  return chunks[0].code;
}
