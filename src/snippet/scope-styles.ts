/**
 * Makes the styles of a shadow root match only inside shadow roots. Optimizers move `<style>` elements into the head of
 * a page. There a selector such as `*` would match everything.
 *
 * @param css Rules with selectors of any kind, also inside `@media`, `@container` and `@supports`; no other at-rules.
 */
export function scopeStyles(css: string): string {
  return css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/([^{};]+)\{/g, (rule, prelude: string) => {
      const selectors = prelude.trim();
      return selectors.startsWith('@') ? rule : `${splitSelectors(selectors).map(scope).join()}{`;
    });
}

/** Adds `:host`, which matches nothing outside a shadow root. */
function scope(selector: string): string {
  return selector.startsWith(':host') ? selector : `:host ${selector}`;
}

/** Splits a selector list at commas outside brackets. */
function splitSelectors(list: string): string[] {
  const selectors: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < list.length; i += 1) {
    const char = list.charAt(i);
    if (char === '(' || char === '[') depth += 1;
    if (char === ')' || char === ']') depth -= 1;
    if (char !== ',' || depth > 0) continue;
    selectors.push(list.slice(start, i));
    start = i + 1;
  }
  return [...selectors, list.slice(start)].map((selector) => selector.trim());
}
