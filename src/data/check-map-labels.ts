import type {Issue} from './issue.js';
import {placeIn} from './report.js';
import type {Summit} from './summit.js';

/** What a number's ring takes up on the map at most, in the units of the map: 21 to each side, and its line. */
const RING = 43;

/**
 * Places whose numbers would cover each other on the map, as drawn where it is smallest. Readers would see one number
 * for two places, so whoever writes the file hears of it.
 */
export function checkMapLabels({regions}: Summit): Issue[] {
  const drawn = regions.flatMap(({id, shape}, i) => (shape ? {id, i, at: shape.label} : []));
  return drawn.flatMap(({id, i, at: [x, y]}, n) =>
    drawn.slice(0, n).flatMap((other) => {
      const apart = Math.hypot(x - other.at[0], y - other.at[1]);
      if (apart >= RING) return [];
      return {
        path: placeIn(placeIn(placeIn('regions', i), 'shape'), 'label'),
        message: `the numbers of '${other.id}' and '${id}' cover each other on the map: move one of them, ${String(RING)} units apart at least`,
      };
    }),
  );
}
