/** Ids are made from labels, so that nobody types them. An id never changes, even if its label does. */
import {lists} from '../../src/data/schema-paths.js';

const MAX_WORDS = 5;
const MAX_LENGTH = 60;

/**
 * An id from the first words of a label: Latin letters without their accents, and digits. A label in another script
 * gives an id from `kind`, such as `claim-3`.
 *
 * @param taken The ids that the list has.
 */
export function makeId(label: string, kind: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const stem = (words ?? []).slice(0, MAX_WORDS).join('-').slice(0, MAX_LENGTH).replace(/-$/, '');
  const base = stem || kind;
  // Letters of other scripts give only the kind, which needs a number even if it is the first.
  if (stem && !taken.has(base)) return base;
  let number = stem ? 2 : 1;
  while (taken.has(`${base}-${String(number)}`)) number += 1;
  return `${base}-${String(number)}`;
}

/** The noun for an entry of each list, such as “claim”. */
export const nouns: ReadonlyMap<string, string> = new Map(lists);
