// @ts-check
/** Prerendered boxes as the package makes them, with templates that are minified like those of the script. */
import {prerender} from '../../dist/prerender.js';
import {now} from '../support/prerendered.mjs';

/** @type {Map<string, string>} */
const made = new Map();

/**
 * The HTML or text of a box about one of the summits of test/support/prerendered.mjs; what was made before is handed out again.
 *
 * @param {'goal-comparison' | 'region-list' | 'fact-box'} element
 * @param {{name: string, options: object}} summit
 * @param {'both' | 'plain' | 'text' | 'email'} [as]
 * @returns {Promise<string>}
 */
export async function builtBox(element, {name, options}, as = 'both') {
  const key = [element, name, as].join();
  const box = made.get(key) ?? (await prerender(element, {...options, now, as}));
  made.set(key, box);
  return box;
}
