import {framePage, makeOembed} from '../snippet/frame-page.js';
import {boxHelp, boxOptions, readAddress, readBase, readBoxRequest, tellLanguage} from './box-options.js';
import type {Command} from './command.js';
import {EXIT_FINE, EXIT_INVALID, textOf} from './command.js';
import {UsageError} from './cli-environment.js';
import {writeResult} from './write-result.js';

const SHAPES = ['both', 'shadow', 'plain', 'markdown', 'text', 'jsonld', 'page'] as const;

export const render: Command = {
  name: 'render',
  summary: 'writes a box as HTML that needs no script, as text, or as a page of its own',
  help: `Usage: summit-embeds render ELEMENT [FILE] [--as SHAPE] [--out FILE]

Writes a box that readers see before, without and after its script.

${boxHelp}
Shapes:
  --as both     the element with its content in two layers: as it looks live, and as plain HTML (the default)
  --as shadow   the first of them
  --as plain    the second of them, without the element: headings, a table, lists
  --as markdown the same as Markdown without HTML: headings, tables, lists
  --as text     plain text, for newsletters and feeds
  --as jsonld   a script element with linked data: what it is about, its sources, its corrections
  --as page     a whole page, for a frame; needs --base URL, the address of the files of dist/embed
                --oembed-url URL   where the page's oEmbed answer is, for hosts that look for one
  --oembed      that answer; needs --url URL, the address of the page
                --width PX, --height PX, --provider NAME   600, 600, none without them

For a policy that forbids inline styles:
  --nonce TEXT  stamps the style element
  --csp-hash    writes the sha256-… that style-src needs, and nothing else

Options:
  --out FILE    writes there, over what was there, and not to standard output
  -h, --help    this text

Exit codes: 0 written, 1 a file is invalid, 2 wrong usage, or a file that can't be read or written.
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
    const base = shape === 'page' ? readBase(args) : '';
    const [width, height] = ['width', 'height'].map((name) => readPixels(name, textOf(args, name)));

    const request = await readBoxRequest(args, io);
    if (!request) return EXIT_INVALID;
    const {element, options} = request;
    // Only now, since the others need nothing of Lit.
    const {prerenderBox, styleHash} = await import('../prerender/prerender.js');
    if (args.values['csp-hash']) {
      await writeResult(`${await styleHash(element)}\n`, args, io);
      return EXIT_FINE;
    }
    const isPage = shape === 'page' || args.values['oembed'] === true;
    const {html, title, lang} = await prerenderBox(element, {...options, as: isPage ? 'both' : shape});
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

function readPixels(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new UsageError(`--${name} must be whole pixels, such as 600, not ${value}`);
  return Number(value);
}
