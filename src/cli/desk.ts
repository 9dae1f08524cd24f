import type {Command} from './command.js';
import {EXIT_FINE, textOf} from './command.js';
import {UsageError} from './cli-environment.js';
import {printableLine} from './printable.js';
import {reasonOf} from './read-data-file.js';

/** The folder of the package that has the page and its files. */
const DIST = new URL('../', import.meta.url);

export const desk: Command = {
  name: 'desk',
  summary: 'opens the builder page in your browser, with a file to edit',
  help: `Usage: summit-embeds desk [FILE] [--port N] [--no-open]

Opens the builder page in your browser and lets it read and save FILE, in YAML or JSON. FILE doesn't have to exist yet.
The page is served on this computer only (127.0.0.1), at an address that changes each time; nothing is sent anywhere. If
another program changes FILE, the page asks before it overwrites the changes. Ctrl+C ends it.

Options:
  --port N    port of the server; default: a free one
  --no-open   prints the address only
  -h, --help  shows this help

Exit codes: 0 ended, 2 wrong usage.
`,
  options: {port: {type: 'string'}, 'no-open': {type: 'boolean'}},
  async run(args, io) {
    const [file, another] = args.positionals;
    if (another !== undefined) throw new UsageError('name at most one file');
    if (file !== undefined && !/\.(?:ya?ml|json)$/i.test(file)) {
      throw new UsageError(`the name of the file ends in .yaml, .yml or .json, not as ${file}`);
    }
    const port = textOf(args, 'port') ?? '0';
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
      throw new UsageError(`--port takes a number up to 65535, not ${port}`);
    }
    let server;
    try {
      server = await io.serveDesk({file, port: Number(port), dist: DIST});
    } catch (cause) {
      const isTaken = (cause as {readonly code?: unknown}).code === 'EADDRINUSE';
      throw new UsageError(
        isTaken ? `port ${port} is taken; use another one` : `the desk can’t start: ${reasonOf(cause)}`,
      );
    }
    io.stdout(`${server.url}\n`);
    io.stderr(`${file === undefined ? '' : `Editing ${printableLine(file)}. `}Ctrl+C ends it.\n`);
    if (!args.values['no-open']) io.openBrowser(server.url);
    await io.interrupted();
    await server.close();
    return EXIT_FINE;
  },
};
