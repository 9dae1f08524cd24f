import {unsafeCSS, type CSSResult} from 'lit';
import {tokenVar, type VariantOf} from './token-values.js';
import type {TokenName} from './tokens.js';

/** `tokenVar` for a `css` template. The build writes the text in its place. */
export function token<Name extends TokenName>(name: Name, variant?: VariantOf<Name>): CSSResult {
  // eslint-disable-next-line no-restricted-syntax -- The text is from tokens.ts, which has no data in it.
  return unsafeCSS(tokenVar(name, variant));
}
