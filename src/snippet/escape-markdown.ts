const REFERENCES: Readonly<Record<string, string>> = Object.fromEntries(
  ['{', '}', '*', '_', '`', '[', ']', '\\', '~', '$'].map((char) => [char, `&#${String(char.charCodeAt(0))};`]),
);

/**
 * HTML in which no text is anything to a Markdown engine, to MDX, to a template engine or to a shortcode. They look for expressions,
 * emphasis and links between tags. A browser reads the same.
 */
export function escapeMarkdown(html: string): string {
  return html.replaceAll(/<[^>"]*(?:"[^"]*"[^>"]*)*>|[{}*_`[\]\\~$]/g, (part) => REFERENCES[part] ?? part);
}
