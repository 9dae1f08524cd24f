/** Builds the scripts of the comparison pages as a project would: one minified module each, with its data inside. */
import path from 'node:path';
import {compile, compileModule} from 'svelte/compiler';
import {build} from 'vite';

const folder = path.join(import.meta.dirname, 'peers');

/** @param {object} content What `bench:content` exports as `boxes`. */
const contentPlugin = (content) => ({
  name: 'bench-content',
  resolveId: (id) => (id === 'bench:content' ? '\0bench:content' : null),
  load: (id) => (id === '\0bench:content' ? `export const boxes = JSON.parse(${JSON.stringify(JSON.stringify(content))});` : null),
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
 * @param {string} name Of the file in peers/.
 * @param {object[]} content The boxes, with what the peer needs of them.
 * @param {{minify?: boolean}} [options]
 * @returns {Promise<string>} The code of its one file.
 */
export async function buildPeer(name, content, {minify = true} = {}) {
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
      minify: minify && 'terser',
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
