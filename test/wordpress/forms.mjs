// @ts-check
/** Articles with the two boxes, in each form that somebody may post. */
import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {snippetsOf} from '../world/forms.mjs';

const run = promisify(execFile);

export const roles = /** @type {const} */ (['administrator', 'editor', 'author']);
/** @typedef {(typeof roles)[number]} Role */

export const formNames = /** @type {const} */ ([
  'shortcode',
  'block',
  'plain snippet',
  'prerendered snippet',
  'frame snippet',
]);
/** @typedef {(typeof formNames)[number]} Form */

/**
 * The output of `summit-embeds render` for the two boxes.
 *
 * @param {string[]} options
 * @returns {Promise<string[]>}
 */
export function renderBoxes(...options) {
  return Promise.all(
    ['fact-box', 'goal-comparison'].map(async (element) => {
      const args = ['dist/cli/bin.js', 'render', element, 'dist/templates/starter.yaml', ...options];
      const {stdout} = await run(process.execPath, args);
      return stdout;
    }),
  );
}

const paragraph = (/** @type {string} */ text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`;

/**
 * The content of a post, as an editor saves it.
 *
 * @param {Form} form
 * @param {{url: string, id: number}[]} files The uploaded files of the two boxes.
 */
export async function writeArticle(form, files) {
  if (form === 'shortcode') {
    // The classic editor: blank lines become paragraphs.
    const [first, second] = files.map(({url}) => `[summit file="${url}"]`);
    return `Before.\n\n${first}\n\nBetween.\n\n${second}\n\nAfter.`;
  }
  const kind = form.split(' ')[0];
  const boxes =
    form === 'block'
      ? files.map(({id}) => `<!-- wp:summit-embeds/box ${JSON.stringify({mediaId: id})} /-->`)
      : (await snippetsOf(/** @type {import('../world/forms.mjs').Form} */ (kind))).map(
          (html) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`,
        );
  return [paragraph('Before.'), boxes[0], paragraph('Between.'), boxes[1], paragraph('After.')].join('\n\n');
}
