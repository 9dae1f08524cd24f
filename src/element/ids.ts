/** Several ids: in an attribute apart by spaces or commas, in a property a list as well. */
export type Ids = string | readonly string[] | null | undefined;

/**
 * Reads the ids of an attribute. One that names nothing is told to the developer, with those there are; readers get
 * what is left, or everything.
 */
export function readIds(host: Element, attribute: string, value: Ids, known: readonly string[]): readonly string[] {
  const ids = [value].join().match(/[^\s,]+/g) ?? [];
  const knownIds = new Set(known);
  const wrong = ids.filter((id) => !knownIds.has(id));
  if (wrong.length > 0)
    (console as Partial<Console>).warn?.(host.localName, attribute, 'Unknown:', wrong, 'Known:', known);
  return ids;
}
