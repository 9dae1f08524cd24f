import type {Actor, Certainty, Change, Claim, Stance, Summit} from '../data/summit.js';

/** Speakers of all claims with one certainty under a statement. */
interface AttributionGroup {
  readonly certainty: Certainty;
  /** In the order of their first claim; publications, which are sources themselves, come last. */
  readonly speakers: readonly Actor[];
}

/** Claims, and who asserts them with what certainty. */
export interface Attribution {
  /** Id of the view, if it has one. */
  readonly id?: string;
  /** In the order of the data. */
  readonly claims: readonly Claim[];
  /** Most certain first. Empty if there are no claims. */
  readonly groups: readonly AttributionGroup[];
}

/** A short label and the claims that support it. All boxes consist of statements. */
export interface Statement extends Attribution {
  readonly label?: string;
  readonly stance?: Stance;
  /** `primary` for an actor's main aim. */
  readonly rank?: 'primary';
  /** Date since which the actor has held the position. */
  readonly asOf?: string;
  /** Condition of a conditional position. */
  readonly condition?: string;
  /** The actor's positions that this one replaces, latest first. */
  readonly earlier?: readonly View[];
  /** Log entries that withdrew claims of the statement. `claims` no longer contains those claims. */
  readonly withdrawn?: readonly Change[];
  /** Shorter label for narrow columns, with the claims that it tells. */
  readonly brief?: Statement | undefined;
}

/** A view of the data: a label and the claims behind it. */
export type View = Pick<Statement, 'id' | 'label' | 'stance' | 'rank' | 'asOf'> & {
  readonly claims?: readonly string[];
  readonly brief?: View | undefined;
};

/** One actor's statements in one part of a box. */
export interface ActorStatements {
  /** Undefined for the talks as a whole. */
  readonly actor: Actor | undefined;
  /** Empty if the source gives none. */
  readonly statements: readonly Statement[];
  /** Whether the absence of statements is worth telling. */
  readonly isGap?: boolean;
}

/** Most certain first. */
export const certainties: readonly Certainty[] = ['stated', 'reported', 'analysis', 'speculation'];

const indexes = new WeakMap<readonly object[], ReadonlyMap<string, unknown>>();

/** Indexes entries by id. The index is made once for a list and shared by all elements. */
function byId<T extends {readonly id: string}>(entries: readonly T[]): ReadonlyMap<string, T> {
  const index = indexes.get(entries) ?? new Map(entries.map((entry) => [entry.id, entry]));
  indexes.set(entries, index);
  return index as ReadonlyMap<string, T>;
}

/** Returns the entries with these ids, in the order of the ids, each once. Unknown ids are ignored. */
export function findByIds<T extends {readonly id: string}>(entries: readonly T[], ids: readonly string[] = []): T[] {
  const index = byId(entries);
  // Most of the thousands of statements have one id, which needs no set.
  return (ids.length > 1 ? [...new Set(ids)] : ids).flatMap((id) => index.get(id) ?? []);
}

/** Makes a statement from a view of the data: a position, a constraint, a fact, an item or the status. */
export function makeStatement(summit: Summit, view: View): Statement {
  const claims = findByIds(summit.claims, view.claims);
  const {brief} = view;
  return {
    ...view,
    // A short label without claims, all of which may be withdrawn, would have no speaker.
    brief: brief?.claims?.[0] ? makeStatement(summit, brief) : undefined,
    claims,
    groups: certainties
      .filter((certainty) => claims.some((claim) => claim.certainty === certainty))
      .map((certainty) => ({
        certainty,
        speakers: findByIds(
          summit.actors,
          claims.flatMap(({certainty: other, by = []}) => (other === certainty ? by : [])),
        ).sort((a, b) => Number(isPublication(a)) - Number(isPublication(b))),
      })),
  };
}

/**
 * Returns the publication that speaks where nobody is named: the only one, if there is only one source of claims.
 * Undefined: each publication must be named at its statements.
 */
export function findNarrator({actors, sources}: Summit): Actor | undefined {
  const [first, ...others] = actors.filter(isPublication);
  return others[0] || sources.filter(({role}) => role === 'reporting').length > 1 ? undefined : first;
}

/** Returns the claims of all statements and of the earlier ones under them, in their order. */
export function claimsOf(summit: Summit, statementsByActor: readonly ActorStatements[]): Claim[] {
  return statementsByActor.flatMap(({statements}) =>
    statements.flatMap(({claims, earlier}) => [...claims, ...claimsOfView(summit, {earlier})]),
  );
}

/** Returns the claims of a view and of the earlier ones under it, in their order. */
export function claimsOfView(
  {claims: all}: Summit,
  {claims, earlier = []}: {readonly claims?: readonly string[]; readonly earlier?: readonly View[] | undefined},
): Claim[] {
  const own = findByIds(all, claims);
  // Most of the thousands of views have no earlier one.
  return earlier[0] ? [own, ...earlier.map((view) => findByIds(all, view.claims))].flat() : own;
}

const counted = new WeakMap<Iterable<Claim>, ReadonlyMap<Certainty, number>>();

/** Counts claims by certainty, once for a list of claims. A claim that is shown several times counts once. */
export function countClaims(claims: Iterable<Claim>): ReadonlyMap<Certainty, number> {
  const known = counted.get(claims);
  if (known) return known;
  const counts = new Map<Certainty, number>();
  for (const {certainty} of new Set(claims)) counts.set(certainty, (counts.get(certainty) ?? 0) + 1);
  counted.set(claims, counts);
  return counts;
}

function isPublication({kind}: Actor): boolean {
  return kind === 'publication';
}
