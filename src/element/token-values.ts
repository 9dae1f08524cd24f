import {snippetOrder, tokens, type Token, type TokenName, type TokenType, type TokenVariant} from './tokens.js';

/*
 * Values derived from the tokens. The build calls these functions and replaces the calls with the results, so each call
 * must have literal arguments or none.
 */

/** Names of the variants of a token. */
export type VariantOf<Name extends TokenName> = (typeof tokens)[Name] extends {variants: infer Variants}
  ? keyof Variants
  : never;

function collect<Value>(valueOf: (token: Token) => Value): Readonly<Record<TokenName, Value>> {
  const names = new Set([...snippetOrder, ...(Object.keys(tokens) as TokenName[])]);
  return Object.fromEntries(Array.from(names, (name) => [name, valueOf(tokens[name])])) as Record<TokenName, Value>;
}

/**
 * Returns the token as a CSS value, such as `var(--summit-margin, 2em)`.
 *
 * @param variant Uses this variant instead of the default.
 */
export function tokenVar<Name extends TokenName>(name: Name, variant?: VariantOf<Name>): string {
  const value = tokenDefault(name, variant);
  return `var(--summit-${name}${value === undefined ? '' : `, ${value}`})`;
}

/** Returns a default as CSS. Undefined: the page's own style applies. */
export function tokenDefault<Name extends TokenName>(name: Name, variant?: VariantOf<Name>): string | undefined {
  const {default: usual, variants = {}}: Token = tokens[name];
  const other = variant as TokenVariant | undefined;
  return other ? variants[other] : usual;
}

/** Returns, for each token, a CSS property that takes the same values. The most used tokens come first. */
export function tokenTypes(): Readonly<Record<TokenName, TokenType>> {
  return collect(({type}) => type);
}

/** Returns the defaults as CSS. Undefined: the page's own style applies. */
export function tokenDefaults(): Readonly<Record<TokenName, string | undefined>> {
  return collect(({default: usual}) => usual);
}

/**
 * Returns approximate defaults on a light page as `#rrggbb`, for inputs that can't show `color-mix()` or
 * `light-dark()`. Undefined for tokens that aren't colours.
 */
export function tokenSwatches(): Readonly<Record<TokenName, string | undefined>> {
  return swatches(1);
}

/** Returns approximate defaults on a dark page, as `tokenSwatches` does on a light one. */
export function tokenDarkSwatches(): Readonly<Record<TokenName, string | undefined>> {
  return swatches(2);
}

/** Which part of `light-dark()` applies. */
type SchemePart = 1 | 2;

function swatches(part: SchemePart): Readonly<Record<TokenName, string | undefined>> {
  return collect(({type, default: usual, variants}) =>
    type.includes('color') ? toSwatch(usual ?? variants?.forced ?? 'inherit', part) : undefined,
  );
}

function toSwatch(value: string, part: SchemePart): string {
  const chosen = /^light-dark\((.+), ?(.+)\)$/.exec(value)?.[part];
  if (chosen) return toSwatch(chosen, part);
  // A mixture with `transparent` is shown on the paper colour, like the other mixtures.
  const [, colour, percent] =
    /^color-mix\(in srgb, (.+) ([\d.]+)%, (?:transparent|var\(--_paper\))\)$/.exec(value) ?? [];
  if (colour) return mix(toSwatch(colour, part), toSwatch(tokens.paper.default, part), Number(percent) / 100);
  if (value === 'inherit' || value === 'currentColor') return toSwatch(tokens.ink.variants.forced, part);
  if (value === 'var(--_accent)') return toSwatch(tokens.accent.default, part);
  if (value === 'var(--_paper)') return toSwatch(tokens.paper.default, part);
  if (/^#[\da-f]{3}$/i.test(value)) return value.replaceAll(/[^#]/g, '$&$&');
  if (/^#[\da-f]{6}$/i.test(value)) return value;
  throw new RangeError(`Write the colour '${value}' as hex, light-dark() of hex, or color-mix() with a percentage.`);
}

function mix(colour: string, ground: string, share: number): string {
  const channels = [1, 3, 5].map((start) => {
    const [front, back] = [colour, ground].map((hex) => parseInt(hex.slice(start, start + 2), 16));
    return Math.round((front ?? 0) * share + (back ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/**
 * Returns the default for documentation. Undefined if it depends on its surroundings; the description explains those.
 */
export function documentedDefault({default: usual, variants = {}}: Token): string | undefined {
  const isRelative = /^(?:inherit$|color-mix\()/.test(usual ?? '');
  return isRelative || variants.forced || variants.wide ? undefined : usual;
}
