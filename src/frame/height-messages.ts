/** Identifiers by which hosts distinguish frames. */
export interface FrameIdentity {
  /** Id for Pym. */
  readonly childId: string;
  /** Id for Datawrapper. */
  readonly id: string;
  /** URL of the page, including the hash. */
  readonly href: string;
}

/** Maximum height in px. No host needs more. */
const MAX_HEIGHT = 20_000;

/**
 * Returns the height in all message formats that hosts support. The host is unknown, so all of them are sent, and a
 * host uses the one that it supports. WordPress comes first: it clears the frame's `style`, which other hosts may just
 * have set.
 *
 * @param measured In px, an integer. Above 20,000 the page scrolls.
 */
export function heightMessages(measured: number, {childId, id, href}: FrameIdentity): readonly unknown[] {
  const height = Math.min(measured, MAX_HEIGHT);
  const secret = wordPressSecret(href);
  return [
    // WordPress limits the height to these bounds; the rest can be scrolled to.
    ...(secret ? [{message: 'height', value: Math.min(1000, Math.max(200, height)), secret}] : []),
    // For our resize.js.
    {'summit-embeds-height': height},
    // Pym, used by NPR and Reuters.
    `pymxPYMx${childId}xPYMxheightxPYMx${String(height)}`,
    // AMP and Sidechain.
    {sentinel: 'amp', type: 'embed-size', height},
    {'datawrapper-height': {[id]: height}},
    // Medium, Infogram. The URL must equal the `src` in the host page.
    JSON.stringify({src: href, context: 'iframe.resize', height}),
    // The Guardian.
    JSON.stringify({type: 'set-height', value: height}),
  ];
}

/** Message with which resize.js requests the height, if it loads after the first report. */
const HEIGHT_QUESTION = 'summit-embeds-height?';

/** Whether a message from the host requests the height. */
export function asksForHeight(data: unknown, href: string): boolean {
  if (typeof data === 'string') {
    // Pym sends the width, the Guardian sends `resize`; both expect a height.
    return data === HEIGHT_QUESTION || data === 'resize' || /^pymxPYMx.*xPYMxwidthxPYMx/.test(data);
  }
  // WordPress, when it is ready.
  const {message, secret} = Object(data) as Partial<Record<string, unknown>>;
  return message === 'ready' && secret !== undefined && secret === wordPressSecret(href);
}

/** Returns the secret that WordPress requires in messages. Only alphanumeric secrets are valid. */
function wordPressSecret(href: string): string | undefined {
  return /#\?secret=([a-z\d]+)$/i.exec(href)?.[1];
}
