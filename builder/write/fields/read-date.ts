/** Dates as people write them. */

/** The first three letters of the months, in the languages in which dates are often copied. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aoû', 'ago'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

const two = (number: string | number): string => String(number).padStart(2, '0');

/** The number of a month, by the start of its name; the longest start decides, since “juin” isn’t “juillet”. */
function monthOf(word: string): number | undefined {
  const name = word.toLowerCase();
  const found = MONTHS.flatMap((starts, i) =>
    starts.filter((start) => name.startsWith(start)).map((start) => ({month: i + 1, length: start.length})),
  ).sort((one, other) => other.length - one.length);
  return found[0]?.month;
}

/**
 * A date as the file writes it, such as 2026-11-27: from “27 Nov 2026”, “November 27, 2026”, “27.11.2026”, “2026/11/27”
 * or “November 2026”. With slashes and the day or the month first, a date is only read if it can’t be another one. What
 * isn’t understood is returned as it was typed, so that the check can name it.
 */
export function readDate(typed: string): string {
  const text = typed.trim().replace(/\s+/g, ' ');
  const date = readNumbers(text) ?? readNamed(text);
  return date !== undefined && isReal(date) ? date : typed;
}

/** Whether the calendar has the day or the month. */
function isReal(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function readNumbers(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (year && month && day) return `${year}-${two(month)}-${two(day)}`;
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  if (dotted) return `${dotted[3] ?? ''}-${two(dotted[2] ?? '')}-${two(dotted[1] ?? '')}`;
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return slashed ? readSlashed(Number(slashed[1]), Number(slashed[2]), slashed[3] ?? '') : undefined;
}

/** 27/11/2026 can only be a day in November; 5/6/2026 may be in May or in June. */
function readSlashed(first: number, second: number, year: string): string | undefined {
  if (first > 12 && second <= 12) return `${year}-${two(second)}-${two(first)}`;
  if (second > 12 && first <= 12) return `${year}-${two(first)}-${two(second)}`;
  return first === second ? `${year}-${two(first)}-${two(second)}` : undefined;
}

/** A date with the name of its month, with or without a day, and perhaps with the day of the week. */
function readNamed(text: string): string | undefined {
  const day = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|\.)?`;
  const name = String.raw`(?:de |of )?(\p{L}{3,})\.?`;
  const year = String.raw`,? (?:de )?(\d{4})`;
  const week = String.raw`(?:\p{L}+,? )?`;
  const dayFirst = new RegExp(`^${week}${day} ${name}${year}$`, 'u').exec(text);
  const monthFirst = new RegExp(`^${week}${name} ${day}${year}$`, 'u').exec(text);
  const without = new RegExp(`^${name}${year}$`, 'u').exec(text);
  const [dayGiven, monthGiven, yearGiven] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : [undefined, without?.[1], without?.[2]];
  const month = monthOf(monthGiven ?? '');
  if (month === undefined || yearGiven === undefined) return undefined;
  return [yearGiven, two(month), ...(dayGiven === undefined ? [] : [two(dayGiven)])].join('-');
}
