/** Writes shapes as SVG paths: whole units, relative commands. */
import type {Rings} from './place-labels.js';
import {areaOf, type Point} from './project-geometry.js';
import type {Position} from './read-geometry.js';

/** Minimum area of an island, in square units; smaller ones are dropped. */
const SPECK = 3;

/**
 * Rounds to whole units and removes duplicate points and tiny islands. Outlines are wound clockwise, holes
 * counterclockwise.
 */
export function roundShape(polygons: readonly (readonly (readonly Position[])[])[]): Rings[] {
  const shape: Rings[] = [];
  for (const [outline = [], ...holes] of polygons) {
    const rounded = roundRing(outline, true);
    if (rounded.length > 0)
      shape.push([rounded, ...holes.map((hole) => roundRing(hole, false)).filter((hole) => isSeen(hole))]);
  }
  const seen = shape.filter(([outline]) => isSeen(outline));
  // A region may consist of one small island, which must stay.
  return seen.length > 0 ? seen : shape;
}

function isSeen(ring: readonly Point[] | undefined): boolean {
  return ring !== undefined && Math.abs(areaOf(ring)) >= SPECK;
}

/** Returns the ring without the closing point; empty if nothing is left. */
function roundRing(ring: readonly Position[], clockwise: boolean): Point[] {
  const points = roundLine(ring);
  if (points.length > 1 && isSame(points[0], points.at(-1))) points.pop();
  const area = areaOf(points);
  if (points.length < 3 || area === 0) return [];
  return area > 0 === clockwise ? points : points.reverse();
}

/** Rounds to whole units and removes points that repeat the one before. */
export function roundLine(line: readonly Position[]): Point[] {
  const points: Point[] = [];
  for (const [x = 0, y = 0] of line) {
    const point: Point = [Math.round(x), Math.round(y)];
    if (!isSame(points.at(-1), point)) points.push(point);
  }
  return points;
}

function isSame(one: Point | undefined, other: Point | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

export function toPath(shape: readonly Rings[]): string {
  return shape
    .flat()
    .map((ring) => `${drawLine(ring)}z`)
    .join('');
}

export function drawLine(line: readonly Point[]): string {
  return line
    .map(([x, y], i) => {
      const [lastX, lastY] = line[i - 1] ?? [0, 0];
      const step = pair(x - lastX, y - lastY);
      if (i === 0) return `M${step}`;
      return `${i === 1 ? 'l' : step.startsWith('-') ? '' : ' '}${step}`;
    })
    .join('');
}

/** Two coordinates. A minus sign separates as well as a space. */
export function pair(x: number, y: number): string {
  return `${String(x)}${y < 0 ? '' : ' '}${String(y)}`;
}
