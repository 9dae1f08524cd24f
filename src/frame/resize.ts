/**
 * For host pages without their own listener: sets the reported height of our frames. A separate classic script that may
 * load before or after the frames, and more than once. Each message only resizes the frame that sent it. Only frames
 * from the script's own folder and frames marked with `data-summit-frame` are resized: advertisements are excluded.
 */
const folder = (document.currentScript as HTMLScriptElement | null)?.src.replace(/[^/]*$/, '');

/** More than any box needs, but low enough that a frame can't push the rest of the page out of reach. */
const MAX_HEIGHT_PX = 20_000;

const findFrames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter(
    ({src, dataset}) => dataset['summitFrame'] !== undefined || (folder && src.startsWith(folder)),
  );

window.addEventListener('message', ({data, source}: MessageEvent<unknown>) => {
  const height = (Object(data) as Partial<Record<string, unknown>>)['summit-embeds-height'];
  if (typeof height !== 'number' || !(height > 0 && height < 1e6)) return;
  for (const frame of findFrames()) {
    // Set through CSSOM, which no Content-Security-Policy blocks. Hosts set the height in a style or in the attribute;
    // only a style overrides both.
    // eslint-disable-next-line no-restricted-syntax -- The host's own element: neither a class nor a custom property of ours reaches it.
    if (frame.contentWindow === source) frame.style.height = `${String(Math.min(height, MAX_HEIGHT_PX))}px`;
  }
});

// Request the height from frames that reported it before this script loaded. Other frames ignore the message.
for (const frame of findFrames()) frame.contentWindow?.postMessage('summit-embeds-height?', '*');
