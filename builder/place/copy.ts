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

/** Formatted text as HTML, and the same as plain text for tools that don't accept formats. */
export interface FormattedText {
  readonly html: string;
  readonly text: string;
}

/** Copies formatted text. Returns a status text. If the browser refuses, selects the field for manual copying. */
export async function copyFormatted({html, text}: FormattedText, from: Field): Promise<string> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], {type: 'text/html'}),
        'text/plain': new Blob([text], {type: 'text/plain'}),
      }),
    ]);
    return COPIED;
  } catch {
    return select(from);
  }
}

function select(from: Field): string {
  from?.focus();
  from?.select();
  return 'Couldn’t copy. The text is selected: copy it with Ctrl+C or ⌘C.';
}
