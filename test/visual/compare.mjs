// @ts-check
/** When two pictures are the same. */
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';

/**
 * How far the colours of a pixel may be apart, 0–1: 0.03 is a grey that is 8 of 255 lighter. The ground of the map (ink
 * 7 %) is twice as far from paper, and a hairline six times.
 */
const threshold = 0.03;

/** How far shades at the edges of letters may be moved to make a reference a small file. The rest is for differences between machines. */
export const nearlySame = 0.02;

/**
 * How many pixels may be farther apart, apart from those that pixelmatch takes for the smoothing of an edge.
 *
 * Measured: with all that the camera pins, Chromium 149 and 156, of different makers, draw letters alike to the pixel, also
 * where the machine asks for full hinting and subpixel smoothing; now and then a single pixel of an outline on the map
 * differs, by less than the threshold. Without `text-rendering: geometricPrecision` thousands of pixels differ, a hundred
 * on two small buttons, and no number would help. The smallest change that can be seen is the hairline beside a claim of
 * one line, 18 px.
 */
const mayDiffer = 10;

/**
 * The picture with transparent margins that give it this size.
 *
 * @param {PNG} png
 * @param {number} width
 * @param {number} height
 */
function extend(png, width, height) {
  if (png.width === width && png.height === height) return png;
  const larger = new PNG({width, height});
  PNG.bitblt(png, larger, 0, 0, png.width, png.height, 0, 0);
  return larger;
}

/**
 * Compares two pictures, as pngjs holds them.
 *
 * @param {PNG} reference
 * @param {PNG} actual
 * @returns {{message: string, difference: PNG} | undefined} In words and as a picture, in red, what differs; undefined where they
 *   are the same.
 */
export function compare(reference, actual) {
  const width = Math.max(reference.width, actual.width);
  const height = Math.max(reference.height, actual.height);
  const {data: before} = extend(reference, width, height);
  const {data: after} = extend(actual, width, height);
  const difference = new PNG({width, height});
  const count = pixelmatch(before, after, difference.data, width, height, {threshold, includeAA: false});
  const sameSize = reference.width === actual.width && reference.height === actual.height;
  if (sameSize && count <= mayDiffer) return undefined;
  const message = sameSize
    ? `${count} px differ, ${mayDiffer} may`
    : `it is ${actual.width} × ${actual.height} px, the reference ${reference.width} × ${reference.height}`;
  return {message, difference};
}
