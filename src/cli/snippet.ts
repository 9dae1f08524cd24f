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
  summary: 'writes a snippet to paste into a page: prerendered, plain, markdown, script or frame',
  help: `Usage: summit-embeds snippet ELEMENT [FILE] [--base URL] [--form FORM]

Writes a snippet that an editor pastes into a page.

${boxHelp}
Forms:
  --form prerendered  the box, readable without JavaScript, and the script (default); --no-script omits the script
  --form plain        plain HTML, for systems that filter HTML, or if you don’t know
  --form markdown     Markdown without HTML, for systems that drop HTML
  --form script       the script and the element, with a link for readers without JavaScript
  --form frame        a frame, for hosts that accept only iframes; --height PX is its initial height, default 600;
                      --resizer adds a script that adjusts the height, if the host has none
  --link URL          target of the link in the script or frame form; default: the frame page

Options:
  --base URL      the address of the files of dist/embed of this version; required if the snippet loads files
  ${themeNames.map((name, i) => `--${name}${i === themeNames.length - 1 ? ' VALUE' : i % 6 === 5 ? ',\n ' : ','}`).join(' ')}
                  values of the custom properties with these names: --accent '#00594f', --font 'Georgia, serif'
  --nonce TEXT    nonce, if the page’s policy requires one
  --out FILE      writes to FILE instead of standard output; overwrites it
  -h, --help      shows this help

Exit codes: 0 written, 1 a file is invalid, 2 wrong usage or a file can’t be read or written.
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
      throw new UsageError(`--height must be a whole number of pixels, such as 600, not ${height}`);
    }
    const isScripted = args.values['no-script'] !== true;
    const needsFiles = form === 'script' || form === 'frame' || (form === 'prerendered' && isScripted);
    const files = needsFiles ? await readEmbedFiles(readBase(args), io) : {base: '', integrity: {}};
    const box = await readBoxRequest(args, io);
    if (!box) return EXIT_INVALID;
    const {element, attributes, isCustom, options} = box;
    if ((form === 'script' || form === 'frame') && isCustom && attributes['src'] === undefined) {
      throw new UsageError(`a ${form} loads its data: --src must be the published address of FILE`);
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
        `summit-embeds snippet: the frame page leaves out ${closed.join(', ')} unless frame.json in its folder allows that\n`,
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
