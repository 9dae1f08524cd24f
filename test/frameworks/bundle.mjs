// @ts-check
/** Bundles an application for its server and for browsers, with the package as it is installed. */
import {cpSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {build} from 'esbuild';

/**
 * @typedef {'server' | 'client'} Side
 *
 * @typedef {Omit<import('esbuild').BuildOptions, 'plugins'> & {
 *   ending?: string,
 *   pluginsFor?: (side: Side) => import('esbuild').Plugin[],
 * }} BundleOptions Of esbuild; `ending` is that of the files, and `pluginsFor` makes the plugins of either side.
 */

const folder = import.meta.dirname;
const root = path.resolve(folder, '../..');

/** Installs what is built beside the front ends, so that both find the same React. */
const installed = path.join(folder, 'node_modules/summit-embeds');
rmSync(installed, {recursive: true, force: true});
for (const name of ['package.json', 'dist'])
  cpSync(path.join(root, name), path.join(installed, name), {recursive: true});

/**
 * @param {string} app Folder with `server` and `client`.
 * @param {BundleOptions} [options]
 * @returns {Promise<{server: unknown, client: string}>} Exports of the server's module, and the code for browsers.
 */
export async function bundleApp(app, {ending = 'jsx', pluginsFor = () => [], ...options} = {}) {
  const name = `${app}${Object.values(options.alias ?? {}).join()}`;
  const outfile = path.join(folder, `node_modules/.cache/frameworks/${name}.cjs`);
  /** @type {import('esbuild').BuildOptions} */
  const shared = {
    bundle: true,
    // Development builds are those that warn.
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    logLevel: 'warning',
    jsx: 'automatic',
    absWorkingDir: folder,
    ...options,
  };
  const [, {outputFiles}] = await Promise.all([
    build({
      ...shared,
      entryPoints: [`${app}/server.${ending}`],
      platform: 'node',
      format: 'cjs',
      outfile,
      plugins: pluginsFor('server'),
    }),
    build({
      ...shared,
      entryPoints: [`${app}/client.${ending}`],
      platform: 'browser',
      format: 'esm',
      write: false,
      plugins: pluginsFor('client'),
    }),
  ]);
  return {server: createRequire(import.meta.url)(outfile), client: outputFiles?.[0]?.text ?? ''};
}
