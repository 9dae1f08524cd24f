import type {Issue} from './issue.js';
import {claimFields} from './schema-paths.js';
import type {Change, Claim, Summit} from './summit.js';
import {withdrawnClaims} from './withdrawn-claims.js';

export {withdrawnClaims};

/** The difference between two editions, as ids of claims. */
export interface EditionChanges {
  /** Claims that only the later edition shows, in its order. */
  readonly added: readonly string[];
  /**
   * Claims that both editions show with a different text, speaker, certainty, date, dispute or source; in the order
   * of the later edition.
   */
  readonly changed: readonly string[];
  /** Claims that only the earlier edition shows, because they were removed or withdrawn; in its order. */
  readonly withdrawn: readonly string[];
}

/** Whether two values of a field are equal. An empty list equals a missing value. */
function isSame(one: unknown, other: unknown): boolean {
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other);
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    isSame(one[key as keyof typeof one], other[key as keyof typeof other]),
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** The fields that differ in two versions of a claim. */
function differences(before: Claim, after: Claim): (typeof claimFields)[number][] {
  return claimFields.filter(([field]) => !isSame(before[field as keyof Claim], after[field as keyof Claim]));
}

type Claims = ReadonlyMap<string, Claim>;

/** The claims that are not withdrawn, by id. */
function shownClaims(summit: Summit): Claims {
  const withdrawn = withdrawnClaims(summit);
  const shown = new Map<string, Claim>();
  for (const claim of summit.claims) if (!withdrawn.has(claim.id)) shown.set(claim.id, claim);
  return shown;
}

/** The claims that differ between the editions, in the order of the later one. */
function changedClaims(before: Claims, after: Claims): ClaimVersions[] {
  return [...after.values()].flatMap((later) => {
    const earlier = before.get(later.id);
    return earlier && earlier !== later && differences(earlier, later).length > 0 ? [{earlier, later}] : [];
  });
}

/** The claims of the first edition that the second doesn't show. */
function onlyIn(one: Claims, other: Claims): Claim[] {
  return [...one.values()].filter(({id}) => !other.has(id));
}

/** Returns the changes that a reader can see between two editions of a summit. */
export function compareEditions(before: Summit, after: Summit): EditionChanges {
  const [old, now] = [shownClaims(before), shownClaims(after)];
  return {
    added: onlyIn(now, old).map(({id}) => id),
    changed: changedClaims(old, now).map(({later}) => later.id),
    withdrawn: onlyIn(old, now).map(({id}) => id),
  };
}

/** Ids of the claims in log entries that the earlier edition didn't have. */
function newlyNamed(before: Summit, after: Summit): Set<string> {
  const old = new Set(before.changes.map(keyOf));
  return new Set(after.changes.filter((change) => !old.has(keyOf(change))).flatMap(({targets = []}) => targets));
}

function keyOf({kind, date, text, targets = []}: Change): string {
  return JSON.stringify([kind, date, text, targets]);
}

/**
 * Finds claims whose text changed or that were removed without a new log entry that names them. Readers have seen the
 * old statement, so the log must explain the change. Paths refer to the later edition.
 */
export function missingEntries(before: Summit, after: Summit): Issue[] {
  const named = newlyNamed(before, after);
  const [old, now] = [shownClaims(before), shownClaims(after)];
  const edition = String(before.revision);
  const places = new Map(after.claims.map(({id}, i) => [id, i]));
  return [
    ...changedClaims(old, now)
      .filter(
        ({earlier, later}) => differences(earlier, later).some(([, , isLogged]) => isLogged) && !named.has(later.id),
      )
      .map(({earlier, later}) => ({
        id: later.id,
        field: differences(earlier, later).find(([, , isLogged]) => isLogged)?.[0] ?? '',
      }))
      .map(({id, field}) => ({
        path: `claims[${String(places.get(id))}].${field}`,
        message: `differs from revision ${edition}; add an entry to changes with '${id}' in its targets`,
      })),
    ...onlyIn(old, now)
      .filter(({id}) => !named.has(id))
      .map(({id}) => ({
        path: 'changes',
        message: `the claim '${id}' of revision ${edition} is missing; add an entry of kind withdrawal with '${id}' in its targets`,
      })),
  ];
}

/** A claim in two editions. */
export interface ClaimVersions {
  readonly earlier: Claim;
  readonly later: Claim;
}

