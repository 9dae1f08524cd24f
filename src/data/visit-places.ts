import {isRecord} from './copy-plain.js';
import {placeIn} from './report.js';

/** `path` tells where the value stands; of thousands few are asked for it. It is good for the time of the call. */
type Visit = (value: unknown, path: () => string) => void;

/**
 * Calls `visit` for every place that a pattern such as `facts.*.items.*.claims` stands for; `*` is each entry of a list.
 * The data may be anything: where they have another shape than the pattern, there is nothing to visit.
 *
 * @param place Where the data stand in the file.
 */
export function visitPlaces(data: unknown, pattern: string, visit: Visit, place = ''): void {
  const steps = pattern.split('.');
  const keys: (string | number)[] = [];
  const path = (): string => keys.reduce<string>(placeIn, place);
  const walk = (value: unknown, done: number): void => {
    const step = steps[done];
    if (step === undefined) visit(value, path);
    else if (step !== '*') {
      if (!isRecord(value) || !Object.hasOwn(value, step)) return;
      keys[done] = step;
      walk(value[step], done + 1);
    } else if (Array.isArray(value)) {
      value.forEach((entry, i) => {
        keys[done] = i;
        walk(entry, done + 1);
      });
    }
  };
  walk(data, 0);
}
