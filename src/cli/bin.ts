#!/usr/bin/env node
/// <reference types="node" />
import process from 'node:process';
import {EXIT_USAGE} from './command.js';
import {makeNodeIo} from './node-io.js';
import {run} from './run.js';

/** EX_SOFTWARE of sysexits.h: an internal error, caused neither by the data nor by the user. */
const EXIT_INTERNAL_ERROR = 70;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `summit-embeds … | head` closes the pipe early. The exit code still describes the data.
  if (error.code === 'EPIPE') return;
  process.stderr.write(`summit-embeds: standard output can’t be written: ${error.message}\n`);
  process.exit(EXIT_USAGE);
});

try {
  process.exitCode = await run(process.argv.slice(2), makeNodeIo(process));
} catch (error) {
  process.stderr.write(
    `summit-embeds failed because of an internal error: ${(error as Error).stack ?? String(error)}\n`,
  );
  process.exitCode = EXIT_INTERNAL_ERROR;
}
