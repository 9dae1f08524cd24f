import type {Issue} from './issue.js';
import {placeIn} from './report.js';
import type {Summit} from './summit.js';

/** Maximum number of listed names; further ones are only counted. */
const NAMED = 5;

function join(words: readonly string[]): string {
  const more = words.length - NAMED;
  return (
    words
      .slice(0, NAMED)
      .map((word) => `'${word}'`)
      .join(', ') + (more > 0 ? ` and ${String(more)} more` : '')
  );
}

/**
 * Finds main aims that readers may miss: those of actors without a column, which are shown under the columns, and sides
 * that have positions but no main aim, whose column is empty at the top.
 */
export function checkMainAims(summit: Summit): Issue[] {
  const aims = summit.positions.filter(({rank}) => rank === 'primary');
  if (aims.length === 0) return [];
  const roles = new Map(summit.actors.map(({id, role}) => [id, role]));
  const withAim = new Set(aims.map(({actor}) => actor));
  const heard = new Set(summit.positions.map(({actor}) => actor));
  return [
    ...summit.positions.flatMap(({rank, actor}, i) =>
      rank === 'primary' && roles.get(actor) !== 'principal'
        ? [
            {
              path: `${placeIn('positions', i)}.rank`,
              message: `is the main aim of '${actor}', which has no column; it is shown with its name under the columns`,
            },
          ]
        : [],
    ),
    ...summit.actors.flatMap(({id, role}, i) =>
      role === 'principal' && heard.has(id) && !withAim.has(id)
        ? [
            {
              path: placeIn('actors', i),
              message: `'${id}' has positions but no main aim, so the top of its column is empty; add rank: primary to one of them`,
            },
          ]
        : [],
    ),
  ];
}

/**
 * Finds topics on which some principals have a position and others have none. The sources may be uneven, and the
 * boxes show that; so this is only a warning.
 */
export function checkBalance(summit: Summit): Issue[] {
  const principals = summit.actors.filter(({role}) => role === 'principal').map(({id}) => id);
  const heardOn = new Map<string, Set<string>>();
  for (const {topic, actor} of summit.positions) {
    if (topic !== undefined) heardOn.set(topic, (heardOn.get(topic) ?? new Set()).add(actor));
  }
  return summit.topics.flatMap(({id, label, hideGaps}, i) => {
    const heard = heardOn.get(id) ?? new Set();
    const silent = principals.filter((actor) => !heard.has(actor));
    if (hideGaps || silent.length === 0 || silent.length === principals.length) return [];
    const others = principals.filter((actor) => heard.has(actor));
    const message =
      `on '${label}' the file has a position of ${join(others)} and none of ${join(silent)}; ` +
      'add one, or leave this as it is if the sources give none';
    return [{path: placeIn('topics', i), message}];
  });
}
