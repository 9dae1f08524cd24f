#!/usr/bin/env node
/// <reference types="node" />
import {Buffer} from 'node:buffer';
import {createReadStream} from 'node:fs';
import {readdir, writeFile} from 'node:fs/promises';
import process from 'node:process';
import type {Readable} from 'node:stream';
import type {Io} from './io.js';
import {TooLarge} from './io.js';
import {run} from './run.js';

/** What sysexits.h has for a fault of the program itself, which is neither the data's nor the user's. */
const EXIT_FAULT = 70;

/** Counts while it reads: what a pipe will bring, nobody knows before. */
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

const io: Io = {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  isTTY: process.stderr.isTTY,
  readFile: (path, limit) => readAll(createReadStream(path), limit),
  readStdin: (limit) => readAll(process.stdin, limit),
  writeFile: (path, text, overwrite) => writeFile(path, text, {flag: overwrite ? 'w' : 'wx'}),
  listFiles: (folder) => readdir(folder).catch(() => []),
  now: () => new Date(),
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `summit-embeds … | head` closes the pipe early. The exit code stays true to the data.
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  process.stderr.write(`summit-embeds failed; this is a fault of the program: ${(error as Error).stack ?? String(error)}\n`);
  process.exitCode = EXIT_FAULT;
}
