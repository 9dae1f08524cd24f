type Attributes = Readonly<Record<string, string>>;

/** An element: its name, with its class after a dot, then its other attributes and its children. */
export interface MarkupTree extends ReadonlyArray<string | Attributes | MarkupTree> {
  readonly 0: string;
}

/**
 * Builds the nodes of a tree that the build of this package made. Unlike a parser of HTML, it needs no permission of a
 * Content-Security-Policy.
 *
 * @param namespace That of the parent.
 */
export function buildMarkup(
  [start, ...parts]: MarkupTree,
  owner: Document,
  namespace = 'http://www.w3.org/1999/xhtml',
): Element {
  const [name = '', className] = start.split('.');
  const own = name === 'svg' ? 'http://www.w3.org/2000/svg' : namespace;
  const element = owner.createElementNS(own, name);
  if (className !== undefined) element.setAttribute('class', className);
  for (const part of parts) {
    if (typeof part === 'string') element.append(part);
    else if (Array.isArray(part)) element.append(buildMarkup(part as unknown as MarkupTree, owner, own));
    else for (const [attribute, value] of Object.entries(part as Attributes)) element.setAttribute(attribute, value);
  }
  return element;
}
