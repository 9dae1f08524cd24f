// @ts-check
/** The snippets of the two boxes in every form, as the command line writes them. */
import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

const run = promisify(execFile);

const FILE = 'dist/templates/starter.yaml';
/** Where the embed files and the data are published on every page of the suite. */
const BASE = '/embed/';
/** The page that the links in snippets lead to. */
export const LINK_PATH = '/embed/frame.html';
export const SRC = '/data/starter.json';

/** The two boxes of the article. */
const ELEMENTS = /** @type {const} */ (['fact-box', 'goal-comparison']);

const snippet = (/** @type {string} */ form, /** @type {string[]} */ ...more) => [
  'snippet',
  '--base',
  BASE,
  '--form',
  form,
  ...more,
];

/** The form by its name, and the arguments that write it. */
const forms = {
  plain: snippet('plain'),
  prerendered: snippet('prerendered'),
  script: snippet('script', '--src', SRC),
  frame: snippet('frame', '--src', SRC),
  markdown: snippet('markdown'),
};

/** @typedef {keyof typeof forms} Form */

export const formNames = /** @type {Form[]} */ (Object.keys(forms));

/**
 * The script that a page loads for its own boxes, whatever an editor has made of the script in the snippet. A tag that has lost its
 * attributes must not show the bundled summit; only a script without that summit can promise this for a tag without content.
 *
 * @param {Form} form
 */
export function pageScript(form) {
  const file = form === 'script' ? 'summit-elements.js' : 'summit-embeds.full.js';
  return `<script type="module" src="${BASE}${file}"></script>`;
}

const written = new Map();

/**
 * One snippet for each of the two boxes.
 *
 * @param {Form} form
 * @returns {Promise<string[]>}
 */
export function snippetsOf(form) {
  if (!written.has(form)) written.set(form, Promise.all(ELEMENTS.map((element) => write(form, element))));
  return written.get(form);
}

/**
 * @param {Form} form
 * @param {string} element
 */
async function write(form, element) {
  const [command = '', ...options] = forms[form];
  const {stdout} = await run(process.execPath, ['dist/cli/bin.js', command, element, FILE, ...options]);
  return stdout.trimEnd();
}
