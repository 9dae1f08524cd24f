import type {Issue} from './issue.js';
import {placeIn} from './report.js';
import type {Summit} from './summit.js';

/** Diameter of a number's ring on the map, in map units: a radius of 21 and the line. */
const RING = 43;

/** Side of a square of the search grid. Two places in the same square always overlap. */
const SQUARE = RING / Math.SQRT2;

/** At most one place of a square overlaps no earlier one; a few more are enough for useful messages. */
const KEPT_PER_SQUARE = 4;

/**
 * Finds places whose numbers would overlap on the map at its smallest size. Readers would see one number for two
 * places. Reports each place once, with the first place that it overlaps. Each place is compared with a bounded
 * number of others.
 */
export function checkMapLabels({regions}: Summit): Issue[] {
  const squares = new Map<string, Place[]>();
  return regions.flatMap(({id, shape}, i) => {
    if (!shape) return [];
    const [x, y] = shape.label;
    const [column, row] = [Math.floor(x / SQUARE), Math.floor(y / SQUARE)];
    let covered: Place | undefined;
    for (const dx of NEAR) {
      for (const dy of NEAR) {
        for (const other of squares.get(`${String(column + dx)} ${String(row + dy)}`) ?? []) {
          const isCloser = Math.hypot(x - other.x, y - other.y) < RING;
          if (isCloser && (!covered || other.i < covered.i)) covered = other;
        }
      }
    }
    const square = `${String(column)} ${String(row)}`;
    const here = squares.get(square) ?? [];
    if (here.length < KEPT_PER_SQUARE) squares.set(square, [...here, {id, i, x, y}]);
    if (!covered) return [];
    return [
      {
        path: placeIn(placeIn(placeIn('regions', i), 'shape'), 'label'),
        message: `the numbers of '${covered.id}' and '${id}' overlap on the map; move one of them so that they are at least ${String(RING)} units apart`,
      },
    ];
  });
}

/** Squares that a ring can reach, relative to its own. */
const NEAR = [-2, -1, 0, 1, 2];

interface Place {
  readonly id: string;
  readonly i: number;
  readonly x: number;
  readonly y: number;
}
