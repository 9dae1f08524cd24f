/** Commands on the log of changes. */
import {current, isDraft} from 'immer';
import {compareSummits} from '../../../src/authoring/compare-summits.js';
import {draftMessages} from '../../../src/authoring/draft-messages.js';
import {draftChanges, type ChangeKind} from '../../../src/data/compare-editions.js';
import type {Change, Summit} from '../../../src/data/summit.js';
import type {WritableDraft} from '../draft.js';
import type {Difference} from '../list-differences.js';

export type EntryKind = Change['kind'];

/** Sets the number of the edition to one more than that of the published one, as soon as anything differs. */
export function raiseRevision({summit}: WritableDraft, published: Summit): void {
  if (summit.revision > published.revision) return;
  const now: Summit = isDraft(summit) ? current(summit) : summit;
  const {added, changed, withdrawn, fields, hasOtherOutlines} = compareSummits(published, now);
  const isSameLog = JSON.stringify(published.changes) === JSON.stringify(now.changes);
  if (added.length + changed.length + withdrawn.length + fields.length === 0 && !hasOtherOutlines && isSameLog) return;
  summit.revision = published.revision + 1;
}

/** The note about a difference, in the language of the file. */
function draftNote(
  published: Summit,
  summit: Summit,
  {claim, kind: change, before, after}: Pick<Difference, 'claim' | 'kind' | 'before' | 'after'>,
  kind: EntryKind,
  today: string,
): string {
  const {messages} = draftMessages(summit.lang);
  if (claim !== undefined) {
    const only = (edition: Summit, isShown = true): Summit => ({
      ...edition,
      claims: isShown ? edition.claims.filter(({id}) => id === claim) : [],
      changes: [],
    });
    const kindOf = (): ChangeKind => (kind === 'withdrawal' ? 'update' : kind);
    const drafted = draftChanges(only(published), only(summit, kind !== 'withdrawal'), today, {kindOf, messages});
    // A statement that the published edition doesn't have, or that is the same, gives no note to withdraw it.
    return drafted[0]?.text ?? messages.removed(messages.quote(before ?? after ?? ''));
  }
  const [old, now] = [before, after].map((text) => (text === undefined ? undefined : messages.quote(text)));
  if (old === undefined) return messages.added(now ?? '');
  if (change === 'removed' || now === undefined) return messages.removed(old);
  if (kind === 'superseded') return messages.saidUntil(today, old);
  return `${messages.said(old)} ${messages.nowSays(now)}`;
}

/**
 * Adds the log entry about a difference, changes its kind, or removes it. A note that the editor changed stays as it
 * is.
 *
 * @param kind `undefined` removes the entry.
 * @param today Date of a new entry.
 */
export function setNote(
  draft: WritableDraft,
  published: Summit,
  difference: Difference,
  kind: EntryKind | undefined,
  today: string,
): void {
  const {summit} = draft;
  const now: Summit = isDraft(summit) ? current(summit) : summit;
  const {claim} = difference;
  const existing = difference.entry === undefined ? undefined : summit.changes[difference.entry];
  const isShared = claim !== undefined && (existing?.targets?.length ?? 0) > 1;
  if (existing && !isShared && kind !== undefined) {
    if (existing.text === draftNote(published, now, difference, existing.kind, existing.date)) {
      existing.text = draftNote(published, now, difference, kind, existing.date);
    }
    existing.kind = kind;
    return;
  }
  if (existing && isShared) existing.targets = existing.targets?.filter((id) => id !== claim);
  else if (existing) summit.changes.splice(difference.entry ?? 0, 1);
  if (kind === undefined) return;
  summit.changes.push({
    kind,
    date: today,
    text: draftNote(published, now, difference, kind, today),
    ...(claim !== undefined && {targets: [claim]}),
    revision: Math.max(summit.revision, published.revision + 1),
  });
}

/** Adds an empty log entry. */
export function addChange({summit}: WritableDraft, today: string): void {
  summit.changes.push({kind: 'update', date: today, text: '', revision: summit.revision});
}

export function removeChange({summit}: WritableDraft, index: number): void {
  summit.changes.splice(index, 1);
}

/** Withdraws a statement of the draft. It stays in the file, but no box shows it. */
export function withdrawClaim(draft: WritableDraft, id: string, today: string): void {
  const {summit} = draft;
  const {messages} = draftMessages(summit.lang);
  const text = summit.claims.find((claim) => claim.id === id)?.text ?? '';
  summit.changes.push({
    kind: 'withdrawal',
    date: today,
    text: messages.removed(messages.quote(text)),
    targets: [id],
    revision: summit.revision,
  });
}

/** Puts a statement of the published edition back, after the statement that it followed there. */
export function restoreClaim({summit}: WritableDraft, published: Summit, id: string): void {
  const from = published.claims.findIndex((claim) => claim.id === id);
  const claim = published.claims[from];
  if (!claim || summit.claims.some((other) => other.id === id)) return;
  const before = new Set(published.claims.slice(0, from).map((other) => other.id));
  const at = summit.claims.findLastIndex((other) => before.has(other.id)) + 1;
  summit.claims.splice(at, 0, structuredClone(claim) as (typeof summit.claims)[number]);
}
