/** Replaces the placeholder of a template, `{n}` or `{x}`, with a number or a text. */
export function fill(template: string, value: string | number): string {
  // A function, because `$&` and similar patterns are special in a replacement string.
  return template.replace(/\{.\}/, () => `${value}`);
}
