/** Colours as browsers compute them, and the contrast of WCAG 2: own arithmetic, since it is short. */

/**
 * @param {string} text `rgb()`, `rgba()` or `color(srgb …)`, as computed styles have them; others are an error.
 * @returns {[number, number, number, number]} Red, green, blue, alpha, each 0–1.
 */
export function parseColour(text) {
  const rgb = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text);
  if (rgb) return [...rgb.slice(1, 4).map((part) => Number(part) / 255), Number(rgb[4] ?? 1)];
  const srgb = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(text);
  if (srgb) return [...srgb.slice(1, 4).map(Number), Number(srgb[4] ?? 1)];
  throw new Error(`Unknown colour: ${text}`);
}

/** One colour painted on an opaque one. */
export function paint([red, green, blue, alpha], below) {
  return [...[red, green, blue].map((part, i) => part * alpha + below[i] * (1 - alpha)), 1];
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

function luminance(colour) {
  const [red, green, blue] = colour.slice(0, 3).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two opaque colours, 1–21. */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
