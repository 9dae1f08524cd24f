/** A node of rendered markup, the same from Node and from a browser. */
export interface MarkupNode {
  /** Name of the element in lower case. Empty for a text node. */
  readonly name: string;
  /** Text of a text node. Empty for an element. */
  readonly text: string;
  /** Attribute values by name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
}

const BLOCKS = new Set(
  'section div footer p ul ol li dl dt dd table thead tbody tr th td h1 h2 h3 h4 h5 h6 details summary'.split(' '),
);

/** Returns whether the node starts a new line. */
export function isBlock({name}: MarkupNode): boolean {
  return BLOCKS.has(name);
}

/** Returns the level of a heading. Undefined for other nodes. */
export function headingLevel({name}: MarkupNode): number | undefined {
  const level = /^h([1-6])$/.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

export function makeElement(
  name: string,
  children: readonly MarkupNode[],
  attributes: MarkupNode['attributes'] = {},
): MarkupNode {
  return {name, text: '', attributes, children};
}

export function makeText(text: string): MarkupNode {
  return {name: '', text, attributes: {}, children: []};
}

/** Returns whether a node shows any text. */
export function hasText({text, children}: MarkupNode): boolean {
  return text.trim() !== '' || children.some(hasText);
}

/** Collapses white space as a browser does, to one line. Non-breaking and en spaces stay. */
export function collapseSpace(text: string): string {
  return text.replaceAll(/[^\S\u00a0\u2002]+/g, ' ').trim();
}

/** Returns whether an element has a class. */
export function hasClass({attributes}: MarkupNode, className: string): boolean {
  return attributes['class']?.split(' ').includes(className) ?? false;
}
