/// <reference types="node" />
import {Buffer} from 'node:buffer';
import {createReadStream} from 'node:fs';
import {readdir, writeFile} from 'node:fs/promises';
import type {Readable} from 'node:stream';
import type {Io} from './io.js';
import {TooLarge} from './io.js';

/** The streams that a command reads and writes; `process` has them. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output & {readonly isTTY?: boolean};
}

interface Output {
  write(text: string): unknown;
}

/**
 * What a command may touch, with the real file system.
 *
 * @param locate Where a path or a file of the package is found; as it is by default.
 */
export function makeNodeIo({stdin, stdout, stderr}: Streams, locate = (path: string | URL): string | URL => path): Io {
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    isTTY: stderr.isTTY === true,
    readFile: (path, limit) => readAll(createReadStream(locate(path)), limit),
    readStdin: (limit) => readAll(stdin, limit),
    writeFile: (path, text, overwrite) => writeFile(locate(path), text, {flag: overwrite ? 'w' : 'wx'}),
    listFiles: (folder) => readdir(locate(folder)).catch(() => []),
    now: () => new Date(),
  };
}

/** Counts while it reads: the size of what a pipe will bring is not known before. */
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
