/** The current day where the editor is, such as 2025-08-15. */
export function today(now = new Date()): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
