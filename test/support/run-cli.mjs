/** The command line as somebody runs it, in a folder of its own. Needs `npm run build`. */
import {fork, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

export const dist = process.env.SUMMIT_EMBEDS_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** The program. */
const bin = resolve(dist, 'cli/bin.js');

export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'summit-embeds-'));
  /** Runs the command in the folder, with something on standard input. */
  const runWith = (input, ...args) => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      timeout: 60_000,
    });
    return {status, stdout, stderr};
  };
  return {
    folder,
    runWith,
    run: (...args) => runWith('', ...args),
    /** Writes a file and tells its name. */
    save(name, content) {
      writeFileSync(join(folder, name), content);
      return name;
    },
    remove: () => rmSync(folder, {recursive: true, force: true}),
  };
}

/**
 * The same program in a process that stays, for those who run it a hundred times; one run at a time, nothing on standard
 * input. Its libraries are read once, the program itself anew for each run.
 */
export function keepRunning(folder) {
  const host = fork(new URL('cli-host.mjs', import.meta.url), [pathToFileURL(bin).href], {cwd: folder});
  return {
    async run(...args) {
      host.send(args);
      const [result] = await once(host, 'message');
      return result;
    },
    stop: () => host.kill(),
  };
}
