import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {literalsHtmlCssMinifier} from '@literals/rollup-plugin-html-css-minifier';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {noteBundled} from './tools/bundled.mjs';
import {inlineTokens} from './tools/inline-tokens.mjs';
import {minifyChunks} from './tools/minify.mjs';
import {packSummit} from './tools/pack-summit.mjs';

const JS = 'build/js/src';
const TAGS = readdirSync(`${JS}/components`)
  .map(String)
  .filter((name) => name.startsWith('summit-'))
  .map((name) => name.slice('summit-'.length));

/** Templates and styles are minified alike in every output: a page may be prerendered by one and taken over by another. */
const literals = () => literalsHtmlCssMinifier({include: ['build/**/*.js']});

// Without `production` Lit's development build would go in, twice the size. The package's `sideEffects` speak of dist/,
// not of what is built here.
const resolve = () => nodeResolve({exportConditions: ['browser', 'production'], ignoreSideEffectsForRoot: true});

/** Puts bundled summits into a script-tag file in the form that takes the fewest bytes. */
const packedSummits = () => ({
  name: 'packed-summits',
  async load(id) {
    if (!/\/data\/summits\/[^/]+\.js$/.test(id)) return null;
    const [[name, summit]] = Object.entries(await import(pathToFileURL(id).href));
    return packSummit(name, summit);
  },
});

/** Replaces what is derived from the schema and from the classes by its values: nothing else of them is needed for these. */
const derivedValues = () => ({
  name: 'derived-values',
  async load(id) {
    if (!/\/(?:data\/schema-paths|components\/attributes)\.js$/.test(id)) return null;
    // All fields of the schema are for tests.
    return Object.entries(await import(pathToFileURL(id).href))
      .filter(([name]) => name !== 'fields')
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n');
  },
});

/** What the schema tells editors' programs alone: calls such as `v.description('…')`. */
const EXPLANATIONS = ['title', 'description', 'examples', 'metadata'];

/** Leaves it out of a script-tag file: a browser checks shapes, it explains none. */
const checksOnly = () => ({
  name: 'checks-only',
  transform(code, id) {
    if (!/\/data\/(?:[\w-]+-schema|schema-[\w-]+)\.js$/.test(id)) return null;
    const spans = [];
    const walk = (node) => {
      if (
        node?.type === 'CallExpression' &&
        node.callee.object?.name === 'v' &&
        EXPLANATIONS.includes(node.callee.property?.name)
      ) {
        spans.push([node.start, node.end]);
      } else if (node && typeof node === 'object') Object.values(node).forEach(walk);
    };
    walk(this.parse(code));
    return spans.reduceRight((rest, [start, end]) => rest.slice(0, start).replace(/,\s*$/, '') + rest.slice(end), code);
  },
});

/** Leaves the translations of bundled summits out of the single file: three of them would weigh half as much as all the rest. */
const originalsOnly = () => ({
  name: 'originals-only',
  load: (id) => (id.endsWith('/data/bundled-translations.js') ? 'export const bundledTranslations = new Map();' : null),
});

/**
 * Keeps the names of an entry inside a block: where a tool runs it as a classic script, they would be the page's. A file with
 * imports or exports does not run there at all.
 */
const keepNamesInside = () => ({
  name: 'keep-names-inside',
  renderChunk(code, {isEntry, imports, exports}) {
    return isEntry && imports.length + exports.length === 0 ? {code: `"use strict";{${code.trim()}}`, map: null} : null;
  },
});

/**
 * Keeps the prerenderer to globals of the web, which edge workers have: of Node's `Buffer` Lit needs Base64 only, and of `process`
 * whether this is a development build.
 */
const webGlobals = () => ({
  name: 'web-globals',
  resolveId: (id) => (id === 'buffer' ? '\0buffer' : null),
  load: (id) =>
    id === '\0buffer' ? 'export const Buffer = {from: (binary) => ({toString: () => btoa(binary)})};' : null,
  transform: (code) =>
    code.includes('process.env.NODE_ENV')
      ? {code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null}
      : null,
});

/** Leaves of an element's class what a component on a server reads: Lit needs `HTMLElement`, which an edge worker lacks. */
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
    (file) => file.endsWith('.js') && !/^(?:cli|prerender|snippet|frame|embed|react|element\/tokens?)\b/.test(file),
  );

const embed = {
  dir: 'dist/embed',
  format: 'es',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash:6].js',
  generatedCode: 'es2015',
};

