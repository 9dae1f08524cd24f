/**
 * A list of ids: a string separated by spaces or commas, or an array (property only). Empty, null or undefined: the
 * default of the property.
 */
export type Ids = string | readonly string[] | null | undefined;

/**
 * Parses the ids of an attribute. Warns in the console about unknown ids and lists the known ones. The box ignores
 * unknown ids.
 */
export function readIds(host: Element, attribute: string, value: Ids, known: readonly string[]): readonly string[] {
  const ids = [value].join().match(/[^\s,]+/g) ?? [];
  const knownIds = new Set(known);
  const wrong = ids.filter((id) => !knownIds.has(id));
  if (wrong.length > 0)
    (console as Partial<Console>).warn?.(host.localName, attribute, 'Unknown:', wrong, 'Known:', known);
  return ids;
}
