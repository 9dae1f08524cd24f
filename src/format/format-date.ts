const formats = new Map<string, Intl.DateTimeFormat>();

/** Between two dates, in languages where the ranges of browsers fall back to numbers with slashes. */
const RANGE_SIGNS: Readonly<Record<string, string>> = {ja: '～', zh: '至'};

/** Abbreviations of “year” after a date. Written out, because a sentence would end in two full stops. */
const YEARS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  ru: [[/(\d\s)г\./g, '$1года']],
  uk: [
    [/(\d\s)р\./g, '$1року'],
    [/(\d\s)рр\./g, '$1років'],
  ],
};

/**
 * Returns the digits of dates, times and amounts. Undefined: those of the language, which are Persian for `fa` and
 * Latin for `hi`. Arabic has Latin digits in each country, as on most of its news sites and in the messages.
 */
export function numberingSystem(lang: string): string | undefined {
  return /^ar\b/i.test(lang) ? 'latn' : undefined;
}

/**
 * Formats a day, a month or a year (`2025-08-15`, `2025-08`, `2025`) with the given precision, or a range if `end` is
 * given.
 */
export function formatDate(lang: string, start: string, end = start): string {
  // Dates are calendar days of the source. UTC on both sides makes the result independent of the reader's time zone.
  // The Gregorian calendar is that of the source, even if the locale uses another.
  const length = Math.min(start.length, end.length);
  const key = `${lang} ${length}`;
  // Cached for each language and precision: a formatter costs far more to create than to use.
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(lang, {
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: numberingSystem(lang),
      year: 'numeric',
      month: length > 4 ? 'long' : undefined,
      day: length > 7 ? 'numeric' : undefined,
    });
  formats.set(key, format);
  const language = lang.replace(/-.*/, '').toLowerCase();
  const sign = RANGE_SIGNS[language];
  const [first, last] = [new Date(start), new Date(end)];
  // The browser loads more for ranges, which takes several times as long.
  const range =
    start === end
      ? format.format(first)
      : sign
        ? joinRange(format.format(first), sign, format.format(last))
        : format.formatRange(first, last);
  // Some browsers put thin spaces around the dash; server and browser must produce the same text.
  const text = range.replace(/[\u2009\u202f]/g, ' ');
  return (YEARS[language] ?? []).reduce((rest, [abbreviation, word]) => rest.replace(abbreviation, word), text);
}

/** Joins two dates. The second one omits the year and month if they are those of the first: 2025年8月15日至16日. */
function joinRange(start: string, sign: string, end: string): string {
  if (start === end) return start;
  const [year = ''] = /^.*年/.exec(start) ?? [];
  const [month = ''] = /^.*月/.exec(start) ?? [];
  const shared = [month, year].find((part) => part && end.startsWith(part)) ?? '';
  return start + sign + end.slice(shared.length);
}

/** Formats a time of day, such as “14:05”, in an IANA time zone. */
export function formatTime(lang: string, time: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(lang, {timeStyle: 'short', timeZone, numberingSystem: numberingSystem(lang)}).format(
    time,
  );
}
