import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {literalsHtmlCssMinifier} from '@literals/rollup-plugin-html-css-minifier';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {bundledContent} from './tools/build/bundled-content.mjs';
import {noteBundled} from './tools/build/bundled.mjs';
import {inlineTokens} from './tools/build/inline-tokens.mjs';
import {litStyles} from './tools/build/lit-styles.mjs';
import {minifyChunks} from './tools/build/minify.mjs';
import {packSchema} from './tools/build/pack-schema.mjs';
import {packSummit} from './tools/build/pack-summit.mjs';

const JS = 'build/js/src';
const TAGS = readdirSync(`${JS}/components`)
  .map(String)
  .filter((name) => name.startsWith('summit-'))
  .map((name) => name.slice('summit-'.length));

/**
 * Minifies templates and styles in the same way in every output: a page may be prerendered by one and adopted by
 * another.
 */
const literals = () => literalsHtmlCssMinifier({include: ['build/**/*.js']});

// Without `production`, Lit's development build is used, which is twice as large. The `sideEffects` of package.json
// describe dist/, not these files.
const resolve = () => nodeResolve({exportConditions: ['browser', 'production'], ignoreSideEffectsForRoot: true});

/** Writes bundled summits into script-tag files in a compact form. */
const packedSummits = () => ({
  name: 'packed-summits',
  async load(id) {
    if (!/\/data\/summits\/[^/]+\.js$/.test(id)) return null;
    const [[name, summit]] = Object.entries(await import(pathToFileURL(id).href));
    return packSummit(name, summit);
  },
});

/**
 * Replaces modules derived from the schema and the classes with their values, so that the output doesn't need the
 * schema. With `isSplit`, each value is a module, so that a chunk gets only those that it uses.
 */
const derivedValues = (isSplit) => ({
  name: 'derived-values',
  resolveId: (id) => (id.includes('?value=') ? id : null),
  async load(id) {
    if (!/\/(?:data\/schema-(?:outline|paths)|components\/(?:attributes|element-names))\.js(?:\?|$)/.test(id))
      return null;
    const [path, name] = id.split('?value=');
    const values = await import(pathToFileURL(path).href);
    if (name) return `export default ${JSON.stringify(values[name])};`;
    // `fields` is used only by tests.
    return Object.keys(values)
      .filter((key) => key !== 'fields')
      .map((key) =>
        isSplit
          ? `export {default as ${key}} from ${JSON.stringify(`${id}?value=${key}`)};`
          : `export const ${key} = ${JSON.stringify(values[key])};`,
      )
      .join('\n');
  },
});

/** Writes schemas into script-tag files as tables, without valibot. */
const packedSchemas = () => ({
  name: 'packed-schemas',
  async load(id) {
    if (!/\/data\/(?:summit|translation)-schema\.js$/.test(id)) return null;
    const [[name, schema]] = Object.entries(await import(pathToFileURL(id).href));
    return packSchema(name, schema);
  },
});

/**
 * Leaves out of the single file what would double its size: the translations of bundled summits, and the languages that
 * the entry doesn't name. Pages in these languages have English boxes.
 */
const originalsOnly = () => ({
  name: 'originals-only',
  load(id) {
    if (id.endsWith('/data/bundled-translations.js')) return 'export const bundledTranslations = new Map();';
    // It has the full validator anyway.
    if (id.endsWith('/data/accept-summit.js')) return 'export const acceptSummit = () => {};';
    if (id.endsWith('/format/more-languages.js')) return 'export const loadLanguage = () => Promise.reject();';
    return null;
  },
});

/**
 * Wraps an entry in a block: if a tool runs it as a classic script, its names would be globals of the page. A file
 * with imports or exports doesn't run as a classic script.
 */
const keepNamesInside = () => ({
  name: 'keep-names-inside',
  renderChunk(code, {isEntry, imports, exports}) {
    return isEntry && imports.length + exports.length === 0 ? {code: `"use strict";{${code.trim()}}`, map: null} : null;
  },
});

/** Replaces what packages read from Node's `process` to detect a development build. */
const withoutProcess = () => ({
  name: 'without-process',
  transform: (code) =>
    code.includes('process.env.NODE_ENV')
      ? {code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null}
      : null,
});

