/** The command line from source, in this process and with a folder of its own: no process, no build. */
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Readable} from 'node:stream';
import {makeNodeIo} from '../../src/cli/node-io.js';
import {run as runCommand} from '../../src/cli/run.js';
import {atEnd} from './at-end.mjs';

export interface Result {
  /** Exit code. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const root = new URL('../../', import.meta.url);

/** Where the files of the package that commands read are before a build. The manifest describes built files: an invented one stands in. */
function locateInPackage(file: URL): URL {
  const name = file.href.slice(root.href.length);
  if (name === 'src/embed/manifest.json') return new URL('test/support/embed-manifest.json', root);
  return new URL(name.replace(/^src\/templates\//, 'templates/'), root);
}

/** A new folder, removed at the end at the latest, and the command line in it. */
export function makeFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'summit-embeds-'));
  const remove = (): void => {
    rmSync(folder, {recursive: true, force: true});
  };
  atEnd(remove);

  /** Writes a file and returns its name. */
  const save = (name: string, content: string | Uint8Array): string => {
    writeFileSync(path.join(folder, name), content);
    return name;
  };
  const locate = (place: string | URL): string | URL =>
    typeof place === 'string' ? path.resolve(folder, place) : locateInPackage(place);

  const runOn = async (stdin: Readable, isTTY: boolean, args: readonly string[]): Promise<Result> => {
    const written = {stdout: '', stderr: ''};
    const status = await runCommand(
      args,
      makeNodeIo(
        {
          stdin: Object.assign(stdin, {isTTY}),
          stdout: {write: (text) => (written.stdout += text)},
          stderr: {isTTY, write: (text) => (written.stderr += text)},
        },
        locate,
      ),
    );
    return {status, ...written};
  };

  /** Runs a command line in the folder, with something on standard input. */
  const runWith = (input: string | Uint8Array, ...args: readonly string[]): Promise<Result> =>
    runOn(Readable.from([Buffer.from(input)]), false, args);

  /** Runs a command line on a terminal, where somebody answers questions. */
  const runOnTerminal = (answers: readonly string[], ...args: readonly string[]): Promise<Result> =>
    runOn(Readable.from(answers.map((answer) => Buffer.from(`${answer}\n`))), true, args);

  const run = (...args: readonly string[]): Promise<Result> => runWith('', ...args);

  /** Runs a command line that has to end well, and returns its standard output. */
  const print = async (...args: readonly string[]): Promise<string> => {
    const {status, stdout, stderr} = await run(...args);
    assert.equal(status, 0, stderr);
    return stdout;
  };

  return {folder, save, remove, run, runWith, runOnTerminal, print};
}
