import type {Fact, Summit} from '../data/summit.js';
import {makeStatement, type Ledger, type Statement} from './statement.js';

/** The answer to one question. */
export interface Answer {
  readonly fact: Fact;
  /** The answer in one line, with the claims that its parts do not carry already. */
  readonly statement: Statement;
  readonly items: readonly Statement[];
  /** One ledger for all items, where speakers and certainties are the same in each. */
  readonly shared: Ledger | undefined;
}

/**
 * Selects the facts to show.
 *
 * @param wanted Ids or question names, in order. Without a single known one: all, as the data have them.
 */
export function selectFacts(summit: Summit, wanted: readonly string[]): Answer[] {
  const chosen = wanted.flatMap((name) => summit.facts.filter(({id, question}) => id === name || question === name));
  return [...new Set(chosen.length > 0 ? chosen : summit.facts)].map((fact) => {
    const items = (fact.items ?? []).map((item) => makeStatement(summit, item));
    const ids = new Set(fact.items?.flatMap(({claims}) => claims));
    const [groups, ...others] = items.map((item) => item.groups);
    const alike = others.length > 0 && others.every((other) => JSON.stringify(other) === JSON.stringify(groups));
    return {
      fact,
      statement: makeStatement(summit, {...fact, claims: fact.claims?.filter((id) => !ids.has(id))}),
      items,
      shared: alike ? makeStatement(summit, {claims: [...ids]}) : undefined,
    };
  });
}
