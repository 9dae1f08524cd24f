import type {Summit} from '../data/summit.js';

/** A text, or its number among the texts of the summit. */
type Text = string | number;

/** An element: its name, its attributes, its children. */
export interface MarkupTree extends ReadonlyArray<Text | Readonly<Record<string, Text>> | MarkupTree> {
  readonly 0: string;
  readonly 1: Readonly<Record<string, Text>>;
}

/** Lists all texts of a summit once, in the order of its keys. */
export function listTexts(summit: Summit): readonly string[] {
  const texts = new Set<string>();
  // Not with `JSON.stringify`: old libraries add `toJSON` to arrays.
  const visit = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object') Object.values(value ?? {}).forEach(visit);
  };
  visit(summit);
  return [...texts];
}

/**
 * Builds the nodes of a tree that the build of this package made. Unlike a parser of HTML, it needs no permission of a
 * Content-Security-Policy.
 *
 * @param texts What numbers in the tree refer to.
 * @param namespace That of the parent.
 */
export function buildMarkup(
  [name, attributes, ...children]: MarkupTree,
  owner: Document,
  texts: readonly string[],
  namespace = 'http://www.w3.org/1999/xhtml',
): Element {
  const read = (text: Text): string => (typeof text === 'number' ? (texts[text] ?? '') : text);
  const own = name === 'svg' ? 'http://www.w3.org/2000/svg' : namespace;
  const element = owner.createElementNS(own, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, read(value));
  for (const child of children) {
    element.append(
      Array.isArray(child) ? buildMarkup(child as unknown as MarkupTree, owner, texts, own) : read(child as Text),
    );
  }
  return element;
}
