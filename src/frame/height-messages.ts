/** By what hosts tell one frame from another. */
export interface FrameIdentity {
  /** Pym's. */
  readonly childId: string;
  /** Datawrapper's. */
  readonly id: string;
  /** Address of the page, hash and all. */
  readonly href: string;
}

/** No host has room for more. */
const MAX_HEIGHT = 20_000;

/**
 * A height in every form that hosts listen for. There is no telling who is above, so all of them are sent; a host takes the
 * one it knows. WordPress comes first: it empties the frame's `style`, where others have just put a height.
 *
 * @param measured In px, whole. Of more than 20,000 the rest can be scrolled to.
 */
export function heightMessages(measured: number, {childId, id, href}: FrameIdentity): readonly unknown[] {
  const height = Math.min(measured, MAX_HEIGHT);
  const secret = wordPressSecret(href);
  return [
    // It cuts to these bounds itself; what stays hidden can be scrolled to.
    ...(secret ? [{message: 'height', value: Math.min(1000, Math.max(200, height)), secret}] : []),
    // Ours, for resize.js.
    {'summit-embeds-height': height},
    // Pym, with it NPR and Reuters.
    `pymxPYMx${childId}xPYMxheightxPYMx${String(height)}`,
    // AMP and Sidechain.
    {sentinel: 'amp', type: 'embed-size', height},
    {'datawrapper-height': {[id]: height}},
    // Medium, Infogram. The address has to be what the host wrote into `src`.
    JSON.stringify({src: href, context: 'iframe.resize', height}),
    // The Guardian.
    JSON.stringify({type: 'set-height', value: height}),
  ];
}

/** The question of resize.js, which may have come after the answer. */
const HEIGHT_QUESTION = 'summit-embeds-height?';

/** Whether a message from above asks for the height. */
export function asksForHeight(data: unknown, href: string): boolean {
  if (typeof data === 'string') {
    // Pym tells a frame its width, the Guardian says `resize`; both expect a height.
    return data === HEIGHT_QUESTION || data === 'resize' || /^pymxPYMx.*xPYMxwidthxPYMx/.test(data);
  }
  // WordPress, once it listens.
  const {message, secret} = Object(data) as Partial<Record<string, unknown>>;
  return message === 'ready' && secret !== undefined && secret === wordPressSecret(href);
}

/** WordPress drops messages without its secret, and so do we: what is not alphanumeric is no secret of its. */
function wordPressSecret(href: string): string | undefined {
  return /#\?secret=([a-z\d]+)$/i.exec(href)?.[1];
}
