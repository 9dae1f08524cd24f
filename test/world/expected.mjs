// @ts-check
/**
 * The table of this suite: system by system and form by form, what a reader gets. `node test/world/table.mjs` prints it as Markdown.
 *
 *   box        the box with its look
 *   plain      the plain layer: headings, lists and tables in the style of the page
 *   frame      the box in a frame
 *   link       a link to the box; a `broken link` leads nowhere
 *   nothing    no claim, no title, no notice
 *   refused    the system reports an error while it builds the page
 *
 * The table has three kinds of systems: they save the article, they change it on its way, or they bring it into a page by script.
 *
 * All claims are there once, with their speakers and their certainty, unless an entry says `twice`. An entry names every fault.
 *
 * @typedef {string | readonly [withoutScript: string, withScript: string]} Outcome One text if script changes nothing, or if there is
 *   no page without script.
 * @typedef {Partial<Record<import('./forms.mjs').Form, Outcome>>} Row
 */

/** The snippets arrive as they are written. */
const asWritten = /** @type {const} */ ({
  plain: 'plain',
  prerendered: 'box',
  script: ['link', 'box'],
  frame: ['nothing', 'frame'],
});

/** Markdown engines that let HTML through. */
const markdown = /** @type {const} */ ({...asWritten, markdown: 'plain'});

/** MDX takes braces for expressions, and the styles of the prerendered snippet have them. */
const mdx = /** @type {const} */ ({...markdown, prerendered: 'refused'});

/** TinyMCE puts frames in a sandbox without scripts, unless its option `sandbox_iframes` is off. */
const sandboxed = 'nothing';

/** A script brings the article into the page: there is nothing to read without script. */
const broughtByScript = /** @type {const} */ ({plain: 'plain', prerendered: 'box', script: 'box', frame: 'frame'});

/** @type {Readonly<Record<string, Row>>} */
export const expected = {
  'a page as it is written': asWritten,

  // It knows neither our tags nor templates, and keeps all text that is in them, the style sheet as well. The link inside a frame is a text
  // to it, as to every parser.
  'CKEditor 5': {
    plain: 'plain',
    prerendered: 'twice, style rules as text',
    script: 'link',
    frame: 'a title and no claim, markup as text',
  },
  // It keeps templates and drops their content.
  'CKEditor 5, General HTML Support': {...asWritten, prerendered: ['nothing', 'plain']},
  'CKEditor 5, HTML embed': asWritten,
  // Frames aren't ours: the editor filters them as before.
  'CKEditor 5, our plugin': {...asWritten, frame: 'a title and no claim, markup as text'},

  // It makes addresses relative to the page of the editor, unless its option `convert_urls` is off.
  TinyMCE: {plain: 'plain', prerendered: 'plain', script: 'broken link', frame: sandboxed},
  // It takes unknown tags for inline elements, and moves the plain layer out of them.
  'TinyMCE, all elements valid': {plain: 'plain', prerendered: 'twice', script: 'broken link', frame: sandboxed},
  // It keeps the tags without their attributes, and drops templates and scripts.
  'TinyMCE, custom_elements': {plain: 'plain', prerendered: 'plain', script: 'broken link', frame: sandboxed},
  // These options prevent all of this: `convert_urls: false`, `sandbox_iframes: false`, `custom_elements` and `extended_valid_elements`.
  'TinyMCE, set up for boxes': asWritten,
  'TinyMCE, our plugin': {...asWritten, frame: sandboxed},

  Quill: {plain: 'plain', prerendered: 'plain', script: 'link', frame: 'nothing'},
  Trix: {plain: 'plain', prerendered: 'plain', script: 'link', frame: 'nothing'},
  'WordPress, paragraphs of the classic editor': asWritten,

  'markdown-it, after a blank line': markdown,
  'markdown-it, after a line of text': markdown,
  'markdown-it, in a list item': markdown,
  'markdown-it, raw HTML off': {markdown: 'plain'},
  'marked, after a blank line': markdown,
  'marked, after a line of text': markdown,
  'marked, in a list item': markdown,
  'MDX, after a blank line': mdx,
  'MDX, in a list item': mdx,

  'a paragraph around the snippet': asWritten,
  'an editor that empties templates': {...asWritten, prerendered: ['nothing', 'plain']},
  // A tag without attributes has no data of its own: the link in it stays.
  'an editor that drops attributes of unknown tags': {...asWritten, script: 'link'},
  'an optimizer that moves styles to the head': {...asWritten, prerendered: ['unstyled box', 'box']},

  innerHTML: broughtByScript,
  'a copy of the article, before the script runs': broughtByScript,
  'a copy of the article, after the script has run': broughtByScript,
  'a consent tool that adds the script again as a classic script': broughtByScript,
  'a module script in the head that runs before the box arrives': broughtByScript,
  'a module script in the head that runs when half of the shadow root is there': broughtByScript,
  'a module script in the head that runs when half of the plain layer is there': broughtByScript,
  'Turbo Drive': broughtByScript,
  // It attaches declarative shadow roots.
  htmx: broughtByScript,
  jQuery: broughtByScript,
  'React, rendered on the server': broughtByScript,
  'React, rendered in the browser': broughtByScript,
};
