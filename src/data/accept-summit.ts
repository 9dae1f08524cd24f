import {kinds, outline, type ObjectOutline, type Outline} from './schema-outline.js';
import type {Summit} from './summit.js';
import {UNSAFE} from './unsafe.js';

/** Larger data are left to `parseSummit`, which pauses. The bundled summit has 2,000 values. */
const MAX_VALUES = 10_000;

/** Limits of a box. */
const MAX_LINES = 2000;
const MAX_CHARACTERS = 600_000;

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === '[object Object]';

const patterns = kinds.map(([pattern]) => typeof pattern === 'string' && new RegExp(pattern));

function accept(isMet: boolean): asserts isMet {
  if (!isMet) throw new Error();
}

/**
 * Validates unknown data in the usual case. It accepts less than `parseSummit` and never more, explains nothing, and
 * returns the same summit, so a page needs `parseSummit` only for data that are invalid, unusual or long. For example,
 * this function accepts no unknown key.
 *
 * @returns Undefined: `parseSummit` has to decide.
 */
export function acceptSummit(input: unknown): Summit | undefined {
  /** The distinct ids of the entries of each list, by its outline. */
  const ids = new Map<unknown, ReadonlySet<unknown>>();
  const references: (readonly [list: string, id: unknown])[] = [];
  let count = 0;

  // Reads each value once: an object of the page may return another one each time.
  const read = (node: Outline, value: unknown): unknown => {
    accept(++count < MAX_VALUES);
    if (typeof node === 'number') {
      const [least, most = 0, isWhole] = kinds[node] ?? [];
      const pattern = patterns[node];
      accept(
        pattern
          ? typeof value === 'string' && value.length <= most && pattern.test(value) && !UNSAFE.test(value)
          : typeof value === 'number' &&
              value >= Number(least) &&
              value <= most &&
              (!isWhole || Number.isInteger(value)),
      );
    } else if (typeof node === 'string') {
      if (node.startsWith('#')) references.push([node.slice(1), value]);
      else accept(node.split('|').includes(value as string));
    } else if (node === true) {
      accept(typeof value === 'boolean');
    } else if (Array.isArray(node)) {
      accept(Array.isArray(value));
      const {length} = value;
      const isTuple = node.length > 1;
      accept(length < MAX_LINES && (!isTuple || length === node.length));
      const list = Array.from({length}, (_, i) => read(node[isTuple ? i : 0] as Outline, value[i]));
      const names = new Set(
        list.map((entry) => (entry as Partial<Summit>).id ?? (entry as Partial<Summit>).lang ?? entry),
      );
      // Also where repetitions would be valid, since they are rare.
      accept(isTuple || names.size === length);
      ids.set(node, names);
      return Object.freeze(list);
    } else {
      accept(isPlain(value));
      const left = new Set(Object.keys(value));
      const result: Record<string, unknown> = {};
      for (const [name, part] of Object.entries(node as ObjectOutline)) {
        const key = name.replace('_', '');
        if (left.delete(key)) result[key] = read(part, value[key]);
        else accept(key !== name);
      }
      accept(left.size === 0);
      return Object.freeze(result);
    }
    return value;
  };

  try {
    const summit = read(outline, input) as Summit;
    const {when, reviewBy, asOf, changes} = summit;
    for (const [list, id] of references) accept(ids.get(outline[list])?.has(id) ?? false);
    accept(!when?.end || when.end >= when.start);
    accept(!reviewBy || !!asOf?.date || changes.length > 0);
    accept(isShort(summit));
    return summit;
  } catch {
    return undefined;
  }
}

/** Whether each box is surely within the limits of `check-output.ts`. */
function isShort(summit: Summit): boolean {
  const {status, actors, topics, claims, positions, constraints = [], regions, facts, sources, changes, map} = summit;
  const lengthOf = (value: unknown): number => JSON.stringify(value).length;
  const names = [
    ...actors.map(({name, shortName = name}) => shortName),
    ...sources.map(({title, shortTitle = title}) => shortTitle),
  ];
  // At the limits, a name takes as long as twelve characters.
  const longest = Math.max(12, ...names.map(({length}) => length));
  /** Lines and characters under a claim. */
  const sizes = new Map(
    claims.map((claim) => {
      const {id, by = [], disputedBy = [], refs} = claim;
      return [id, {lines: 1, characters: lengthOf(claim) + longest * (by.length + disputedBy.length + refs.length)}];
    }),
  );
  for (const {targets = []} of changes) {
    for (const id of targets) {
      const size = sizes.get(id);
      if (size) size.lines += 1;
    }
  }
  const drawn = [map?.land, map?.neighbours, map?.seas, sources, changes, ...regions.map(() => [1, 2, 3])];
  const boxes: readonly (readonly View[])[] = [
    // A main aim is shown twice.
    [...topics, ...constraints, ...positions, ...positions],
    positions.flatMap((position) => position.regions?.map(() => position) ?? []),
    [...facts, ...facts.flatMap(({items = []}) => items)],
  ];
  return boxes.every((views) => {
    let lines = drawn.flat().length + (topics.length + 2) * actors.length + views.length;
    let characters = 2 * lengthOf(summit) + lengthOf(views);
    for (const {claims: ids = [], brief} of [status as View, ...views]) {
      for (const size of [...ids, ...(brief?.claims ?? [])].flatMap((id) => sizes.get(id) ?? [])) {
        lines += size.lines;
        characters += size.characters;
      }
    }
    return lines < MAX_LINES && characters < MAX_CHARACTERS;
  });
}

/** A part of a box, with the claims below it. */
interface View {
  readonly claims?: readonly string[] | undefined;
  readonly brief?: {readonly claims: readonly string[]} | undefined;
}
