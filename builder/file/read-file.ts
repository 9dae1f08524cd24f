import {decode, isJson, MAX_DATA_BYTES, parseDataFile, type PlacedIssue} from '../../src/authoring/parse-data-file.js';
import type {Place} from '../../src/authoring/part.js';
import {isText} from '../../src/data/check-characters.js';
import {isRecord} from '../../src/data/copy-plain.js';
import type {Issue} from '../../src/data/issue.js';

/** How a file is written. */
export type FileFormat = 'yaml' | 'json';

/** A file whose syntax is valid. Its content may still be incomplete or wrong. */
interface GoodFile {
  readonly kind: 'read';
  readonly value: Readonly<Record<string, unknown>>;
  readonly format: FileFormat;
  readonly text: string;
  /** Comments in YAML that may be meant as part of a text, with their line and column. */
  readonly warnings: readonly PlacedIssue[];
}

/** A file that can't be read, with the reasons. */
export interface BadFile {
  readonly kind: 'bad';
  readonly message: string;
  /** Further errors; empty if there is only the one that `message` tells. */
  readonly issues: readonly Issue[];
  /** One-based position of the first error in the text. */
  readonly at?: Place;
}

export type ReadFile = GoodFile | BadFile;

/**
 * Parses the text of a file in YAML or JSON, with the messages of the command line.
 *
 * @param name Its name, which tells the format; without an extension, the text tells it.
 */
export async function readSummitText(text: string, name: string): Promise<ReadFile> {
  const format = isJson(name, text) ? 'json' : 'yaml';
  const {value, faults, cuts} = await parseDataFile(name, text);
  const [first, ...others] = faults;
  if (first) {
    const {path, message, line, column} = first;
    const place = `Line ${String(line)}, column ${String(column)}${path ? `, ${path}` : ''}`;
    return {
      kind: 'bad',
      message: `This isn’t valid ${format.toUpperCase()}. ${place}: ${message}.`,
      issues: others.map((fault) => ({...fault, message: `line ${String(fault.line)}: ${fault.message}`})),
      at: {line, column},
    };
  }
  if (!isRecord(value)) {
    return {kind: 'bad', message: 'This has no fields. A file begins with one, such as title: The talks.', issues: []};
  }
  const warnings = cuts.filter(({path, isWhole}) => isWhole || isText(path));
  return {kind: 'read', value, format, text, warnings};
}

/** Reads the text of a file that the editor chose or dropped. Returns an error if it can't be a data file. */
export async function readChosenFile(file: File): Promise<string | BadFile> {
  const bad = (reason: string): BadFile => ({kind: 'bad', message: `“${file.name}” ${reason}`, issues: []});
  if (file.size > MAX_DATA_BYTES) {
    return bad('is larger than 2 MB. Remove data that no box shows, such as map detail.');
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return bad('can’t be read. Choose it again.');
  }
  const {text, bad: offset} = decode(new Uint8Array(bytes));
  return offset === undefined ? text : bad('isn’t UTF-8 text. Save it in UTF-8.');
}
