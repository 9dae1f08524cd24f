import type {Summit} from '../data/summit.js';
import {VERSION} from './version.js';

/** Identifies an edition of a summit. */
export type Edition = Pick<Summit, 'id' | 'revision'>;

/** The parts of a key that tell which edition the markup shows. The key also has the version and the attributes. */
export interface BoxKey extends Edition {
  /** Distinguishes editions with the same revision. Empty for a bundled summit. */
  readonly fingerprint: string;
}

/**
 * Formats the key that prerendered markup has in `data-key`.
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

/** Returns the key of prerendered content. Undefined if there is none or a filter has damaged it. */
export function findKey(content: ParentNode): string | undefined {
  const key = content.querySelector<HTMLElement>('[data-key]')?.dataset['key'];
  return key && /^[^|]*\|[^|]*\|\d*\|/.test(key) ? key : undefined;
}

/** Parses a key of any version, as `findKey` returns it. */
export function parseKey(key: string): BoxKey {
  const [, id = '', revision, fingerprint = ''] = key.split('|');
  return {id, revision: Number(revision), fingerprint};
}

/** Whether a key has a fingerprint or values of attributes. */
export function hasOptions(key: string): boolean {
  return !/^[^|]*\|[^|]*\|\d+\|+$/.test(key);
}
