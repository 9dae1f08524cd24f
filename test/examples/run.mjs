// @ts-check
/** Commands and servers in the copy of an example, with the Node that it needs. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import {freePort} from '../../tools/servers/free-port.mjs';

/**
 * @typedef {object} Options
 * @property {string} cwd
 * @property {string} [bin] The folder of the Node it takes, if not of this one.
 *
 * @typedef {import('node:child_process').ChildProcess} ChildProcess
 */

/** No framework reports a test to its makers, or asks questions. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  npm_config_update_notifier: 'false',
  CI: 'true',
  NO_COLOR: '1',
};

/** Not what npm and the test runner set for the project that runs the tests. */
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_(?!config_(?:registry|cache|userconfig)$)|NODE_TEST_|NODE_OPTIONS$|FORCE_COLOR$)/i.test(name),
  ),
);

/**
 * @param {string} cwd
 * @param {string} [bin]
 */
function environment(cwd, bin) {
  const folders = [cwd, path.dirname(cwd)].map((folder) => path.join(folder, 'node_modules', '.bin'));
  return {...inherited, ...quiet, PATH: [...folders, ...(bin ? [bin] : []), inherited['PATH']].join(path.delimiter)};
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Options & {shell?: boolean}} options
 */
function start(command, args, {cwd, bin, shell = false}) {
  // A process group of its own, so that a server ends together with what it has started.
  const child = spawn(command, args, {
    cwd,
    env: environment(cwd, bin),
    shell,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return {child, output: () => output};
}

/** @type {(child: ChildProcess, signal: NodeJS.Signals) => void} */
const endGroup = ({pid, exitCode, signalCode}, signal) => {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, signal);
};

/**
 * Runs a command to its end; throws with what it printed where it fails or takes longer than `ms`.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Options & {shell?: boolean, ms?: number}} options
 */
export async function run(command, args, {ms = 400_000, ...options}) {
  const {child, output} = start(command, args, options);
  const timer = setTimeout(() => endGroup(child, 'SIGKILL'), ms);
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${code ?? signal}:\n${output().slice(-6000)}`);
  return output();
}

/**
 * What npm would run for a script of package.json. npm itself takes as long as some of the scripts.
 *
 * @param {string} script
 * @param {string} cwd
 * @returns {string}
 */
function commandOf(script, cwd) {
  return JSON.parse(readFileSync(path.join(cwd, 'package.json'), 'utf8')).scripts[script];
}

/**
 * Runs a script of the example to its end.
 *
 * @param {string} script
 * @param {Options} options
 */
export function runScript(script, options) {
  return run(commandOf(script, options.cwd), [], {...options, shell: true});
}

/**
 * Serves a folder as it is; what is not there is a 404.
 *
 * @param {string} folder
 */
export async function serveFolder(folder) {
  const serve = sirv(folder, {dev: true});
  const server = createServer((request, response) => {
    serve(request, response, () => {
      response.writeHead(404).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/**
 * Starts a script of the example that serves it, and waits until it answers.
 *
 * @param {string} script
 * @param {Options} options
 */
export async function serveScript(script, {cwd, bin}) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const {child, output} = start(commandOf(script, cwd), ['--port', String(port)], {cwd, bin, shell: true});
  const server = {
    origin,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      endGroup(child, 'SIGTERM');
      const timer = setTimeout(() => endGroup(child, 'SIGKILL'), 5000);
      await once(child, 'close');
      clearTimeout(timer);
    },
  };
  const until = Date.now() + 90_000;
  while (
    !(await fetch(origin, {signal: AbortSignal.timeout(60_000)}).then(
      ({ok}) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > until) {
      await server.close();
      throw new Error(`The script "${script}" does not serve the example:\n${output().slice(-6000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return server;
}
