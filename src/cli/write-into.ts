import type {Node, Pair, YAMLMap} from 'yaml';
import {suggest} from '../data/suggest.js';
import {checkSummitFile} from '../authoring/check-data-file.js';
import type {CliEnvironment} from './cli-environment.js';
import {today} from './cli-environment.js';
import {outdatedParts, type MapResult} from '../authoring/apply-map.js';
import type {Shape} from '../authoring/draw-map.js';
import {isSameJson} from '../authoring/is-same-json.js';
import {printableLine} from './printable.js';
import {isJson, parseDataFile} from '../authoring/parse-data-file.js';
import {readDataFile} from './read-data-file.js';
import {YAML_OPTIONS} from '../authoring/yaml-options.js';
import {reportIssues} from './report-issues.js';
import {writeText} from './write-result.js';

type Entries = Readonly<Record<string, unknown>>;

/**
 * Writes the map and the shapes into a summit file; the rest of its text stays as it is. Returns whether the file was
 * written: not if it lacks a region, or if the result would be invalid.
 */
export async function writeInto(path: string, {map, regions}: MapResult, io: CliEnvironment): Promise<boolean> {
  const file = await readDataFile(path, io);
  const refuse = (message: string): false => {
    io.stderr(`${printableLine(`${file.name}: ${message}; nothing was written`)}\n`);
    return false;
  };
  if (file.text === undefined || file.faults.length > 0) {
    io.stderr(reportIssues(file.name, {kind: 'unknown', errors: file.faults, warnings: []}));
    return refuse('can’t be read');
  }
  const value = (file.value ?? {}) as Entries;
  const listed = (Array.isArray(value['regions']) ? value['regions'] : []) as readonly (Entries | null)[];
  const places = new Map(listed.map((region, i) => [region?.['id'], i]));
  const unknown = regions.filter(({id}) => !places.has(id));
  if (unknown.length > 0) {
    const ids = [...places.keys()].filter((id) => typeof id === 'string');
    return refuse(unknown.map(({id}) => describeUnknown(id, ids)).join('; '));
  }
  const outdated = outdatedParts(value['map'] ?? {}, map);
  if (outdated.length > 0) {
    return refuse(`remove ${outdated.map((key) => `map.${key}`).join(', ')} first, which doesn’t fit the new map`);
  }

  const shapes = new Map(regions.map(({id, shape}) => [places.get(id) ?? 0, shape]));
  const expected = {
    ...value,
    map: {...(value['map'] as Entries | undefined), ...map},
    regions: listed.map((region, i) => (shapes.has(i) ? {...region, shape: shapes.get(i)} : region)),
  };
  const text = await edit(file.text, isJson(path, file.text), map, shapes, expected);
  const result = await parseDataFile(path, text);
  const {errors, ...checked} = await checkSummitFile(result, today(io));
  if (errors.length > 0 || !isSameJson(result.value, expected)) {
    io.stderr(reportIssues(`${file.name} with the map`, {...checked, errors, warnings: []}));
    return refuse('would be invalid with the map');
  }
  await writeText(path, text, true, io);
  io.stderr(`Wrote ${printableLine(path)}.\n`);
  const old = listed.flatMap((region, i) => (region?.['shape'] && !shapes.has(i) ? [String(region['id'])] : []));
  if (old.length > 0) {
    io.stderr(`${printableLine(`Draw these too: ${old.join(', ')}. Their old outlines don’t fit the new map.`)}\n`);
  }
  return true;
}

function describeUnknown(id: string, ids: readonly string[]): string {
  const like = suggest(id, ids);
  if (like !== undefined) return `has no region '${id}'; did you mean '${like}'?`;
  const known = ids.length > 0 ? `its regions are ${ids.slice(0, 10).join(', ')}${ids.length > 10 ? ', …' : ''}` : '';
  return `has no region '${id}'; ${known || 'it has no regions'}`;
}

/** Edits the text where the values stand. If that isn't possible, has the library write the whole file. */
async function edit(
  text: string,
  isJsonFile: boolean,
  map: MapResult['map'],
  shapes: ReadonlyMap<number, Shape>,
  expected: Entries,
): Promise<string> {
  const yaml = await import('yaml');
  const document = yaml.parseDocument(text, YAML_OPTIONS);
  const editor = new TextEditor(text, isJsonFile, yaml.isMap);
  const root = document.contents;
  if (document.errors.length === 0 && yaml.isMap<Node, Node | null>(root)) {
    for (const [i, shape] of shapes) editor.set(document.getIn(['regions', i]), 'shape', shape);
    const oldMap = document.get('map');
    if (yaml.isMap(oldMap)) for (const [key, part] of Object.entries(map)) editor.set(oldMap, key, part);
    else editor.set(root, 'map', map);
    const edited = editor.apply();
    const {value} = await parseDataFile(isJsonFile ? '.json' : '.yaml', edited);
    if (isSameJson(value, expected)) return edited;
  }
  if (isJsonFile) return `${JSON.stringify(expected, null, /\n([ \t]+)/.exec(text)?.[1])}\n`;
  for (const [i, shape] of shapes) document.setIn(['regions', i, 'shape'], document.createNode(shape, {flow: true}));
  document.set('map', expected['map']);
  return document.toString({lineWidth: 0, flowCollectionPadding: false});
}

