const joiners = new Map<string, (items: readonly string[]) => string>();

/**
 * Joins items, such as “Putin, the article”.
 *
 * @param lang Well-formed tag of the items' language, since separators and items must be in the same language.
 */
export function formatList(lang: string, items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  // Cached for each language: a formatter costs far more to create than to use.
  const join = joiners.get(lang) ?? makeJoiner(lang);
  joiners.set(lang, join);
  return join(items);
}

/** Returns the sign between two items with its space, such as “, ” or “、”. */
export function listSeparator(lang: string): string {
  return /^(?:ja|yue|zh)\b/i.test(lang) ? '、' : /^(?:ar|fa|ur)\b/i.test(lang) ? '، ' : ', ';
}

function makeJoiner(lang: string): (items: readonly string[]) => string {
  const format = new Intl.ListFormat(lang, {type: 'unit', style: 'short'});
  // For units (“5 h 3 min”) some languages have a space or nothing: ja, ko, ru, tr, zh. Names need a sign.
  return /^1\s*2$/.test(format.format(['1', '2']))
    ? (items) => items.join(listSeparator(lang))
    : (items) => format.format(items);
}
