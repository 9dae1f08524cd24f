import {framePage, makeOembed} from '../snippet/frame-page.js';
import {boxHelp, boxOptions, readAddress, readBase, readBoxRequest, tellLanguage} from './box-options.js';
import type {Command} from './command.js';
import {EXIT_FINE, EXIT_INVALID, textOf} from './command.js';
import {UsageError} from './cli-environment.js';
import {writeResult} from './write-result.js';

const SHAPES = ['both', 'shadow', 'plain', 'markdown', 'text', 'email', 'jsonld', 'page'] as const;

export const render: Command = {
  name: 'render',
  summary: 'writes a box as HTML that works without JavaScript, as text, or as a whole page',
  help: `Usage: summit-embeds render ELEMENT [FILE] [--as SHAPE] [--out FILE]

Writes a box that readers can read before its script runs, and without it.

${boxHelp}
Shapes:
  --as both     the element with its content in two layers: the shadow DOM and plain HTML (default)
  --as shadow   only the shadow DOM
  --as plain    only the plain HTML, without the element: headings, a table, lists
  --as markdown the plain content as Markdown without HTML: headings, tables, lists
  --as text     plain text, for newsletters without HTML, and feeds
  --as email    the first level as a table with inline styles, for newsletters; paste it into an HTML block
                --page-url URL     address of the page with the box; the last line links to it
  --as jsonld   a script element with linked data: subject, sources, corrections
  --as page     a whole page, for a frame; needs --base URL, the address of the files of dist/embed
                --oembed-url URL   address of the page's oEmbed response, for hosts that support oEmbed
  --oembed      the oEmbed response; needs --url URL, the address of the page
                --width PX (default 600), --height PX (default 600), --provider NAME

For a Content Security Policy without inline styles:
  --nonce TEXT  nonce for the style element
  --csp-hash    writes only the sha256-… hash for style-src

Options:
  --out FILE    writes to FILE instead of standard output; overwrites it
  -h, --help    shows this help

Exit codes: 0 written, 1 a file is invalid, 2 wrong usage or a file can’t be read or written.
`,
  options: {
    ...boxOptions,
    as: {type: 'string'},
    base: {type: 'string'},
    'csp-hash': {type: 'boolean'},
    height: {type: 'string'},
    oembed: {type: 'boolean'},
    'oembed-url': {type: 'string'},
    out: {type: 'string'},
    'page-url': {type: 'string'},
    provider: {type: 'string'},
    url: {type: 'string'},
    width: {type: 'string'},
  },
  async run(args, io) {
    const asked = textOf(args, 'as') ?? 'both';
    const shape = SHAPES.find((known) => known === asked);
    if (!shape) throw new UsageError(`there is no shape ${asked}; there are ${SHAPES.join(', ')}`);
    const url = textOf(args, 'url');
    if (args.values['oembed'] && !url) throw new UsageError('--oembed needs --url, the address of the page');
    if (url) readAddress(url, 'url');
    const oembedUrl = textOf(args, 'oembed-url');
    if (oembedUrl) readAddress(oembedUrl, 'oembed-url');
    const pageUrl = textOf(args, 'page-url');
    if (pageUrl !== undefined) checkPageUrl(pageUrl, shape);
    const base = shape === 'page' ? readBase(args) : '';
    const [width, height] = ['width', 'height'].map((name) => readPixels(name, textOf(args, name)));

    const request = await readBoxRequest(args, io);
    if (!request) return EXIT_INVALID;
    const {element, options} = request;
    // Loaded here because the rest doesn't need Lit. In the built command line this is `dist/prerender.js`.
    const {prerenderBox, styleHash} = await import('../prerender/prerender.js');
    if (args.values['csp-hash']) {
      await writeResult(`${await styleHash(element)}\n`, args, io);
      return EXIT_FINE;
    }
    const isPage = shape === 'page' || args.values['oembed'] === true;
    const {html, title, lang} = await prerenderBox(element, {
      ...options,
      as: isPage ? 'both' : shape,
      ...(pageUrl !== undefined && {pageUrl}),
    });
    tellLanguage(request.attributes, lang, 'render', io);
    if (args.values['oembed']) {
      const answer = makeOembed({title, url: url ?? '', provider: textOf(args, 'provider'), width, height});
      await writeResult(`${JSON.stringify(answer, null, 2)}\n`, args, io);
    } else if (isPage) {
      const page = framePage({
        title,
        lang,
        box: html,
        files: {base, integrity: {}},
        oembedUrl,
      });
      await writeResult(page, args, io);
    } else {
      await writeResult(html.endsWith('\n') ? html : `${html}\n`, args, io);
    }
    return EXIT_FINE;
  },
};

/** A mail has no page of its own, so a path isn't enough. */
function checkPageUrl(url: string, shape: string): void {
  if (shape !== 'email') throw new UsageError('--page-url needs --as email');
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new UsageError(`--page-url takes an address with http:// or https://, not ${url}`);
}

function readPixels(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(value))
    throw new UsageError(`--${name} must be a whole number of pixels, such as 600, not ${value}`);
  return Number(value);
}
