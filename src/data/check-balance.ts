import type {Issue} from './issue.js';
import {placeIn} from './report.js';
import type {Summit} from './summit.js';

function join(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}

/**
 * Topics on which some principals have a position and others have none. That may be how the sources have it, and the
 * boxes say so; so these are warnings to whoever writes the file.
 */
export function checkBalance(summit: Summit): Issue[] {
  const principals = summit.actors.filter(({role}) => role === 'principal').map(({id}) => id);
  return summit.topics.flatMap(({id, label}, i) => {
    const heard = new Set(summit.positions.filter(({topic}) => topic === id).map(({actor}) => actor));
    const silent = principals.filter((actor) => !heard.has(actor));
    if (silent.length === 0 || silent.length === principals.length) return [];
    const others = principals.filter((actor) => heard.has(actor));
    const message =
      `on '${label}' there is a position of ${join(others)} and none of ${join(silent)}; ` +
      'add one, or leave it if the sources give none';
    return [{path: placeIn('topics', i), message}];
  });
}
