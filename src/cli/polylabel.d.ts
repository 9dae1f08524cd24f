declare module 'polylabel' {
  /** The point inside a polygon that is farthest from its outline. The outer ring comes first, its holes follow. */
  export default function polylabel(
    rings: readonly (readonly (readonly number[])[])[],
    precision?: number,
  ): [x: number, y: number];
}
