// @ts-check
/** Colours as browsers compute them, and the contrast of WCAG 2: own arithmetic, since it is short. */

/** @typedef {[red: number, green: number, blue: number, alpha: number]} Colour Each 0–1. */

/**
 * @param {string} text `rgb()`, `rgba()` or `color(srgb …)`, as computed styles have them; others are an error.
 * @returns {Colour}
 */
export function parseColour(text) {
  /** @type {(parts: string[], scale: number, alpha?: string) => Colour} */
  const make = ([red, green, blue], scale, alpha = '1') => [
    Number(red) / scale,
    Number(green) / scale,
    Number(blue) / scale,
    Number(alpha),
  ];
  const rgb = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text);
  if (rgb) return make(rgb.slice(1), 255, rgb[4]);
  const srgb = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(text);
  if (srgb) return make(srgb.slice(1), 1, srgb[4]);
  throw new Error(`Unknown colour: ${text}`);
}

/**
 * One colour painted on an opaque one.
 *
 * @param {Colour} colour
 * @param {Colour} below
 * @returns {Colour}
 */
export function paint([red, green, blue, alpha], below) {
  const mix = (/** @type {number} */ part, /** @type {number} */ under) => part * alpha + under * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

/**
 * What is seen of layers.
 *
 * @param {string[]} layers Colours, the topmost first; the last has to be opaque.
 */
export function flatten(layers) {
  const parsed = layers.map(parseColour);
  const last = parsed.at(-1);
  if (last?.[3] !== 1) throw new Error(`Nothing opaque below: ${layers.join()}`);
  return parsed.slice(0, -1).reduceRight((below, layer) => paint(layer, below), last);
}

/** @param {Colour} colour */
function luminance([red, green, blue]) {
  const linear = (/** @type {number} */ part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/**
 * Contrast ratio of two opaque colours, 1–21.
 *
 * @param {Colour} one
 * @param {Colour} other
 */
export function contrast(one, other) {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}
