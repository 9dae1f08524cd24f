/** Parts of a prerendered element. */
export interface PrerenderedParts {
  /** Attributes of the start tag by name. An empty string for a boolean attribute. */
  readonly attributes: ReadonlyMap<string, string>;
  /** HTML between the tags. */
  readonly content: string;
}

const CHARACTERS: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'};

/**
 * Parses the HTML of `prerender()`. HTML without the tag, such as that of the format `plain`, is all content.
 *
 * @param tag Tag of the element, such as `summit-fact-box`.
 */
export function readPrerendered(html: string, tag: string): PrerenderedParts {
  const attributes = new Map<string, string>();
  const text = html.trim();
  const end = `</${tag}>`;
  if (!text.startsWith(`<${tag}`) || !text.endsWith(end)) return {attributes, content: text};
  const attribute = /\s+([^\s"'<>/=]+)(?:="([^"]*)")?/y;
  attribute.lastIndex = tag.length + 1;
  let position = attribute.lastIndex;
  for (let found = attribute.exec(text); found; found = attribute.exec(text)) {
    const [, name = '', value = ''] = found;
    attributes.set(name, unescape(value));
    position = attribute.lastIndex;
  }
  return {attributes, content: text.slice(text.indexOf('>', position) + 1, -end.length)};
}

function unescape(value: string): string {
  return value.replaceAll(/&(?:#(\d+)|(\w+));/g, (reference, code?: string, name?: string) =>
    code ? String.fromCodePoint(Number(code)) : (CHARACTERS[name ?? ''] ?? reference),
  );
}
