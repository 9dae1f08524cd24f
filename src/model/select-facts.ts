import type {Fact, Summit} from '../data/summit.js';
import {groupBy} from './group-by.js';
import {makeStatement, type Attribution, type Statement} from './statement.js';

/** The answer to one question. */
export interface Answer {
  readonly fact: Fact;
  /** The answer in one line, with the claims that its items don't have. */
  readonly statement: Statement;
  readonly items: readonly Statement[];
  /** One attribution for all items, if speakers and certainties are the same in each. */
  readonly shared: Attribution | undefined;
}

/**
 * Selects the facts of a normalized summit to show.
 *
 * @param wanted Ids or question names, in order. If none is known: all facts, in the order of the data.
 */
export function selectFacts(summit: Summit, wanted: readonly string[]): Answer[] {
  const byName = groupBy(
    summit.facts.flatMap((fact) => [
      {name: fact.id, fact},
      {name: fact.question, fact},
    ]),
    ({name}) => name,
  );
  const chosen = [...new Set(wanted)].flatMap((name) => byName.get(name) ?? []).map(({fact}) => fact);
  return [...new Set(chosen.length > 0 ? chosen : summit.facts)].map((fact) => {
    const parts = fact.items ?? [];
    const items = parts.map((item) => makeStatement(summit, item));
    const alike =
      new Set(
        items.map(({groups}) =>
          groups.map(({certainty, speakers}) => [certainty, ...speakers.map(({id}) => id)].join()).join(';'),
        ),
      ).size === 1;
    return {
      fact,
      statement: makeStatement(summit, fact),
      items,
      shared:
        alike && items.length > 1 ? makeStatement(summit, {claims: parts.flatMap(({claims}) => claims)}) : undefined,
    };
  });
}
