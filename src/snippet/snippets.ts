import type {ElementName} from '../components/element-names.js';
import {
  closeTag,
  escapeAttribute,
  escapeText,
  openTag,
  themeNames,
  themeRule,
  type Attributes,
  type EmbedFiles,
  type Theme,
} from './embed-options.js';

/** What every snippet is made of. */
export interface SnippetRequest {
  readonly element: ElementName;
  readonly attributes: Attributes;
  readonly theme?: Theme;
  readonly files: EmbedFiles;
  /** Heading of the box: text of the link, name of the frame. */
  readonly title: string;
  /** For pages whose policy asks for one on scripts and styles. */
  readonly nonce?: string;
}

/** Height of a frame until it tells its own, in px: most of a closed fact box on a phone. */
export const FRAME_HEIGHT = 600;

/**
 * The script and the element, with a link in it for readers without script.
 *
 * @param request `link` is where the link leads; without it to the frame page.
 */
export function scriptSnippet(request: SnippetRequest & {readonly link?: string}): string {
  const {element, attributes, title, link = frameAddress(request)} = request;
  return wrap(
    scriptTag(request),
    themeTag(request),
    `${openTag(element, attributes)}${linkTag(link, title)}${closeTag(element)}`,
  );
}

/**
 * The prerendered element, readable without script.
 *
 * @param request `box` is the element with its content, as the prerenderer makes it. With `script` it becomes live once a
 *   reader does something with it, or there are data at `src` to follow.
 */
export function prerenderedSnippet(
  request: Omit<SnippetRequest, 'files' | 'title'> & {readonly box: string; readonly script?: EmbedFiles | undefined},
): string {
  const {box, script} = request;
  return wrap(
    themeTag(request),
    box,
    script ? fileTag({...request, files: script}, 'summit-embeds.lazy.js', ' async') : '',
  );
}

/** The plain layer, for hosts that filter HTML. */
export function plainSnippet(plain: string): string {
  return wrap(plain);
}

/**
 * A frame for hosts that take nothing else, with a link in it for those that drop frames.
 *
 * @param request `height` in px until the frame tells its own. With `resizer` the script comes along that listens to it; a
 *   host with a listener of its own does without. `link` is where the link leads; without it to the frame page.
 */
export function frameSnippet(
  request: SnippetRequest & {readonly height?: number; readonly resizer?: boolean; readonly link?: string},
): string {
  const {title, height = FRAME_HEIGHT, resizer, link} = request;
  const src = frameAddress(request);
  const frame = frameTag({src, title, width: '100%', height, link: link ?? src});
  return wrap(frame, resizer ? fileTag(request, 'resize.js', ' async') : '');
}

/** The frame itself. `frameborder` is for hosts that drop every style, `link` for those that drop frames. */
export function frameTag(frame: {src: string; title: string; width: string; height: number; link?: string}): string {
  const {src, title, width, height, link} = frame;
  return (
    `<iframe src="${escapeAttribute(src)}" title="${escapeAttribute(title)}" width="${escapeAttribute(width)}" ` +
    `height="${String(height)}" frameborder="0" loading="lazy">${link ? linkTag(link, title) : ''}</iframe>`
  );
}

/** A link with the heading of a box as its text. */
export function linkTag(href: string, title: string): string {
  return `<a href="${escapeAttribute(href)}">${escapeText(title)}</a>`;
}

/**
 * Address of the frame page that shows this box.
 *
 * @throws {RangeError} for a theme that is none.
 */
function frameAddress({element, attributes, theme = {}, files}: SnippetRequest): string {
  themeRule(element, theme);
  const look = themeNames.flatMap((name) => (theme[name] ? [[name, theme[name]]] : []));
  const query = new URLSearchParams([['element', element], ...Object.entries(attributes), ...look]);
  return `${files.base}frame.html?${query.toString()}`;
}

/** The file of the build that a page with this box needs. */
function scriptTag(request: SnippetRequest): string {
  const {lang = 'en', src} = request.attributes;
  return fileTag(request, scriptFileFor(lang, !!src), ' type="module"');
}

/**
 * Own data need no bundled summit. For a bundled one the single file, which one hash covers whole, leaves the translations out;
 * the other one loads them from beside it, by names that are hashes of their own.
 */
function scriptFileFor(lang: string, hasOwnData: boolean): string {
  if (hasOwnData) return 'summit-elements.js';
  return /^en\b/i.test(lang) ? 'summit-embeds.full.js' : 'summit-embeds.js';
}

function fileTag({files, nonce}: Pick<SnippetRequest, 'files' | 'nonce'>, file: string, kind: string): string {
  const integrity = files.integrity[file];
  return (
    `<script${kind} src="${escapeAttribute(files.base + file)}"` +
    (integrity ? ` integrity="${escapeAttribute(integrity)}" crossorigin="anonymous"` : ' crossorigin="anonymous"') +
    `${nonceAttribute(nonce)}></script>`
  );
}

function themeTag({element, theme, nonce}: Pick<SnippetRequest, 'element' | 'theme' | 'nonce'>): string {
  const rule = themeRule(element, theme ?? {});
  return rule && `<style${nonceAttribute(nonce)}>${rule}</style>`;
}

function nonceAttribute(nonce: string | undefined): string {
  return nonce ? ` nonce="${escapeAttribute(nonce)}"` : '';
}

/** One block on one line: paragraph filters and Markdown engines split at line breaks, and at whatever is not a block. */
function wrap(...parts: readonly string[]): string {
  return `<div>${parts.join('')}</div>`;
}
