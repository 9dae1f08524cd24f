import {bundledSummits, defaultSummitId} from '../../src/data/bundled-summits.js';
import {checkBalance} from '../../src/data/check-balance.js';
import {checkLedger} from '../../src/data/check-references.js';
import {checkUnknownKeys} from '../../src/data/check-unknown-keys.js';
import type {Issue} from '../../src/data/issue.js';
import {parseSummit} from '../../src/data/parse-summit.js';
import type {Summit} from '../../src/data/summit.js';
import {fetchJson} from '../../src/loading/fetch-json.js';
import {LoadFailure} from '../../src/loading/load-failure.js';
import {readSummitText, type BadFile} from '../file/read-file.js';
import {checkDraft} from '../store/check-draft.js';
import {describeIssues} from '../store/desk-words.js';
import type {DataOrigin} from './choices.js';

/** Valid data. */
export interface GoodData {
  readonly kind: 'good';
  readonly summit: Summit;
  readonly origin: DataOrigin;
  /** Base of relative addresses in the data; `undefined` for pasted data. */
  readonly base: string | undefined;
  /** Warnings as from the command line. They don't prevent publishing. */
  readonly warnings: readonly Issue[];
}

/** State of the selected data. */
export type DataState = GoodData | BadFile | IncompleteDraft | {readonly kind: 'empty' | 'loading'};

/** The summit in Write while it isn’t complete: it can be previewed, as far as it can be shown, but not published. */
interface IncompleteDraft extends BadFile {
  readonly draft: Summit;
  /** Without the entries that have errors; `undefined` if nothing can be shown. */
  readonly part: GoodData | undefined;
}

/** A box fetches JSON only, so an address must have it. */
const ONLY_JSON =
  'A box can load only JSON from an address: run npx summit-embeds validate FILE --out FILE.json, and publish the result.';

/** The bundled data with this id; the default summit without an id. */
export function bundledData(id: string | undefined): GoodData | BadFile {
  const summit = bundledSummits.get(id || defaultSummitId);
  return summit
    ? {kind: 'good', summit, origin: 'bundled', base: undefined, warnings: []}
    : bad(`No bundled summit has the id “${id ?? ''}”. Choose one from the list.`);
}

/** Checks the summit that is being written, in the words of the desk. Like pasted data, it has no address yet. */
export function readDraft(summit: Summit | undefined): DataState {
  if (!summit) return {kind: 'empty'};
  const data = check(summit, 'text', {});
  const inWords = (issues: readonly Issue[]): readonly Issue[] =>
    describeIssues(summit, issues).map(({path, message}) => ({
      path: '',
      message: path ? `${path}: ${message}` : message,
    }));
  if (data.kind === 'good') return {...data, warnings: inWords(data.warnings)};
  const message = 'The summit in Write isn’t complete yet. There, “Check” leads to what is still to do:';
  const {preview} = checkDraft(summit);
  const part: GoodData | undefined = preview && {
    kind: 'good',
    summit: preview,
    origin: 'text',
    base: undefined,
    warnings: [],
  };
  return {...data, message, issues: inWords(data.issues), draft: summit, part};
}

/** Parses and checks data in YAML or JSON that was pasted or read from a file. */
export async function readDataText(text: string): Promise<DataState> {
  if (!text.trim()) return {kind: 'empty'};
  const read = await readSummitText(text, '');
  return read.kind === 'read' ? check(read.value, 'text', {cuts: read.warnings}) : read;
}

/** Fetches and checks a file. Rejects only with the signal's reason. */
export async function readDataAddress(address: string, signal: AbortSignal): Promise<GoodData | BadFile> {
  try {
    // No cache: an editor who fixes a file and loads it again expects the fixed version.
    const {value, url} = await fetchJson(address, {cache: 'no-cache', signal});
    return check(value, 'address', {base: url});
  } catch (cause) {
    signal.throwIfAborted();
    if (!(cause instanceof LoadFailure)) throw cause;
    const yaml = cause.code === 'not-json' && /\.ya?ml$/i.test(address);
    return yaml ? bad(`${address} is YAML. ${ONLY_JSON}`) : bad(cause.message);
  }
}

function check(
  value: unknown,
  origin: DataOrigin,
  {base, cuts = []}: {readonly base?: string; readonly cuts?: readonly Issue[]},
): GoodData | BadFile {
  const {summit, issues, code} = parseSummit(value);
  if (summit) {
    const warnings = [...cuts, ...checkUnknownKeys(value), ...checkLedger(summit), ...checkBalance(summit)];
    return {kind: 'good', summit, origin, base, warnings};
  }
  const count = `${String(issues.length)} ${issues.length === 1 ? 'error' : 'errors'}`;
  return {
    kind: 'bad',
    message:
      code === 'invalid'
        ? `The data can’t be shown yet. Fix ${count}:`
        : 'The file uses another version of the format:',
    issues,
  };
}

function bad(message: string): BadFile {
  return {kind: 'bad', message, issues: []};
}
