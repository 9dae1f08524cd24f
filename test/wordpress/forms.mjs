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
  'address of a frame page',
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

/** The block that the editor makes of an address on a line of its own. */
const embed = (
  /** @type {string} */ url,
) => `<!-- wp:embed {"url":"${url}","type":"rich","providerNameSlug":"the-paper"} -->
<figure class="wp-block-embed is-type-rich is-provider-the-paper wp-block-embed-the-paper"><div class="wp-block-embed__wrapper">
${url}
</div></figure>
<!-- /wp:embed -->`;

/**
 * The article of the classic editor: blank lines become paragraphs.
 *
 * @param {readonly string[]} boxes A line for each box.
 */
export const writeClassicArticle = ([first, second]) => `Before.\n\n${first}\n\nBetween.\n\n${second}\n\nAfter.`;

/**
 * The content of a post, as an editor saves it.
 *
 * @param {Form} form
 * @param {{url: string, id: number}[]} files The uploaded files of the two boxes.
 * @param {readonly string[]} addresses Their frame pages.
 */
export async function writeArticle(form, files, addresses) {
  if (form === 'shortcode') return writeClassicArticle(files.map(({url}) => `[summit file="${url}"]`));
  const boxes = await writeBlocks(form, files, addresses);
  return [paragraph('Before.'), boxes[0], paragraph('Between.'), boxes[1], paragraph('After.')].join('\n\n');
}

/**
 * @param {Exclude<Form, 'shortcode'>} form
 * @param {{id: number}[]} files
 * @param {readonly string[]} addresses
 */
async function writeBlocks(form, files, addresses) {
  if (form === 'block') return files.map(({id}) => `<!-- wp:summit-embeds/box ${JSON.stringify({mediaId: id})} /-->`);
  if (form === 'address of a frame page') return addresses.map(embed);
  const kind = /** @type {import('../world/forms.mjs').Form} */ (form.split(' ')[0]);
  const snippets = await snippetsOf(kind);
  return snippets.map((html) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`);
}
