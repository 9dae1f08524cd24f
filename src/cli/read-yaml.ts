import type {Node, YAMLError} from 'yaml';
import {placeIn} from '../data/report.js';
import type {Fault, Part, ReadValue} from './part.js';
import {MAX_DEPTH, TOO_DEEP} from './part.js';

/** YAML features that data files may not use: their meaning isn't obvious, or JSON doesn't have them. */
const REFUSED: Readonly<Record<string, string>> = {
  alias: 'a text that begins with * needs quotation marks; anchors and aliases aren’t supported',
  anchor: 'a text that begins with & needs quotation marks; anchors and aliases aren’t supported',
  tag: 'a text that begins with ! needs quotation marks; tags aren’t supported',
  'directive-line': 'a line that begins with % isn’t supported; remove it',
};

/** Replacements for messages of the library that need knowledge of YAML's grammar. */
const ADVICE: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'a text with a colon and a space in it needs quotation marks; or this line is indented too far',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  NON_STRING_KEY: 'a key must be a word',
};

/** Maximum number of listed errors: one error often causes others on later lines. */
const MAX_FAULTS = 10;

/** Maximum depth of the parser's stack; a level of the file takes one to three. */
const MAX_STACK = 3 * MAX_DEPTH;

/** How the library reads YAML: version 1.2, with the values that JSON has. */
export const YAML_OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  stringKeys: true,
  resolveKnownTags: false,
  // Off because it takes quadratic time; `readYaml` checks it with a set.
  uniqueKeys: false,
} as const;

interface Quoted {
  readonly at: number;
  readonly text: string;
}

/**
 * If a closing quotation mark is missing, the text continues to the next quotation mark and the error appears only
 * there. So report a quoted text that contains lines that look like keys, if there is an error after it.
 */
function blameQuotes(faults: readonly Fault[], quotes: readonly Quoted[]): readonly Fault[] {
  const first = faults[0];
  const before = quotes.filter(({at}) => at < Number(first?.at));
  const open = before.find(({text}) => /\n[ \t]*(?:- )?[\w$]+:\s/.test(text));
  const blamed = open ?? (first?.message.startsWith('Missing closing') ? before.at(-1) : undefined);
  return blamed ? [{at: blamed.at, path: '', message: 'the closing quotation mark of this text is missing'}] : faults;
}

/**
 * Parses YAML 1.2 (core schema: dates, `no` and `12:30` stay texts) with the position of every value. Values that
 * JSON doesn't have are errors. The library is loaded on demand, so that commands that read only JSON don't load it.
 */
export async function readYaml(text: string): Promise<{readonly read?: ReadValue; readonly faults: readonly Fault[]}> {
  const {Composer, CST, Lexer, Parser, isMap, isScalar, isSeq} = await import('yaml');
  const faults: Fault[] = [];

  // Feeds tokens one by one, because the library doesn't limit the depth and counts aliases only at the end.
  const parser = new Parser();
  const tokens = [];
  const quotes: Quoted[] = [];
  let documents = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const type = CST.tokenType(lexeme) ?? '';
    const offset = parser.offset;
    if (type.endsWith('-quoted-scalar')) quotes.push({at: offset, text: lexeme});
    const refused = REFUSED[type];
    if (refused) faults.push({at: offset, path: '', message: refused});
    if (type === 'doc-start' && documents++ > 0) {
      faults.push({at: offset, path: '', message: 'a second document begins here; a file may have only one'});
    }
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') faults.push({at: token.offset, path: '', message: token.message});
    }
    if (parser.stack.length > MAX_STACK) return {faults: [{at: offset, path: '', message: TOO_DEEP}]};
    if (faults.length >= MAX_FAULTS) break;
  }
  if (faults.length > 0) return {faults: blameQuotes(faults, quotes)};
  tokens.push(...parser.end());

  const [document, another] = new Composer(YAML_OPTIONS).compose(tokens, true, text.length);
  for (const {code, message, pos} of document?.errors.slice(0, MAX_FAULTS) ?? []) {
    faults.push({at: pos[0], path: '', message: ADVICE[code] ?? message});
  }
  if (another)
    faults.push({at: another.range[0], path: '', message: 'a second document begins here; a file may have only one'});
  if (!document || faults.length > 0) return {faults: blameQuotes(faults, quotes)};
  if (document.contents === null) return {faults: [{at: 0, path: '', message: 'is empty'}]};

  const build = (node: Node | null, path: string, key: number | undefined, after: number): ReadValue => {
    const start = node?.range?.[0] ?? after;
    if (isSeq(node)) {
      const read = node.items.map((item, i) => build(item as Node | null, placeIn(path, i), undefined, start));
      return {value: read.map((item) => item.value), part: {start, key, items: read.map((item) => item.part)}};
    }
    if (isMap(node)) {
      const values = new Map<string, unknown>();
      const entries = new Map<string, Part>();
      for (const pair of node.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        const keyStart = (pair.key as Node).range?.[0] ?? start;
        const entryPath = placeIn(path, name);
        if (node.flow && !pair.value) {
          faults.push({at: keyStart, path, message: 'a text with a comma in it needs quotation marks between { and }'});
        }
        if (entries.has(name)) faults.push({at: keyStart, path: entryPath, message: 'appears twice here; keep one'});
        const entry = build(pair.value as Node | null, entryPath, keyStart, keyStart);
        values.set(name, entry.value);
        entries.set(name, entry.part);
      }
      // Unlike an assignment, this makes `__proto__` a key like any other.
      return {value: Object.fromEntries(values), part: {start, key, entries}};
    }
    const value = isScalar(node) ? node.value : null;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      faults.push({at: start, path, message: 'isn’t a number that JSON can represent'});
    }
    return {value, part: {start, key}};
  };
  return {read: build(document.contents, '', undefined, 0), faults};
}
