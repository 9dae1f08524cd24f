const formats = new Map<string, Intl.ListFormat>();

/**
 * Joins items, such as “Putin, the article”.
 *
 * @param lang Well-formed tag of the items' language, since separators and items must be in the same language.
 */
export function formatList(lang: string, items: readonly string[]): string {
  // Cached for each language: a formatter costs far more to create than to use.
  const format = formats.get(lang) ?? new Intl.ListFormat(lang, {type: 'unit', style: 'short'});
  formats.set(lang, format);
  return format.format(items);
}
