import {tokenVar} from './token-values.js';

/**
 * Styles of the interactions, loaded with `interactions.ts`. `:host` gives them a higher specificity than the scoped
 * rules of a prerendered box. Actions are at least 24 px high and wide.
 */
export const interactionStyles = `
:host .acts > *, :host .acts :is(a, button) { display: inline-block; }
@media (hover: hover) {
  :host .claims > li > .acts { opacity: 0; }
  :host .claims > li:is(:hover, :focus-within) > .acts { opacity: 1; }
}
:host .acts :is(a, button) {
  margin-inline-end: 0.8em;
  min-inline-size: 24px;
  padding-block: max(0.15em, (24.1px - 1.45em) / 2);
  background: none;
  border: 0;
  color: inherit;
  text-decoration: underline;
  text-underline-offset: 0.2em;
  cursor: pointer;
}
:host .acts :is(a, button):hover { text-decoration-thickness: 2px; }
:host [tabindex='-1']:focus { outline: 2px solid ${tokenVar('focus')}; outline-offset: 4px; }
:host svg [data-region] { cursor: pointer; }
:host .region.on, :host .on circle { stroke-width: 4px; }
:host .region.point.on { stroke-width: 14px; }
:host .place.on > :first-child { outline: 2px solid; }
@media (forced-colors: active) { :host .region.on { stroke-width: 6px; } }
@media print { :host .acts { display: none; } }
`;
