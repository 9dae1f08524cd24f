/** Changes a YAML text where its data differ from other data. All else keeps its comments, order and style. */
import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import {isRecord} from '../data/copy-plain.js';
import {keyOrder} from '../data/schema-paths.js';
import {isSameJson} from './is-same-json.js';
import {matchEntries, mergeKeys} from './match-entries.js';
import {firstLine, fold, splitComments} from './yaml-layout.js';
import {YAML_OPTIONS} from './yaml-options.js';
import {isOneLine, writeFlow, writeKey, writeScalar, YamlWriter} from './write-yaml.js';

/** An entry of a list or an object in the text. */
interface Item {
  readonly key: string;
  readonly node: Node | null;
  /** Offset of its key or its hyphen; in a list between brackets, of its value. */
  readonly start: number;
  /** Offset after the colon or the hyphen. */
  readonly after: number;
  /** Offset of the end of its value. */
  readonly end: number;
}

/** An entry after the change. */
interface Entry {
  readonly item?: Item | undefined;
  readonly key: string;
  readonly value: unknown;
}

type Collection = YAMLMap<Node, Node | null> | YAMLSeq<Node | null>;

/**
 * Returns a YAML text with other data; `undefined` if it can't be edited, because it isn't an object or has errors.
 *
 * @param value Plain JSON.
 */
export function editYaml(text: string, value: Readonly<Record<string, unknown>>): string | undefined {
  const document = parseDocument(text, {...YAML_OPTIONS, keepSourceTokens: true});
  const root = document.contents;
  if (document.errors.length > 0 || !isMap<Node, Node | null>(root)) return undefined;
  const edited = new YamlEditor(text).edit(root, value);
  if (edited === undefined) return undefined;
  const again = parseDocument(edited, YAML_OPTIONS);
  return again.errors.length === 0 && isSameJson(again.toJS(), value) ? edited : undefined;
}

class YamlEditor {
  readonly #text: string;
  readonly #newline: string;
  readonly #writer: YamlWriter;
  readonly #values = new WeakMap<Node, unknown>();

  constructor(text: string) {
    this.#text = text;
    this.#newline = text.includes('\r\n') ? '\r\n' : '\n';
    this.#writer = new YamlWriter(this.#newline);
  }

