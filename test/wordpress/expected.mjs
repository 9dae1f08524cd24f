// @ts-check
import {classicTheme} from '../../tools/servers/wordpress.mjs';

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
  shortcode: {administrator: '10 : 10 box', editor: '10 : 10 box', author: '10 : 10 box'},
  block: {administrator: '10 : 10 box', editor: '10 : 10 box', author: '10 : 10 box'},
  'plain snippet': {administrator: '10 : 10 plain', editor: '10 : 10 plain', author: '10 : 10 plain'},
  'prerendered snippet': {
    administrator: {posted: '10 : 10 box', saved: '20 : 10 twice, style rules as text, scrolls sideways'},
    editor: {posted: '10 : 10 box', saved: '20 : 10 twice, style rules as text, scrolls sideways'},
    author: '20 : 10 twice, style rules as text, scrolls sideways',
  },
  'frame snippet': {
    administrator: {posted: ['0 : 10 nothing', '10 : 10 frame'], saved: '0 : 10 link'},
    editor: {posted: ['0 : 10 nothing', '10 : 10 frame'], saved: '0 : 10 link'},
    author: '0 : 10 link',
  },
  'address of a frame page': {
    administrator: ['0 : 10 link', '10 : 10 frame'],
    editor: ['0 : 10 link', '10 : 10 frame'],
    author: ['0 : 10 link', '10 : 10 frame'],
  },
};

/** The themes of the second table; the first one is active in a new site. */
export const themes = [
  {kind: 'block theme', folder: ''},
  {kind: 'classic theme', folder: classicTheme.folder},
];

/**
 * What a reader gets in each of the themes and at each width.
 *
 * @type {{form: import('./forms.mjs').Form, outcome: Outcome}[]}
 */
export const expectedInThemes = [
  {form: 'shortcode', outcome: '10 : 10 box'},
  {form: 'block', outcome: '10 : 10 box'},
  {form: 'plain snippet', outcome: '10 : 10 plain'},
  {form: 'address of a frame page', outcome: ['0 : 10 link', '10 : 10 frame']},
];
