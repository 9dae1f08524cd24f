declare module 'topojson-simplify' {
  import type {Objects, OrNull, Topology} from 'topojson-specification';

  type Position = [number, number];

  /** A copy in which every point has a weight as its third number: without `weight`, the area of the triangle that it spans. */
  export function presimplify<T extends Objects>(
    topology: Topology<T>,
    weight?: (triangle: [Position, Position, Position]) => number,
  ): Topology<T>;

  /** A copy without the points that weigh less. */
  export function simplify<T extends Objects>(topology: Topology<T>, minWeight?: number): Topology<T>;

  /** The weight that this share of the points, from 0 to 1, does not reach. */
  export function quantile(topology: Topology, share: number): number;

  /** A copy without the rings that the filter refuses. */
  export function filter<K extends Objects>(
    topology: Topology<K>,
    keeps: (ring: Position[], isInterior: boolean) => boolean,
  ): Topology<OrNull<K>>;
}
