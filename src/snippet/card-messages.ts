/** Says on a share card how many sides it leaves out, by language and plural form. Only share cards need it. */
const texts = new Map<string, Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}>>(
  Object.entries({
    ar: {one: 'وطرف آخر', two: 'وطرفان آخران', few: 'و{n} أطراف أخرى', many: 'و{n} طرفًا آخر', other: 'و{n} طرف آخر'},
    de: {one: 'und eine weitere Seite', other: 'und {n} weitere Seiten'},
    en: {one: 'and one more side', other: 'and {n} more sides'},
    es: {one: 'y una parte más', other: 'y {n} partes más'},
    fr: {one: 'et une autre partie', other: 'et {n} autres parties'},
    uk: {one: 'і ще {n} сторона', few: 'і ще {n} сторони', many: 'і ще {n} сторін', other: 'і ще {n} сторони'},
  }),
);

/** The languages of the text. */
export const cardLanguages: readonly string[] = [...texts.keys()];

/**
 * Returns the line. Falls back to English.
 *
 * @param lang BCP 47 tag of the box.
 * @param count Number of sides, at least 1.
 */
export function cardMoreText(lang: string, count: number): string {
  const language = lang.replace(/-.*$/, '');
  const known = texts.has(language) ? language : 'en';
  const forms = texts.get(known);
  return (forms?.[new Intl.PluralRules(known).select(count)] ?? forms?.other ?? '').replace('{n}', String(count));
}
