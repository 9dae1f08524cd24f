import {contentHash} from '../data/content-hash.js';
import type {Summit} from '../data/summit.js';
import type {Checked} from '../authoring/check-data-file.js';
import {checkSummitFile, checkTranslationFile, isTranslation} from '../authoring/check-data-file.js';
import type {Arguments, Command} from './command.js';
import {EXIT_FINE, EXIT_INVALID, EXIT_USAGE, textOf} from './command.js';
import type {CliEnvironment} from './cli-environment.js';
import {today, UsageError} from './cli-environment.js';
import {printableJson, printableLine} from './printable.js';
import type {DataFile} from '../authoring/parse-data-file.js';
import {readDataFile} from './read-data-file.js';
import {reportIssues} from './report-issues.js';
import {writeResult} from './write-result.js';

export const validate: Command = {
  name: 'validate',
  summary: 'checks data files and reports every error with its line',
  help: `Usage: summit-embeds validate FILE… [--json] [--out FILE.json]

Checks summits and translations in JSON or YAML. FILE is a path, or - for standard input.

Each issue is one line: FILE:LINE:COLUMN path: the problem and the fix.
Errors: invalid syntax, a duplicate or unknown key, an invalid value, an unknown id, a gap in the ledger (a view without a
claim, a claim without a speaker or source, an unused claim), more content than a page can show.
Warnings: one side has a position on a topic and another has none; numbers or names overlap on the map; reviewBy is past; the
revision is very high; an address may deceive readers or can’t be opened; a translation is outdated or incomplete; a
comment cuts a text; a text contains HTML, invisible characters or a word in two scripts; no claim cites a source; an
actor has two main aims; a claim is later than the data; the file says nothing about a region.
A translation is checked against its summit if that is among the files.

Options:
  --out FILE.json  if the one given file is valid, writes it as JSON, the format that pages load, with the fingerprint of
                   its edition (hash); overwrites FILE.json
  --json           machine-readable results
  -h, --help       shows this help

Exit codes: 0 valid, with or without warnings; 1 a file is invalid; 2 wrong usage or a file can’t be read.
`,
  options: {json: {type: 'boolean'}, out: {type: 'string'}},
  async run(args, io) {
    const {values, positionals} = args;
    const out = textOf(args, 'out');
    if (positionals.length === 0) throw new UsageError('name at least one file, or - for standard input');
    if (positionals.filter((path) => path === '-').length > 1)
      throw new UsageError('standard input can be read only once');
    if (out !== undefined && positionals.length > 1) throw new UsageError('--out writes one file: name only one file');

    const files: DataFile[] = [];
    let unreadable = false;
    for (const path of positionals) {
      try {
        files.push(await readDataFile(path, io));
      } catch (cause) {
        // Continue with the other files.
        if (!(cause instanceof UsageError)) throw cause;
        io.stderr(`summit-embeds validate: ${printableLine(cause.message)}\n`);
        unreadable = true;
      }
    }

    const results = new Map<DataFile, Checked>();
    for (const file of files) {
      if (!isTranslation(file)) results.set(file, await checkSummitFile(file, today(io)));
    }
    const summits = [...results.values()].flatMap(({summit}) => summit ?? []);
    for (const file of files) {
      if (isTranslation(file)) results.set(file, checkTranslationFile(file, summits));
    }

    const valid = [...results.values()].every(({errors}) => errors.length === 0);
    if (values['json']) {
      const described = files.map((file) => {
        const {kind, errors, warnings} = results.get(file) ?? {kind: 'unknown', errors: [], warnings: []};
        return {file: file.name, kind, valid: errors.length === 0, errors, warnings};
      });
      io.stdout(`${printableJson({valid: valid && !unreadable, files: described})}\n`);
    } else {
      for (const file of files) {
        const checked = results.get(file);
        if (checked) io.stdout(reportIssues(file.name, checked));
      }
    }
    if (unreadable) return EXIT_USAGE;
    if (!valid) return EXIT_INVALID;
    const [file] = files;
    if (out !== undefined && file) await publish(file, results.get(file)?.summit, args, io);
    return EXIT_FINE;
  },
};

/** Writes the checked file as JSON. A summit gets its fingerprint, so that an archive can prove what readers saw. */
async function publish(
  {value}: DataFile,
  summit: Summit | undefined,
  args: Arguments,
  io: CliEnvironment,
): Promise<void> {
  const content = {...(value as object), ...(summit && {hash: await contentHash(summit)})};
  await writeResult(`${JSON.stringify(content, null, 2)}\n`, args, io);
}