/**
 * Keeps only the static data of an element's class that a server component reads: Lit needs `HTMLElement`, which edge
 * workers don't have.
 */
const attributesOnly = () => ({
  name: 'attributes-only',
  async load(id) {
    if (id.endsWith('/define-elements.js')) return '';
    if (!/\/components\/(summit-[\w-]+)\/\1\.js$/.test(id)) return null;
    const [[name, {observedAttributes, elementProperties}]] = Object.entries(await import(pathToFileURL(id).href));
    const properties = [...elementProperties].map(([property, {attribute}]) => [property, {attribute}]);
    const attributes = observedAttributes.filter((name) =>
      properties.some(([property, {attribute}]) => name === (attribute ?? property)),
    );
    return `export const ${name} = {name: '${name}', observedAttributes: ${JSON.stringify(attributes)}, elementProperties: new Map(${JSON.stringify(properties)})};`;
  },
});

const modules = readdirSync(JS, {recursive: true})
  .map(String)
  .filter(
    (file) =>
      file.endsWith('.js') && !/^(?:authoring|cli|prerender|snippet|frame|embed|react|element\/tokens?)\b/.test(file),
  );

// Lit's main module imports all of Lit for its side effects, which elements without templates don't need.
const treeshake = {moduleSideEffects: (id) => !/\/node_modules\/(?:lit|lit-element|lit-html)\//.test(id)};

/** One chunk for the templates of all elements. */
const oneTemplatesChunk = () => ({
  name: 'one-templates-chunk',
  transform: (code, id) =>
    /\/components\/summit-[\w-]+\/summit-[\w-]+\.js$/.test(id)
      ? {
          code: code.replace(
            /import\('\.\/summit-([\w-]+)\.templates\.js'\)/,
            "import('../templates.js').then(({templatesByElement}) => ({templates: templatesByElement['$1']}))",
          ),
          map: null,
        }
      : null,
});

/**
 * One chunk for what every page with custom data needs besides the entry: it compresses better, and is one request.
 * Interactions need the messages too, which are therefore another chunk.
 */
const customDataChunk = () => {
  /** Values of modules that contain one for each use. */
  const others = /\?value=(?:claimFields|lists|texts)$/;
  const reach = (info, names) => {
    const ids = new Set(names);
    for (const id of ids) {
      for (const next of info(id).importedIds) if (!/\/lit-html\//.test(next) && !others.test(next)) ids.add(next);
    }
    return ids;
  };
  let apart;
  let wanted;
  return (id, {getModuleIds, getModuleInfo}) => {
    const all = [...getModuleIds()];
    apart ??= reach(
      getModuleInfo,
      all.filter((name) => /\/(?:define-elements|format\/messages)\.js$/.test(name)),
    );
    wanted ??= reach(
      getModuleInfo,
      all.filter((name) => /\/(?:custom-data|summit-[\w-]+\.templates|lit-html)\.js$/.test(name)),
    );
    return wanted.has(id) && !apart.has(id) ? 'custom-data-boxes' : undefined;
  };
};

/**
 * The plugins of every file with elements for pages.
 *
 * @param own Those that come first.
 */
const elementPlugins = (...own) => [
  ...own,
  packedSummits(),
  packedSchemas(),
  litStyles(),
  resolve(),
  literals(),
  minifyChunks(),
  noteBundled(),
];

const embed = {
  dir: 'dist/embed',
  format: 'es',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash:6].js',
  generatedCode: 'es2015',
};

const outputs = [
  // The builder page. First, because it takes the longest to minify.
  {
    input: {builder: 'build/js/builder/builder.js'},
    plugins: [packedSchemas(), litStyles(), withoutProcess(), resolve(), literals(), minifyChunks(), noteBundled()],
    output: {...embed, dir: 'dist/builder'},
  },
  // For npm: one module per source file; the page's build resolves the dependencies.
  {
    input: Object.fromEntries(modules.map((file) => [file.slice(0, -'.js'.length), join(JS, file)])),
    external: /^(?:lit|valibot)(?:\/|$)/,
    plugins: [literals()],
    output: {
      dir: 'dist',
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: JS,
      entryFileNames: '[name].js',
      generatedCode: 'es2015',
    },
  },
  // React components with Lit's helper bundled. The elements are external: a second copy would be another class. The
  // directive allows imports from server components.
  {
    input: {react: `${JS}/react.js`},
    external: (id) => /^(?:lit|react)(?:\/|$)/.test(id) || /\/(?:components|define-elements)\b/.test(id),
    plugins: [nodeResolve({exportConditions: ['browser', 'production']}), noteBundled()],
    output: {
      dir: 'dist',
      format: 'es',
      banner: "'use client';",
      entryFileNames: '[name].js',
      generatedCode: 'es2015',
      paths: (id) => (id.includes('/build/js/src/') ? `./${id.split('/build/js/src/')[1]}` : id),
    },
  },
  // React components for edge workers.
  {
    input: {'react-server': `${JS}/react-server.js`},
    external: /^react(?:\/|$)/,
    plugins: [attributesOnly(), nodeResolve({exportConditions: ['browser', 'production']}), noteBundled()],
    output: {dir: 'dist', format: 'es', banner: "'use client';", entryFileNames: '[name].js', generatedCode: 'es2015'},
  },
  // For a script tag: all three elements in one request; rarely used code is in chunks next to it.
  {
    input: {'summit-embeds': `${JS}/define.js`},
    treeshake,
    plugins: [...elementPlugins(oneTemplatesChunk(), bundledContent()), keepNamesInside()],
    output: embed,
  },
  // All elements without the bundled summit, for custom data.
  {
    input: {'summit-elements': `${JS}/define-elements.js`},
    treeshake,
    plugins: [packedSchemas(), litStyles(), resolve(), literals(), minifyChunks(), keepNamesInside(), noteBundled()],
    output: {...embed, manualChunks: customDataChunk(), onlyExplicitManualChunks: true},
  },
  // First script of pages with prerendered boxes.
  {
    input: {'summit-embeds.lazy': `${JS}/embed/lazy.js`},
    plugins: [minifyChunks(), noteBundled()],
    output: {...embed, format: 'iife'},
  },
  // All elements in a single file, so that one `integrity` covers all code.
  {
    input: {'summit-embeds.full': `${JS}/define.js`},
    plugins: [...elementPlugins(originalsOnly()), keepNamesInside()],
    output: {...embed, inlineDynamicImports: true},
  },
  // The command line with its libraries bundled, so that users of the package don't get a YAML parser and map
  // libraries as dependencies.
  {
    input: {bin: `${JS}/cli/bin.js`},
    external: (id) => /^(?:node:|valibot(?:\/|$))/.test(id) || id.endsWith('/prerender/prerender.js'),
    plugins: [nodeResolve(), noteBundled()],
    output: {
      dir: 'dist/cli',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      generatedCode: 'es2015',
      paths: (id) => (id.endsWith('/prerender/prerender.js') ? '../prerender.js' : id),
    },
  },
  // The prerenderer with Lit bundled: it must use the same copy of Lit as the elements, and then the package needs no
  // other dependency.
  {
    input: {prerender: `${JS}/prerender.js`},
    external: /^valibot(?:\/|$)/,
    plugins: [
      withoutProcess(),
      nodeResolve({exportConditions: ['node', 'production'], ignoreSideEffectsForRoot: true}),
      literals(),
      noteBundled(),
    ],
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: '[name].js',
      generatedCode: 'es2015',
      inlineDynamicImports: true,
    },
  },
  // One file per element; pages with two elements share the chunks.
  {
    input: Object.fromEntries(TAGS.map((tag) => [tag, `${JS}/components/summit-${tag}/define.js`])),
    treeshake,
    plugins: elementPlugins(bundledContent()),
    output: embed,
  },
  // The page for frames. A separate build: together with the entry, they would share a chunk and the entry would need
  // more than one request. Its lazy chunks have the same content and names.
  {
    input: {frame: `${JS}/frame/frame.js`},
    treeshake,
    plugins: elementPlugins(oneTemplatesChunk(), bundledContent()),
    output: embed,
  },
  // For hosts without a resizer for such frames: a classic script that works anywhere.
  {
    input: {resize: `${JS}/frame/resize.js`},
    plugins: [minifyChunks(), noteBundled()],
    output: {...embed, format: 'iife'},
  },
];

// First, so that the other plugins get literal text.
export default outputs.map((output) => ({
  ...output,
  plugins: [inlineTokens(), derivedValues(!output.output.preserveModules), ...output.plugins],
}));
