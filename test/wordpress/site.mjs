// @ts-check
/** WordPress of this machine, with a database and a web server of its own, in a temporary folder. */
import {spawn} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {tmpdir, userInfo} from 'node:os';
import path from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {writeWordpressZip} from '../../tools/build/wordpress.mjs';
import {freePort} from '../../tools/servers/free-port.mjs';
import {programFolder} from '../../tools/servers/wordpress.mjs';

/** Ends what never starts, in milliseconds; a busy machine needs a while. */
const startTimeoutMs = 120_000;

/**
 * @typedef {{do: string, as?: string, [argument: string]: unknown}} Command As site.php has them.
 *
 * @typedef {object} Site
 * @property {string} origin
 * @property {(...commands: Command[]) => Promise<any[]>} run Does something in WordPress.
 * @property {() => Promise<string>} log What WordPress has logged: notices, warnings, errors.
 * @property {string} folder
 * @property {string} password Of the editor and of the author.
 * @property {() => Promise<void>} close
 */

/**
 * Starts a site with an administrator, an editor and an author, and with the plugin.
 *
 * @param {Record<string, string>} files Files that the site serves, by path.
 * @returns {Promise<Site>}
 */
export async function startSite(files) {
  const folder = await mkdtemp(path.join(tmpdir(), 'summit-wp-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  const close = async () => {
    for (const child of children.reverse()) await end(child);
    await rm(folder, {recursive: true, force: true});
  };
  try {
    const port = await freePort();
    const [socket] = await Promise.all([startDatabase(folder, children), fillFolder(folder, files)]);
    const site = path.join(folder, 'site');
    await writeFile(path.join(site, 'wp-config.php'), configuration(socket, port, path.join(folder, 'debug.log')));

    const env = {...process.env, SITE_FOLDER: site, SITE_HOST: `127.0.0.1:${port}`};
    const options = ['-d', 'error_log=', '-d', 'memory_limit=256M'];
    const run = (/** @type {Command[]} */ ...commands) =>
      runScript([...options, path.resolve('test/wordpress/site.php')], JSON.stringify(commands), env);
    const password = randomUUID();
    await run({do: 'install', password});
    const zip = await writeWordpressZip(folder);
    const [problem] = await run({do: 'activate', as: 'administrator', zip});
    if (problem) throw new Error(problem);

    const router = path.resolve('test/wordpress/router.php');
    const server = spawn('php', [...options, '-S', `127.0.0.1:${port}`, '-t', site, router], {
      stdio: 'ignore',
      env: {...env, PHP_CLI_SERVER_WORKERS: '3'},
      // A group of its own: the workers are processes, too.
      detached: true,
    });
    children.push(server);
    await untilConnected({port, host: '127.0.0.1'}, server);
    return {
      origin: `http://127.0.0.1:${port}`,
      run,
      folder: site,
      password,
      log: () => readFile(path.join(folder, 'debug.log'), 'utf8').catch(() => ''),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {import('node:child_process').ChildProcess[]} children
 */
async function startDatabase(folder, children) {
  const data = path.join(folder, 'data');
  const socket = path.join(folder, 'db.sock');
  const common = ['--no-defaults', `--datadir=${data}`, `--user=${userInfo().username}`];
  await runProgram('mariadb-install-db', [
    ...common,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
  ]);
  const start = path.join(folder, 'start.sql');
  await writeFile(start, 'CREATE DATABASE IF NOT EXISTS wordpress;\n');
  const server = spawn(
    existsSync('/usr/sbin/mariadbd') ? '/usr/sbin/mariadbd' : 'mariadbd',
    [
      ...common,
      '--skip-networking',
      `--socket=${socket}`,
      `--pid-file=${path.join(folder, 'db.pid')}`,
      `--init-file=${start}`,
      // Nothing has to survive.
      '--innodb-flush-log-at-trx-commit=0',
      '--skip-log-bin',
    ],
    {stdio: 'ignore', detached: true},
  );
  children.push(server);
  await untilConnected({path: socket}, server);
  return socket;
}

/**
 * Copies WordPress, because it finds its settings and plugins beside its real files.
 *
 * @param {string} folder
 * @param {Record<string, string>} files
 */
async function fillFolder(folder, files) {
  const site = path.join(folder, 'site');
  const isNeeded = (/** @type {string} */ file) => !/\/(?:languages|wp-config\.php|\.htaccess|akismet)$/.test(file);
  await cp(programFolder, site, {recursive: true, dereference: true, filter: isNeeded});
  for (const [name, content] of Object.entries(files)) await put(path.join(site, name), content);
  await mkdir(path.join(site, 'wp-content/uploads'), {recursive: true});
  await symlink(path.resolve('dist/embed'), path.join(site, 'embed'));
}

/**
 * @param {string} file
 * @param {string} content
 */
async function put(file, content) {
  await mkdir(path.dirname(file), {recursive: true});
  await writeFile(file, content);
}

/**
 * @param {string} socket
 * @param {number} port
 * @param {string} log
 */
function configuration(socket, port, log) {
  const keys = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [`${name}_KEY`, `${name}_SALT`]);
  const constants = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    WP_HOME: `http://127.0.0.1:${port}`,
    WP_SITEURL: `http://127.0.0.1:${port}`,
    DISABLE_WP_CRON: true,
    FS_METHOD: 'direct',
    AUTOMATIC_UPDATER_DISABLED: true,
    WP_HTTP_BLOCK_EXTERNAL: true,
    WP_DEBUG: true,
    WP_DEBUG_DISPLAY: false,
    WP_DEBUG_LOG: log,
    ...Object.fromEntries(keys.map((key) => [key, `only for tests ${key}`])),
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define('${name}', ${typeof value === 'string' ? `'${value}'` : String(value)});`,
  );
  return `<?php
${lines.join('\n')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

/**
 * @param {string[]} args
 * @param {string} input
 * @param {NodeJS.ProcessEnv} env
 */
async function runScript(args, input, env) {
  const output = await runProgram('php', args, input, env);
  try {
    return JSON.parse(output);
  } catch {
    throw new Error(`site.php wrote: ${output.slice(0, 2000)}`);
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} [input]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>}
 */
async function runProgram(program, args, input = '', env = process.env) {
  const child = spawn(program, args, {env, stdio: 'pipe'});
  let output = '';
  let errors = '';
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => (errors += chunk.toString()));
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${output.slice(-1000)}${errors.slice(-1000)}`);
  return output;
}

/**
 * Waits until a server answers.
 *
 * @param {{path: string} | {port: number, host: string}} address
 * @param {import('node:child_process').ChildProcess} server
 */
async function untilConnected(address, server) {
  const until = Date.now() + startTimeoutMs;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended with ${server.exitCode}.`);
    const isOpen = await new Promise((resolve) => {
      const socket = connect(/** @type {import('node:net').NetConnectOpts} */ (address));
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await delay(50);
  }
  throw new Error(`${server.spawnfile} doesn’t answer.`);
}

/**
 * Ends a process and those that it started.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
async function end(child) {
  if (child.exitCode !== null || child.pid === undefined) return;
  const closed = once(child, 'close');
  process.kill(-child.pid, 'SIGKILL');
  await closed;
}
