/** The part of a text before its first line break. */
export function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? '';
}

/** Splits what precedes an entry: comments directly above it belong to it, all else to the entry before. */
export function splitComments(between: string, indent: number): {readonly tail: string; readonly lead: string} {
  const lines = between.split('\n');
  const last = lines.length - 1;
  let from = last;
  while (from > 1 && /^[ \t]*#/.test(lines[from - 1] ?? '') && (lines[from - 1] ?? '').search('#') <= indent) from--;
  const join = (part: readonly string[]): string => part.map((line) => `${line}\n`).join('');
  return {tail: last > 0 ? join(lines.slice(0, from)) : between, lead: join(lines.slice(from, last))};
}

/** A text in the style `>-`, as lines of at most 100 characters; `undefined` if folding would change it. */
export function fold(text: string, indent: number, newline: string): string | undefined {
  if (!/^\S+(?: \S+)*$/.test(text) || text.startsWith('#')) return undefined;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < 100 - indent) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return `>-${lines.map((line) => newline + ' '.repeat(indent) + line).join('')}`;
}
