import {escapeAttribute} from '../snippet/embed-options.js';
import {readBase} from './box-options.js';
import type {Command} from './command.js';
import {EXIT_FINE, textOf} from './command.js';
import {UsageError} from './cli-environment.js';
import {readEmbedFiles} from './read-embed-files.js';
import {writeResult} from './write-result.js';

export const integrity: Command = {
  name: 'integrity',
  summary: 'writes an import map with the hash of every script file, also of files loaded later',
  help: `Usage: summit-embeds integrity --base URL

Writes an import map with the hash of every script file of this version, for the head of a page, before its first module.
A browser then rejects changed files, also those that a script loads later. The integrity attribute of a snippet covers
only the file that it names.

Chromium 127, Firefox 138 and Safari 18.4 or later support it; other browsers ignore it. A page has one import map: if it
already has one, add the entries under "integrity" to it.

Options:
  --base URL    the address of the files of dist/embed of this version
  --nonce TEXT  nonce, if the page’s policy requires one
  --out FILE    writes to FILE instead of standard output; overwrites it
  -h, --help    shows this help

Exit codes: 0 written, 2 wrong usage or the file can’t be written.
`,
  options: {base: {type: 'string'}, nonce: {type: 'string'}, out: {type: 'string'}},
  async run(args, io) {
    if (args.positionals.length > 0)
      throw new UsageError('takes no file: the hashes are from this version of the package');
    const {base, integrity: hashes} = await readEmbedFiles(readBase(args), io);
    const scripts = Object.entries(hashes).filter(([name]) => name.endsWith('.js'));
    const map = {integrity: Object.fromEntries(scripts.map(([name, hash]) => [base + name, hash]))};
    const nonce = textOf(args, 'nonce');
    // Escaped so that the JSON is safe in a script element.
    const json = JSON.stringify(map).replaceAll('<', '\\u003c');
    await writeResult(
      `<script type="importmap"${nonce === undefined ? '' : ` nonce="${escapeAttribute(nonce)}"`}>${json}</script>\n`,
      args,
      io,
    );
    return EXIT_FINE;
  },
};
