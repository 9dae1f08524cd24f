/// <reference types="node" />
import {Buffer} from 'node:buffer';
import process from 'node:process';
import {spawn} from 'node:child_process';
import {createReadStream} from 'node:fs';
import {lstat, open, readdir, realpath, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import type {Readable} from 'node:stream';
import type {CliEnvironment} from './cli-environment.js';
import {TooLarge} from './cli-environment.js';

/** The streams that a command reads and writes, such as those of `process`. */
export interface Streams {
  readonly stdin: Readable & {readonly isTTY?: boolean};
  readonly stdout: Output;
  readonly stderr: Output & {readonly isTTY?: boolean};
}

interface Output {
  write(text: string): unknown;
}

/**
 * Makes a `CliEnvironment` that uses the real file system.
 *
 * @param locate Resolves a path or a file of the package; returns it unchanged by default.
 */
export function makeNodeIo(
  {stdin, stdout, stderr}: Streams,
  locate = (path: string | URL): string | URL => path,
): CliEnvironment {
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    isTTY: stderr.isTTY === true,
    readFile: (path, limit) => readAll(createReadStream(locate(path)), limit),
    readStdin: (limit) => readAll(stdin, limit),
    ask:
      stdin.isTTY && stderr.isTTY
        ? (question) => {
            stderr.write(question);
            return readLine(stdin);
          }
        : undefined,
    writeFile: (file, text, overwrite) =>
      overwrite ? replaceFile(locate(file), text) : writeFile(locate(file), text, {flag: 'wx'}),
    isSameFile: async (one, other) => {
      const [first, second] = await Promise.all(
        [one, other].map((file) => realpath(locate(file)).catch(() => undefined)),
      );
      return first !== undefined && first === second;
    },
    listFiles: (folder) => readdir(locate(folder)).catch(() => []),
    now: () => new Date(),
    serveDesk: async ({file, ...request}) => {
      // Loaded on demand, because only one command needs it.
      const {serveDesk} = await import('./desk-server.js');
      const located = file === undefined ? undefined : path.resolve(String(locate(file)));
      const real = located === undefined ? undefined : await realpath(located).catch(() => located);
      if (real !== undefined) await checkFile(real);
      return serveDesk({...request, file: real, write: replaceFile});
    },
    openBrowser,
    interrupted: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
      }),
  };
}

/** Rejects if a file can't be one to edit: it is a folder, or its folder doesn't exist. */
async function checkFile(file: string): Promise<void> {
  const found = await lstat(file).catch(() => undefined);
  if (found?.isDirectory()) throw Object.assign(new Error('it is a folder'), {code: 'EISDIR'});
  if (!found) await lstat(path.dirname(file));
}

/** Starts the system's browser. Failing is fine: the address is printed. */
function openBrowser(url: string): void {
  const isWindows = process.platform === 'win32';
  const program = isWindows ? 'rundll32' : process.platform === 'darwin' ? 'open' : 'xdg-open';
  const options = isWindows ? ['url.dll,FileProtocolHandler', url] : [url];
  const child = spawn(program, options, {stdio: 'ignore', detached: true});
  child.on('error', () => undefined);
  child.unref();
}

/**
 * Writes a file atomically: a concurrent reader, such as a web server, gets the old or the new content, never a part.
 * If the disk is full, the old content stays. Devices and pipes are written directly.
 */
async function replaceFile(target: string | URL, text: string): Promise<void> {
  const file = typeof target === 'string' ? target : fileURLToPath(target);
  const before = await lstat(file).catch(() => undefined);
  if (before?.isSymbolicLink() && (await lstat(await realpath(file))).isFile()) {
    throw Object.assign(new Error(`is a link; use the path of the file itself, ${await realpath(file)}`), {
      code: 'ELINK',
    });
  }
  if (before && !before.isFile()) return writeFile(file, text);
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${String(process.pid)}.tmp`);
  try {
    const handle = await open(draft, 'w', before?.mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, {force: true});
    throw cause;
  }
}

/** Reads one line; `undefined` at the end of the stream. */
async function readLine(stdin: Readable): Promise<string | undefined> {
  // A stream that has ended emits no event again.
  if (stdin.readableEnded) return undefined;
  const lines = createInterface({input: stdin});
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line);
      // An open interface would keep the process running.
      lines.close();
    });
    lines.once('close', () => {
      resolve(undefined);
    });
  });
}

/** Counts while reading, since the size of a pipe's content isn't known in advance. */
async function readAll(stream: Readable, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
