declare module 'topojson-simplify' {
  import type {Objects, OrNull, Topology} from 'topojson-specification';

  type Position = [number, number];

  /**
   * Returns a copy in which every point has a weight as its third number; by default the area of the triangle with
   * its neighbours.
   */
  export function presimplify<T extends Objects>(
    topology: Topology<T>,
    weight?: (triangle: [Position, Position, Position]) => number,
  ): Topology<T>;

  /** Returns a copy without points of lower weight. */
  export function simplify<T extends Objects>(topology: Topology<T>, minWeight?: number): Topology<T>;

  /** Returns the weight below which this share of the points lies, from 0 to 1. */
  export function quantile(topology: Topology, share: number): number;

  /** Returns a copy without the rings that the filter rejects. */
  export function filter<K extends Objects>(
    topology: Topology<K>,
    keeps: (ring: Position[], isInterior: boolean) => boolean,
  ): Topology<OrNull<K>>;
}
