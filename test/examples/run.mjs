/** Commands and servers in the copy of an example, with the Node it asks for. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import {freePort} from '../../tools/free-port.mjs';

/** No framework tells its makers of a test, nor asks a person who is not there. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  npm_config_update_notifier: 'false',
  CI: 'true',
  NO_COLOR: '1',
};

/** What npm says of the project that runs the tests would be taken for the example's; so would the test runner's own mark. */
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:npm_(?!config_(?:registry|cache|userconfig)$)|NODE_TEST_|NODE_OPTIONS$|FORCE_COLOR$)/i.test(name)),
);

const environment = (bin) => ({...inherited, ...quiet, ...(bin && {PATH: `${bin}${path.delimiter}${inherited.PATH}`})});

function start(command, args, {cwd, bin}) {
  // A process group of its own, so that a server ends together with what it has started.
  const child = spawn(command, args, {cwd, env: environment(bin), detached: true, stdio: ['ignore', 'pipe', 'pipe']});
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return {child, output: () => output};
}

const endGroup = ({pid, exitCode, signalCode}, signal) => {
  if (exitCode === null && signalCode === null) process.kill(-pid, signal);
};

/** Runs a command to its end; throws with what it printed where it fails or takes longer than `ms`. */
export async function run(command, args, {ms = 400_000, ...options}) {
  const {child, output} = start(command, args, options);
  const timer = setTimeout(() => endGroup(child, 'SIGKILL'), ms);
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code ?? signal}:\n${output().slice(-6000)}`);
  return output();
}

/** Serves a folder as it is; what is not there is a 404. */
export async function serveFolder(folder) {
  const serve = sirv(folder, {dev: true});
  const server = createServer((request, response) => serve(request, response, () => response.writeHead(404).end()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Starts a script of the example that serves it, and waits until it answers. */
export async function serveScript(script, {cwd, bin}) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const {child, output} = start('npm', ['run', '--silent', script, '--', '--port', String(port)], {cwd, bin});
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
  while (!(await fetch(origin, {signal: AbortSignal.timeout(60_000)}).then(({ok}) => ok, () => false))) {
    if (child.exitCode !== null || Date.now() > until) {
      await server.close();
      throw new Error(`npm run ${script} does not serve the example:\n${output().slice(-6000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return server;
}
