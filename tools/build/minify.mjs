import {Worker} from 'node:worker_threads';

/** Minified code by source, since several outputs have the same chunks. */
const minified = new Map();

/** What settles the code that the worker has, by number. */
const waiting = new Map();

/** @type {Worker | undefined} */
let worker;

function startWorker() {
  const started = new Worker(new URL('./minify-worker.mjs', import.meta.url));
  const settle = (id, settleOne) => {
    settleOne(waiting.get(id));
    waiting.delete(id);
    // An idle worker doesn't keep the process running.
    if (waiting.size === 0) started.unref();
  };
  started.on('message', ({id, code, error}) =>
    settle(id, ({resolve, reject}) => (error === undefined ? resolve(code) : reject(new Error(error)))),
  );
  started.on('error', (error) => {
    for (const id of [...waiting.keys()]) settle(id, ({reject}) => reject(error));
  });
  return started;
}

function minify(code) {
  worker ??= startWorker();
  worker.ref();
  return new Promise((resolve, reject) => {
    const id = minified.size;
    waiting.set(id, {resolve, reject});
    worker.postMessage({id, code});
  });
}

/** Placeholder for a chunk's name until rollup computes its hash. */
const PLACEHOLDER = /!~\{[\w$]+\}~/g;

/**
 * A rollup plugin that minifies chunks in one worker: rollup bundles the next output meanwhile, and terser is compiled
 * once for all outputs. Terser chooses names by letter frequency, also in names of other chunks: so those are numbered
 * first to make a chunk identical in each output.
 */
export const minifyChunks = () => ({
  name: 'minify-chunks',
  async renderChunk(code) {
    const names = [...new Set(code.match(PLACEHOLDER))];
    const numbered = code.replaceAll(PLACEHOLDER, (name) => `!~{#${names.indexOf(name)}}~`);
    if (!minified.has(numbered)) minified.set(numbered, minify(numbered));
    const small = await minified.get(numbered);
    return {code: small.replaceAll(/!~\{#(\d+)\}~/g, (_, number) => names[number]), map: null};
  },
});
