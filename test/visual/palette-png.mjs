// @ts-check
/**
 * Small PNG files: with a palette, which the library that reads them does not write.
 *
 * Colours of surfaces, rules and text stay as they are. Shades at the edges of letters, of which there are hundreds, are
 * replaced by the nearest one that is kept already, where no person and no comparison sees the difference.
 */
import {crc32, deflateSync} from 'node:zlib';

/**
 * How far two colours are apart, 0–1, in the measure of pixelmatch.
 *
 * @param {number} a
 * @param {number} b
 */
function distance(a, b) {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  const y = red * 0.29889531 + green * 0.58662247 + blue * 0.11448223;
  const i = red * 0.59597799 - green * 0.2741761 - blue * 0.32180189;
  const q = red * 0.21147017 - green * 0.52261711 + blue * 0.31114694;
  return Math.sqrt((0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q) / 35215);
}

/**
 * Makes a palette, the most frequent colours first: one is kept unless another one is nearer than `near`. The frequent
 * ones are those of surfaces, so they are kept as they are.
 *
 * @param {number[]} pixels
 * @param {number} near
 */
function makePalette(pixels, near) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  /** @type {number[]} */
  const kept = [];
  /** @type {Map<number, number>} */
  const indexes = new Map();
  for (const [colour] of [...counts].sort(([a, m], [b, n]) => n - m || a - b)) {
    const distances = kept.map((other) => distance(colour, other));
    const nearest = Math.min(...distances, Infinity);
    if (nearest > near && kept.length < 256) indexes.set(colour, kept.push(colour) - 1);
    else indexes.set(colour, distances.indexOf(nearest));
  }
  return {kept, indexes};
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/**
 * Writes an opaque picture as a PNG file.
 *
 * @param {{width: number, height: number, data: Uint8Array}} picture As pngjs holds it.
 * @param {number} near The most that a shade may move, 0–1.
 */
export function writePalettePng({width, height, data}, near) {
  const pixels = Array.from({length: width * height}, (_, at) =>
    Buffer.from(data.buffer, data.byteOffset + at * 4, 3).readUIntBE(0, 3),
  );
  const {kept, indexes} = makePalette(pixels, near);
  const depth = kept.length > 16 ? 8 : 4;
  const perByte = 8 / depth;
  // Each line starts with the number of its filter: none, which is best for pictures of text.
  const line = 1 + Math.ceil(width / perByte);
  const lines = Buffer.alloc(line * height);
  pixels.forEach((colour, at) => {
    const x = at % width;
    const place = Math.floor(at / width) * line + 1 + Math.floor(x / perByte);
    lines[place] = (lines[place] ?? 0) | ((indexes.get(colour) ?? 0) << (depth * (perByte - 1 - (x % perByte))));
  });

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(lines, {level: 9, memLevel: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
