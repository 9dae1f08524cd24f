const formats = new Map<string, Intl.ListFormat>();

/**
 * “Putin, the article”. `lang` is a well-formed tag: the language of the items, since the words between them have to be
 * of one language with them.
 */
export function formatList(lang: string, items: readonly string[]): string {
  // Made once for each language: making one costs far more than using it.
  const format = formats.get(lang) ?? new Intl.ListFormat(lang, {type: 'unit', style: 'short'});
  formats.set(lang, format);
  return format.format(items);
}
