import type {Actor, Change, Claim, Position, Summit} from '../data/summit.js';
import {groupBy} from './group-by.js';
import {makeStatement, findByIds, type ActorStatements} from './statement.js';

/** The main aims, one topic, or what holds the sides back, across all sides. */
export interface GoalRow {
  /** `aims`, the id of the topic, or `constraints`. */
  readonly id: string;
  /** The topic's label; undefined for the others, which the box names itself. */
  readonly label?: string;
  /** What is said of the topic itself. */
  readonly claims: readonly Claim[];
  /** The entries of the log that took back what was said of it. */
  readonly withdrawn?: readonly Change[];
  /** One for each side, in the order of the sides; its statements are empty where the source gives nothing. */
  readonly sides: readonly ActorStatements[];
  /** Whoever has no column and yet something to say, in the order of the data; last the talks as a whole. */
  readonly others: readonly ActorStatements[];
}

/** A summit as a table: a column for each side, a group of rows for each topic. */
export interface GoalComparison {
  readonly sides: readonly Actor[];
  /** The main aims, if any side has one; the topics; what holds the sides back, if anything does. */
  readonly rows: readonly GoalRow[];
}

/** What somebody wants, or what holds somebody back; of nobody, the talks as a whole. */
type View = Pick<Position, 'label' | 'claims' | 'stance' | 'rank'> & {readonly actor?: string | undefined};

export const AIMS = 'aims';

/** Stands for what holds the sides back in a list of topics. */
export const CONSTRAINTS = 'constraints';

/**
 * Compares the sides of a summit.
 *
 * @param actors Ids of the sides, in order. Without a single known one: the principals, as the data have them.
 * @param topics Ids of the topics, in order; `constraints` is what holds the sides back. Without a single known one:
 *   all of them. The main aims head the table either way.
 */
export function compareGoals(summit: Summit, actors: readonly string[], topics: readonly string[]): GoalComparison {
  const chosen = findByIds(summit.actors, actors);
  const sides = chosen.length > 0 ? chosen : summit.actors.filter(({role}) => role === 'principal');
  const columns = new Set(sides);
  /** Whoever has no column, by the order of the data. A principal that the editor left out does not come back as one of them. */
  const order = new Map(
    summit.actors.filter((actor) => actor.role !== 'principal' && !columns.has(actor)).map(({id}, i) => [id, i]),
  );
  const byTopic = groupBy(summit.positions, ({topic}) => topic);

  const row = (id: string, views: readonly View[] = [], topic: Partial<Summit['topics'][number]> = {}): GoalRow => {
    const byActor = groupBy(views, ({actor}) => actor);
    const actorStatements = (actor?: Actor): ActorStatements => {
      const own = byActor.get(actor?.id) ?? [];
      // The main aim heads the table. It stands again only where it is all that a side says on the topic: "no position"
      // would be untrue there.
      const besides = own.filter((view) => !('rank' in view));
      return {actor, statements: (besides.length > 0 ? besides : own).map((view) => makeStatement(summit, view))};
    };
    return {
      ...topic,
      id,
      claims: findByIds(summit.claims, topic.claims),
      sides: sides.map(actorStatements),
      // In each row only those who have something to say are looked at: most rows times most actors would be too many.
      others: [
        ...findByIds(
          summit.actors,
          [...byActor.keys()]
            .filter((id): id is string => order.has(id ?? ''))
            .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
        ),
        undefined,
      ]
        .map(actorStatements)
        .filter(speaks),
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
  return {sides, rows: asked.length > 0 ? [...rows.filter(({id}) => id === AIMS), ...asked] : rows};
}

function speaks({statements}: ActorStatements): boolean {
  return statements.length > 0;
}