  edit(root: YAMLMap<Node, Node | null>, value: Readonly<Record<string, unknown>>): string | undefined {
    if (this.#isSame(root, value)) return this.#text;
    if (!canEdit(root, value)) return undefined;
    if (root.flow) {
      const [start = 0, end = 0] = root.range ?? [];
      return this.#text.slice(0, start) + this.#editFlow(root, value, '') + this.#text.slice(end);
    }
    return this.#editBlock(root, value, '', 0) + this.#text.slice(this.#lineEnd(this.#contentEnd(root, 0)));
  }

  /** What follows a colon or a hyphen, up to the end of the value's last line. */
  #editAfter(item: Item, value: unknown, path: string, indent: number, isEntry: boolean): string {
    const {node, after, end} = item;
    const lineEnd = this.#lineEnd(end);
    const old = this.#text.slice(after, lineEnd);
    if (node ? this.#isSame(node, value) : value === null) return old;
    if (node && isCollection(node) && !node.flow && canEdit(node, value))
      return this.#editBlock(node, value, path, after);

    const [start = after] = end > after ? (node?.range ?? []) : [];
    const gap = this.#text.slice(after, start);
    const isInline =
      isOneLine(value) || (isEntry && Array.isArray(value)) || (node && isFlow(node) && canEdit(node, value));
    const rest = this.#text.slice(end, lineEnd);
    // The comment on the line of the key stays there.
    const comment = isCollection(node) && !node.flow ? firstLine(gap) : gap.includes('\n') ? firstLine(gap) : rest;
    if (!isInline) {
      const block = isEntry
        ? this.#writer.afterHyphen(value, indent, path)
        : this.#writer.afterKey(value, indent, path);
      return isEntry ? block : comment.trimEnd() + block;
    }
    const written = this.#writeInline(node, value, path, indent);
    return !gap.includes('\n') && gap !== '' ? gap + written + comment : ` ${written}${comment}`;
  }

  #writeInline(node: Node | null, value: unknown, path: string, indent: number): string {
    if (node && isCollection(node))
      return node.flow && canEdit(node, value) ? this.#editFlow(node, value, path) : writeFlow(value);
    if (typeof value === 'object' && value !== null) return writeFlow(value);
    const type = isScalar(node) ? node.type : undefined;
    if (type === 'BLOCK_FOLDED' && typeof value === 'string') {
      const folded = fold(value, indent + 2, this.#newline);
      if (folded !== undefined && this.#text.startsWith('>-', node?.range?.[0])) return folded;
    }
    return writeScalar(value, false, quoteOf(node));
  }

  /** The entries of a block, from an offset before the first one to the end of the last line. */
  #editBlock(node: Collection, value: object, path: string, from: number): string {
    const items = this.#itemsOf(node);
    const [first] = items;
    if (!first) return '';
    const indent = first.start - (this.#text.lastIndexOf('\n', first.start - 1) + 1);
    const pad = ' '.repeat(indent);
    const before = splitComments(this.#text.slice(from, first.start), indent);
    const isInline = !before.tail.includes('\n') && from > 0;
    const around = items.map((item, i) => {
      const next = items[i + 1];
      const {tail} = splitComments(next ? this.#text.slice(this.#lineEnd(item.end), next.start) : '', indent);
      const previous = items[i - 1];
      const {lead} = previous
        ? splitComments(this.#text.slice(this.#lineEnd(previous.end), item.start), indent)
        : before;
      return {lead: i === 0 && (isInline || path === '') ? '' : lead, tail};
    });
    const blanks = around.filter(({tail}) => /\n[ \t]*\r?\n/.test(tail)).length;
    const separator = items.length > 1 && blanks * 2 >= items.length - 1 ? this.#newline.repeat(2) : this.#newline;

    const entries = this.#entriesOf(node, items, value, path);
    this.#keepComments(items, entries, around, indent);
    let result = path === '' || isInline ? this.#text.slice(from, first.start) : before.tail;
    entries.forEach(({item, key, value: part}, i) => {
      const place = isMap(node) ? (path ? `${path}.${key}` : key) : `${path}.*`;
      const own = item && around[items.indexOf(item)];
      const lead = own?.lead ?? '';
      const startsLine = i > 0 || (path !== '' && !isInline);
      result += startsLine ? lead + pad : lead.trimStart() + (lead ? pad : '');
      result += item
        ? this.#text.slice(item.start, item.after) + this.#editAfter(item, part, place, indent, isSeq(node))
        : this.#writeNew(node, key, part, place, indent);
      const tail = own ? own.tail || separator : separator;
      if (i < entries.length - 1) result += tail;
      else if (own?.tail.includes('#')) result += own.tail.trimEnd();
    });
    return result;
  }

  /** Comments between blank lines after an entry that goes aren't its own, so the entry before it takes them. */
  #keepComments(
    items: readonly Item[],
    entries: readonly Entry[],
    around: {readonly lead: string; tail: string}[],
    indent: number,
  ): void {
    const kept = new Set(entries.map(({item}) => item));
    items.forEach((item, i) => {
      const [own, previous] = [around[i], around[i - 1]];
      if (kept.has(item) || !own || !previous) return;
      const isOwn = (line: string): boolean => /^[ \t]*#/.test(line) && line.search(/#/) > indent;
      const lines = own.tail.split('\n').filter((line) => !isOwn(line));
      if (lines.some((line) => line.includes('#'))) previous.tail = previous.tail.trimEnd() + lines.join('\n');
    });
  }

  #writeNew(node: Collection, key: string, value: unknown, path: string, indent: number): string {
    if (isMap(node)) return `${writeKey(key)}:${this.#writer.afterKey(value, indent, path)}`;
    const likeOthers = node.items.length > 0 && node.items.every((item) => isCollection(item) && item.flow);
    return `-${likeOthers ? ` ${writeFlow(value)}` : this.#writer.afterHyphen(value, indent, path)}`;
  }

  /** The same between brackets. */
  #editFlow(node: Collection, value: object, path: string): string {
    const [start = 0, end = 0] = node.range ?? [];
    const items = this.#itemsOf(node);
    const gaps = items.map((item, i) => this.#text.slice(items[i - 1]?.end ?? start + 1, item.start));
    const open = gaps[0] ?? '';
    const usual =
      gaps.slice(1).find((gap) => !gap.includes('#')) ??
      (/^\s+$/.test(open) && open.includes('\n') ? `,${open}` : ', ');
    let result = this.#text.slice(start, start + 1);
    this.#entriesOf(node, items, value, path).forEach(({item, key, value: part}, i) => {
      const own = item && gaps[items.indexOf(item)];
      result += i === 0 ? open : item && item !== items[0] ? (own ?? usual) : usual;
      const place = isMap(node) ? `${path}.${key}` : `${path}.*`;
      if (!item) result += isMap(node) ? `${writeKey(key)}: ${writeFlow(part)}` : writeFlow(part);
      else result += this.#editFlowItem(item, part, place);
    });
    return result + this.#text.slice(items.at(-1)?.end ?? start + 1, end);
  }

  #editFlowItem({node, start, after, end}: Item, value: unknown, path: string): string {
    if (node ? this.#isSame(node, value) : value === null) return this.#text.slice(start, end);
    const valueStart = node?.range?.[0] ?? after;
    const key = this.#text.slice(start, Math.max(after, valueStart));
    if (node && isCollection(node) && canEdit(node, value)) return key + this.#editFlow(node, value, path);
    return key + (typeof value === 'object' ? writeFlow(value) : writeScalar(value, true, quoteOf(node)));
  }

  /** The entries of a collection after the change, with those of the text that they continue. */
  #entriesOf(node: Collection, items: readonly Item[], value: object, path: string): readonly Entry[] {
    if (Array.isArray(value)) {
      const old = items.map((item) => (item.node ? this.#valueOf(item.node) : null));
      const indexes = matchEntries(old, value);
      return value.map((part: unknown, i) => ({item: items[indexes[i] ?? -1], key: '', value: part}));
    }
    const byKey = new Map(items.map((item) => [item.key, item]));
    const parts = new Map(Object.entries(value) as [string, unknown][]);
    const keys = mergeKeys([...byKey.keys()], [...parts.keys()], keyOrder[path] ?? []);
    return keys.map((key) => ({item: byKey.get(key), key, value: parts.get(key)}));
  }

  #itemsOf(node: Collection): readonly Item[] {
    if (isMap<Node, Node | null>(node)) return node.items.map((pair) => this.#pairItem(pair));
    const {srcToken} = node as {
      readonly srcToken?: {readonly items?: readonly {readonly start: readonly {type: string; offset: number}[]}[]};
    };
    return node.items.map((item, i) => {
      const [start = 0, end = 0] = item?.range ?? [];
      const hyphen = srcToken?.items?.[i]?.start.find(({type}) => type === 'seq-item-ind')?.offset;
      if (hyphen === undefined) return {key: '', node: item, start, after: start, end};
      return {key: '', node: item, start: hyphen, after: hyphen + 1, end: this.#contentEnd(item, hyphen + 1)};
    });
  }

  #pairItem({key, value, srcToken}: Pair<Node, Node | null>): Item {
    const [start = 0, keyEnd = 0] = key.range ?? [];
    const colon = srcToken?.sep?.find(({type}) => type === 'map-value-ind');
    const after = colon ? colon.offset + 1 : keyEnd;
    return {key: String((key as Scalar).value), node: value, start, after, end: this.#contentEnd(value, after)};
  }

  /** End of a value, without the comments and line breaks after it. */
  #contentEnd(node: Node | null, after: number): number {
    if (!node) return after;
    if (isCollection(node) && !node.flow) return this.#itemsOf(node).at(-1)?.end ?? after;
    const [start = after, end = after] = node.range ?? [];
    if (end <= start) return after;
    let at = end;
    while (at > start && /\s/.test(this.#text[at - 1] ?? '')) at--;
    return at;
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    if (end < 0) return this.#text.length;
    return this.#text[end - 1] === '\r' && end > at ? end - 1 : end;
  }

  #isSame(node: Node, value: unknown): boolean {
    return isSameJson(this.#valueOf(node), value);
  }

  #valueOf(node: Node): unknown {
    if (isScalar(node)) return node.value;
    if (this.#values.has(node)) return this.#values.get(node);
    const partOf = (part: Node | null): unknown => (part ? this.#valueOf(part) : null);
    const value = isMap<Scalar, Node | null>(node)
      ? Object.fromEntries(node.items.map((pair) => [String(pair.key.value), partOf(pair.value)]))
      : isSeq<Node | null>(node)
        ? node.items.map(partOf)
        : undefined;
    this.#values.set(node, value);
    return value;
  }
}

function isCollection(node: unknown): node is Collection {
  return isMap(node) || isSeq(node);
}

function isFlow(node: Node): boolean {
  return isCollection(node) && node.flow === true;
}

/** Whether a collection can become another one entry by entry: both are of one kind and have entries. */
function canEdit(node: Node, value: unknown): value is object {
  if (!isCollection(node) || node.items.length === 0) return false;
  return isSeq(node) ? Array.isArray(value) && value.length > 0 : isRecord(value) && Object.keys(value).length > 0;
}

function quoteOf(node: unknown): '"' | "'" | '' {
  if (!isScalar(node)) return '';
  return node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : '';
}
