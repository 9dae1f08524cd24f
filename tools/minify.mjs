import {minify} from 'terser';

const options = {
  ecma: 2022,
  compress: {passes: 3, pure_getters: true, unsafe_arrows: true, unsafe_methods: true},
  // The notices of Lit and valibot are in LICENSES.txt beside the files.
  format: {comments: false},
  module: true,
};

/** Minified code by its source: several outputs have the same chunks. */
const minified = new Map();

/** A chunk's name until rollup knows its hash. */
const PLACEHOLDER = /!~\{[\w$]+\}~/g;

/**
 * A rollup plugin that minifies chunks. In this process, where terser is compiled once for all outputs, and not in workers. Terser
 * chooses names by how often a letter occurs, in the names of other chunks too: those are numbered first, so that a chunk is the same
 * in each output.
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
