import {draftChanges, unloggedClaims, type ChangeKind} from '../data/compare-editions.js';
import {parseSummit} from '../data/parse-summit.js';
import {suggest} from '../data/suggest.js';
import type {Change, Summit} from '../data/summit.js';
import {compareSummits, type ClaimPair, type SummitDifference} from '../authoring/compare-summits.js';
import type {Arguments, Command} from './command.js';
import {EXIT_FINE, EXIT_INVALID, textOf, textsOf} from './command.js';
import type {CliEnvironment} from './cli-environment.js';
import {today, UsageError} from './cli-environment.js';
import {draftLanguages, draftMessages} from '../authoring/draft-messages.js';
import {formatClaim, formatFields} from './format-difference.js';
import {printable, printableJson} from './printable.js';
import {readDataFile} from './read-data-file.js';
import {reportIssues} from './report-issues.js';

interface Difference extends SummitDifference {
  /** Drafts of the missing log entries. */
  readonly changes: readonly Change[];
}

const KINDS: readonly ChangeKind[] = ['correction', 'update', 'superseded'];

export const diff: Command = {
  name: 'diff',
  summary: 'compares two editions and drafts the missing log entries',
  help: `Usage: summit-embeds diff OLD NEW [--kind KIND] [--kind ID=KIND …] [--date DAY] [--json]

Compares two editions of a summit in JSON or YAML: lists every difference, claims with their old and new texts. Drafts
the entries of \`changes\` that NEW lacks, for you to paste and revise. One of the two files may be - for standard input.

The drafts are in the language of NEW (${draftLanguages.join(', ')}), otherwise in English.

A changed claim gets an entry of one of these kinds:
  correction  the old words were wrong
  update      something is new
  superseded  the old words were true when said, and have been overtaken since
On a terminal, diff asks for the kind of each changed claim. Otherwise, and with --json, it is update.

Options:
  --kind KIND     kind of the entries about changed claims, without a question
  --kind ID=KIND  kind of the entry about the claim with this id; may be repeated
  --date DAY      date of the entries, such as 2025-08-15; default today (UTC)
  --json          machine-readable result
  -h, --help      shows this help

Exit codes: 0 compared, 1 one file isn’t a valid summit, 2 wrong usage.
`,
  options: {date: {type: 'string'}, kind: {type: 'string', multiple: true}, json: {type: 'boolean'}},
  async run(args, io) {
    const [oldPath, newPath, another] = args.positionals;
    if (oldPath === undefined || newPath === undefined || another !== undefined) {
      throw new UsageError('name two files: the earlier edition, then the later one');
    }
    if (oldPath === '-' && newPath === '-') throw new UsageError('standard input can be read only once');
    const day = textOf(args, 'date') ?? today(io);
    if (!isDay(day)) throw new UsageError(`--date takes a day such as 2025-08-15, not ${day}`);
    const given = readKinds(args);

    const before = await readSummit(oldPath, io);
    const after = await readSummit(newPath, io);
    if (!before || !after) return EXIT_INVALID;
    if (before.id !== after.id) {
      throw new UsageError(
        `these are two different summits, ${before.id} and ${after.id}, not two editions of one summit`,
      );
    }
    const compared = compareSummits(before, after);
    checkIds(given, compared);

    const isQuiet = args.values['json'] === true || args.positionals.includes('-');
    const unlogged = unloggedClaims(before, after).changed.filter(({later}) => !given.byId.has(later.id));
    const asked =
      given.all || isQuiet || !io.ask
        ? new Map<string, ChangeKind>()
        : await askKinds(
            unlogged.map(({earlier, later}) => ({id: later.id, before: earlier, after: later})),
            io.ask,
          );
    const {messages, isFallback} = draftMessages(after.lang);
    const changes = draftChanges(before, after, day, {
      kindOf: (id) => given.byId.get(id) ?? given.all ?? asked.get(id) ?? 'update',
      messages,
    });

    const difference: Difference = {...compared, changes};
    io.stdout(args.values['json'] ? `${printableJson(difference)}\n` : await report(difference));

    if (isFallback && changes.length > 0) {
      io.stderr(
        `The entries are drafted in English, because diff has no texts in ${after.lang}; translate them into the language of the file. ` +
          `It has texts in ${draftLanguages.join(', ')}.\n`,
      );
    }
    if (!given.all && unlogged.some(({later}) => !asked.has(later.id))) {
      io.stderr(
        'Changed claims are drafted as update; if the old words were wrong, use --kind ID=correction; if they were true when said, --kind ID=superseded.\n',
      );
    }
    return EXIT_FINE;
  },
};

/** The kinds of the command line. */
interface GivenKinds {
  readonly all?: ChangeKind | undefined;
  readonly byId: ReadonlyMap<string, ChangeKind>;
}

