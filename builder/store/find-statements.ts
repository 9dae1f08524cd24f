/** Finds statements among many, for pick lists. */
import type {Certainty, Claim, Summit} from '../../src/data/summit.js';
import {labelOf} from './labels.js';

/** The certainties, in words. */
export const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  stated: 'own words',
  reported: 'reported',
  analysis: 'analysis',
  speculation: 'speculation',
};

/** Who makes a statement, in words. */
export function speakersIn(summit: Summit, {by}: Claim): string {
  return by && by.length > 0 ? by.map((id) => labelOf(summit, 'actors', id)).join(', ') : 'the source';
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The statements that have every word of `query` in their text, quotation, speaker or certainty.
 *
 * @param first The actor whose statements come first.
 */
export function findStatements(summit: Summit, query: string, first?: string): readonly Claim[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const found = summit.claims.filter((claim) => {
    if (words.length === 0) return true;
    const text = plain(
      [claim.text, claim.quote?.text ?? '', speakersIn(summit, claim), CERTAINTIES[claim.certainty]].join(' '),
    );
    return words.every((word) => text.includes(word));
  });
  if (first === undefined) return found;
  const isOwn = ({by}: Claim): boolean => by?.includes(first) ?? false;
  return [...found.filter(isOwn), ...found.filter((claim) => !isOwn(claim))];
}