const outputs = [
  // For npm: one module for each source file, dependencies left to the page's own build.
  {
    input: Object.fromEntries(modules.map((file) => [file.slice(0, -'.js'.length), join(JS, file)])),
    external: /^(?:lit|valibot)(?:\/|$)/,
    plugins: [derivedValues(), literals()],
    output: {
      dir: 'dist',
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: JS,
      entryFileNames: '[name].js',
      generatedCode: 'es2015',
    },
  },
  // React's components, with Lit's helper inside. The elements are the modules above: a second copy would be another class. The
  // directive lets a server component import the file.
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
  // The same for edge workers.
  {
    input: {'react-server': `${JS}/react-server.js`},
    external: /^react(?:\/|$)/,
    plugins: [attributesOnly(), nodeResolve({exportConditions: ['browser', 'production']}), noteBundled()],
    output: {dir: 'dist', format: 'es', banner: "'use client';", entryFileNames: '[name].js', generatedCode: 'es2015'},
  },
  // For a script tag: all three elements in one request; what few pages need lies in chunks beside it.
  {
    input: {'summit-embeds': `${JS}/define.js`},
    plugins: [
      packedSummits(),
      derivedValues(),
      checksOnly(),
      resolve(),
      literals(),
      minifyChunks(),
      keepNamesInside(),
      noteBundled(),
    ],
    output: embed,
  },
  // The same without the bundled summit, for data of a page's own.
  {
    input: {'summit-elements': `${JS}/define-elements.js`},
    plugins: [derivedValues(), checksOnly(), resolve(), literals(), minifyChunks(), keepNamesInside(), noteBundled()],
    output: embed,
  },
  // What pages with prerendered boxes load first.
  {
    input: {'summit-embeds.lazy': `${JS}/embed/lazy.js`},
    plugins: [minifyChunks(), noteBundled()],
    output: {...embed, format: 'iife'},
  },
  // The same in a single file, which one `integrity` covers whole.
  {
    input: {'summit-embeds.full': `${JS}/define.js`},
    plugins: [
      originalsOnly(),
      packedSummits(),
      derivedValues(),
      checksOnly(),
      resolve(),
      literals(),
      minifyChunks(),
      keepNamesInside(),
      noteBundled(),
    ],
    output: {...embed, inlineDynamicImports: true},
  },
  // The command line, with its libraries inside: who installs the package for a page gets no YAML reader and no map maker
  // as dependencies.
  {
    input: {bin: `${JS}/cli/bin.js`},
    external: (id) => /^(?:node:|valibot(?:\/|$))/.test(id) || id.endsWith('/prerender/prerender.js'),
    plugins: [derivedValues(), nodeResolve(), noteBundled()],
    output: {
      dir: 'dist/cli',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      generatedCode: 'es2015',
      paths: (id) => (id.endsWith('/prerender/prerender.js') ? '../prerender.js' : id),
    },
  },
  // The prerenderer, with Lit's inside: it has to be the very copy that the elements were made with, and the package has
  // no other dependency for it.
  {
    input: {prerender: `${JS}/prerender.js`},
    external: /^valibot(?:\/|$)/,
    plugins: [
      derivedValues(),
      webGlobals(),
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
  // One element each; pages with two of them share the chunks.
  {
    input: Object.fromEntries(TAGS.map((tag) => [tag, `${JS}/components/summit-${tag}/define.js`])),
    plugins: [packedSummits(), derivedValues(), checksOnly(), resolve(), literals(), minifyChunks(), noteBundled()],
    output: embed,
  },
  // The page for frames. A build of its own: in one with the entry, the entry would share its code with this one, and be more
  // than one request. What it loads later are the same chunks, by the same names.
  {
    input: {frame: `${JS}/frame/frame.js`},
    plugins: [packedSummits(), derivedValues(), checksOnly(), resolve(), literals(), minifyChunks(), noteBundled()],
    output: embed,
  },
  // What a host needs for such frames, if it has nothing of the kind: a script of the old sort, which can be put anywhere.
  {
    input: {resize: `${JS}/frame/resize.js`},
    plugins: [minifyChunks(), noteBundled()],
    output: {...embed, format: 'iife'},
  },
  // The builder page.
  {
    input: {builder: 'build/js/builder/builder.js'},
    plugins: [derivedValues(), resolve(), literals(), minifyChunks(), noteBundled()],
    output: {...embed, dir: 'dist/builder'},
  },
];

// First: the other plugins see literal text.
export default outputs.map((output) => ({...output, plugins: [inlineTokens(), ...output.plugins]}));
