/** What can be chosen from a geometry file, in words for people, and what of it fits the places of a summit. */
import {kindOf, normalizeValue, valuesOf, type Kind, type SourceFeature} from './pick-features.js';

/** One feature, or several that have the same name. */
export interface Area {
  /** Its name. No other area has the same one. */
  readonly label: string;
  readonly kind: Kind;
  /** Its features, which are drawn as one. */
  readonly features: readonly SourceFeature[];
  /** Whether it is only one of the features with its name, each of which is also in the area of all of them. */
  readonly isPart: boolean;
  /** Its values in lower case, to be searched. */
  readonly words: readonly string[];
  /** ISO 3166 code, if a value looks like one of a region. */
  readonly code: string | undefined;
  /** Wikidata item, if a value looks like one. */
  readonly wikidata: string | undefined;
}

/** Values of a feature that are searched: some files have a hundred properties. */
const SEARCHED_VALUES = 40;

interface Named {
  readonly feature: SourceFeature;
  readonly name: string;
  readonly values: readonly string[];
}

/** The form in which names are compared. */
function fold(text: string): string {
  return normalizeValue(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Lists what can be chosen, in alphabetical order. Features with the same name are one area; if each of them also has a
 * value of its own, each is an area too.
 */
export function listAreas(features: readonly SourceFeature[]): Area[] {
  let unnamed = 0;
  const named = features.flatMap((feature): Named[] => {
    if (!kindOf(feature.parts)) return [];
    const values = valuesOf(feature, undefined)
      .map(({value}) => normalizeValue(value))
      .filter(Boolean);
    return [{feature, name: values[0] ?? `Without a name ${String((unnamed += 1))}`, values}];
  });
  const owners = new Map<string, number>();
  for (const {values} of named) for (const value of new Set(values)) owners.set(value, (owners.get(value) ?? 0) + 1);
  const groups = new Map<string, Named[]>();
  for (const entry of named) {
    const group = groups.get(entry.name);
    if (group) group.push(entry);
    else groups.set(entry.name, [entry]);
  }
  const areas = new Map<string, Area>();
  for (const [name, group] of groups) areas.set(name, toArea(name, group, false));
  for (const [name, group] of groups) {
    if (group.length === 1) continue;
    const own = group.map(({values}) => values.find((value) => owners.get(value) === 1));
    if (own.includes(undefined)) continue;
    for (const [i, entry] of group.entries()) {
      const label = `${name} (${own[i] ?? ''})`;
      if (!areas.has(label)) areas.set(label, toArea(label, [entry], true));
    }
  }
  return [...areas.values()].sort((one, other) => one.label.localeCompare(other.label, 'en'));
}

function toArea(label: string, group: readonly Named[], isPart: boolean): Area {
  const values = group.flatMap((entry) => entry.values.slice(0, SEARCHED_VALUES));
  const isOne = group.length === 1;
  const kinds = new Set(group.map(({feature}) => kindOf(feature.parts)));
  return {
    label,
    kind: kinds.has('area') ? 'area' : kinds.has('line') ? 'line' : 'point',
    features: group.map(({feature}) => feature),
    isPart,
    words: [...new Set([label, ...values].map(fold))],
    code: isOne ? values.find((value) => /^[A-Z]{2}-[A-Z\d]{1,3}$/.test(value)) : undefined,
    wikidata: isOne ? values.find((value) => /^Q\d{1,19}$/.test(value)) : undefined,
  };
}

/** The features of some areas, each with its area's name as its only value. */
export function toFeatures(areas: readonly Area[]): SourceFeature[] {
  return areas.flatMap(({label, features}) =>
    features.map(({parts}) => ({id: undefined, properties: {name: label}, parts})),
  );
}

/** The areas with this text in one of their values; all if the text is empty. */
export function findAreas(areas: readonly Area[], text: string): readonly Area[] {
  const searched = fold(text);
  return searched ? areas.filter(({words}) => words.some((word) => word.includes(searched))) : areas;
}

/** What an area is matched by. */
interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly native?: {readonly name: string} | undefined;
  readonly code?: string | undefined;
  readonly wikidata?: string | undefined;
}

/**
 * Finds the area of each place: the one whose name it has, or the only one with its code, its Wikidata item or its
 * name in a value. No area that only has a similar name: a wrong outline is worse than none. Returns labels by ids.
 */
export function matchPlaces(areas: readonly Area[], places: readonly NamedPlace[]): Record<string, string> {
  const byName = new Map(areas.map((area) => [fold(area.label), area]));
  const byWord = new Map<string, Area | undefined>();
  for (const area of areas) {
    if (area.isPart) continue;
    for (const word of area.words) byWord.set(word, byWord.has(word) ? undefined : area);
  }
  const matches: Record<string, string> = {};
  const taken = new Set<string>();
  for (const {id, name, native, code, wikidata} of places) {
    const [names, all] = [
      [name, native?.name],
      [code, wikidata, name, native?.name],
    ].map((keys) => keys.flatMap((key) => (key?.trim() ? [fold(key)] : [])));
    const found = [...(names ?? []).map((key) => byName.get(key)), ...(all ?? []).map((key) => byWord.get(key))];
    const area = found.find((one) => one && !taken.has(one.label));
    if (!area) continue;
    matches[id] = area.label;
    taken.add(area.label);
  }
  return matches;
}
