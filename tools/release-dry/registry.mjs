import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdirSync, openSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {stringify} from 'yaml';
import {freePort} from '../servers/free-port.mjs';

/**
 * The last version for Node 20. Not a dependency of this project, because it has more than three hundred
 * dependencies.
 */
const VERDACCIO = '6.7.4';

/**
 * Installs verdaccio below `folder`, unless an earlier run has.
 *
 * @param {(command: string, args: string[], options: object) => Promise<string>} run
 */
async function install(folder, run) {
  const home = path.join(folder, `verdaccio-${VERDACCIO}`);
  const bin = path.join(home, 'node_modules', 'verdaccio', 'bin', 'verdaccio');
  if (existsSync(bin)) return bin;
  mkdirSync(home, {recursive: true});
  // It depends on node-fetch by a tag, which a registry mirror may lack.
  writeFileSync(path.join(home, 'package.json'), JSON.stringify({private: true, overrides: {'node-fetch': '2.7.0'}}));
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  await run('npm', ['install', ...quiet, `verdaccio@${VERDACCIO}`], {cwd: home});
  return bin;
}

/**
 * Starts a local registry that accepts any package and proxies all other packages from npm's registry.
 *
 * @param {string} folder Folder for its storage.
 * @param {string} tools Folder where verdaccio is or will be installed.
 * @param {string} uplink Address of npm's configured registry.
 * @returns Its `address`, the `env` for npm, and `stop`.
 */
export async function startRegistry(folder, tools, uplink, name, run) {
  const bin = await install(tools, run);
  mkdirSync(folder, {recursive: true});
  const port = await freePort();
  const config = {
    storage: path.join(folder, 'storage'),
    auth: {htpasswd: {file: path.join(folder, 'htpasswd'), max_users: 1}},
    uplinks: {npm: {url: uplink}},
    packages: {
      // This package is only local: never loaded from or published to the public registry.
      [name]: {access: '$all', publish: '$authenticated'},
      '**': {access: '$all', proxy: 'npm'},
    },
    web: {enable: false},
    log: {type: 'stdout', format: 'json', level: 'warn'},
  };
  writeFileSync(path.join(folder, 'config.yaml'), stringify(config));
  const logFile = path.join(folder, 'log');
  const log = openSync(logFile, 'w');
  const child = spawn(
    process.execPath,
    [bin, '--config', path.join(folder, 'config.yaml'), '--listen', `127.0.0.1:${port}`],
    {
      cwd: folder,
      stdio: ['ignore', log, log],
    },
  );
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await ended;
  };

  const address = `http://127.0.0.1:${port}/`;
  const answers = () =>
    fetch(`${address}-/ping`).then(
      ({ok}) => ok,
      () => false,
    );
  for (const deadline = Date.now() + 60_000; !(await answers()); await sleep(100)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`verdaccio does not start:\n${readFileSync(logFile, 'utf8')}`);
    }
  }
  const answer = await fetch(`${address}-/user/org.couchdb.user:trial`, {
    method: 'PUT',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({name: 'trial', password: 'only for this trial'}),
  });
  const {token} = await answer.json();
  const npmrc = path.join(folder, 'npmrc');
  writeFileSync(npmrc, `registry=${address}\n//127.0.0.1:${port}/:_authToken=${token}\n`);
  const env = {
    ...Object.fromEntries(
      Object.entries(process.env).filter(([key]) => !/^npm_config_/i.test(key) && key !== 'GITHUB_ACTIONS'),
    ),
    npm_config_registry: address,
    npm_config_userconfig: npmrc,
    npm_config_cache: path.join(folder, 'cache'),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
  return {address, env, stop};
}
