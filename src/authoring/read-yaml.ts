import type {Node} from 'yaml';
import {describeCharacter} from '../data/describe-character.js';
import {placeIn} from '../data/report.js';
import type {Cut, Fault, Part, ReadValue} from './part.js';
import {MAX_DEPTH, TOO_DEEP} from './part.js';
import {
  blame,
  CUT_TEXT,
  describeErrors,
  findCut,
  findCutStart,
  REFUSED,
  type Quoted,
  type Suspects,
} from './yaml-advice.js';
import {YAML_OPTIONS} from './yaml-options.js';

/** Maximum number of listed errors: one error often causes others on later lines. */
const MAX_FAULTS = 10;

/** Maximum depth of the parser's stack; a level of the file takes one to three. */
const MAX_STACK = 3 * MAX_DEPTH;

/**
 * Parses YAML 1.2 (core schema: dates, `no` and `12:30` stay texts) with the position of every value. Values that
 * JSON doesn't have are errors. The library is loaded on demand, so that commands that read only JSON don't load it.
 */
export async function readYaml(text: string): Promise<{
  readonly read?: ReadValue;
  readonly faults: readonly Fault[];
  /** Comments that may be meant as part of a text. */
  readonly cuts?: readonly Cut[];
}> {
  const {Composer, CST, Lexer, Parser, isMap, isScalar, isSeq} = await import('yaml');
  const isPlain = (node: unknown): boolean => isScalar(node) && node.type === 'PLAIN';
  const isNothing = (node: unknown): boolean => !node || (isScalar(node) && node.value === null);
  const faults: Fault[] = [];

  // Feeds tokens one by one, because the library doesn't limit the depth and counts aliases only at the end.
  const parser = new Parser();
  const tokens = [];
  const quotes: Quoted[] = [];
  const brackets: Bracket[] = [];
  const suspects: Suspects & {cuts: number[]} = {quotes, cuts: []};
  const faultsOrCause = (): readonly Fault[] =>
    blame(faults, suspects, text, (character) => `a ${describeCharacter(character)},`);
  let documents = 0;
  let isPlainText = false;
  for (const lexeme of new Lexer().lex(text)) {
    // A token of its own announces an unquoted text, which may begin like any other token.
    const type: string = isPlainText ? '' : (CST.tokenType(lexeme) ?? '');
    const offset = parser.offset;
    if (type.endsWith('-quoted-scalar')) quotes.push({at: offset, text: lexeme});
    const cut = isPlainText ? findCut(text, offset + lexeme.length) : undefined;
    if (cut !== undefined) suspects.cuts.push(cut);
    isPlainText = type === 'scalar';
    const unclosed = matchBracket(type, offset, brackets);
    if (unclosed) {
      faults.push(describeBracket(unclosed, suspects.cuts));
      suspects.noticed = offset;
      break;
    }
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
  const last = brackets.at(-1);
  if (last && faults.length === 0) {
    faults.push(describeBracket(last, suspects.cuts));
    suspects.noticed = text.length;
  }
  if (faults.length > 0) return {faults: faultsOrCause()};
  tokens.push(...parser.end());

  const [document, another] = new Composer(YAML_OPTIONS).compose(tokens, true, text.length);
  faults.push(...describeErrors(document?.errors ?? [], text, MAX_FAULTS));
  if (another)
    faults.push({at: another.range[0], path: '', message: 'a second document begins here; a file may have only one'});
  if (!document || faults.length > 0) return {faults: faultsOrCause()};
  if (document.contents === null) return {faults: [{at: 0, path: '', message: 'is empty'}]};

  const cuts: Cut[] = [];
  const build = (node: Node | null, path: string, key: number | undefined, after: number): ReadValue => {
    const start = node?.range?.[0] ?? after;
    if (isSeq(node)) {
      const read = node.items.map((item, i) => build(item as Node | null, placeIn(path, i), undefined, start));
      return {value: read.map((item) => item.value), part: {start, key, items: read.map((item) => item.part)}};
    }
    if (isMap(node)) {
      const values = new Map<string, unknown>();
      const entries = new Map<string, Part>();
      let wasCut = false;
      for (const pair of node.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        const keyStart = (pair.key as Node).range?.[0] ?? start;
        const entryPath = placeIn(path, name);
        if (node.flow && !pair.value) {
          // The rest of a text with a comma; a text with several commas is one slip.
          const message = 'a text with a comma in it needs quotation marks between { and }';
          if (!wasCut) faults.push({at: keyStart, path, message});
          wasCut = true;
          continue;
        }
        wasCut = false;
        if (entries.has(name)) faults.push({at: keyStart, path: entryPath, message: 'appears twice here; keep one'});
        const cut = isNothing(pair.value) ? findCutStart(text, (pair.key as Node).range?.[1] ?? start) : undefined;
        if (cut !== undefined) cuts.push({at: cut, path: entryPath, isWhole: true});
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
    if (typeof value !== 'string') return {value, part: {start, key}};
    const cut = isPlain(node) ? findCut(text, node?.range?.[1] ?? start) : undefined;
    if (cut !== undefined) cuts.push({at: cut, path, isWhole: false});
    return {value, part: {start, key, text: value}};
  };
  return {read: build(document.contents, '', undefined, 0), faults, cuts};
}

/** An opened bracket: `{` or `[`. */
interface Bracket {
  readonly at: number;
  readonly type: string;
}

const CLOSING: Readonly<Record<string, string>> = {'flow-map-start': '}', 'flow-seq-start': ']'};

/** Follows the brackets of the text. Returns a bracket that should have been closed before this token. */
function matchBracket(type: string, at: number, brackets: Bracket[]): Bracket | undefined {
  if (type === 'flow-error-end') return brackets.at(-1);
  if (Object.hasOwn(CLOSING, type)) brackets.push({at, type});
  if (type !== 'flow-map-end' && type !== 'flow-seq-end') return undefined;
  const last = brackets.pop();
  return last && last.type.slice(0, 8) !== type.slice(0, 8) ? last : undefined;
}

/** If a comment cuts a text between brackets, it also hides the closing one. */
function describeBracket({at, type}: Bracket, cuts: readonly number[]): Fault {
  const cut = cuts.find((offset) => offset > at);
  if (cut !== undefined) return {at: cut, path: '', message: CUT_TEXT};
  return {
    at,
    path: '',
    message: `the closing ${CLOSING[type] ?? ''} of the bracket that opens here is missing; put one at its end`,
  };
}
