import {fitsOnMap, NAME_SIZE, widthOfName} from './fits-on-map.js';
import type {Issue} from './issue.js';
import {placeIn, quote} from './report.js';
import type {Summit} from './summit.js';

/** Diameter of a number's ring on the smallest map, in map units: a radius of 21 and the line. */
const RING = 43;

/** With more regions a map that isn't cropped has no names. */
const REGIONS_WITH_NAMES = 6;

/** Maximum number of compared names, which are all compared with each other. */
const COMPARED_NAMES = 200;

/** Side of a square of the search grid. Two places in the same square always overlap. */
const SQUARE = RING / Math.SQRT2;

/** At most one place of a square overlaps no earlier one; a few more are enough for useful messages. */
const KEPT_PER_SQUARE = 4;

/** Finds numbers and names that would overlap on the map at its smallest size. */
export function checkMapLabels(summit: Summit): Issue[] {
  return [...checkNumbers(summit), ...checkNames(summit)];
}

/**
 * Finds places whose numbers would overlap. Readers would see one number for two places. Reports each place once, with
 * the first place that it overlaps. Each place is compared with a bounded number of others.
 */
function checkNumbers({regions}: Summit): Issue[] {
  const squares = new Map<string, Place[]>();
  return regions.flatMap((region, i) => {
    const {id, shape} = region;
    if (!shape || fitsOnMap(region)) return [];
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

/** Finds names that would lie on a number or on an earlier name. Reports each name once. */
function checkNames({regions, map}: Summit): Issue[] {
  const isCropped = map?.neighbours ?? map?.seas ?? map?.locator ?? map?.scale;
  if (!map || (regions.length > REGIONS_WITH_NAMES && !isCropped)) return [];
  const numbers = regions.filter((region) => !fitsOnMap(region));
  const names: Name[] = [];
  const issues: Issue[] = [];
  const check = (name: string, at: Name['at'], path: string): void => {
    const here: Name = {name, at, width: widthOfName(name)};
    const number = numbers.find(({shape}) => shape && liesOnNumber(here, shape.label));
    const other = names.find((known) => overlap(here, known));
    names.push(here);
    if (!number && !other) return;
    const what = number ? `the number of '${number.id}'` : `the name ${quote(other?.name ?? '')}`;
    issues.push({
      path: placeIn(path, 'label'),
      message: `the name ${quote(name)} lies on ${what} on the map; move it, or remove label to show no name`,
    });
  };
  for (const [i, region] of regions.entries()) {
    if (names.length === COMPARED_NAMES) break;
    if (region.shape && fitsOnMap(region)) {
      check(region.name, region.shape.label, placeIn(placeIn('regions', i), 'shape'));
    }
  }
  for (const list of ['land', 'neighbours', 'seas'] as const) {
    for (const [i, {name, label}] of (map[list] ?? []).entries()) {
      if (!label || !name || names.length === COMPARED_NAMES) continue;
      check(name, label, placeIn(placeIn('map', list), i));
    }
  }
  return issues;
}

function liesOnNumber({at, width}: Name, [x, y]: readonly [number, number]): boolean {
  const dx = Math.max(0, Math.abs(x - at[0]) - width / 2);
  const dy = Math.max(0, Math.abs(y - at[1]) - NAME_SIZE / 2);
  return Math.hypot(dx, dy) < RING / 2;
}

function overlap(one: Name, other: Name): boolean {
  const isBeside = Math.abs(one.at[0] - other.at[0]) >= (one.width + other.width) / 2;
  return !isBeside && Math.abs(one.at[1] - other.at[1]) < NAME_SIZE;
}

/** Squares that a ring can reach, relative to its own. */
const NEAR = [-2, -1, 0, 1, 2];

interface Place {
  readonly id: string;
  readonly i: number;
  readonly x: number;
  readonly y: number;
}

interface Name {
  readonly name: string;
  readonly at: readonly [number, number];
  readonly width: number;
}
