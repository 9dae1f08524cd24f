import {makeCardPage} from '../snippet/card-page.js';
import {cardSchemes, cardSizes, type CardScheme, type CardSize} from '../snippet/card-options.js';
import type {ShareCard} from '../prerender/prerender.js';
import {boxOptions, readBoxRequest, tellLanguage} from './box-options.js';
import {UsageError} from './cli-environment.js';
import type {Arguments, Command} from './command.js';
import {EXIT_FINE, EXIT_INVALID, textOf} from './command.js';
import {writeResult} from './write-result.js';

const SHAPES = ['svg', 'html', 'alt'] as const;
const SIZES = Object.keys(cardSizes) as CardSize[];
/** Attributes of the box that change what a card says. */
const ATTRIBUTES = ['summit', 'lang', 'heading', 'actors', 'topics', 'translation'];

export const card: Command = {
  name: 'card',
  summary: 'draws a picture of the goal comparison to share',
  help: `Usage: summit-embeds card [FILE] [--size NAME] [--scheme NAME] [--paper NAME] [--as SHAPE] [--out FILE]

Draws a share card of the goal comparison: the sides with their main aims, where they clash, and the answer, each with
its certainty and its speakers. FILE is a summit in JSON or YAML, or - for standard input. If you omit FILE, a bundled
summit is used.

The card:
  --size landscape  1200 × 630 pixels, for links (default)
  --size square     1080 × 1080 pixels
  --size portrait   1080 × 1350 pixels
  --scheme light    dark text on white (default)
  --scheme dark     light text on black
  --paper NAME      name of your paper, at the foot
  --accent COLOUR   colour of the rules, such as #00594f

What it says:
  --summit ID           bundled summit, if there is no FILE; default alaska-2025
  --lang TAG            language; default: the language of the data
  --translation FILE    translation of FILE into that language
  --heading TEXT        replaces the heading
  --actors IDS          sides, in order; the first five are shown
  --topics IDS          topics from which the clash and the answer are taken

Shapes:
  --as svg      the picture (default); the builder page makes a PNG file
  --as html     a page with only the picture, for a browser that makes a PNG file
  --as alt      the text alternative, one paragraph; publish it with the picture

Options:
  --out FILE    writes to FILE instead of standard output; overwrites it
  -h, --help    shows this help

Exit codes: 0 written, 1 a file is invalid or has no main aim, 2 wrong usage or a file can’t be read or written.
`,
  options: {
    ...Object.fromEntries(Object.entries(boxOptions).filter(([name]) => ATTRIBUTES.includes(name))),
    accent: {type: 'string'},
    as: {type: 'string'},
    out: {type: 'string'},
    paper: {type: 'string'},
    scheme: {type: 'string'},
    size: {type: 'string'},
  },
  async run(args, io) {
    const shape = readName(args, 'as', SHAPES, 'svg');
    const size = readName<CardSize>(args, 'size', SIZES, 'landscape');
    const scheme = readName<CardScheme>(args, 'scheme', cardSchemes, 'light');
    const accent = textOf(args, 'accent');
    if (accent !== undefined && !/^#(?:[\da-f]{3}){1,2}$/i.test(accent))
      throw new UsageError(`--accent takes a colour such as #00594f, not ${accent}`);
    if (args.positionals.length > 1) throw new UsageError('name at most one file');

    const asked = {
      // The scheme is that of the card.
      values: {...args.values, scheme: undefined},
      positionals: ['goal-comparison', ...args.positionals],
    };
    const request = await readBoxRequest(asked, io);
    if (!request) return EXIT_INVALID;
    const paper = textOf(args, 'paper');
    // Loaded here because the rest doesn't need Lit. In the built command line this is `dist/prerender.js`.
    const {shareCard} = await import('../prerender/prerender.js');
    let made: ShareCard;
    try {
      made = await shareCard({
        ...request.options,
        size,
        scheme,
        ...(paper !== undefined && {paper}),
        ...(accent !== undefined && {accent}),
      });
    } catch (cause) {
      if ((cause as Error).name !== 'CardError') throw cause;
      io.stderr(`summit-embeds card: ${(cause as Error).message}\n`);
      return EXIT_INVALID;
    }
    tellLanguage(request.attributes, made.lang, 'card', io);
    const texts = {svg: () => made.svg, html: () => makeCardPage(made), alt: () => `${made.alt}\n`};
    await writeResult(await texts[shape](), args, io);
    return EXIT_FINE;
  },
};

function readName<T extends string>(args: Arguments, option: string, known: readonly T[], usual: T): T {
  const asked = textOf(args, option) ?? usual;
  const found = known.find((name) => name === asked);
  if (found) return found;
  throw new UsageError(`there is no ${option === 'as' ? 'shape' : option} ${asked}; there are ${known.join(', ')}`);
}
