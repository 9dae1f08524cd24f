/**
 * Returns the key under which tables of texts have the language of a tag, in lower case. It is the language without
 * script and region, except where readers need other texts: Portuguese in Brazil is `pt-br`, Chinese is `zh-hant` with
 * traditional characters (also `zh-TW`, `zh-HK`, `zh-MO`), otherwise `zh-hans`.
 */
export function languageKey(tag: string): string {
  const lower = tag.toLowerCase();
  const [language = ''] = lower.split('-');
  if (language === 'zh') return /^zh-(?:hant|tw|hk|mo)\b/.test(lower) ? 'zh-hant' : 'zh-hans';
  return /^pt-br\b/.test(lower) ? 'pt-br' : language;
}
