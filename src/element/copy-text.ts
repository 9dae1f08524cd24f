/** Copies a text. False where the browser lets no page do so: without https, or in a frame without the permission. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** The old way, which needs a reader's click and nothing else. What is selected on the page stays selected. */
function copyByCommand(text: string): boolean {
  let copied = false;
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  addEventListener('copy', put, true);
  // No other way without a secure context, deprecated or not.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand('copy');
  removeEventListener('copy', put, true);
  return copied;
}
