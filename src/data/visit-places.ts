import {isRecord} from './copy-plain.js';
import {placeIn} from './report.js';

type Visit = (path: string, value: unknown) => void;

function walk(value: unknown, steps: readonly string[], done: number, place: string, visit: Visit): void {
  const step = steps[done];
  if (step === undefined) visit(place, value);
  else if (step !== '*') {
    if (isRecord(value) && Object.hasOwn(value, step)) walk(value[step], steps, done + 1, placeIn(place, step), visit);
  } else if (Array.isArray(value)) {
    for (const [i, entry] of value.entries()) walk(entry, steps, done + 1, placeIn(place, i), visit);
  }
}

/**
 * Calls `visit` for every place that a pattern such as `facts.*.items.*.claims` stands for; `*` is each entry of a list.
 * The data may be anything: where they have another shape than the pattern, there is nothing to visit.
 *
 * @param place Where the data stand in the file.
 */
export function visitPlaces(data: unknown, pattern: string, visit: Visit, place = ''): void {
  walk(data, pattern.split('.'), 0, place, visit);
}
