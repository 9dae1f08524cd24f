import {doubtsAbout, isText} from '../data/check-characters.js';
import {checkLedger} from '../data/check-references.js';
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
import {placeOfText} from '../data/check-translation.js';
import {explainIssues} from './explain-characters.js';
import {listWarnings} from './list-warnings.js';
import type {DataFile, PlacedIssue} from './parse-data-file.js';

/** The errors and warnings of one file, both in the order of the file. */
export interface Checked {
  readonly kind: 'summit' | 'translation' | 'unknown';
  /** If there are any, the file is invalid. */
  readonly errors: readonly PlacedIssue[];
  readonly warnings: readonly PlacedIssue[];
  readonly summit?: Summit | undefined;
}

type Entries = Readonly<Record<string, unknown>>;

const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a file is a translation, not a summit. */
export function isTranslation({value}: DataFile): boolean {
  return isEntries(value) && Object.hasOwn(value, 'of') && Object.hasOwn(value, 'texts');
}

/**
 * Checks a summit more strictly than a browser does: unknown keys and gaps in the ledger are errors.
 *
 * @param today The current day, such as 2025-08-15.
 */
export async function checkSummitFile(file: DataFile, today: string): Promise<Checked> {
  if (file.value === undefined) return {kind: 'unknown', errors: file.faults, warnings: []};
  const parsed = parseSummit(file.value);
  const {summit} = parsed;
  const unknown = checkUnknownKeys(file.value);
  const errors = [
    ...file.faults,
    ...explainIssues(file, [
      ...unknown.map((issue) => ({issue, atKey: true})),
      ...(parsed.issues ?? []).filter((issue) => !isMisspelt(issue, unknown)).map((issue) => ({issue})),
      ...(summit ? checkLedger(summit).map((issue) => ({issue})) : []),
    ]),
  ];
  const warnings = summit
    ? [...listWarnings(summit), ...checkRevision(summit), ...checkReview(summit, today), ...(await checkHash(summit))]
    : [];
  return {
    kind: 'summit',
    errors: inOrder(errors),
    warnings: inOrder([...warnings.map((issue) => file.place(issue)), ...cutTexts(file, isText)]),
    summit,
  };
}

/** Checks a translation, also against its summit if that is among the given files. */
export function checkTranslationFile(file: DataFile, summits: readonly Summit[]): Checked {
  const of = (file.value as Entries)['of'];
  const summit = isEntries(of) ? summits.find(({id}) => id === of['id']) : undefined;
  const {translation, issues} = summit ? parseFittingTranslation(file.value, summit) : parseTranslation(file.value);
  const errors = [
    ...file.faults,
    ...explainIssues(file, [
      ...checkTranslationKeys(file.value as Entries).map((issue) => ({issue, atKey: true})),
      ...(issues ?? []).map((issue) => ({issue})),
    ]),
  ];
  const warnings: Issue[] = Object.entries(translation?.texts ?? {}).flatMap(([key, text]) =>
    doubtsAbout(text).map((message) => ({path: placeOfText(key), message})),
  );
  if (translation && summit) {
    if (translation.of.revision < summit.revision) {
      const now = String(summit.revision);
      warnings.push({
        path: 'of.revision',
        message: `the summit is at revision ${now}; review what changed since and write ${now} here`,
      });
    }
    const missing = [...translatableTexts(summit).keys()].filter((key) => !Object.hasOwn(translation.texts, key));
    if (missing.length > 0) {
      const names = missing.length > 3 ? `${missing.slice(0, 3).join(', ')}, …` : missing.join(', ');
      warnings.push({
        path: 'texts',
        message: `${String(missing.length)} texts are missing and are shown in the original language: ${names}`,
      });
    }
  }
  return {
    kind: 'translation',
    errors: inOrder(errors),
    warnings: inOrder([
      ...warnings.map((issue) => file.place(issue)),
      ...cutTexts(file, (path) => path.startsWith('texts')),
    ]),
  };
}

/** The warnings about comments that cut a text. */
function cutTexts({cuts}: DataFile, isText: (path: string) => boolean): PlacedIssue[] {
  return cuts.flatMap(({path, message, line, column, isWhole}) =>
    !isWhole && isText(path) ? [{path, message, line, column}] : [],
  );
}

/** Whether a key is missing only because it is misspelt. The unknown key is then an error of its own. */
function isMisspelt({path, message}: Issue, unknown: readonly Issue[]): boolean {
  return unknown.length > 0 && message.startsWith('is missing, but there is') && path !== '';
}

/** Reports unknown keys outside `texts`, which a browser ignores. */
function checkTranslationKeys(value: Entries): Issue[] {
  const known = (entries: unknown, path: string, keys: readonly string[]): Issue[] =>
    Object.keys(isEntries(entries) ? entries : {})
      .filter((key) => !keys.includes(key))
      .map((key) => {
        const like = suggest(key, keys);
        return {
          path: placeIn(path, key),
          message: `isn’t a key of a translation; ${like === undefined ? 'remove it' : `did you mean '${like}'?`}`,
        };
      });
  return [
    ...known(value, '', ['$schema', 'schemaVersion', 'of', 'lang', 'machine', 'texts']),
    ...known(value['of'], 'of', ['id', 'revision']),
  ];
}

async function checkHash(summit: Summit): Promise<Issue[]> {
  if (summit.hash === undefined || isHashOf(summit.hash, await contentHash(summit))) return [];
  return [{path: 'hash', message: 'doesn’t match the content; remove it, it is generated on publishing'}];
}

/**
 * Pages ignore earlier editions, so if a revision is too high by mistake, pages ignore all corrections until the
 * revision reaches it.
 */
function checkRevision({revision}: Summit): Issue[] {
  if (revision <= HIGH_REVISION) return [];
  const message = `is very high: pages that have shown it ignore every lower one; check that this is intended`;
  return [{path: 'revision', message}];
}

/** More than one edition per hour for a year. */
const HIGH_REVISION = 10_000;

function checkReview({reviewBy}: Summit, today: string): Issue[] {
  // A month or a year counts as past when it has ended.
  if (reviewBy === undefined || today.slice(0, reviewBy.length) <= reviewBy) return [];
  return [{path: 'reviewBy', message: 'is past, and the boxes say so; review the data and set a later date'}];
}

/**
 * Sorts issues in the order of the file. Issues about the whole file come last, such as the number of unlisted
 * issues.
 */
function inOrder(issues: readonly PlacedIssue[]): PlacedIssue[] {
  const whole = ({path}: Issue): number => (path === '' ? 1 : 0);
  return [...issues].sort(
    (one, other) => whole(one) - whole(other) || one.line - other.line || one.column - other.column,
  );
}