/** Collects changes of maps in a YAML or JSON text. */
class TextEditor {
  readonly #text: string;
  readonly #isJson: boolean;
  readonly #isMap: (node: unknown) => boolean;
  readonly #changes: {readonly from: number; readonly to: number; readonly by: string}[] = [];

  constructor(text: string, isJsonFile: boolean, isMap: (node: unknown) => boolean) {
    this.#text = text;
    this.#isJson = isJsonFile;
    this.#isMap = isMap;
  }

  /** Sets a key of a map: replaces its value, or adds it as the last one. */
  set(node: unknown, key: string, value: unknown): void {
    if (!this.#isMap(node)) return;
    const {items, flow} = node as YAMLMap<Node & {value?: unknown}, Node | null>;
    const entry = items.find((pair) => pair.key.value === key);
    const old = entry?.value;
    const last = items.at(-1);
    const keyStart = last?.key.range?.[0] ?? 0;
    const lineStart = this.#text.lastIndexOf('\n', keyStart - 1) + 1;
    // In a block, an entry of a list begins with a hyphen.
    const before = this.#text.slice(lineStart, keyStart);
    const isOnOwnLine = flow ? /^\s*$/.test(before) && lineStart > 0 : true;
    const indent = flow ? before : before.replace(/[^\t]/g, ' ');
    const written = this.#write(value, isOnOwnLine ? indent : undefined, flow === true);
    if (entry && old?.range) {
      const afterKey = this.#text.indexOf(':', entry.key.range?.[1]) + 1;
      this.#changes.push({from: afterKey, to: this.#backFrom(endOf(old)), by: written});
      return;
    }
    if (!last) return;
    const name = this.#isJson ? JSON.stringify(key) : key;
    let at = this.#backFrom(endOf(last.value ?? last.key));
    if (!flow) {
      const lineEnd = this.#text.indexOf('\n', at);
      at = lineEnd < 0 ? this.#text.length : lineEnd - (this.#text[lineEnd - 1] === '\r' ? 1 : 0);
    }
    const separator = flow ? (isOnOwnLine ? `,${this.#newline}${indent}` : ', ') : `${this.#newline}${indent}`;
    this.#changes.push({from: at, to: at, by: `${separator}${name}:${written}`});
  }

  /** Returns the text with all changes. */
  apply(): string {
    // Of changes at one place, the first comes first.
    const inOrder = [...this.#changes].sort((one, other) => one.from - other.from);
    let end = 0;
    let result = '';
    for (const {from, to, by} of inOrder) {
      result += this.#text.slice(end, from) + by;
      end = to;
    }
    return result + this.#text.slice(end);
  }

  get #newline(): string {
    return this.#text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** The ends of block texts include line breaks. */
  #backFrom(end: number): number {
    let at = end;
    while (/\s/.test(this.#text[at - 1] ?? '')) at--;
    return at;
  }

  /**
   * Writes what follows a key and its colon.
   *
   * @param indent Indent of the key; `undefined`: the map is on one line.
   */
  #write(value: unknown, indent: string | undefined, isFlow: boolean): string {
    if (this.#isJson && indent !== undefined) {
      const unit = /\n([ \t]+)/.exec(this.#text)?.[1] ?? '  ';
      return ` ${formatJson(value, unit).replaceAll('\n', `${this.#newline}${indent}`)}`;
    }
    // A map at the top level of YAML has one line for each of its keys; a list of maps, for each map.
    if (!isFlow && indent === '' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return Object.entries(value)
        .map(([key, part]: [string, unknown]) => `${this.#newline}  ${key}:${this.#write(part, '  ', false)}`)
        .join('');
    }
    if (!isFlow && Array.isArray(value) && value.some((entry) => typeof entry === 'object')) {
      return value.map((entry) => `${this.#newline}${indent ?? ''}  - ${this.#writeFlow(entry)}`).join('');
    }
    return ` ${this.#writeFlow(value)}`;
  }

  #writeFlow(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map((entry) => this.#writeFlow(entry)).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const entries = Object.entries(value).map(
      ([key, part]) => `${this.#isJson ? JSON.stringify(key) : key}: ${this.#writeFlow(part)}`,
    );
    return `{${entries.join(', ')}}`;
  }
}

/** End of a value, without a comment after it. */
function endOf(node: Node): number {
  const {items, flow} = node as Partial<YAMLMap<Node, Node | null>>;
  const last = flow ? undefined : (items?.at(-1) as Pair<Node, Node | null> | Node | undefined);
  if (!last) return node.range?.[1] ?? 0;
  return endOf('key' in last ? (last.value ?? last.key) : last);
}

/** JSON with each point on one line. */
export function formatJson(value: unknown, indent: string): string {
  const json = JSON.stringify(value, null, indent);
  const lists = /\[\n\s+[-\d.]+(?:,\n\s+[-\d.]+)*\n\s*\]/g;
  return json.replace(lists, (list) => list.replace(/\s+/g, '').replaceAll(',', ', '));
}
