import {bundledSummits, defaultSummitId} from '../../src/data/bundled-summits.js';
import {checkBalance} from '../../src/data/check-balance.js';
import {checkLedger} from '../../src/data/check-references.js';
import {checkUnknownKeys} from '../../src/data/check-unknown-keys.js';
import type {Issue} from '../../src/data/issue.js';
import {parseSummit} from '../../src/data/parse-summit.js';
import type {Summit} from '../../src/data/summit.js';
import {fetchJson} from '../../src/loading/fetch-json.js';
import {findJsonDefect} from '../../src/loading/find-json-defect.js';
import {LoadFailure} from '../../src/loading/load-failure.js';
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

/** Invalid data, with the reasons. */
export interface BadData {
  readonly kind: 'bad';
  readonly message: string;
  readonly issues: readonly Issue[];
  /** One-based position of the error in the text. */
  readonly at?: {readonly line: number; readonly column: number};
}

/** State of the selected data. */
export type DataState = GoodData | BadData | {readonly kind: 'empty' | 'loading'};

/** The same limit as in the elements. */
const SIZE_LIMIT_BYTES = 2_000_000;

/** The bundled data with this id; the default summit without an id. */
export function bundledData(id: string | undefined): GoodData | BadData {
  const summit = bundledSummits.get(id || defaultSummitId);
  return summit
    ? {kind: 'good', summit, origin: 'bundled', base: undefined, warnings: []}
    : bad(`No bundled summit has the id “${id ?? ''}”. Choose one from the list.`);
}

/** Checks the summit that is being written. Like pasted data, it has no address yet. */
export function readDraft(summit: Summit | undefined): DataState {
  return summit ? check(summit, 'text') : {kind: 'empty'};
}

/** Parses and checks data that was pasted or read from a file. */
export function readDataText(text: string): DataState {
  if (!text.trim()) return {kind: 'empty'};
  const defect = findJsonDefect(text);
  if (defect === undefined) {
    try {
      return check(JSON.parse(text), 'text');
    } catch {
      return bad('This is nested too deeply to be a data file.');
    }
  }
  if (looksLikeYaml(text)) return yamlFound('This');
  const [, line = '1', column = '1', message = defect] = /^line (\d+), column (\d+): (.*)$/s.exec(defect) ?? [];
  return {
    ...bad(`This isn’t JSON. Line ${line}, column ${column}: ${message}.`),
    at: {line: Number(line), column: Number(column)},
  };
}

/** Reads a file that the editor chose or dropped. Returns its text, or an error if it can't be a data file. */
export async function readFile(file: File): Promise<string | BadData> {
  if (/\.ya?ml$/i.test(file.name)) return yamlFound(`“${file.name}”`);
  if (file.size > SIZE_LIMIT_BYTES) {
    return bad(`“${file.name}” is larger than 2 MB. Remove data that no box shows, such as map detail.`);
  }
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(await file.arrayBuffer());
  } catch {
    return bad(`“${file.name}” can’t be read or isn’t UTF-8 text. Save it in UTF-8.`);
  }
}

/** Fetches and checks a file. Rejects only with the signal's reason. */
export async function readDataAddress(address: string, signal: AbortSignal): Promise<GoodData | BadData> {
  try {
    // No cache: an editor who fixes a file and loads it again expects the fixed version.
    const {value, url} = await fetchJson(address, {cache: 'no-cache', signal});
    return check(value, 'address', url);
  } catch (cause) {
    signal.throwIfAborted();
    if (!(cause instanceof LoadFailure)) throw cause;
    const yaml = cause.code === 'not-json' && /\.ya?ml$/i.test(address);
    return yaml ? yamlFound(address) : bad(cause.message);
  }
}

function check(value: unknown, origin: DataOrigin, base?: string): GoodData | BadData {
  const {summit, issues, code} = parseSummit(value);
  if (summit) {
    const warnings = [...checkUnknownKeys(value), ...checkLedger(summit), ...checkBalance(summit)];
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

function bad(message: string): BadData {
  return {kind: 'bad', message, issues: []};
}

/** Whether a text that isn't JSON looks like YAML: its first line is a comment, a document start or a key. */
function looksLikeYaml(text: string): boolean {
  return /^\s*(?:#|---|[\w-]+:(?:\s|$))/.test(text);
}

function yamlFound(what: string): BadData {
  return bad(
    `${what} is YAML. This page reads only JSON. To convert it, run npx summit-embeds validate FILE --out FILE.json.`,
  );
}
