import type {Issue} from './issue.js';
import {claimFields} from './schema-paths.js';
import type {Change, Claim, Summit} from './summit.js';

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

/** Ids of the claims that the log withdraws. No view shows them, even if they are still in the ledger. */
export function withdrawnClaims({changes}: Pick<Summit, 'changes'>): ReadonlySet<string> {
  return new Set(changes.flatMap(({kind, targets = []}) => (kind === 'withdrawal' ? targets : [])));
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
function changedClaims(before: Claims, after: Claims): {readonly earlier: Claim; readonly later: Claim}[] {
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

/** Maximum length of a log entry's text; two claims of maximum length wouldn't fit. */
const LONGEST = 2000;

function quote(text: string): string {
  const layer = LONGEST / 2 - 50;
  return `“${text.length > layer ? `${text.slice(0, layer)}…` : text}”`;
}

/**
 * Drafts the missing log entries for an editor to revise: a correction for each changed claim, a withdrawal for each
 * removed claim, and one update for all new claims. The drafts are in English, whatever the summit's language.
 *
 * @param today Date of the entries, such as 2025-08-15.
 */
export function draftChanges(before: Summit, after: Summit, today: string): Change[] {
  const named = newlyNamed(before, after);
  const [old, now] = [shownClaims(before), shownClaims(after)];
  const revision = Math.max(after.revision, before.revision + 1);
  const draft = (kind: Change['kind'], text: string, targets: string[]): Change => ({
    kind,
    date: today,
    text,
    targets,
    revision,
  });
  const unnamed = ({id}: Claim): boolean => !named.has(id);

  const corrections = changedClaims(old, now)
    .filter(({later}) => unnamed(later))
    .map(({earlier, later}) => {
      const others = differences(earlier, later).flatMap(([field, words]) => (field === 'text' ? [] : words));
      const said =
        earlier.text === later.text
          ? `${quote(later.text)}:`
          : `It said: ${quote(earlier.text)} It now says: ${quote(later.text)}`;
      return draft('correction', others.length > 0 ? `${said} Changed: ${others.join(', ')}.` : said, [later.id]);
    });
  const withdrawals = onlyIn(old, now)
    .filter(unnamed)
    .map(({id, text}) => draft('withdrawal', `No longer said: ${quote(text)}`, [id]));
  const added = onlyIn(now, old).filter(unnamed);
  const [first] = added;
  if (!first) return [...corrections, ...withdrawals];
  const text = added.length === 1 ? `Added: ${quote(first.text)}` : `Added ${String(added.length)} statements.`;
  return [
    ...corrections,
    ...withdrawals,
    draft(
      'update',
      text,
      added.map(({id}) => id),
    ),
  ];
}
