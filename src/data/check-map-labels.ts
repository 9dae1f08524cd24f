import type {Issue} from './issue.js';
import {placeIn} from './report.js';
import type {Summit} from './summit.js';

/** What a number's ring takes up on the map at most, in the units of the map: 21 to each side, and its line. */
const RING = 43;

/** Side of the squares that places are looked for in: two places in one of them cover each other for certain. */
const SQUARE = RING / Math.SQRT2;

/** A square has at most one place that covers none before it, and few more are worth a message each. */
const KEPT_PER_SQUARE = 4;

/**
 * Places whose numbers would cover each other on the map, as drawn where it is smallest. Readers would see one number
 * for two places, so whoever writes the file hears of it: for each place once, with the first that it covers. However many
 * places there are, each is compared with a few alone.
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
        message: `the numbers of '${covered.id}' and '${id}' cover each other on the map: move one of them, ${String(RING)} units apart at least`,
      },
    ];
  });
}

/** As far as a ring reaches, in squares. */
const NEAR = [-2, -1, 0, 1, 2];

interface Place {
  readonly id: string;
  readonly i: number;
  readonly x: number;
  readonly y: number;
}
