type Field = HTMLTextAreaElement | HTMLInputElement | null;

/** Status text after a successful copy. */
const COPIED = 'Copied';

/** Copies a text. Returns a status text. If the browser refuses, selects the text for manual copying. */
export async function copyText(text: string, from: Field): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return COPIED;
  } catch {
    return select(from);
  }
}

/** Copies HTML as formatted text, with plain text for tools that don't accept formats. */
export async function copyFormatted(html: string, from: Field): Promise<string> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], {type: 'text/html'}),
        'text/plain': new Blob([textOf(html)], {type: 'text/plain'}),
      }),
    ]);
    return COPIED;
  } catch {
    return select(from);
  }
}

/** The plain text, one line per block. Uses patterns because this page never parses text into markup. */
function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = {nbsp: '\u00a0', lt: '<', gt: '>', quot: '"', amp: '&'};
  return html
    .replaceAll(/<\/(?:p|li|h[1-6]|t[hd]|dt|dd)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/[ \t]*\n\s*/g, '\n')
    .trim();
}

function select(from: Field): string {
  from?.focus();
  from?.select();
  return 'Couldn’t copy. The text is selected: copy it with Ctrl+C or ⌘C.';
}
