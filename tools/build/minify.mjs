import {minify} from 'terser';

const options = {
  ecma: 2022,
  compress: {passes: 3, pure_getters: true, unsafe_arrows: true, unsafe_methods: true},
  // LICENSES.txt next to the files has the notice of Lit.
  format: {comments: false},
  module: true,
};

/** Minified code by source, since several outputs have the same chunks. */
const minified = new Map();

/** Placeholder for a chunk's name until rollup computes its hash. */
const PLACEHOLDER = /!~\{[\w$]+\}~/g;

/**
 * A rollup plugin that minifies chunks in this process, so that terser is compiled once for all outputs instead of in
 * every worker. Terser chooses names by letter frequency, also in names of other chunks: so those are numbered first
 * to make a chunk identical in each output.
 */
export const minifyChunks = () => ({
  name: 'minify-chunks',
  async renderChunk(code) {
    const names = [...new Set(code.match(PLACEHOLDER))];
    const numbered = code.replaceAll(PLACEHOLDER, (name) => `!~{#${names.indexOf(name)}}~`);
    if (!minified.has(numbered)) minified.set(numbered, minify(numbered, options));
    const {code: small} = await minified.get(numbered);
    return {code: small.replaceAll(/!~\{#(\d+)\}~/g, (_, number) => names[number]), map: null};
  },
});
