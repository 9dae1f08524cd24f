/** The same page made in every way that is compared. */
import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {buildPeer} from './build-peer.mjs';
import {articlePage, readBoxes, scopeStyles} from './content.mjs';

const EMBED = path.resolve(import.meta.dirname, '../dist/embed');

export const LIVE_SCRIPT = '/live/summit-embeds.js';
const LAZY_SCRIPT = '/live/summit-embeds.lazy.js';

/** Puts our own script-tag files on a server. */
export function serveEmbed(server) {
  for (const file of readdirSync(EMBED, {recursive: true}).map(String)) {
    if (file.endsWith('.js'))
      server.put(`/live/${file.replaceAll(path.sep, '/')}`, readFileSync(path.join(EMBED, file), 'utf8'));
  }
}

export const script = (address) => `<script type="module" src="${address}"></script>`;

const bareTag = ({tag}) => `<${tag}></${tag}>`;
const hostTag = ({tag, attributes}) => {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${written.join('')}></${tag}>`;
};

const PLAIN_STYLE =
  '[data-box]{border-block:1px solid;margin-block:2em;padding-block:0.5em;font-size:0.9em}' +
  '[data-box] ul,[data-box] ol{padding-inline-start:1.2em}';

/** What all boxes share once, then what each has of its own. */
const lightStyles = (boxes) =>
  [
    scopeStyles(boxes[0].sheets.slice(0, 1), '.host'),
    ...boxes.map(({box, sheets}) => scopeStyles(sheets.slice(1), `.host-${box}`)),
  ].join('');

/** What each is, in a line for docs/performance.md. `same` says how far what it shows is checked to be the same. */
const VARIANTS = [
  {
    name: 'static-plain',
    what: 'the plain layer of a prerendered box in the page, with a few lines of style; every statement open',
    same: 'claims',
    page: (boxes) =>
      articlePage(
        boxes.map(({plain}) => `<section data-box>${plain}<span data-end></span></section>`),
        `<style>${PLAIN_STYLE}</style>`,
      ),
  },
  {
    name: 'static-shadow',
    what: 'static HTML: the box in a declarative shadow root with its styles, no script',
    same: 'all',
    page: (boxes) => articlePage(boxes.map(({shadow}) => shadow)),
  },
  {
    name: 'static-light',
    what: 'static HTML without a shadow root: the same DOM in the page itself, the same styles in `@scope`',
    same: 'all',
    page: (boxes) =>
      articlePage(
        boxes.map(({box, inside}) => `<div data-box lang="en" class="host host-${box}">${inside}</div>`),
        `<style>${lightStyles(boxes)}</style>`,
      ),
  },
  {
    name: 'hand',
    what: 'a custom element by hand, no library: builds the same DOM node by node, styles shared as constructed sheets',
    same: 'all',
    peer: 'hand',
  },
  {
    name: 'hand-template',
    what: 'the same, cloning a template instead: the fastest that can be, for a box that never differs',
    same: 'all',
    peer: 'template',
  },
  {
    name: 'live',
    what: 'the bare tags and `embed/summit-embeds.js`',
    same: 'all',
    page: (boxes) => articlePage(boxes.map(bareTag), script(LIVE_SCRIPT)),
  },
  {
    name: 'prerendered',
    what: 'the prerendered box as its snippet has it: both layers, and `embed/summit-embeds.lazy.js`; nobody uses it',
    same: 'all',
    page: (boxes) =>
      articlePage(boxes.map(({both}) => `<div>${both}<script async src="${LAZY_SCRIPT}"></script></div>`)),
  },
  {name: 'react', what: 'React renders the same DOM into the same shadow root', same: 'all', peer: 'react'},
  {name: 'preact', what: 'Preact does', same: 'all', peer: 'preact'},
  {name: 'svelte', what: 'Svelte does, with one component that renders itself', same: 'all', peer: 'svelte'},
  {
    name: 'shoelace',
    what: 'Shoelace: a card around each box, its details in place of the browser’s',
    same: 'text',
    peer: 'shoelace',
  },
];

/** The prerendered page once more, to which the script comes when everything has been on screen for a while. */
export const TAKE_OVER = {name: 'take-over', path: '/compare/take-over.html', late: LIVE_SCRIPT};

const markupContent = ({tag, sheets, inside}) => ({tag, sheets, markup: inside});

/** What a peer's script has inside. */
const contentFor = {
  template: markupContent,
  'static-box': markupContent,
  react: ({tag, sheets, tree}) => ({tag, sheets, tree: tree.map(camelCased)}),
};
const usualContent = ({tag, sheets, tree}) => ({tag, sheets, tree});

/** React has names of its own for attributes; those that our boxes have and that differ. */
const REACT_NAMES = {
  colspan: 'colSpan',
  tabindex: 'tabIndex',
  'stroke-width': 'strokeWidth',
  'text-anchor': 'textAnchor',
};

function camelCased(node) {
  if (typeof node === 'string') return node;
  const [name, attributes, ...children] = node;
  const renamed = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [REACT_NAMES[key] ?? key, value]),
  );
  return [name, renamed, ...children.map(camelCased)];
}

/** The code of a peer's script for these boxes. */
export const buildFor = (peer, boxes) => buildPeer(peer, boxes.map(contentFor[peer] ?? usualContent));

/**
 * Puts pages and their scripts on a server.
 *
 * @param {string[]} [names] Those that are wanted, in this order. All, if undefined.
 * @returns {Promise<{name: string, path: string, same: string, what: string}[]>}
 */
export async function serveVariants(server, names = VARIANTS.map(({name}) => name)) {
  const boxes = await readBoxes();
  const variants = names.map((wanted) => VARIANTS.find(({name}) => name === wanted));
  serveEmbed(server);
  for (const {name, peer, page} of variants) {
    if (peer) server.put(`/peers/${peer}.js`, await buildFor(peer, boxes));
    server.put(
      `/compare/${name}.html`,
      page ? page(boxes) : articlePage(boxes.map(hostTag), script(`/peers/${peer}.js`)),
    );
  }
  server.put(TAKE_OVER.path, articlePage(boxes.map(({both}) => both)));
  return variants.map(({name, same, what}) => ({name, same, what, path: `/compare/${name}.html`}));
}