/**
 * Finds the claims that differ between two editions and that no new log entry names: changed ones, ones that only the
 * earlier edition shows, and ones that only the later edition shows.
 */
export function unloggedClaims(
  before: Summit,
  after: Summit,
): {readonly changed: readonly ClaimVersions[]; readonly removed: readonly Claim[]; readonly added: readonly Claim[]} {
  const named = newlyNamed(before, after);
  const [old, now] = [shownClaims(before), shownClaims(after)];
  const isUnnamed = ({id}: Claim): boolean => !named.has(id);
  return {
    changed: changedClaims(old, now).filter(({later}) => isUnnamed(later)),
    removed: onlyIn(old, now).filter(isUnnamed),
    added: onlyIn(now, old).filter(isUnnamed),
  };
}

/** The kind of a log entry about a claim that both editions show. */
export type ChangeKind = Exclude<Change['kind'], 'withdrawal'>;

/** The sentences of drafted log entries, in one language. Texts of claims come with quotation marks. */
export interface DraftMessages {
  quote(text: string): string;
  said(text: string): string;
  nowSays(text: string): string;
  /** @param day Such as 2025-08-15, or in words. */
  saidUntil(day: string, text: string): string;
  /** @param fields Changed fields of a claim besides its text, by name. */
  changed(fields: readonly string[]): string;
  removed(text: string): string;
  added(text: string): string;
  addedCount(count: number): string;
}

/** Options of `draftChanges`. */
export interface DraftOptions {
  /** Returns the kind of the entry about a changed claim. Default: `update`. */
  readonly kindOf?: (id: string) => ChangeKind;
  /** Sentences in the language of the summit. Default: English. */
  readonly messages?: DraftMessages;
}

/** The sentences in English. */
export const englishDrafts: DraftMessages = {
  quote: (text) => `“${text}”`,
  said: (text) => `It said: ${text}`,
  nowSays: (text) => `It now says: ${text}`,
  saidUntil: (day, text) => `Until ${day} it said: ${text}`,
  changed: (fields) =>
    `Changed: ${claimFields.flatMap(([field, words]) => (fields.includes(field) ? words : [])).join(', ')}.`,
  removed: (text) => `No longer said: ${text}`,
  added: (text) => `Added: ${text}`,
  addedCount: (count) => `Added ${String(count)} statements.`,
};

/** Maximum length of a quotation. An entry has two at most, its own words, and 2000 characters. */
const LONGEST_QUOTE = 800;

/**
 * Drafts the missing log entries for an editor to revise: an entry for each changed claim, a withdrawal for each
 * removed claim, and one update for all new claims.
 *
 * @param today Date of the entries, such as 2025-08-15.
 */
export function draftChanges(
  before: Summit,
  after: Summit,
  today: string,
  {kindOf = () => 'update', messages = englishDrafts}: DraftOptions = {},
): Change[] {
  const {changed, removed, added} = unloggedClaims(before, after);
  const revision = Math.max(after.revision, before.revision + 1);
  const draft = (kind: Change['kind'], text: string, targets: string[]): Change => ({
    kind,
    date: today,
    text,
    targets,
    revision,
  });
  const quote = ({text}: Claim): string =>
    messages.quote(
      text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).replace(/[\ud800-\udbff]$/, '')}…` : text,
    );

  const describe = ({earlier, later}: ClaimVersions, kind: ChangeKind): string => {
    const others = differences(earlier, later).flatMap(([field]) => (field === 'text' ? [] : field));
    const isSameText = earlier.text === later.text;
    const said = isSameText
      ? [quote(later)]
      : kind === 'superseded'
        ? [messages.saidUntil(today, quote(earlier))]
        : [messages.said(quote(earlier)), messages.nowSays(quote(later))];
    return [...said, ...(others.length > 0 ? [messages.changed(others)] : [])].join(' ');
  };

  const [first] = added;
  return [
    ...changed.map((versions) => {
      const kind = kindOf(versions.later.id);
      return draft(kind, describe(versions, kind), [versions.later.id]);
    }),
    ...removed.map((claim) => draft('withdrawal', messages.removed(quote(claim)), [claim.id])),
    ...(first
      ? [
          draft(
            'update',
            added.length === 1 ? messages.added(quote(first)) : messages.addedCount(added.length),
            added.map(({id}) => id),
          ),
        ]
      : []),
  ];
}
