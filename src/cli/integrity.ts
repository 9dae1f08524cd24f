import {escapeAttribute} from '../snippet/embed-options.js';
import {readBase} from './box-options.js';
import type {Command} from './command.js';
import {EXIT_FINE, textOf} from './command.js';
import {UsageError} from './cli-environment.js';
import {readEmbedFiles} from './read-embed-files.js';
import {writeResult} from './write-result.js';

export const integrity: Command = {
  name: 'integrity',
  summary: 'writes an import map that pins every script file, also those loaded later',
  help: `Usage: summit-embeds integrity --base URL

Writes an import map with the hash of every script file of this version, for the head of a page, before its first module.
A browser then refuses each file that was changed, also those that a pinned script loads later. The integrity attribute of a
snippet covers the one file that it names.

Chromium 127, Firefox 138 and Safari 18.4 or later read it; others pass over it. A page has one import map: where there
is one already, add the entries under "integrity" to it.

Options:
  --base URL    the address of the files of dist/embed of this version
  --nonce TEXT  for pages whose policy asks for one
  --out FILE    writes there, over what was there, and not to standard output
  -h, --help    this text

Exit codes: 0 written, 2 wrong usage, or a file that can't be written.
`,
  options: {base: {type: 'string'}, nonce: {type: 'string'}, out: {type: 'string'}},
  async run(args, io) {
    if (args.positionals.length > 0) throw new UsageError('takes no file: the hashes are those of this version');
    const {base, integrity: hashes} = await readEmbedFiles(readBase(args), io);
    const scripts = Object.entries(hashes).filter(([name]) => name.endsWith('.js'));
    const map = {integrity: Object.fromEntries(scripts.map(([name, hash]) => [base + name, hash]))};
    const nonce = textOf(args, 'nonce');
    // As text that can stand in a script element.
    const json = JSON.stringify(map).replaceAll('<', '\\u003c');
    await writeResult(
      `<script type="importmap"${nonce === undefined ? '' : ` nonce="${escapeAttribute(nonce)}"`}>${json}</script>\n`,
      args,
      io,
    );
    return EXIT_FINE;
  },
};
