import {isRecord} from '../data/copy-plain.js';
import type {Issue} from '../data/issue.js';
import type {Place} from './part.js';
import {findPart, makePlaces, offsetOf} from './part.js';
import {readJson} from './read-json.js';
import {readYaml} from './read-yaml.js';
import {CUT_TEXT} from './yaml-advice.js';

/** An issue with its line and column. */
export interface PlacedIssue extends Issue, Place {}

/** A parsed data file. */
export interface DataFile {
  /** The file's name in messages. */
  readonly name: string;
  /** The content; `undefined` if the syntax is invalid. */
  readonly value?: unknown;
  /** The text of the file; `undefined` if it can't be decoded. */
  readonly text?: string;
  /** Syntax errors and ambiguities. */
  readonly faults: readonly PlacedIssue[];
  /** Warnings about comments in YAML that may be meant as part of a text. */
  readonly cuts: readonly CutText[];
  /**
   * Adds the position to an issue: that of the value at its path, or of the nearest ancestor if the value is missing.
   */
  place(issue: Issue, atKey?: boolean): PlacedIssue;
  /** The text at a path; `undefined` if there is none. */
  textAt(path: string): string | undefined;
}

/** A comment behind an unquoted text, or in its place. */
interface CutText extends PlacedIssue {
  /** Whether nothing of the text is left. */
  readonly isWhole: boolean;
}

/** The largest file, in bytes. The same limit as in the elements. */
export const MAX_DATA_BYTES = 2_000_000;

/** Decodes and parses the bytes of a file. */
export async function parseDataBytes(name: string, bytes: Uint8Array): Promise<DataFile> {
  if (bytes.length > MAX_DATA_BYTES) return tooLarge(name);
  const {text, bad} = decode(bytes);
  if (bad !== undefined) {
    return refuse(name, 'isn’t in UTF-8; save it with that encoding', makePlaces(text)(bad));
  }
  return parseDataFile(name, text);
}

/** The result for a file that is too large to be read. */
export function tooLarge(name: string): DataFile {
  const limit = `${String(MAX_DATA_BYTES / 1e6)} MB`;
  return refuse(name, `is larger than ${limit}, the limit in browsers; remove data that no box shows`);
}

/** Parses the text of a file. */
export async function parseDataFile(name: string, text: string): Promise<DataFile> {
  const places = makePlaces(text);
  const {read, faults, cuts = []} = isJson(name, text) ? {...readJson(text)} : await readYaml(text);
  const {value, part} = read ?? {value: undefined, part: {start: 0}};
  return {
    name,
    value: addTexts(value),
    text,
    cuts: cuts.map(({at, path, isWhole}) => ({
      path,
      isWhole,
      message: isWhole ? CUT_TEXT : `${CUT_TEXT} (a comment needs two spaces before the # and one after it)`,
      ...places(at),
    })),
    faults: faults.map(({at, ...fault}) => ({...fault, ...(typeof at === 'number' ? places(at) : at)})),
    place(issue, atKey = false) {
      const {part: nearest, found} = findPart(part, issue.path);
      return {...issue, ...places(atKey && found ? (nearest.key ?? nearest.start) : offsetOf(nearest))};
    },
    textAt(path) {
      const {part: nearest, found} = findPart(part, path);
      return found ? nearest.text : undefined;
    },
  };
}

/** Gives a translation an empty object for a `texts:` with nothing but comments, as `translate` writes it. */
function addTexts(value: unknown): unknown {
  return isRecord(value) && value['texts'] === null && Object.hasOwn(value, 'of') ? {...value, texts: {}} : value;
}

/** Decodes UTF-8 and removes a byte order mark. `bad` is the offset of the first invalid character, if there is one. */
export function decode(bytes: Uint8Array): {readonly text: string; readonly bad?: number} {
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes)};
  } catch {
    const text = new TextDecoder().decode(bytes);
    return {text, bad: Math.max(0, text.indexOf('\ufffd'))};
  }
}

function refuse(name: string, message: string, place: Place = {line: 1, column: 1}): DataFile {
  return {
    name,
    faults: [{path: '', message, ...place}],
    cuts: [],
    place: (issue) => ({...issue, ...place}),
    textAt: () => undefined,
  };
}

/** Whether the file is JSON, not YAML. */
export function isJson(name: string, text: string): boolean {
  if (/\.json$/i.test(name)) return true;
  if (/\.ya?ml$/i.test(name)) return false;
  return /^\s*[{[]/.test(text);
}
