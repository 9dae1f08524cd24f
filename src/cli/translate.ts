import {draftTranslation, writeTranslationJson, writeTranslationYaml} from '../authoring/draft-translation.js';
import type {TranslationDraft} from '../authoring/draft-translation.js';
import {parseTranslation} from '../data/parse-translation.js';
import type {Summit} from '../data/summit.js';
import type {Translation} from '../data/translation.js';
import {checkSummitFile, checkTranslationFile, isTranslation} from '../authoring/check-data-file.js';
import type {Command} from './command.js';
import {EXIT_FINE, EXIT_INVALID, textOf} from './command.js';
import type {CliEnvironment} from './cli-environment.js';
import {today, UsageError} from './cli-environment.js';
import {printableLine} from './printable.js';
import {readDataFile} from './read-data-file.js';
import {reportIssues} from './report-issues.js';
import {writeText} from './write-result.js';

export const translate: Command = {
  name: 'translate',
  summary: 'writes a translation file to fill in, or brings one up to date',
  help: `Usage: summit-embeds translate FILE --lang TAG [--from TRANSLATION] [--out FILE]

Writes a translation file for the summit in FILE, with a key for each text that can be translated. FILE is a path, or -
for standard input. The result is YAML, or JSON if the name of FILE (or of the --out file) ends in .json.

In YAML, the original is a comment above each key. Write the translation between the quotation marks and remove the #
before the key. Texts that keep their # are shown in the original. JSON has no comments: fill in or remove each key.

Options:
  --lang TAG          language of the translation, such as es or pt-BR
  --from TRANSLATION  an earlier translation into that language: keeps its texts, adds the missing ones, and marks those
                      whose original has changed since, according to the log of changes. If there are any, of.revision
                      stays as it is, so that pages show the originals: review them, then raise it
  --out FILE          writes to FILE instead of standard output
  --force             overwrites the --out file
  -h, --help          shows this help

Exit codes: 0 written, 1 a file is invalid, 2 wrong usage or a file can’t be read or written.
`,
  options: {
    lang: {type: 'string'},
    from: {type: 'string'},
    out: {type: 'string'},
    force: {type: 'boolean'},
  },
  async run(args, io) {
    const [path, another] = args.positionals;
    if (path === undefined || another !== undefined) throw new UsageError('name one file, the summit to translate');
    const lang = textOf(args, 'lang');
    if (lang === undefined) throw new UsageError('--lang is required: the language of the translation, such as es');
    const from = textOf(args, 'from');
    const out = textOf(args, 'out');

    const file = await readDataFile(path, io);
    if (isTranslation(file))
      throw new UsageError(`${file.name} is a translation; name the summit, and the translation as --from`);
    const checked = await checkSummitFile(file, today(io));
    const {summit} = checked;
    if (checked.errors.length > 0 || !summit) {
      io.stderr(reportIssues(file.name, {...checked, warnings: []}));
      return EXIT_INVALID;
    }
    const empty: Translation = {
      schemaVersion: '1.0',
      of: {id: summit.id, revision: summit.revision},
      lang,
      machine: false,
      texts: {},
    };
    if (parseTranslation(empty).issues)
      throw new UsageError(`--lang takes a language tag such as es or pt-BR, not ${lang}`);
    if (lang === summit.lang) throw new UsageError(`${file.name} is in ${lang} already; --lang is the other language`);

    const earlier = from === undefined ? empty : await readEarlier(from, empty, io);
    if (!earlier) return EXIT_INVALID;
    const draft = draftTranslation(summit, earlier);
    const isJson = /\.json$/i.test(out ?? path);
    const text = isJson ? writeTranslationJson(draft) : writeTranslationYaml(draft, summit);
    if (out === undefined || out === '-') io.stdout(text);
    else {
      await writeText(out, text, args.values['force'] === true, io);
      io.stderr(`Wrote ${printableLine(out)}.\n`);
    }
    tellDraft(draft, summit, io);
    return EXIT_FINE;
  },
};

/** Reads the earlier translation. Returns `undefined` if it is invalid; the errors are then on stderr. */
async function readEarlier(
  path: string,
  {of, lang}: Translation,
  io: CliEnvironment,
): Promise<Translation | undefined> {
  const file = await readDataFile(path, io);
  if (file.value !== undefined && !isTranslation(file)) throw new UsageError(`${file.name} isn’t a translation`);
  const checked = file.value === undefined ? undefined : checkTranslationFile(file, []);
  const errors = checked?.errors ?? file.faults;
  const {translation} = parseTranslation(file.value);
  if (errors.length > 0 || !translation) {
    io.stderr(reportIssues(file.name, {kind: 'translation', errors, warnings: []}));
    return undefined;
  }
  if (translation.of.id !== of.id) throw new UsageError(`${file.name} translates ${translation.of.id}, not ${of.id}`);
  if (translation.of.revision > of.revision) {
    const [theirs, ours] = [translation.of.revision, of.revision].map(String);
    throw new UsageError(`${file.name} translates revision ${theirs ?? ''}, but the summit is at ${ours ?? ''}`);
  }
  if (translation.lang !== lang) throw new UsageError(`${file.name} is in ${translation.lang}, not in ${lang}`);
  return translation;
}

function tellDraft({entries, gone, of}: TranslationDraft, {revision}: Summit, io: CliEnvironment): void {
  const missing = entries.filter(({text}) => text === undefined).length;
  const changed = entries.filter(({isChanged}) => isChanged).map(({key}) => key);
  const tell = (message: string): void => {
    io.stderr(`summit-embeds translate: ${message}\n`);
  };
  tell(`${String(missing)} of ${String(entries.length)} texts have no translation yet`);
  if (changed.length > 0) {
    tell(
      `changed since revision ${String(of.revision)}: ${changed.join(', ')}; review these texts, then write ${String(revision)} as of.revision`,
    );
  }
  if (gone.length > 0)
    tell(`left out, because the original is gone: ${printableLine(gone.map(([key]) => key).join(', '))}`);
}
