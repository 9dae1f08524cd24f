import type {Claim} from '../../../src/data/summit.js';
import {placesIn, type Paragraph} from './split-article.js';

/** Which statements were made from which part of an article. Statements are given by index. */
export interface Uses {
  /** The number of statements of a sentence, by its place. */
  readonly counts: ReadonlyMap<string, number>;
  /** The statements to list under a paragraph, by its index: each only under the first of its places. */
  readonly listed: ReadonlyMap<number, readonly number[]>;
  /** The statements of other sources, and of places that the text doesn't have. */
  readonly others: readonly number[];
  readonly usedCount: number;
  readonly sentenceCount: number;
}

export function findUses(claims: readonly Claim[], source: string, paragraphs: readonly Paragraph[]): Uses {
  const places = new Map(
    paragraphs.flatMap((paragraph, index) => placesIn(paragraph).map((at) => [at, index] as const)),
  );
  const counts = new Map<string, number>();
  const listed = new Map<number, number[]>();
  const others: number[] = [];
  for (const [i, {refs}] of claims.entries()) {
    const found = refs.filter((ref) => ref.source === source && ref.at !== undefined && places.has(ref.at));
    for (const {at = ''} of found) counts.set(at, (counts.get(at) ?? 0) + 1);
    const paragraph = places.get(found[0]?.at ?? '');
    const list = paragraph === undefined ? others : (listed.get(paragraph) ?? []);
    list.push(i);
    if (paragraph !== undefined) listed.set(paragraph, list);
  }
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  const usedCount = sentences.filter(({at}) => counts.has(at)).length;
  return {counts, listed, others, usedCount, sentenceCount: sentences.length};
}
