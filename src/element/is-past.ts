/** Whether a day, month or year has passed. Uses the UTC calendar, so that server and browser get the same result. */
export function isPast(day: string | undefined, now = new Date()): boolean {
  return day !== undefined && now.toISOString().slice(0, day.length) > day;
}
