/** Tables for the terminal and for docs/performance.md. A table is its rows, the first of them the head. */

/** A number with as many digits as say something: 1234, 56.7, 3.21, 0.045. */
export function formatNumber(value) {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en-US');
  if (size > 0 && size < 0.001) return value.toExponential(1);
  const digits = size >= 10 ? 1 : size >= 1 || size === 0 ? 2 : 3;
  return String(Number(value.toFixed(digits)));
}

/** A median with its middle half: `12.3 (11.9–13)`. */
export function formatSpread({median, q1, q3}) {
  const [low, middle, high] = [q1, median, q3].map(formatNumber);
  return low === high ? middle : `${middle} (${low}–${high})`;
}

export const formatRatio = (value) => `${value.toFixed(2)} ×`;

/** Columns that line up: the first to the left, numbers to the right. */
export function textTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const write = (row) =>
    row
      .map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i])))
      .join('  ')
      .trimEnd();
  const [head, ...body] = rows.map(write);
  return [head, widths.map((width) => '─'.repeat(width)).join('──'), ...body].join('\n');
}

export function markdownTable(rows) {
  const write = (row) => `| ${row.map((cell) => String(cell).replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [write(head), `|${head.map((_, i) => (i === 0 ? '---' : '--:')).join('|')}|`, ...body.map(write)].join('\n');
}

/** A list of bars as a table: what was to be reached, what was, and how far it is. */
export function barRows(bars) {
  return [
    ['bar', 'at most', 'measured', 'met'],
    ...bars.map(({name, value, limit, met}) => [
      name,
      formatNumber(limit),
      formatNumber(value),
      met ? 'yes' : limit === 0 ? 'no' : `no: ${formatNumber(value / limit)} × the bar`,
    ]),
  ];
}

/**
 * Puts text between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`.
 *
 * @throws {Error} where a page has no such place, or an unclosed one: figures that go nowhere would be missed by nobody.
 */
export function fillMarker(page, name, text) {
  const [start, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The page has no place for ${name}: it takes ${start} and ${end}.`);
  if (page.indexOf(start, from + 1) >= 0) throw new Error(`The page has two places for ${name}.`);
  return `${page.slice(0, from + start.length)}\n\n${text.trim()}\n\n${page.slice(to)}`;
}
