import {unsafeCSS, type CSSResult} from 'lit';
import {tokenVar, type VariantOf} from './token-values.js';
import type {TokenName} from './tokens.js';

/** Returns `tokenVar` for a `css` template. The build replaces the call with the text. */
export function token<Name extends TokenName>(name: Name, variant?: VariantOf<Name>): CSSResult {
  // eslint-disable-next-line no-restricted-syntax -- The text comes from tokens.ts, which contains no data.
  return unsafeCSS(tokenVar(name, variant));
}
