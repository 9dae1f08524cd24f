const formats = new Map<string, Intl.DateTimeFormat>();

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
      year: 'numeric',
      month: length > 4 ? 'long' : undefined,
      day: length > 7 ? 'numeric' : undefined,
    });
  formats.set(key, format);
  // Some browsers put thin spaces around the dash; server and browser must produce the same text.
  return format.formatRange(new Date(start), new Date(end)).replace(/[\u2009\u202f]/g, ' ');
}

/** Formats a time of day, such as “14:05”, in an IANA time zone. */
export function formatTime(lang: string, time: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(lang, {timeStyle: 'short', timeZone}).format(time);
}
