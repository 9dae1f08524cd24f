/**
 * Finds and starts nginx with its brotli modules, for the test of docs/nginx.conf.
 *
 * Environment: `NGINX_PATH` overrides the search.
 */
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {connect} from 'node:net';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {freePort} from './free-port.mjs';

const moduleNames = ['ngx_http_brotli_static_module.so', 'ngx_http_brotli_filter_module.so'];
/** Debian packages with nginx and the modules. */
export const nginxPackages = ['nginx', 'libnginx-mod-http-brotli-static', 'libnginx-mod-http-brotli-filter', 'brotli'];

/** Returns `path`, `modules` and `version`; or `missing`, a line of advice. */
export function findNginx() {
  // nginx is in a folder that only root's PATH has.
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  const places = process.env.NGINX_PATH
    ? [process.env.NGINX_PATH]
    : folders.map((folder) => path.join(folder, 'nginx'));
  const file = places.find((place) => existsSync(place));
  if (!file) return {missing: `nginx is missing: install ${nginxPackages.join(', ')}, or name it in NGINX_PATH.`};
  // nginx writes this to standard error.
  const told = spawnSync(file, ['-V'], {encoding: 'utf8'}).stderr ?? '';
  const [, folder = '/usr/lib/nginx/modules'] = /--modules-path=(\S+)/.exec(told) ?? [];
  const modules = moduleNames.map((name) => path.join(folder, name));
  const lacks = modules.filter((module) => !existsSync(module));
  if (lacks.length > 0)
    return {missing: `nginx lacks its brotli modules: install ${nginxPackages.slice(1, 3).join(', ')}.`};
  for (const command of ['brotli', 'gzip']) {
    if (spawnSync(command, ['--version']).error) return {missing: `${command} is missing: install it.`};
  }
  const [, version = 'unknown'] = /nginx version: (\S+)/.exec(told) ?? [];
  return {path: file, modules, version};
}

async function listens(port) {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/**
 * Starts nginx with its own folder as a child process.
 *
 * @param {{path: string, modules: string[]}} nginx The result of `findNginx`.
 * @param {string} folder Folder for its files; it serves the subfolder `site`.
 * @param {string} include Configuration file to include in the server block.
 * @returns Its `origin`; `accessLog`, a file with the path of every request; and `stop`.
 */
export async function startNginx(nginx, folder, include) {
  const accessLog = path.join(folder, 'access.log');
  mkdirSync(path.join(folder, 'temp'), {recursive: true});
  // Another process may take the port before nginx starts.
  for (let attempts = 3; ; attempts -= 1) {
    const port = await freePort();
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path temp/${kind};`,
    );
    const config = [
      ...nginx.modules.map((module) => `load_module ${module};`),
      // Other users can't read a temporary folder, so nginx must run as the same user.
      ...(process.getuid?.() === 0 ? ['user root root;'] : []),
      'daemon off;',
      'worker_processes 1;',
      'pid nginx.pid;',
      'error_log stderr warn;',
      'events {}',
      'http {',
      ...temporary,
      "log_format paths '$request_uri';",
      'access_log access.log paths;',
      `server { listen 127.0.0.1:${port}; root site; include ${JSON.stringify(path.resolve(include))}; }`,
      '}',
    ];
    writeFileSync(path.join(folder, 'nginx.conf'), `${config.join('\n')}\n`);
    const child = spawn(nginx.path, ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let consoleErrors = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (consoleErrors += text));
    const ended = once(child, 'exit');
    while (child.exitCode === null && !(await listens(port))) await sleep(20);
    if (child.exitCode === null) {
      return {
        origin: `http://127.0.0.1:${port}`,
        accessLog,
        async stop() {
          child.kill();
          await ended;
        },
      };
    }
    if (attempts === 1 || !consoleErrors.includes('in use')) throw new Error(`nginx does not start:\n${consoleErrors}`);
  }
}
