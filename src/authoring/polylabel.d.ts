declare module 'polylabel' {
  /**
   * The point inside a polygon that is farthest from its outline. The first ring is the outline, the others are
   * holes.
   */
  export default function polylabel(
    rings: readonly (readonly (readonly number[])[])[],
    precision?: number,
  ): [x: number, y: number];
}
