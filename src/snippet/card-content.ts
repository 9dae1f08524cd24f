import {collapseSpace, hasClass, headingLevel, type MarkupNode} from './markup.js';
import {cardMoreText} from './card-messages.js';

// Recognizes the parts of the goal comparison by the elements and class names of our templates, as `makePlainLayer`
// does, so that a card says the same as the box, in the same language and with the same attributions.

const certainties = ['stated', 'reported', 'analysis', 'speculation'] as const;

/** A certainty with its speakers, in the full form: “Reported: Putin”. */
export interface CardMark {
  /** Undefined for a remark, such as the date since when an aim is held. */
  readonly certainty: (typeof certainties)[number] | undefined;
  readonly text: string;
}

/** A statement with its full attribution. */
export interface CardStatement {
  /** What the label is about, if it isn't a main aim. Empty: a main aim, or the sentence about the clash. */
  readonly about: string;
  readonly text: string;
  /** Conditions and remarks on the label. */
  readonly notes: readonly string[];
  /** Empty only if the data has no claims for the statement. */
  readonly marks: readonly CardMark[];
}

/** A side, or another actor who has a main aim. */
export interface CardSide {
  readonly name: string;
  /** Office or role. Empty: none. */
  readonly role: string;
  /** Its main aims. Without one, its statement on the topic where the sides are opposed. */
  readonly statements: readonly CardStatement[];
  /** Says that there is no statement. Empty if there is one. */
  readonly gap: string;
}

/** Everything that a share card says, in the language of the box. */
export interface CardContent {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Between a name and what follows it, with its spaces. */
  readonly colon: string;
  readonly title: string;
  /** Status, place and dates. */
  readonly status: string;
  /** Where the data comes from, and its date. Empty: neither is given. */
  readonly source: readonly string[];
  /** One to five, in the order of the box. */
  readonly sides: readonly CardSide[];
  /** Says how many sides are left out. Empty: none. */
  readonly more: string;
  /** The sentence that says where the aims clash. */
  readonly clash: CardStatement | undefined;
  /** The statement that rejects what another side aims at, with the name of its actor. */
  readonly answer: (CardStatement & {readonly name: string}) | undefined;
}

export interface CardContentOptions {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly colon: string;
  /** For a side without a statement. */
  readonly gap: string;
  /** Sentence of the box that a card doesn't need, because it names every speaker. Empty: none. */
  readonly omitted: string;
}

/** A data file has everything that a box needs, but not what a share card needs. */
export class CardError extends Error {
  override readonly name = 'CardError';
}

const MAX_SIDES = 5;

/**
 * Makes the content of a share card from the shadow layer of a goal comparison.
 *
 * @param shadow Content of the shadow root, rendered without `isPlain`.
 * @throws {CardError} The comparison has no main aim.
 */
export function makeCardContent(shadow: readonly MarkupNode[], options: CardContentOptions): CardContent {
  const box = find(shadow, (node) => node.name === 'section') ?? {name: '', text: '', attributes: {}, children: shadow};
  const groups = findAll(box.children, (node) => node.name === 'tbody');
  const aims = groups.find((group) => hasClass(group, 'aims'));
  if (!aims || !find(aims.children, isStatement)) {
    throw new CardError(
      'A share card shows main aims, and this summit has none: mark a position of each side as its main aim (“rank: primary” in the file).',
    );
  }
  const opposed = groups.find((group) => hasClass(group, 'opposed') && !hasClass(group, 'aims'));
  const sides = readSides(aims, opposed, options);
  const shown = sides.slice(0, MAX_SIDES);
  const [status, subtitle] = box.children.filter((node) => node.name === 'p' && hasClass(node, 'muted'));
  const clash = find(aims.children, (node) => hasClass(node, 'clash'));
  return {
    lang: options.lang,
    dir: options.dir,
    colon: options.colon,
    title: textOf(box.children.find(headingLevel)),
    status: textOf(status),
    source: [omit(textOf(subtitle), options), readDateLine(box, options)].filter(Boolean),
    sides: shown,
    more: sides.length > MAX_SIDES ? cardMoreText(options.lang, sides.length - MAX_SIDES) : '',
    clash: clash && {
      about: '',
      text: textOf(...clash.children.filter((node) => !hasClass(node, 'small'))),
      notes: [],
      marks: readMarks(clash),
    },
    answer: opposed && readAnswer(opposed, shown),
  };
}

/** Returns the content as one paragraph, for the alternative text of the picture. */
export function describeCard(content: CardContent, paper = ''): string {
  const {title, status, source, sides, more, clash, answer, colon} = content;
  const comma = content.dir === 'rtl' ? '، ' : ', ';
  const semicolon = content.dir === 'rtl' ? '؛ ' : '; ';
  const tell = ({about, text, notes, marks}: CardStatement): string => {
    const label = [about && `${about}${colon}`, [text, ...notes].join(semicolon)].join('');
    return marks.length > 0 ? `${withoutStop(label)} (${marks.map(({text}) => text).join(semicolon)})` : label;
  };
  return [
    title,
    status,
    ...sides.map(
      ({name, role, statements, gap}) =>
        [name, role].filter(Boolean).join(comma) + colon + (statements.map(tell).join(semicolon) || gap),
    ),
    more,
    clash && tell(clash),
    answer && `${answer.name}${colon}${tell(answer)}`,
    ...source,
    paper,
  ]
    .flatMap((sentence) => (sentence ? [/[.!?…。！？]$/.test(sentence) ? sentence : `${sentence}.`] : []))
    .join(' ');
}

