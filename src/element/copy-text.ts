/**
 * Copies a text to the clipboard. Returns false if the browser forbids it: without https, or in a frame without
 * permission.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** Copies with `execCommand`, which only needs a user gesture. The selection on the page stays. */
function copyByCommand(text: string): boolean {
  let copied = false;
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  addEventListener('copy', put, true);
  // The only way without a secure context, although it is deprecated.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand('copy');
  removeEventListener('copy', put, true);
  return copied;
}
