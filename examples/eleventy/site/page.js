import {lakeTalks} from './lake-talks.js';

/** @typedef {import('summit-embeds').SummitFactBox} SummitFactBox */

/**
 * @param {string} id
 * @param {string} text
 */
const tell = (id, text) => document.getElementById(id)?.replaceChildren(text);

const own = /** @type {SummitFactBox} */ (document.querySelector('#own summit-fact-box'));
own.addEventListener('summit-load', ({summit, origin}) => tell('shown', `On screen: ${summit.title}, from ${origin}`));
own.data = lakeTalks;

const missing = /** @type {SummitFactBox} */ (document.querySelector('#missing'));
missing.addEventListener('summit-error', ({code}) => tell('failed', `Could not be shown: ${code}`));
