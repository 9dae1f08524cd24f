type Field = HTMLTextAreaElement | HTMLInputElement | null;

/** What stands beside the button after it worked. */
const COPIED = 'Copied';

/** Copies a text; what came of it, in words. Where the browser refuses, the text is selected for hands to copy. */
export async function copyText(text: string, from: Field): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return COPIED;
  } catch {
    return select(from);
  }
}

/** Copies HTML as formatted text. A tool that takes no formats gets it without. */
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

/** The bare text, a line for each block. A parser would be a way from text to markup, which this page has none of. */
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
  return 'This browser lets no page copy here. The text is selected: copy it with Ctrl+C, or ⌘C.';
}
