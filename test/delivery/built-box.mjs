/** Prerendered boxes as the package makes them, with templates that are minified like those of the script. */
import {prerender} from '../../dist/prerender.js';
import {now} from '../support/prerendered.mjs';

const made = new Map();

/**
 * The HTML or text of a box about one of the summits of test/support/prerendered.mjs; what was made before is handed out again.
 *
 * @param {'goal-comparison' | 'region-list' | 'fact-box'} element
 * @param {{name: string, options: object}} summit
 * @param {'both' | 'plain' | 'text'} [as]
 * @returns {Promise<string>}
 */
export async function builtBox(element, {name, options}, as = 'both') {
  const key = [element, name, as].join();
  if (!made.has(key)) made.set(key, await prerender(element, {...options, now, as}));
  return made.get(key);
}