function readKinds(args: Arguments): GivenKinds {
  let all: ChangeKind | undefined;
  const byId = new Map<string, ChangeKind>();
  for (const text of textsOf(args, 'kind')) {
    const [, id, name] = /^(?:(.*)=)?(.*)$/s.exec(text) ?? [];
    const kind = KINDS.find((known) => known === name);
    if (!kind) throw new UsageError(`--kind takes ${KINDS.join(', ')}, alone or after ID=, not ${text}`);
    if (id === undefined ? all : byId.has(id)) {
      throw new UsageError(`--kind is given twice for ${id ?? 'all claims'}; remove one`);
    }
    if (id === undefined) all = kind;
    else byId.set(id, kind);
  }
  return {all, byId};
}

/** Rejects kinds for claims that get no entry of such a kind. */
function checkIds({byId}: GivenKinds, {changed, withdrawn}: SummitDifference): void {
  const idsOf = (pairs: readonly ClaimPair[]): Set<string> => new Set(pairs.map(({id}) => id));
  const [known, gone] = [idsOf(changed), idsOf(withdrawn)];
  for (const [id, kind] of byId) {
    if (known.has(id)) continue;
    if (gone.has(id)) {
      throw new UsageError(
        `--kind ${id}=${kind}: the later edition no longer shows this claim, so its entry is a withdrawal; keep the claim in claims for another kind`,
      );
    }
    const like = suggest(id, known);
    throw new UsageError(
      `--kind ${id}=${kind}: no changed claim has this id${like === undefined ? '' : `; did you mean ${like}?`}`,
    );
  }
}

/** Asks for the kind of each claim. Stops at the end of the input. */
async function askKinds(
  pairs: readonly ClaimPair[],
  ask: NonNullable<CliEnvironment['ask']>,
): Promise<Map<string, ChangeKind>> {
  const kinds = new Map<string, ChangeKind>();
  for (const pair of pairs) {
    const claim = printable(formatClaim(pair).join('\n'));
    const answer = await ask(`${claim}\n  Is this a correction (c), an update (u), or superseded (s)? [u] `);
    if (answer === undefined) break;
    const letter = answer.trim().toLowerCase() || 'u';
    kinds.set(pair.id, KINDS.find((kind) => kind.startsWith(letter)) ?? 'update');
  }
  return kinds;
}

/** A larger step between two editions is probably a typo. */
const LARGEST_STEP = 100;

/** Reads the summit of a file. Returns `undefined` if the file is invalid; the errors are then on stderr. */
async function readSummit(path: string, io: CliEnvironment): Promise<Summit | undefined> {
  const file = await readDataFile(path, io);
  const {summit, issues = []} = file.value === undefined ? {} : parseSummit(file.value);
  const errors = [...file.faults, ...issues.map((issue) => file.place(issue))];
  if (errors.length > 0) io.stderr(reportIssues(file.name, {kind: 'summit', errors, warnings: []}));
  return errors.length > 0 ? undefined : summit;
}

async function report(difference: Difference): Promise<string> {
  const {id, revisions, added, changed, withdrawn, changes, fields, hasOtherOutlines} = difference;
  const {before, after, raised} = revisions;
  const hasOtherClaims = added.length + changed.length + withdrawn.length > 0;
  const hasOtherFields = fields.length > 0 || hasOtherOutlines;
  const lines = [`${id}, revision ${String(before)} → ${String(after)}`];
  if (!raised && (hasOtherClaims || hasOtherFields)) {
    lines.push(`The revision was not raised: write "revision: ${String(before + 1)}" in the later edition.`);
  }
  if (after - before > LARGEST_STEP) {
    lines.push(
      `The revision increases by ${String(after - before)}: pages that have shown it ignore every lower one. If this is a typo, write "revision: ${String(before + 1)}".`,
    );
  }
  lines.push('');
  const {summit, lists} = formatFields(difference);
  if (summit.length > 0) lines.push('Summit', ...summit, '');
  for (const [heading, pairs] of [
    ['New claims', added],
    ['Changed claims', changed],
    ['Withdrawn claims', withdrawn],
  ] as const) {
    if (pairs.length > 0) lines.push(`${heading} (${String(pairs.length)})`, ...pairs.flatMap(formatClaim), '');
  }
  if (!hasOtherClaims) lines.push('No claim is new, changed or withdrawn.', '');
  for (const [list, section] of lists) lines.push(list.charAt(0).toUpperCase() + list.slice(1), ...section, '');
  if (hasOtherFields)
    lines.push('diff drafts entries for claims only. For other changes, write one if readers should know.', '');
  const head = printable(lines.join('\n'));
  if (changes.length === 0) {
    const needed = hasOtherClaims
      ? 'Every changed claim has an entry in changes.'
      : 'No claim needs an entry in changes.';
    return `${head}\n${hasOtherFields ? needed : 'The log of changes is complete.'}\n`;
  }
  const {stringify} = await import('yaml');
  const drafts = stringify(changes, {lineWidth: 100}).replace(/^(?=.)/gm, '  ');
  return `${head}\nAdd to changes:\n\n${drafts}`;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
