const formats = new Map<string, Intl.DateTimeFormat>();

/** A day, a month or a year (`2025-08-15`, `2025-08`, `2025`), as exactly as it is given; a range with `end`. */
export function formatDate(lang: string, start: string, end = start): string {
  // Dates are calendar days of the source. UTC on both sides keeps every reader's clock out of them, and the
  // Gregorian calendar is that of the source, also where a locale has another.
  const length = Math.min(start.length, end.length);
  const key = `${lang} ${length}`;
  // Made once for each language and exactness: making one costs far more than using it.
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
  // Around the dash some engines have thin spaces and some plain ones; server and reader must have the same.
  return format.formatRange(new Date(start), new Date(end)).replace(/[\u2009\u202f]/g, ' ');
}

/** A time of day, such as “14:05”, in a time zone of the IANA database. */
export function formatTime(lang: string, time: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(lang, {timeStyle: 'short', timeZone}).format(time);
}
