import {closedInFrames, themeNames} from '../snippet/embed-options.js';
import {frameSnippet, plainSnippet, prerenderedSnippet, scriptSnippet} from '../snippet/snippets.js';
import {
  boxHelp,
  boxOptions,
  readAddress,
  readBase,
  readBoxRequest,
  readTheme,
  tellLanguage,
  themeOptions,
} from './box-options.js';
import type {Command} from './command.js';
import {EXIT_FINE, EXIT_INVALID, textOf} from './command.js';
import {UsageError} from './cli-environment.js';
import {readEmbedFiles} from './read-embed-files.js';
import {writeResult} from './write-result.js';

const FORMS = ['prerendered', 'plain', 'markdown', 'script', 'frame'] as const;

export const snippet: Command = {
  name: 'snippet',
  summary: 'writes what to paste into a page: prerendered, plain, markdown, script or frame',
  help: `Usage: summit-embeds snippet ELEMENT [FILE] [--base URL] [--form FORM]

Writes what an editor pastes into a page.

${boxHelp}
Forms:
  --form prerendered  the box, readable without script, and the script that takes it over (the default);
                      --no-script leaves the script out
  --form plain        plain HTML, for systems that filter HTML, and where you don't know
  --form markdown     Markdown without HTML, for systems that drop HTML
  --form script       the script and the element, with a link in it for readers without script
  --form frame        a frame, for hosts that take nothing else; --height PX until it tells its own, 600 without it;
                      --resizer adds the script that listens to it, where the host has none
  --link URL          where the link in the script or the frame form leads, the frame page without it

Options:
  --base URL      the address of the files of dist/embed of this version; needed where the snippet loads any
  ${themeNames.map((name, i) => `--${name}${i === themeNames.length - 1 ? ' VALUE' : i % 6 === 5 ? ',\n ' : ','}`).join(' ')}
                  looks, as the custom properties of these names: --accent '#00594f', --font 'Georgia, serif'
  --nonce TEXT    for pages whose policy asks for one
  --out FILE      writes there, over what was there, and not to standard output
  -h, --help      this text

Exit codes: 0 written, 1 a file is invalid, 2 wrong usage, or a file that can't be read or written.
`,
  options: {
    ...boxOptions,
    ...themeOptions,
    base: {type: 'string'},
    form: {type: 'string'},
    height: {type: 'string'},
    link: {type: 'string'},
    'no-script': {type: 'boolean'},
    out: {type: 'string'},
    resizer: {type: 'boolean'},
  },
  async run(args, io) {
    const asked = textOf(args, 'form') ?? 'prerendered';
    const form = FORMS.find((known) => known === asked);
    if (!form) throw new UsageError(`there is no form ${asked}; there are ${FORMS.join(', ')}`);
    const height = textOf(args, 'height');
    if (height !== undefined && !/^[1-9]\d{0,4}$/.test(height)) {
      throw new UsageError(`--height must be whole pixels, such as 600, not ${height}`);
    }
    const isScripted = args.values['no-script'] !== true;
    const needsFiles = form === 'script' || form === 'frame' || (form === 'prerendered' && isScripted);
    const files = needsFiles ? await readEmbedFiles(readBase(args), io) : {base: '', integrity: {}};
    const box = await readBoxRequest(args, io);
    if (!box) return EXIT_INVALID;
    const {element, attributes, own, options} = box;
    if ((form === 'script' || form === 'frame') && own && attributes['src'] === undefined) {
      throw new UsageError(`a ${form} loads its data: --src has to say where FILE is published`);
    }

    const {prerenderBox} = await import('../prerender/prerender.js');
    const as = form === 'plain' || form === 'markdown' ? form : 'both';
    const {html, title, lang} = await prerenderBox(element, {...options, as});
    tellLanguage(attributes, lang, 'snippet', io);
    const nonce = textOf(args, 'nonce');
    const request = {element, attributes, files, title, theme: readTheme(args), ...(nonce !== undefined && {nonce})};
    const closed = form === 'frame' ? closedInFrames.filter((name) => attributes[name] !== undefined) : [];
    if (closed.length > 0) {
      io.stderr(
        `summit-embeds snippet: the frame page leaves out ${closed.join(', ')} unless frame.json beside it allows that\n`,
      );
    }
    const address = textOf(args, 'link');
    const link = address ? {link: readAddress(address, 'link')} : {};
    const text = (() => {
      try {
        switch (form) {
          case 'prerendered':
            return prerenderedSnippet({...request, box: html, script: isScripted ? files : undefined});
          case 'plain':
            return plainSnippet(html);
          case 'markdown':
            return html.trimEnd();
          case 'script':
            return scriptSnippet({...request, ...link});
          case 'frame':
            return frameSnippet({
              ...request,
              ...link,
              resizer: args.values['resizer'] === true,
              ...(height !== undefined && {height: Number(height)}),
            });
        }
      } catch (cause) {
        if (cause instanceof RangeError) throw new UsageError(`--${cause.message}`);
        throw cause;
      }
    })();
    await writeResult(`${text}\n`, args, io);
    return EXIT_FINE;
  },
};
