import type {Summit} from '../data/summit.js';
import {VERSION} from './version.js';

/** An edition of a summit. */
export type Edition = Pick<Summit, 'id' | 'revision'>;

/** What prerendered markup was made from: everything that its content depends on. */
export interface BoxKey extends Edition {
  /** Tells editions with the same revision apart. Empty for a bundled summit. */
  readonly fingerprint: string;
}

/**
 * Writes the key that prerendered markup carries as `data-key`.
 *
 * @param options Values of the attributes that change the content.
 */
export function formatKey(
  {id, revision}: Edition,
  fingerprint: string | undefined,
  options: readonly unknown[],
): string {
  return [VERSION, id, revision, fingerprint, ...options].join('|');
}

/** The key of prerendered content; undefined where there is none, or a filter has damaged it. */
export function findKey(content: ParentNode): string | undefined {
  const key = content.querySelector<HTMLElement>('[data-key]')?.dataset['key'];
  return key && /^[^|]*\|[^|]*\|\d*\|/.test(key) ? key : undefined;
}

/** Reads a key of any version. Of content that doesn't say what it was made from, the id is empty. */
export function parseKey(key: string | undefined): BoxKey {
  const [, id = '', revision, fingerprint = 'unknown'] = key?.split('|') ?? [];
  return {id, revision: Number(revision), fingerprint};
}
