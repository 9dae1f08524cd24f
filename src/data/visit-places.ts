import {isRecord} from './copy-plain.js';
import {placeIn} from './report.js';

/**
 * `path` returns the path of the value. It is a function because few visitors need the path; call it only during the
 * visit.
 */
type Visit = (value: unknown, path: () => string) => void;

/**
 * Calls `visit` for every value that matches a pattern such as `facts.*.items.*.claims`; `*` matches each entry of a
 * list. The data may have any shape; parts that don't match the pattern are skipped.
 *
 * @param place Path of `data` in the file.
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
