// Tokens at the current position. A string may contain every character from the space on, except " and \.
const SPACE = /[ \t\n\r]*/y;
const TEXT_UP_TO_DEFECT = /"(?:[ !#-[\]-\uffff]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Maximum depth of nested lists and objects. */
const DEEPEST = 1000;

/**
 * Describes the first syntax error in a JSON text: `line 12, column 5: "," or "}" expected, "a" found`. The messages of
 * browsers differ and may lack the position.
 *
 * @returns Undefined if the text is valid JSON or is nested more deeply than 1000 levels.
 */
export function findJsonDefect(text: string): string | undefined {
  /** Closing brackets of the open lists and objects. */
  const ends: string[] = [];
  let want: 'value' | 'name' | 'colon' | 'next' = 'value';
  /** Previous character: a closing bracket may follow `{` and `[`, but not a comma. */
  let last = '';
  let at = 0;

  const skip = (token: RegExp): boolean => {
    token.lastIndex = at;
    const found = token.test(text);
    if (found) at = token.lastIndex;
    return found;
  };
  const defect = (expected: string): string => {
    const lines = text.slice(0, at).split(/\r\n?|\n/);
    const column = (lines.at(-1) ?? '').length + 1;
    return `line ${lines.length}, column ${column}: ${expected} expected, ${nameAt(text, at)} found`;
  };

  for (;;) {
    if (text.charCodeAt(at) <= 32) skip(SPACE);
    const char = text[at] ?? '';
    const end = ends.at(-1);
    if (want === 'next' && !end) return char ? defect('the end of the file') : undefined;
    if (char && char === end && (want === 'next' || last === '{' || last === '[')) {
      ends.pop();
      want = 'next';
      at++;
    } else if (want === 'next' || want === 'colon') {
      if (char !== (want === 'next' ? ',' : ':')) return defect(want === 'next' ? `"," or "${end ?? ''}"` : '":"');
      want = want === 'next' && end === '}' ? 'name' : 'value';
      at++;
    } else if (char === '"') {
      skip(TEXT_UP_TO_DEFECT);
      if (text[at] !== '"') return defect('a quotation mark (write a backslash as \\\\, a line break as \\n)');
      want = want === 'name' ? 'colon' : 'next';
      at++;
    } else if (want === 'value' && (char === '{' || char === '[')) {
      if (ends.length === DEEPEST) return undefined;
      ends.push(char === '{' ? '}' : ']');
      want = char === '{' ? 'name' : 'value';
      at++;
    } else if (want === 'value' && skip(SCALAR)) {
      want = 'next';
    } else {
      const expected = want === 'name' ? 'a name in "…"' : 'a value';
      return defect(last === ',' && char === end ? `${expected} (or no comma before this)` : expected);
    }
    last = char;
  }
}

/** Names the character, with its code if it resembles another one, such as “ and ". */
function nameAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return 'the end of the file';
  if (code === 10 || code === 13) return 'a line break';
  const char = String.fromCodePoint(code);
  const name = code > 0x20 && code < 0x7f ? '' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(char) ? `"${char}"${name && ` (${name})`}` : name;
}