/** Returns whether a node is a statement on show: not an earlier position, and not what replaces one. */
function isStatement(node: MarkupNode): boolean {
  return hasClass(node, 'say') && find(node.children, isLabel) !== undefined;
}

function isLabel(node: MarkupNode): boolean {
  return hasClass(node, 'label') && !hasClass(node, 'short');
}

/** Reads the sides, and after them the others who have a main aim. */
function readSides(aims: MarkupNode, opposed: MarkupNode | undefined, {gap}: CardContentOptions): readonly CardSide[] {
  const rows = aims.children.filter(({name}) => name === 'tr');
  const columns = rows.flatMap(({children}) => children.filter((cell) => hasClass(cell, 'side')));
  const answers = opposed ? findAll(opposed.children, (cell) => cell.name === 'td' && hasClass(cell, 'side')) : [];
  const topic = textOf(opposed && find(opposed.children, (node) => headingLevel(node) !== undefined));
  const sides = columns.map((cell, i): CardSide => {
    const who = find(cell.children, (node) => hasClass(node, 'who'));
    const own = readStatements(cell, '');
    const instead = own.length === 0 && answers[i] ? readStatements(answers[i], topic).slice(0, 1) : [];
    const statements = [...own, ...instead];
    return {...readName(who), statements, gap: statements.length > 0 ? '' : gap};
  });
  const others = rows
    .filter((row) => hasClass(row, 'across'))
    .flatMap((row): readonly CardSide[] => {
      const statements = readStatements(row, '');
      const who = find(row.children, (node) => hasClass(node, 'who'));
      return who && statements.length > 0 ? [{...readName(who), statements, gap: ''}] : [];
    });
  return [...sides, ...others];
}

function readName(who: MarkupNode | undefined): Pick<CardSide, 'name' | 'role'> {
  return {
    name: textOf(who && find(who.children, ({name}) => name === 'b')),
    role: textOf(who && find(who.children, (node) => hasClass(node, 'small'))),
  };
}

function readStatements(node: MarkupNode, about: string): readonly CardStatement[] {
  return findAll(node.children, isStatement).map((statement) => readStatement(statement, about));
}

function readStatement({children}: MarkupNode, about: string): CardStatement {
  const text = find(children, (node) => hasClass(node, 'text'));
  const marks = find(children, (node) => hasClass(node, 'marks') && !hasClass(node, 'short'));
  return {
    about,
    text: textOf(text && find(text.children, isLabel)),
    notes: text ? findAll(text.children, (node) => hasClass(node, 'note')).map((note) => textOf(note)) : [],
    marks: marks ? readMarks(marks) : [],
  };
}

/** Reads the certainties, whose text has the full form even where the box doesn't show it. */
function readMarks({children}: MarkupNode): readonly CardMark[] {
  return findAll(children, (node) => hasClass(node, 'mark') || hasClass(node, 'since') || node.name === 'b').map(
    (mark) => ({
      certainty: certainties.find((certainty) => hasClass(mark, certainty)),
      text: textOf(mark),
    }),
  );
}

function readAnswer(topic: MarkupNode, sides: readonly CardSide[]): CardContent['answer'] {
  const shown = new Set(sides.flatMap(({statements}) => statements.map(({text}) => text)));
  const candidates = findAll(topic.children, (node) => hasClass(node, 'rejects') && isStatement(node));
  for (const candidate of candidates) {
    const statement = readStatement(candidate, '');
    if (shown.has(statement.text)) continue;
    return {...statement, ...readName(find(candidate.children, (node) => hasClass(node, 'who')))};
  }
  return undefined;
}

/** Reads the line with the date of the data and notes on the translation, without its links. */
function readDateLine(box: MarkupNode, options: CardContentOptions): string {
  const footer = box.children.find(({name}) => name === 'footer');
  const line = footer?.children.find((node) => node.name === 'p' && hasClass(node, 'muted') && !hasClass(node, 'key'));
  const end = line?.children.findIndex(({name}) => name === 'a') ?? -1;
  const parts = line?.children.slice(0, end < 0 ? undefined : end) ?? [];
  return omit(textOf(...parts), options);
}

function omit(text: string, {omitted}: CardContentOptions): string {
  return collapseSpace(omitted ? text.replace(omitted, ' ') : text)
    .replace(/(?:^|[\s\u00a0]+)·[\s\u00a0]*$/, '')
    .trim();
}

function withoutStop(text: string): string {
  return text.replace(/[.。]$/, '');
}

/** Returns the first match in document order. */
function find(nodes: readonly MarkupNode[], matches: (node: MarkupNode) => boolean): MarkupNode | undefined {
  for (const node of nodes) {
    const found = matches(node) ? node : find(node.children, matches);
    if (found) return found;
  }
  return undefined;
}

/** Returns all matches that aren't inside another match or an earlier position. */
function findAll(nodes: readonly MarkupNode[], matches: (node: MarkupNode) => boolean): readonly MarkupNode[] {
  return nodes.flatMap((node) => {
    if (hasClass(node, 'earlier')) return [];
    return matches(node) ? [node] : findAll(node.children, matches);
  });
}

function textOf(...nodes: readonly (MarkupNode | undefined)[]): string {
  const read = ({text, children}: MarkupNode): string => text + children.map(read).join('');
  return collapseSpace(nodes.map((node) => (node ? read(node) : '')).join(''))
    .replaceAll('\u2002', ' ')
    .trim();
}
