// @ts-check
/**
 * What a reader of a post gets: claims seen, claims of the two boxes, and how they look; without script and with script
 * where that differs. `posted` is the page as this role has posted it, `saved` the page after an author has changed only
 * the title; one text if both are the same.
 *
 * @typedef {string | [withoutScript: string, withScript: string]} Outcome
 * @typedef {Outcome | {posted: Outcome, saved: Outcome}} Entry
 *
 * @type {Record<import('./forms.mjs').Form, Record<import('./forms.mjs').Role, Entry>>}
 */
export const expected = {
  shortcode: {administrator: '', editor: '', author: ''},
  block: {administrator: '', editor: '', author: ''},
  'plain snippet': {administrator: '', editor: '', author: ''},
  'prerendered snippet': {administrator: '', editor: '', author: ''},
  'frame snippet': {administrator: '', editor: '', author: ''},
};
