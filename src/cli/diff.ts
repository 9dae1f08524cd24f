import {compareEditions, draftChanges} from '../data/compare-editions.js';
import {parseSummit} from '../data/parse-summit.js';
import type {Change, Claim, Summit} from '../data/summit.js';
import type {Command} from './command.js';
import {EXIT_FINE, EXIT_INVALID, textOf} from './command.js';
import type {CliEnvironment} from './cli-environment.js';
import {today, UsageError} from './cli-environment.js';
import {printable, printableJson} from './printable.js';
import {readDataFile} from './read-data-file.js';
import {reportIssues} from './report-issues.js';

/** A claim in both editions. */
interface Pair {
  readonly id: string;
  readonly before?: Claim | undefined;
  readonly after?: Claim | undefined;
}

interface Difference {
  readonly id: string;
  readonly revisions: {readonly before: number; readonly after: number; readonly raised: boolean};
  readonly added: readonly Pair[];
  readonly changed: readonly Pair[];
  readonly withdrawn: readonly Pair[];
  /** Drafts of the missing log entries. */
  readonly changes: readonly Change[];
}

export const diff: Command = {
  name: 'diff',
  summary: 'compares two editions and drafts the missing log entries',
  help: `Usage: summit-embeds diff OLD NEW [--date DAY] [--json]

Compares two editions of a summit in JSON or YAML: lists new, changed and withdrawn claims with their texts. Drafts the
entries of \`changes\` that NEW lacks, for you to paste and revise. One of the two files may be - for standard input.

Options:
  --date DAY  date of the entries, such as 2025-08-15; default today (UTC)
  --json      machine-readable result
  -h, --help  shows this help

Exit codes: 0 compared, 1 one file isn’t a valid summit, 2 wrong usage.
`,
  options: {date: {type: 'string'}, json: {type: 'boolean'}},
  async run(args, io) {
    const [oldPath, newPath, another] = args.positionals;
    if (oldPath === undefined || newPath === undefined || another !== undefined) {
      throw new UsageError('name two files: the earlier edition, then the later one');
    }
    if (oldPath === '-' && newPath === '-') throw new UsageError('standard input can be read only once');
    const day = textOf(args, 'date') ?? today(io);
    if (!isDay(day)) throw new UsageError(`--date takes a day such as 2025-08-15, not ${day}`);

    const before = await readSummit(oldPath, io);
    const after = await readSummit(newPath, io);
    if (!before || !after) return EXIT_INVALID;
    if (before.id !== after.id) {
      throw new UsageError(
        `these are two different summits, ${before.id} and ${after.id}, not two editions of one summit`,
      );
    }

    const difference = describe(before, after, day);
    io.stdout(args.values['json'] ? `${printableJson(difference)}\n` : await report(difference));
    return EXIT_FINE;
  },
};

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

function describe(before: Summit, after: Summit, day: string): Difference {
  const claims = ({claims}: Summit): Map<string, Claim> => new Map(claims.map((claim) => [claim.id, claim]));
  const [old, now] = [claims(before), claims(after)];
  const {added, changed, withdrawn} = compareEditions(before, after);
  return {
    id: after.id,
    revisions: {before: before.revision, after: after.revision, raised: after.revision > before.revision},
    added: added.map((id) => ({id, after: now.get(id)})),
    changed: changed.map((id) => ({id, before: old.get(id), after: now.get(id)})),
    withdrawn: withdrawn.map((id) => ({id, before: old.get(id)})),
    changes: draftChanges(before, after, day),
  };
}

async function report({id, revisions, added, changed, withdrawn, changes}: Difference): Promise<string> {
  const {before, after, raised} = revisions;
  const lines = [`${id}, revision ${String(before)} → ${String(after)}`];
  if (!raised && added.length + changed.length + withdrawn.length > 0) {
    lines.push(`The revision was not raised: write "revision: ${String(before + 1)}" in the later edition.`);
  }
  if (after - before > LARGEST_STEP) {
    lines.push(
      `The revision increases by ${String(after - before)}: pages that have shown it ignore every lower one. If this is a typo, write "revision: ${String(before + 1)}".`,
    );
  }
  lines.push('');
  for (const [heading, pairs] of [
    ['New', added],
    ['Changed', changed],
    ['Withdrawn', withdrawn],
  ] as const) {
    if (pairs.length === 0) continue;
    lines.push(`${heading} (${String(pairs.length)})`, ...pairs.flatMap(linesOf), '');
  }
  if (added.length + changed.length + withdrawn.length === 0) lines.push('No claim is new, changed or withdrawn.', '');
  const head = printable(lines.join('\n'));
  if (changes.length === 0) return `${head}\nThe log of changes is complete.\n`;
  const {stringify} = await import('yaml');
  const drafts = stringify(changes, {lineWidth: 100}).replace(/^(?=.)/gm, '  ');
  return `${head}\nAdd to changes:\n\n${drafts}`;
}

/** The text of a claim before and after, and the other visible fields that differ. */
function linesOf({id, before, after}: Pair): string[] {
  const parts = (claim: Claim | undefined): string[] => {
    if (!claim) return [];
    const {by, certainty, asOf, disputedBy = [], refs} = claim;
    return [
      claim.text,
      by ? `by ${by.join(', ')}` : 'by its publishers',
      certainty,
      asOf ? `as of ${asOf}` : '',
      disputedBy.length > 0 ? `disputed by ${disputedBy.join(', ')}` : '',
      `read in ${refs.map(({source, at}) => (at === undefined ? source : `${source} ${at}`)).join(', ')}`,
    ];
  };
  const [old, now] = [parts(before), parts(after)];
  const lines = [`  ${id}`];
  for (let i = 0; i < Math.max(old.length, now.length); i++) {
    if (before && after ? old[i] === now[i] : i > 0) continue;
    if (old[i]) lines.push(`    - ${old[i] ?? ''}`);
    if (now[i]) lines.push(`    + ${now[i] ?? ''}`);
  }
  return lines;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
