/** A CSS property that takes the same values as a token. `flex-grow` is the one for a number without a unit. */
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
 * Where a default differs: `forced` with the attribute `scheme`, `wide` from 864 px of width, `aim` in the aims of a goal
 * comparison.
 */
export type TokenVariant = 'forced' | 'wide' | 'aim';

/** A custom property that a page can set on an element to change its look. */
export interface Token {
  readonly type: TokenType;
  /** What it sets, in Markdown: for the manifest, editors' programs and Storybook. */
  readonly description: string;
  /** Value where the page sets none. Undefined: the page's own style applies. */
  readonly default?: string;
  readonly variants?: Readonly<Partial<Record<TokenVariant, string>>>;
  /** Tag of the only element that has it. Undefined: all have it. */
  readonly element?: string;
}

/**
 * The design tokens, by their names without `--summit-`, in the order of the documentation. Element styles, the manifest, snippet
 * options, the builder and Storybook take them from here; `test/unit/tokens.test.mjs` checks what can't.
 *
 * The scripts in `dist` don't contain this module: the build writes the values where they are used (`tools/inline-tokens.mjs`).
 */
export const tokens = {
  accent: {
    type: 'color',
    default: 'light-dark(#6b4178, #b590c6)',
    description: 'The rule on top, and the places on the map.',
  },
  'accent-width': {
    type: 'border-top-width',
    default: '3px',
    description: 'Width of the rule on top; 0 for none.',
  },
  ink: {
    type: 'color',
    variants: {forced: 'light-dark(#1b1d20, #e3e4e6)'},
    description: "Text. Without it the page's own, or that of a forced `scheme`.",
  },
  muted: {
    type: 'color',
    default: 'color-mix(in srgb, currentColor 76%, transparent)',
    description: 'What is said about a statement: who, how certain, where; 76 % of the text. Keep 4.5:1.',
  },
  background: {
    type: 'background-color',
    variants: {forced: 'var(--_paper)'},
    description: "Background of the box. Without it the page's own, or `--summit-paper` with a forced `scheme`.",
  },
  paper: {
    type: 'color',
    default: 'light-dark(#fff, #131416)',
    description: 'The ground that the map is drawn for: its numbers stand on it.',
  },
  rule: {
    type: 'color',
    default: 'color-mix(in srgb, currentColor 70%, transparent)',
    description: 'Rules between groups and at the end; 70 % of the text.',
  },
  line: {
    type: 'color',
    default: 'color-mix(in srgb, currentColor 22%, transparent)',
    description: 'Hairlines inside a group, decoration only; 22 % of the text.',
  },
  links: {
    type: 'color',
    default: 'inherit',
    description: "Links. Without it the text's colour.",
  },
  focus: {
    type: 'color',
    default: 'currentColor',
    description: 'Focus outline. Keep 3:1.',
  },
  land: {
    type: 'color',
    element: 'summit-region-list',
    default: 'color-mix(in srgb, currentColor 7%, var(--_paper))',
    description: 'The land on the map; 7 % of the text colour on paper.',
  },
  region: {
    type: 'color',
    element: 'summit-region-list',
    default: 'color-mix(in srgb, var(--_accent) 38%, var(--_paper))',
    description:
      'The places on the map, a ground on which their outline in the accent shows; 38 % of the accent on paper.',
  },
  font: {
    type: 'font-family',
    description: "Typeface. Without it the page's own.",
  },
  size: {
    type: 'font-size',
    default: '0.9375em',
    description: "Size of the box's text, in the page's; never under 13 px.",
  },
  'small-size': {
    type: 'font-size',
    default: '0.8em',
    description: "Size of names, ledger lines and notes, in the box's text; never under 13 px.",
  },
  'line-height': {
    type: 'flex-grow',
    default: '1.35',
    description: 'Line height of the text, without a unit.',
  },
  'heading-font': {
    type: 'font-family',
    description: 'Typeface of headings. Without it that of the text.',
  },
  'heading-size': {
    type: 'font-size',
    default: '1.3em',
    variants: {wide: '1.5em'},
    description: "Size of the box's heading, in the box's text; 1.3em, and 1.5em from 864 px of width.",
  },
  'heading-weight': {
    type: 'font-weight',
    default: 'bold',
    variants: {aim: '600'},
    description: 'Weight of headings.',
  },
  space: {
    type: 'flex-grow',
    default: '1',
    description: 'Factor of all block spaces inside; 0.7 is dense, 1.4 airy.',
  },
  margin: {
    type: 'margin-top',
    default: '2em',
    description: 'Space above and below the box.',
  },
  padding: {
    type: 'padding-left',
    default: '0',
    variants: {forced: '1em'},
    description: "Space at the box's sides. Without it none, or 1em with a forced `scheme`.",
  },
} satisfies Readonly<Record<string, Token>>;

export type TokenName = keyof typeof tokens;

/**
 * The order in snippets and in the builder's form: the tokens that most brands set come first. Those that are not in this list
 * follow in the order above.
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
