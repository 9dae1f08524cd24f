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

/** A rollup plugin that minifies chunks. In this process, where terser is compiled once for all outputs, and not in workers. */
export const minifyChunks = () => ({
  name: 'minify-chunks',
  async renderChunk(code) {
    if (!minified.has(code)) minified.set(code, minify(code, options));
    return {code: (await minified.get(code)).code, map: null};
  },
});
