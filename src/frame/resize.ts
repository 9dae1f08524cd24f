/**
 * For pages that hold frames of ours and listen to none: gives each the height it tells. A classic script of its own, which
 * may be there before the frames or after, once or twice. Frames are found by who speaks, so that any number can be told
 * apart, and one can set no other's height but its own. It obeys pages from its own folder and those that are marked with
 * `data-summit-frame`, and no others: an advertisement is no frame of ours.
 */
const folder = (document.currentScript as HTMLScriptElement | null)?.src.replace(/[^/]*$/, '');

/** Higher than any box, and not so high that a frame could push the rest of the page out of reach. */
const MAX_HEIGHT_PX = 20_000;

const findFrames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter(
    ({src, dataset}) => dataset['summitFrame'] !== undefined || (folder && src.startsWith(folder)),
  );

window.addEventListener('message', ({data, source}: MessageEvent<unknown>) => {
  const height = (Object(data) as Partial<Record<string, unknown>>)['summit-embeds-height'];
  if (typeof height !== 'number' || !(height > 0 && height < 1e6)) return;
  for (const frame of findFrames()) {
    // By CSSOM, which no policy forbids. Hosts give the height in a style as often as in the attribute, so that no other way wins.
    // eslint-disable-next-line no-restricted-syntax -- The host's own element: neither a class nor a custom property of ours reaches it.
    if (frame.contentWindow === source) frame.style.height = `${String(Math.min(height, MAX_HEIGHT_PX))}px`;
  }
});

// Frames that spoke before this was here; others don't know the word.
for (const frame of findFrames()) frame.contentWindow?.postMessage('summit-embeds-height?', '*');
