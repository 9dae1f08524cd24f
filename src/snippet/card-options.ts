/** Sizes of a share card in pixels: for links, for posts, and for tall posts. */
export const cardSizes = {
  landscape: {widthPx: 1200, heightPx: 630},
  square: {widthPx: 1080, heightPx: 1080},
  portrait: {widthPx: 1080, heightPx: 1350},
} as const;

export type CardSize = keyof typeof cardSizes;

export const cardSchemes = ['light', 'dark'] as const;

export type CardScheme = (typeof cardSchemes)[number];

/** How a share card looks. */
export interface CardLook {
  /** Default: `landscape`. */
  readonly size?: CardSize;
  /** Default: `light`. */
  readonly scheme?: CardScheme;
  /** Name of the paper, at the foot. Default: none. */
  readonly paper?: string;
  /** Colour of the rules as `#rgb` or `#rrggbb`. Default: that of the boxes. */
  readonly accent?: string;
}
