/** The differences between the published edition and the draft, each with its entry in the log of changes. */
import {compareSummits} from '../../src/authoring/compare-summits.js';
import type {FieldChange} from '../../src/authoring/compare-fields.js';
import type {Change, Summit} from '../../src/data/summit.js';
import {describeText} from './describe-text.js';
import {nameOf} from './labels.js';

/** A difference that readers may be told about. */
export interface Difference {
  /** Path with the ids of entries, such as `claims.clash` or `positions.kyiv.label`. */
  readonly path: string;
  /** Id of the statement, if it is about one. */
  readonly claim: string | undefined;
  readonly kind: 'changed' | 'added' | 'removed';
  /** What differs, in words. */
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Index of its entry in `changes` of the draft. */
  readonly entry: number | undefined;
}

export interface Differences {
  readonly shown: readonly Difference[];
  /** Other differences, in words: order, references, drawings. */
  readonly others: readonly string[];
}

const listed = new WeakMap<Summit, {readonly published: Summit; readonly differences: Differences}>();

/** Lists the differences; statements first. The result is kept as long as both are the same objects. */
export function listDifferences(published: Summit, draft: Summit): Differences {
  const known = listed.get(draft);
  if (known?.published === published) return known.differences;
  const differences = compare(published, draft);
  listed.set(draft, {published, differences});
  return differences;
}

function compare(published: Summit, draft: Summit): Differences {
  const {added, changed, withdrawn, fields, hasOtherOutlines} = compareSummits(published, draft);
  const entries = newEntries(published, draft);
  const byClaim = new Map(entries.flatMap(({index, change}) => (change.targets ?? []).map((id) => [id, index])));
  const claims = new Map(draft.claims.map((claim) => [claim.id, claim]));
  const shown: Difference[] = [];
  for (const [kind, pairs] of [
    ['changed', changed],
    ['added', added],
    ['removed', withdrawn],
  ] as const) {
    for (const {id, before, after} of pairs) {
      shown.push({
        path: `claims.${id}`,
        claim: id,
        kind,
        name: 'Statement',
        before: before?.text,
        // A withdrawn statement may still be in the file.
        after: (after ?? claims.get(id))?.text,
        entry: byClaim.get(id),
      });
    }
  }
  const untargeted = entries.filter(({change}) => (change.targets ?? []).length === 0);
  const others: string[] = hasOtherOutlines ? ['Drawing of the map'] : [];
  for (const field of fields) {
    const name = describeText(draft, field.path, published);
    const texts = textsOf(field);
    if (!texts) {
      others.push(field.kind === 'order' ? `${name}: order` : name);
      continue;
    }
    const entry = untargeted.find(({change: {text}}) =>
      [texts.after, texts.before].some((part) => part && text.includes(part)),
    );
    shown.push({
      path: field.path,
      claim: undefined,
      kind: field.kind === 'order' ? 'changed' : field.kind,
      name,
      ...texts,
      entry: entry?.index,
    });
  }
  return {shown, others};
}

/** The entries that the published edition doesn't have. */
function newEntries(published: Summit, {changes}: Summit): {readonly index: number; readonly change: Change}[] {
  const old = new Map<string, number>();
  for (const change of published.changes) old.set(keyOf(change), (old.get(keyOf(change)) ?? 0) + 1);
  return changes.flatMap((change, index) => {
    const left = old.get(keyOf(change)) ?? 0;
    old.set(keyOf(change), left - 1);
    return left > 0 ? [] : [{index, change}];
  });
}

function keyOf({kind, date, text, targets = []}: Change): string {
  return JSON.stringify([kind, date, text, targets]);
}

/** The old and the new text of a field that readers see as text. */
function textsOf({kind, before, after}: FieldChange): Pick<Difference, 'before' | 'after'> | undefined {
  if (kind === 'order') return undefined;
  const [old, now] = [before, after].map(toText);
  return (before !== undefined && old === undefined) || (after !== undefined && now === undefined)
    ? undefined
    : {before: old, after: now};
}

function toText(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  const name = nameOf(value as {readonly id: string});
  return name.startsWith('(') ? undefined : name;
}
