import type {Actor, Change, Claim, Position, Summit} from '../data/summit.js';
import {groupBy} from './group-by.js';
import {makeStatement, findByIds, type ActorStatements, type Statement} from './statement.js';

/** One part of the comparison across all sides: the main aims, a topic, or the constraints. */
export interface GoalRow {
  /** `aims`, the id of the topic, or `constraints`. */
  readonly id: string;
  /** The topic's label. Undefined for main aims and constraints, whose labels are messages. */
  readonly label?: string;
  /** Claims about the topic itself. */
  readonly claims: readonly Claim[];
  /** Log entries that withdrew claims about the topic. */
  readonly withdrawn?: readonly Change[];
  /**
   * One for each side, in the order of the sides. Its statements are empty if the source gives none. Empty for
   * constraints that concern no side.
   */
  readonly sides: readonly ActorStatements[];
  /** Actors without a column that have statements, in the order of the data; last the talks as a whole. */
  readonly others: readonly ActorStatements[];
  /** Whether one actor aims at or supports what another rejects. */
  readonly isOpposed?: boolean;
}

/** A summit as a table: one column for each side, one group of rows for each topic. */
export interface GoalComparison {
  readonly sides: readonly Actor[];
  /** The main aims, if any side has one; the topics; the constraints, if there are any. */
  readonly rows: readonly GoalRow[];
  /** The claim about a topic that says where the aims clash. Its topic no longer has it. Undefined without aims. */
  readonly clash: Claim | undefined;
}

/** A position or a constraint. Without `actor` it belongs to the talks as a whole. */
type View = Pick<Position, 'label' | 'claims' | 'stance' | 'rank' | 'brief'> & {readonly actor?: string | undefined};

export const AIMS = 'aims';

/** Id of the constraints in a list of topics. */
export const CONSTRAINTS = 'constraints';

/**
 * Compares the sides of a summit.
 *
 * @param actors Ids of the sides, in order. If none is known: the principals, in the order of the data.
 * @param topics Ids of the topics, in order; `constraints` selects the constraints. If none is known: all topics. The
 *   main aims always come first.
 */
export function compareGoals(summit: Summit, actors: readonly string[], topics: readonly string[]): GoalComparison {
  const chosen = findByIds(summit.actors, actors);
  const sides = chosen.length > 0 ? chosen : summit.actors.filter(({role}) => role === 'principal');
  const columns = new Set(sides);
  /** Actors without a column, in the order of the data. A principal that the editor left out isn't one of them. */
  const order = new Map(
    summit.actors.filter((actor) => actor.role !== 'principal' && !columns.has(actor)).map(({id}, i) => [id, i]),
  );
  const byTopic = groupBy(summit.positions, ({topic}) => topic);
  /** Actors with a position. Without a main aim they have no aim to show, but they aren't silent. */
  const heard = new Set(summit.positions.map(({actor}) => actor));

  const row = (id: string, views: readonly View[] = [], topic: Partial<Summit['topics'][number]> = {}): GoalRow => {
    const byActor = groupBy(views, ({actor}) => actor);
    const actorStatements = (actor?: Actor): ActorStatements => {
      const own = byActor.get(actor?.id) ?? [];
      // The main aim is shown at the top. It is only repeated if it is the side's only statement on the topic, since
      // "no position" would be false.
      const besides = own.filter((view) => !('rank' in view));
      return {
        actor,
        statements: (besides.length > 0 ? besides : own).map((view) => makeStatement(summit, view)),
        isGap: own.length === 0 && !topic.hideGaps && !(id === AIMS && heard.has(actor?.id ?? '')),
      };
    };
    const shown = id === CONSTRAINTS && !sides.some(({id}) => byActor.has(id)) ? [] : sides.map(actorStatements);
    // Only look at actors with statements in this row: all rows times all actors would be too many.
    const others = [
      ...findByIds(
        summit.actors,
        [...byActor.keys()]
          .filter((id): id is string => order.has(id ?? ''))
          .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      ),
      undefined,
    ]
      .map(actorStatements)
      .filter(speaks);
    return {
      ...topic,
      id,
      isOpposed: areOpposed([...shown, ...others]),
      claims: findByIds(summit.claims, topic.claims),
      sides: shown,
      others,
    };
  };

  const rows = [
    row(
      AIMS,
      summit.positions.filter(({rank}) => rank),
    ),
    ...summit.topics.map((topic) => row(topic.id, byTopic.get(topic.id), topic)),
    row(CONSTRAINTS, summit.constraints),
  ].filter((row) => row.label ?? [...row.sides, ...row.others].some(speaks));
  const asked = findByIds(rows, topics);
  const shown = asked.length > 0 ? [...rows.filter(({id}) => id === AIMS), ...asked] : rows;
  // Without aims there is nothing that it could come after: it stays with its topic.
  const clash = shown.some(({id}) => id === AIMS) ? findClash(summit, shown) : undefined;
  return {
    sides,
    clash,
    rows: shown.map((row) => ({...row, claims: row.claims.filter((claim) => claim !== clash)})),
  };
}

/** Returns the claim that the data name as the clash, else the first one about an opposed topic. */
function findClash({views}: Summit, rows: readonly GoalRow[]): Claim | undefined {
  const named = views?.comparison?.clash;
  return (
    rows.flatMap(({claims}) => claims.find(({id}) => id === named) ?? [])[0] ??
    rows.find(({isOpposed, claims}) => isOpposed && claims[0])?.claims[0]
  );
}

/** Returns whether an actor rejects what another one aims at or supports. Withdrawn statements don't count. */
function areOpposed(row: readonly ActorStatements[]): boolean {
  const actorsWith = (...stances: Statement['stance'][]): (Actor | undefined)[] =>
    row
      .filter(({statements}) => statements.some(({stance, claims}) => claims.length > 0 && stances.includes(stance)))
      .map(({actor}) => actor);
  const rejecting = new Set(actorsWith('rejects'));
  return actorsWith('seeks', 'supports').some((actor) => rejecting.size > (rejecting.has(actor) ? 1 : 0));
}

function speaks({statements}: ActorStatements): boolean {
  return statements.length > 0;
}
