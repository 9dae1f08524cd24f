/** Runs publint and are-the-types-wrong on the current dist/: `npm run check:package`. */
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const checks = [
  ['tools/checks/node_modules/publint/src/cli.js', '--strict'],
  ['tools/checks/node_modules/@arethetypeswrong/cli/dist/index.js', '--pack', '.', '--profile', 'esm-only'],
];
for (const check of checks) {
  if (spawnSync(process.execPath, check, {cwd: root, stdio: 'inherit'}).status !== 0) process.exitCode = 1;
}
