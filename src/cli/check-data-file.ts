import {checkAddresses} from '../data/check-addresses.js';
import {checkBalance} from '../data/check-balance.js';
import {checkMapLabels} from '../data/check-map-labels.js';
import {checkLedger, checkWithdrawn} from '../data/check-references.js';
import {checkUnknownKeys} from '../data/check-unknown-keys.js';
import {contentHash, isHashOf} from '../data/content-hash.js';
import type {Issue} from '../data/issue.js';
import {parseSummit} from '../data/parse-summit.js';
import {parseFittingTranslation} from '../data/parse-fitting-translation.js';
import {parseTranslation} from '../data/parse-translation.js';
import {placeIn} from '../data/report.js';
import {suggest} from '../data/suggest.js';
import type {Summit} from '../data/summit.js';
import {translatableTexts} from '../data/translate-summit.js';
import type {DataFile, PlacedIssue} from './read-data-file.js';

/** What a check found in one file. Both lists are in the order of the file. */
export interface Checked {
  readonly kind: 'summit' | 'translation' | 'unknown';
  /** With any, the file is invalid. */
  readonly errors: readonly PlacedIssue[];
  readonly warnings: readonly PlacedIssue[];
  readonly summit?: Summit | undefined;
}

type Entries = Readonly<Record<string, unknown>>;

const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a file is a translation and no summit. */
export function isTranslation({value}: DataFile): boolean {
  return isEntries(value) && Object.hasOwn(value, 'of') && Object.hasOwn(value, 'texts');
}

/**
 * Checks a summit more strictly than a browser does: a key that no box reads and a gap in the ledger are errors.
 *
 * @param today The day, such as 2025-08-15.
 */
export async function checkSummitFile(file: DataFile, today: string): Promise<Checked> {
  if (file.value === undefined) return {kind: 'unknown', errors: file.faults, warnings: []};
  const parsed = parseSummit(file.value);
  const {summit} = parsed;
  const errors = [
    ...file.faults,
    ...checkUnknownKeys(file.value).map((issue) => file.place(issue, true)),
    ...(parsed.issues ?? []).map((issue) => file.place(issue)),
    ...(summit ? checkLedger(summit).map((issue) => file.place(issue)) : []),
  ];
  const warnings = summit
    ? [
        ...checkBalance(summit),
        ...checkMapLabels(summit),
        ...checkWithdrawn(summit),
        ...checkAddresses(summit),
        ...checkRevision(summit),
        ...checkReview(summit, today),
        ...(await checkHash(summit)),
      ]
    : [];
  return {
    kind: 'summit',
    errors: inOrder(errors),
    warnings: inOrder(warnings.map((issue) => file.place(issue))),
    summit,
  };
}

/** Checks a translation, and against its summit where that is among the files given. */
export function checkTranslationFile(file: DataFile, summits: readonly Summit[]): Checked {
  const of = (file.value as Entries)['of'];
  const summit = isEntries(of) ? summits.find(({id}) => id === of['id']) : undefined;
  const {translation, issues} = summit ? parseFittingTranslation(file.value, summit) : parseTranslation(file.value);
  const errors = [
    ...file.faults,
    ...checkTranslationKeys(file.value as Entries).map((issue) => file.place(issue, true)),
    ...(issues ?? []).map((issue) => file.place(issue)),
  ];
  const warnings: Issue[] = [];
  if (translation && summit) {
    if (translation.of.revision < summit.revision) {
      const now = String(summit.revision);
      warnings.push({
        path: 'of.revision',
        message: `the summit has come to revision ${now}; go over what changed since and write ${now} here`,
      });
    }
    const missing = [...translatableTexts(summit).keys()].filter((key) => !Object.hasOwn(translation.texts, key));
    if (missing.length > 0) {
      const names = missing.length > 3 ? `${missing.slice(0, 3).join(', ')}, …` : missing.join(', ');
      warnings.push({
        path: 'texts',
        message: `${String(missing.length)} texts are missing and show in the original: ${names}`,
      });
    }
  }
  return {
    kind: 'translation',
    errors: inOrder(errors),
    warnings: inOrder(warnings.map((issue) => file.place(issue))),
  };
}

/** The texts may have any key as far as their shape goes; beside them a browser passes over what it does not know. */
function checkTranslationKeys(value: Entries): Issue[] {
  const known = (entries: unknown, path: string, keys: readonly string[]): Issue[] =>
    Object.keys(isEntries(entries) ? entries : {})
      .filter((key) => !keys.includes(key))
      .map((key) => {
        const like = suggest(key, keys);
        return {
          path: placeIn(path, key),
          message: `is no key of a translation; ${like === undefined ? 'take it out' : `did you mean '${like}'?`}`,
        };
      });
  return [
    ...known(value, '', ['$schema', 'schemaVersion', 'of', 'lang', 'machine', 'texts']),
    ...known(value['of'], 'of', ['id', 'revision']),
  ];
}

async function checkHash(summit: Summit): Promise<Issue[]> {
  if (summit.hash === undefined || isHashOf(summit.hash, await contentHash(summit))) return [];
  return [
    {path: 'hash', message: 'is not of what stands here now; take it out: whatever publishes the file writes it'},
  ];
}

/** No page takes an edition back, so a number that was typed too high keeps out each correct one until it is reached. */
function checkRevision({revision}: Summit): Issue[] {
  if (revision <= HIGH_REVISION) return [];
  const message = `is very high: pages that have shown it ignore every lower one from then on; make sure that it is meant`;
  return [{path: 'revision', message}];
}

/** An edition an hour for a year is less. */
const HIGH_REVISION = 10_000;

function checkReview({reviewBy}: Summit, today: string): Issue[] {
  // A month or a year is past when it is over.
  if (reviewBy === undefined || today.slice(0, reviewBy.length) <= reviewBy) return [];
  return [{path: 'reviewBy', message: 'is past, and the boxes say so; go over the data and set a later day'}];
}

/** In the order of the file; last what is said of the file as a whole, such as how many issues are not listed. */
function inOrder(issues: readonly PlacedIssue[]): PlacedIssue[] {
  const whole = ({path}: Issue): number => (path === '' ? 1 : 0);
  return [...issues].sort(
    (one, other) => whole(one) - whole(other) || one.line - other.line || one.column - other.column,
  );
}
