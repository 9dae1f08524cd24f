// @ts-check
/** The frame pages of the two boxes and their oEmbed responses, on a server that isn't the one of WordPress. */
import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {startServer} from '../support/page-server.mjs';

const run = promisify(execFile);

/** Paths of the frame pages. */
export const framePaths = ['/boxes/fact-box.html', '/boxes/goal-comparison.html'];

const render = async (/** @type {string[]} */ ...args) => {
  const {stdout} = await run(process.execPath, ['dist/cli/bin.js', 'render', ...args]);
  return stdout;
};

/**
 * Starts the server.
 *
 * @param {string} [data] The data file of the boxes.
 */
export async function startBoxServer(data = 'dist/templates/starter.yaml') {
  const server = await startServer();
  const {origin} = server;
  const addresses = framePaths.map((path) => origin + path);
  await Promise.all(
    framePaths.map(async (path) => {
      const element = path.slice('/boxes/'.length, -'.html'.length);
      const oembedPath = `/boxes/${element}.oembed.json`;
      const [page, oembed] = await Promise.all([
        render(element, data, '--as', 'page', '--base', '/embed/', '--oembed-url', origin + oembedPath),
        render(element, data, '--oembed', '--url', origin + path, '--provider', 'The Paper'),
      ]);
      server.put(path, page, {type: 'text/html'});
      server.put(oembedPath, oembed);
    }),
  );
  const {port} = new URL(origin);
  return {
    addresses,
    requests: server.requests,
    close: () => server.close(),
    /**
     * A plugin of the test site: WordPress fetches only from ports of web servers, unless a filter adds one.
     *
     * @type {Record<string, string>}
     */
    plugin: {
      [`wp-content/mu-plugins/local-port-${port}.php`]: `<?php
add_filter( 'http_allowed_safe_ports', function ( $ports ) {
	return array_merge( $ports, array( ${port} ) );
} );
`,
    },
  };
}
