/** Looks of what comes with `comforts.ts`, so that the entry goes without them. Actions are 24 px high and wide at least. */
export const comfortStyles = `
.acts > *, .acts :is(a, button) { display: inline-block; }
.acts :is(a, button) {
  margin-inline-end: 0.8em;
  min-inline-size: 24px;
  padding-block: max(0.15em, (24px - 1.45em) / 2);
  background: none;
  border: 0;
  color: inherit;
  text-decoration: underline;
  text-underline-offset: 0.2em;
  cursor: pointer;
}
.acts :is(a, button):hover { text-decoration-thickness: 2px; }
[tabindex='-1']:focus { outline: 2px solid var(--summit-focus, currentColor); outline-offset: 4px; }
svg [data-region] { cursor: pointer; }
.region.on, .on circle { stroke-width: 4px; }
.on > .number { outline: 2px solid; }
@media (forced-colors: active) { .region.on { stroke-width: 6px; } }
@media print { .acts { display: none; } }
`;
