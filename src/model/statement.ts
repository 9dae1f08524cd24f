import type {Actor, Certainty, Change, Claim, Stance, Summit} from '../data/summit.js';

/** All claims of one certainty under a statement, and who asserts them. */
interface AttributionGroup {
  readonly certainty: Certainty;
  /** In the order in which they first speak; publications, the sources themselves, last. */
  readonly speakers: readonly Actor[];
}

/** Claims and who vouches for them. */
export interface Attribution {
  /** That of the view, where it has one. */
  readonly id?: string;
  /** In the order of the data. */
  readonly claims: readonly Claim[];
  /** Most certain first. Empty where there is no claim. */
  readonly groups: readonly AttributionGroup[];
}

/** A short label and the claims that bear it out: what every box is made of. */
export interface Statement extends Attribution {
  readonly label?: string;
  readonly stance?: Stance;
  /** `primary` for an actor's main aim. */
  readonly rank?: 'primary';
  /** The entries of the log that took back claims of it. Those claims are not among `claims` any more. */
  readonly withdrawn?: readonly Change[];
}

/** What one actor says in one place. */
export interface ActorStatements {
  /** Undefined for the talks as a whole. */
  readonly actor: Actor | undefined;
  /** Empty where the source gives nothing. */
  readonly statements: readonly Statement[];
}

/** Most certain first. */
export const certainties: readonly Certainty[] = ['stated', 'reported', 'analysis', 'speculation'];

const indexes = new WeakMap<readonly object[], ReadonlyMap<string, unknown>>();

/** Entries by their ids: made once for a list and shared by all elements that show it. */
function byId<T extends {readonly id: string}>(entries: readonly T[]): ReadonlyMap<string, T> {
  const index = indexes.get(entries) ?? new Map(entries.map((entry) => [entry.id, entry]));
  indexes.set(entries, index);
  return index as ReadonlyMap<string, T>;
}

/** The entries with these ids, in the order of the ids, each once. Ids of nothing are passed over. */
export function findByIds<T extends {readonly id: string}>(entries: readonly T[], ids: readonly string[] = []): T[] {
  const index = byId(entries);
  // Mostly it is one, in each of thousands of statements.
  return (ids.length > 1 ? [...new Set(ids)] : ids).flatMap((id) => index.get(id) ?? []);
}

/** A view of the data (a position, a constraint, a fact, an item, the status) with its claims and their groups. */
export function makeStatement(
  summit: Summit,
  view: Pick<Statement, 'label' | 'stance' | 'rank'> & {readonly claims?: readonly string[]},
): Statement {
  const claims = findByIds(summit.claims, view.claims);
  return {
    ...view,
    claims,
    groups: certainties
      .filter((certainty) => claims.some((claim) => claim.certainty === certainty))
      .map((certainty) => ({
        certainty,
        speakers: findByIds(
          summit.actors,
          claims.flatMap((claim) => (claim.certainty === certainty ? claim.by : [])),
        ).sort((a, b) => Number(isPublication(a)) - Number(isPublication(b))),
      })),
  };
}

function isPublication({kind}: Actor): boolean {
  return kind === 'publication';
}
