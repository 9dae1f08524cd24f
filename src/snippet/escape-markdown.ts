const REFERENCES: Readonly<Record<string, string>> = Object.fromEntries(
  ['{', '}', '*', '_', '`', '[', ']', '\\', '~', '$'].map((char) => [char, `&#${String(char.charCodeAt(0))};`]),
);

/**
 * Escapes characters in HTML that Markdown engines, MDX, template engines or shortcodes would interpret: they look for
 * expressions, emphasis and links between tags. A browser shows the same text.
 */
export function escapeMarkdown(html: string): string {
  return html.replaceAll(/<[^>"]*(?:"[^"]*"[^>"]*)*>|[{}*_`[\]\\~$]/g, (part) => REFERENCES[part] ?? part);
}
