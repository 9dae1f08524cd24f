import {suggest} from '../data/suggest.js';
import type {Parts} from './read-geometry.js';

/** The geometry file can't be used to draw a map. The message gives the reason. */
export class GeometryError extends Error {
  /** The reason without advice for the command line. */
  readonly reason: string;

  /** @param advice What to do on the command line. */
  constructor(reason: string, advice?: string) {
    super(advice === undefined ? reason : `${reason}; ${advice}`);
    this.reason = reason;
  }
}

/** The same for the file with the neighbours. */
export class ContextError extends GeometryError {}

/** A region of the summit, with the value that identifies its feature. */
export interface Feature {
  readonly id: string;
  readonly value: string;
}

/** A feature of the geometry file. */
export interface SourceFeature {
  readonly id: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly parts: Parts;
}

export type Kind = 'area' | 'line' | 'point';

/** Maximum number of names in a message. */
const LISTED_NAMES = 10;

/** Maximum number of values in a line of the list: some files have a hundred properties, most of them translations. */
const LISTED_VALUES = 8;

/** How a geometry is drawn: its areas, else its lines, else its points. `undefined` if it has none of them. */
export function kindOf({areas, lines, points}: Parts): Kind | undefined {
  if (areas.length > 0) return 'area';
  if (lines.length > 0) return 'line';
  return points.length > 0 ? 'point' : undefined;
}

/** The form in which values are compared: the same name may be written with other code points or spaces. */
export function normalizeValue(value: string): string {
  return value.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** Finds features by their values. */
export class FeatureIndex {
  readonly #features: readonly SourceFeature[];
  readonly #key: string | undefined;
  readonly #byValue = new Map<string, SourceFeature[]>();

  /** @param key The only property to search; `undefined`: the id and all properties. */
  constructor(features: readonly SourceFeature[], key: string | undefined) {
    this.#features = features;
    this.#key = key;
    for (const feature of features) {
      for (const value of new Set(valuesOf(feature, key).map((entry) => normalizeValue(entry.value)))) {
        const found = this.#byValue.get(value);
        if (found) found.push(feature);
        else this.#byValue.set(value, [feature]);
      }
    }
  }

  /** Returns the features with this value. Throws a `GeometryError` that names similar ones if there are none. */
  find(value: string): readonly SourceFeature[] {
    const found = this.#byValue.get(normalizeValue(value));
    if (found) return found;
    const where = this.#key === undefined ? '' : ` in its property "${this.#key}"`;
    throw new GeometryError(
      `no feature has the value "${value}"${where}; ${this.#describeOthers(normalizeValue(value))}`,
    );
  }

  #describeOthers(value: string): string {
    const names = [...new Set(this.#features.map((feature) => nameOfFeature(feature, this.#key)))].filter(Boolean);
    // Names first: the work of a suggestion is limited.
    const like = suggest(value, new Set([...names, ...this.#byValue.keys()]));
    if (like !== undefined) return `did you mean "${like}"?`;
    const words = value.toLowerCase().match(/[\p{L}\p{M}]{4,}/gu) ?? [];
    const similar = names.filter((name) => words.slice(0, 9).some((word) => name.toLowerCase().includes(word)));
    const shown = similar.length > 0 ? similar : names;
    if (shown.length === 0) return '--list shows what the features have';
    return `there ${shown.length === 1 ? 'is' : 'are'} ${joinNames(shown)}; --list shows all values`;
  }

  /** Returns every value of the property as a region; its id is made from the value. */
  regionsByKey(): Feature[] {
    const values = [...this.#byValue.keys()];
    if (values.length === 0) {
      const keys = new Set(this.#features.flatMap(({properties}) => Object.keys(properties)));
      const hint = keys.size > 0 ? `; there are ${[...keys].slice(0, 20).join(', ')}` : '';
      throw new GeometryError(`no feature has the property "${this.#key ?? ''}"${hint}`);
    }
    const regions = values.map((value) => ({id: makeId(value), value}));
    const first = new Map<string, string>();
    for (const {id, value} of regions) {
      if (!id) throw new GeometryError(`no id can be made from "${value}"`, 'set the ids with --ids');
      const other = first.get(id);
      if (other !== undefined) {
        throw new GeometryError(`"${other}" and "${value}" result in the same id`, 'set the ids with --ids');
      }
      first.set(id, value);
    }
    return regions;
  }
}

/** Joins the first names, in quotation marks. */
export function joinNames(names: readonly string[]): string {
  const more = names.length > LISTED_NAMES ? `, … (${String(names.length - LISTED_NAMES)} more)` : '';
  return `${names
    .slice(0, LISTED_NAMES)
    .map((name) => `"${name}"`)
    .join(', ')}${more}`;
}

/** The feature's most name-like value; empty without values. */
export function nameOfFeature(feature: SourceFeature, key?: string): string {
  return valuesOf(feature, key)[0]?.value ?? '';
}

/** Lists the features, one per line: the kind of the geometry, then the values by which a feature can be chosen. */
export function listFeatures(features: readonly SourceFeature[], key: string | undefined): string[] {
  return features.map((feature) => {
    const values = new Map<string, string>();
    for (const {name, value} of valuesOf(feature, key)) {
      if (value.trim() && !values.has(value)) values.set(value, `${name} "${value}"`);
    }
    const shown = [...values.values()].slice(0, LISTED_VALUES);
    const more = values.size > shown.length ? `, … (${String(values.size - shown.length)} more)` : '';
    return `${(kindOf(feature.parts) ?? 'none').padEnd(5)}  ${shown.join(', ') || '(no values)'}${more}`;
  });
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** The values by which a feature can be chosen: names, then the id, then all others. */
export function valuesOf({id, properties}: SourceFeature, key: string | undefined): NamedValue[] {
  const keys = key === undefined ? Object.keys(properties) : Object.hasOwn(properties, key) ? [key] : [];
  const entries = keys.map((name) => ({name, value: properties[name], rank: rankOf(name)}));
  if (key === undefined) entries.push({name: 'id', value: id, rank: 3});
  return entries
    .filter(({value}) => typeof value === 'string' || typeof value === 'number')
    .sort((one, other) => one.rank - other.rank)
    .map(({name, value}) => ({name, value: String(value)}));
}

function rankOf(property: string): number {
  if (/^name$/i.test(property)) return 0;
  if (/^name(?:_?en|_?long)?$/i.test(property)) return 1;
  return /name|title|label/i.test(property) ? 2 : 4;
}

function makeId(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}
