import type {Summit} from '../data/summit.js';
import {VERSION} from './version.js';

/** An edition of a summit. */
export type Edition = Pick<Summit, 'id' | 'revision'>;

/** What prerendered markup was made from: everything that its content depends on. */
export interface BoxKey extends Edition {
  /** Version of summit-embeds. */
  readonly version: string;
  /** Tells editions with the same revision apart. Empty for a bundled summit. */
  readonly fingerprint: string;
}

/**
 * Writes the key that prerendered markup carries as `data-key`.
 *
 * @param options Values of the attributes that change the content.
 */
export function formatKey({id, revision}: Edition, fingerprint: string | undefined, options: readonly unknown[]): string {
  return [VERSION, id, revision, fingerprint, ...options].join('|');
}

/** Reads a key of any version; undefined where there is none. */
export function parseKey(key: string | undefined): BoxKey | undefined {
  const [version, id, revision, fingerprint] = key?.split('|') ?? [];
  return version && id && revision ? {version, id, revision: Number(revision), fingerprint: fingerprint ?? ''} : undefined;
}

/** Finds the edition in the content of a box: its list of sources ends in `talks@3`. A filter that drops attributes leaves it. */
export function findEdition(content: ParentNode): Edition | undefined {
  for (const {textContent} of [...content.querySelectorAll('li')].reverse()) {
    const [, id, revision] = /^\s*([a-z\d-]+)@(\d+)(?![\w.-])/.exec(textContent) ?? [];
    if (id && revision) return {id, revision: Number(revision)};
  }
  return undefined;
}
