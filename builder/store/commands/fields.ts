/** Commands on a single field, addressed by the path that the validator uses, such as `claims[3].text`. */
import type {WritableDraft} from '../draft.js';

type Node = Record<string | number, unknown>;

/** The keys and indices of a path. */
function keysOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
}

/** The value at a path; `undefined` if there is none. */
export function valueAt(root: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? (node as Node)[key] : undefined),
    root,
  );
}

/**
 * Sets the field at a path of the summit, and the objects on the way to it. `undefined` removes the field; an object on
 * the way that is then empty is removed too.
 */
export function setField({summit}: WritableDraft, path: string, value: unknown): void {
  const keys = keysOf(path);
  const last = keys.at(-1);
  if (last === undefined) return;
  const owners: Node[] = [summit];
  for (const [i, key] of keys.slice(0, -1).entries()) {
    const owner = owners[i];
    if (!owner) return;
    if (owner[key] === undefined) {
      if (value === undefined) return;
      owner[key] = typeof keys[i + 1] === 'number' ? [] : {};
    }
    owners.push(owner[key] as Node);
  }
  const owner = owners.at(-1);
  if (!owner) return;
  if (value !== undefined) {
    owner[last] = value;
    return;
  }
  if (Array.isArray(owner)) owner.splice(Number(last), 1);
  else Reflect.deleteProperty(owner, last);
  for (let i = owners.length - 1; i > 0; i -= 1) {
    const parent = owners[i - 1];
    const key = keys[i - 1];
    const isGone =
      parent && key !== undefined && !Array.isArray(owners[i]) && Object.keys(owners[i] ?? {}).length === 0;
    if (!isGone || typeof key === 'number') return;
    Reflect.deleteProperty(parent, key);
  }
}
