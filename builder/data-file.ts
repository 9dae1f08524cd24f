import {bundledSummits, defaultSummitId} from '../src/data/bundled-summits.js';
import {checkBalance} from '../src/data/check-balance.js';
import {checkLedger} from '../src/data/check-references.js';
import {checkUnknownKeys} from '../src/data/check-unknown-keys.js';
import type {Issue} from '../src/data/issue.js';
import {parseSummit} from '../src/data/parse-summit.js';
import type {Summit} from '../src/data/summit.js';
import {fetchJson} from '../src/loading/fetch-json.js';
import {findJsonDefect} from '../src/loading/find-json-defect.js';
import {LoadFailure} from '../src/loading/load-failure.js';
import type {DataOrigin} from './choices.js';

/** Data that can be shown. */
export interface GoodData {
  readonly kind: 'good';
  readonly summit: Summit;
  readonly origin: DataOrigin;
  /** Address that the data's own addresses are relative to; what was pasted has none. */
  readonly base: string | undefined;
  /** What the command line would say besides; it keeps nobody from publishing. */
  readonly warnings: readonly Issue[];
}

/** Data that can't be shown, and why. */
export interface BadData {
  readonly kind: 'bad';
  readonly message: string;
  readonly issues: readonly Issue[];
  /** Where in the text, both counted from 1. */
  readonly at?: {readonly line: number; readonly column: number};
}

/** What has come of the data that are asked for. */
export type DataState = GoodData | BadData | {readonly kind: 'empty' | 'loading'};

/** The built files that a browser loads give up beyond this; so does a file here. */
const SIZE_LIMIT_BYTES = 2_000_000;

/** The data that come with the elements. */
export function bundledData(id: string | undefined): GoodData | BadData {
  const summit = bundledSummits.get(id || defaultSummitId);
  return summit
    ? {kind: 'good', summit, origin: 'bundled', base: undefined, warnings: []}
    : bad(`No summit that comes with the elements has the id “${id ?? ''}”. Choose one of the list.`);
}

/** Reads what was pasted, or stands in a file. */
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
    ...bad(`This is no JSON. Line ${line}, column ${column}: ${message}.`),
    at: {line: Number(line), column: Number(column)},
  };
}

/** The text of a file that the editor chose or dropped; a refusal if it can't be one of data. */
export async function readFile(file: File): Promise<string | BadData> {
  if (/\.ya?ml$/i.test(file.name)) return yamlFound(`“${file.name}”`);
  if (file.size > SIZE_LIMIT_BYTES) {
    return bad(`“${file.name}” has more than 2 MB. Leave out what no box shows, such as map detail.`);
  }
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(await file.arrayBuffer());
  } catch {
    return bad(`“${file.name}” can’t be read, or is no text in UTF-8. Save it in this encoding.`);
  }
}

/** Fetches and checks a file. Rejects only with the reason of the signal. */
export async function readDataAddress(address: string, signal: AbortSignal): Promise<GoodData | BadData> {
  try {
    // Whoever mends a file at an address and looks again wants the mended one.
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
  const count = `${String(issues.length)} ${issues.length === 1 ? 'place' : 'places'}`;
  return {
    kind: 'bad',
    message:
      code === 'invalid' ? `The data can’t be shown yet. Mend ${count}:` : 'The file is written for another version:',
    issues,
  };
}

function bad(message: string): BadData {
  return {kind: 'bad', message, issues: []};
}

/** Whether a text that is no JSON is probably YAML: its first line is a comment, a document's start or a key. */
function looksLikeYaml(text: string): boolean {
  return /^\s*(?:#|---|[\w-]+:(?:\s|$))/.test(text);
}

function yamlFound(what: string): BadData {
  return bad(
    `${what} is YAML. This page reads JSON; npx summit-embeds validate FILE --out FILE.json makes it from YAML.`,
  );
}
