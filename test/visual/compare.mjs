/** When two pictures are the same. */
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';

/**
 * How far the colours of a pixel may be apart, 0–1: 0.03 is a grey that is 8 of 255 lighter. The ground of the map (ink
 * 7 %) is twice as far from paper, and a hairline six times.
 */
export const threshold = 0.03;

/** How far shades at the edges of letters may be moved to make a reference a small file: leaves the rest to machines. */
export const nearlySame = 0.02;

/**
 * How many pixels may be farther apart, those that pixelmatch takes for the smoothing of an edge left out.
 *
 * Measured: with all that the camera pins, Chromium 149 and 156, of different makers, draw letters alike to the pixel, also
 * where the machine asks for full hinting and coloured edges; now and then a single pixel of an outline on the map comes
 * out otherwise, by less than the threshold. Without `text-rendering: geometricPrecision` thousands of pixels differ, on
 * two small buttons alone a hundred, and no number would help. The least that a change makes is the hairline beside a
 * claim of one line, 18 px.
 */
const mayDiffer = 10;

/** A picture on a larger ground, where it is smaller; what is beyond it is transparent. */
function extend(png, width, height) {
  if (png.width === width && png.height === height) return png;
  const larger = new PNG({width, height});
  PNG.bitblt(png, larger, 0, 0, png.width, png.height, 0, 0);
  return larger;
}

/**
 * Compares two pictures, as pngjs holds them.
 *
 * @returns `same`, and the `count` of pixels that differ; where they are not the same, `told` says in words what differs,
 *   and `difference` is a picture with that in red.
 */
export function compare(reference, actual) {
  const width = Math.max(reference.width, actual.width);
  const height = Math.max(reference.height, actual.height);
  const [before, after] = [reference, actual].map((png) => extend(png, width, height).data);
  const difference = new PNG({width, height});
  const count = pixelmatch(before, after, difference.data, width, height, {threshold, includeAA: false});
  const sameSize = reference.width === actual.width && reference.height === actual.height;
  if (sameSize && count <= mayDiffer) return {same: true, count};
  const told = sameSize
    ? `${count} px differ, ${mayDiffer} may`
    : `it is ${actual.width} × ${actual.height} px, the reference ${reference.width} × ${reference.height}`;
  return {same: false, count, told, difference};
}
