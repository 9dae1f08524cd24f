/** What isn’t filled in yet. It counts in the check, but a form says so only once the editor was there. */
import type {Issue} from '../../src/data/issue.js';
import type {Summit} from '../../src/data/summit.js';
import {valueAt} from './commands/fields.js';

/** Messages about an entry that lacks something, in the words of the validator. */
const LACKS = /^has (?:no|neither) /;

/** Whether an issue is only that something isn’t filled in yet. */
export function isUnfinished(summit: Summit, {path, message}: Issue): boolean {
  const value = valueAt(summit, path);
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) || LACKS.test(message);
}

/** A path that stays the same when entries are moved or removed: with their ids in place of indices. */
export function toStablePath(summit: Summit, path: string): string {
  let node: unknown = summit;
  const steps = path.match(/[^.[\]]+/g) ?? [];
  return steps
    .map((step) => {
      const isList = Array.isArray(node);
      node = typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[step] : undefined;
      const id = isList ? (node as {readonly id?: unknown} | undefined)?.id : undefined;
      return typeof id === 'string' && id !== '' ? id : step;
    })
    .join('.');
}
