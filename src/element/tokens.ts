/** A CSS property that takes the same values as a token. `flex-grow` represents a number without a unit. */
export type TokenType =
  | 'color'
  | 'background-color'
  | 'border-top-width'
  | 'flex-grow'
  | 'font-family'
  | 'font-size'
  | 'font-weight'
  | 'margin-top'
  | 'padding-left';

/**
 * Condition for another default: `forced` with `scheme` set to `light` or `dark`, `wide` from 864 px of width, `aim`
 * for the main aims in a goal comparison.
 */
export type TokenVariant = 'forced' | 'wide' | 'aim';

/** A custom property that a page can set on an element to change its appearance. */
export interface Token {
  readonly type: TokenType;
  /** Description in Markdown, for the manifest, editor plugins and Storybook. */
  readonly description: string;
  /** Value if the page sets none. Undefined: the page's own style applies. */
  readonly default?: string;
  readonly variants?: Readonly<Partial<Record<TokenVariant, string>>>;
  /** Tag of the only element that uses it. Undefined: all elements use it. */
  readonly element?: string;
}

/**
 * The design tokens by their names without `--summit-`, in the order of the documentation. Element styles, the
 * manifest, snippet options, the builder and Storybook use them; `test/unit/tokens.test.mjs` checks the copies that
 * can't.
 *
 * The scripts in `dist` don't contain this module: the build inserts the values (`tools/build/inline-tokens.mjs`).
 */
export const tokens = {
  accent: {
    type: 'color',
    default: 'light-dark(#6b4178, #b590c6)',
    description: 'Colour of the rule at the top and of the regions on the map.',
  },
  'accent-width': {
    type: 'border-top-width',
    default: '3px',
    description: 'Width of the rule at the top; 0 removes it.',
  },
  ink: {
    type: 'color',
    variants: {forced: 'light-dark(#1b1d20, #e3e4e6)'},
    description: "Colour of the text. Default: the page's text colour, or that of a forced `scheme`.",
  },
  muted: {
    type: 'color',
    default: 'color-mix(in srgb, currentColor 76%, transparent)',
    description:
      'Colour of secondary text: speaker, certainty, source. Default: 76 % of the text colour. Keep a contrast of 4.5:1.',
  },
  background: {
    type: 'background-color',
    variants: {forced: 'var(--_paper)'},
    description: "Background of the box. Default: the page's background, or `--summit-paper` with a forced `scheme`.",
  },
  paper: {
    type: 'color',
    default: 'light-dark(#fff, #131416)',
    description: 'Background colour that the map is designed for; the numbers on the map use it.',
  },
  rule: {
    type: 'color',
    default: 'color-mix(in srgb, currentColor 70%, transparent)',
    description: 'Colour of the rules between groups and at the end. Default: 70 % of the text colour.',
  },
  line: {
    type: 'color',
    default: 'color-mix(in srgb, currentColor 22%, transparent)',
    description: 'Colour of the decorative lines inside a group. Default: 22 % of the text colour.',
  },
  links: {
    type: 'color',
    default: 'inherit',
    description: 'Colour of links. Default: the text colour.',
  },
  focus: {
    type: 'color',
    default: 'currentColor',
    description: 'Colour of the focus outline. Default: the text colour. Keep a contrast of 3:1.',
  },
  land: {
    type: 'color',
    element: 'summit-region-list',
    default: 'color-mix(in srgb, currentColor 7%, var(--_paper))',
    description: 'Colour of the land on the map. Default: 7 % of the text colour on `--summit-paper`.',
  },
  region: {
    type: 'color',
    element: 'summit-region-list',
    default: 'color-mix(in srgb, var(--_accent) 38%, var(--_paper))',
    description:
      'Fill of the regions on the map; their outline has the accent colour. Default: 38 % of the accent on `--summit-paper`.',
  },
  font: {
    type: 'font-family',
    description: "Typeface of the text. Default: the page's typeface.",
  },
  size: {
    type: 'font-size',
    default: '1em',
    description: "Font size of the text, relative to the page's; at least 16 px.",
  },
  'small-size': {
    type: 'font-size',
    default: '0.78em',
    description: "Font size of names, attributions and notes, relative to the box's text; at least 13 px.",
  },
  'line-height': {
    type: 'flex-grow',
    default: '1.35',
    description: 'Line height of the text, a number without a unit.',
  },
  'heading-font': {
    type: 'font-family',
    description: 'Typeface of headings. Default: that of the text.',
  },
  'heading-size': {
    type: 'font-size',
    default: '1.3em',
    variants: {wide: '1.5em'},
    description:
      "Font size of the box's heading, relative to the box's text. Default: 1.3em, and 1.5em from 864 px of width.",
  },
  'heading-weight': {
    type: 'font-weight',
    default: 'bold',
    variants: {aim: '600'},
    description: 'Font weight of headings.',
  },
  space: {
    type: 'flex-grow',
    default: '1',
    description: 'Factor of all vertical spaces inside the box; 0.7 is dense, 1.4 is loose.',
  },
  margin: {
    type: 'margin-top',
    default: '2em',
    description: 'Margin above and below the box.',
  },
  padding: {
    type: 'padding-left',
    default: '0',
    variants: {forced: '1em'},
    description: 'Padding at the sides of the box. Default: 0, or 1em with a forced `scheme`.',
  },
} satisfies Readonly<Record<string, Token>>;

export type TokenName = keyof typeof tokens;

/**
 * Order in snippets and in the builder's form: the most used tokens come first. Tokens that aren't in this list follow
 * in the order above.
 */
export const snippetOrder: readonly TokenName[] = [
  'accent',
  'muted',
  'line',
  'paper',
  'size',
  'ink',
  'background',
  'rule',
  'links',
  'focus',
  'land',
  'region',
  'font',
  'heading-font',
  'heading-size',
  'heading-weight',
  'small-size',
  'line-height',
];
