/** What many runs of the same come to. Medians, since a browser's odd slow run says nothing about the page. */

/** The value below which the share `q` of the values lies; between two values in proportion. */
export function quantile(values, q) {
  if (values.length === 0) throw new RangeError('There is no quantile of no values.');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

export const median = (values) => quantile(values, 0.5);

/** @returns {{n: number, median: number, q1: number, q3: number, min: number, max: number}} */
export function summarize(values) {
  const [min, q1, middle, q3, max] = [0, 0.25, 0.5, 0.75, 1].map((q) => quantile(values, q));
  return {n: values.length, median: middle, q1, q3, min, max};
}

/** How many times the baseline's median a median is. */
export function ratio(values, baseline) {
  const base = median(baseline);
  if (base === 0) return median(values) === 0 ? 1 : Infinity;
  return median(values) / base;
}

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A copy in an order that the seed decides. */
function shuffled(list, random) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/**
 * Runs each variant once a round, in another order each time: what the machine does meanwhile hits all alike.
 *
 * @template T
 * @param {{name: string}[]} variants
 * @param {object} options
 * @param {number} options.rounds
 * @param {number} [options.seed]
 * @param {(variant: any, round: number) => Promise<T>} options.run
 * @param {(round: number) => void} [options.tell]
 * @returns {Promise<Record<string, T[]>>} Samples by the names of the variants.
 */
export async function interleave(variants, {rounds, seed = 1, run, tell = () => {}}) {
  const random = randomFrom(seed);
  const samples = Object.fromEntries(variants.map(({name}) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    tell(round);
    for (const variant of shuffled(variants, random)) samples[variant.name].push(await run(variant, round));
  }
  return samples;
}

/** The values of one measure. */
export const valuesOf = (samples, measure) => samples.map((sample) => sample[measure]);

/**
 * A bar, and whether it is met.
 *
 * @param {string} name
 * @param {number} value
 * @param {number} limit The most that `value` may be.
 * @returns {{name: string, value: number, limit: number, met: boolean}}
 */
export const bar = (name, value, limit) => ({name, value, limit, met: value <= limit});
