/** The built command line as a user runs it: a process in a folder of its own. command-line.mts runs the sources, in this process. */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The program. */
export const bin = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));

export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'summit-embeds-'));
  /** Runs the command in the folder, with something on standard input. */
  const runWith = (input: string | Uint8Array, ...args: readonly string[]) => {
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
    run: (...args: readonly string[]) => runWith('', ...args),
    /** Writes a file and returns its name. */
    save(name: string, content: string | Uint8Array): string {
      writeFileSync(join(folder, name), content);
      return name;
    },
    remove: () => {
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
