import {parentPort} from 'node:worker_threads';
import {minify} from 'terser';

const options = {
  ecma: 2022,
  compress: {passes: 3, pure_getters: true, unsafe_arrows: true, unsafe_methods: true},
  // LICENSES.txt next to the files has the notice of Lit.
  format: {comments: false},
  module: true,
};

parentPort.on('message', async ({id, code}) => {
  const answer = await minify(code, options).catch((error) => ({error}));
  parentPort.postMessage({id, code: answer.code, error: answer.error && String(answer.error)});
});
