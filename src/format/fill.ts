/** Puts a text or a number into the place of a template, `{n}` or `{x}`. */
export function fill(template: string, value: string | number): string {
  // A function, since in a plain replacement text `$&` and its kin would be read as patterns.
  return template.replace(/\{.\}/, () => `${value}`);
}
