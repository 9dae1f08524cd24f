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

/** Input of all snippets. */
export interface SnippetRequest {
  readonly element: ElementName;
  readonly attributes: Attributes;
  readonly theme?: Theme;
  readonly files: EmbedFiles;
  /** Heading of the box, used as the text of the link and the title of the frame. */
  readonly title: string;
  /** Nonce for scripts and styles, if the page's Content-Security-Policy needs one. */
  readonly nonce?: string;
}

/** Height of a frame in px until it reports its own: most of a closed fact box on a phone. */
export const FRAME_HEIGHT = 600;

/**
 * Writes the script and the element, with a link in it for readers without scripts.
 *
 * @param request `link` is the target of the link. Default: the frame page.
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
 * Writes the prerendered element, which is readable without scripts.
 *
 * @param request `box` is the element with its content, as the prerenderer makes it. With `script` it becomes live when
 *   a reader interacts with it or when there is data at `src` to poll.
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

/** Writes the plain layer, for hosts that filter HTML. */
export function plainSnippet(plain: string): string {
  return wrap(plain);
}

/**
 * Writes a frame for hosts that accept nothing else, with a link in it for hosts that remove frames.
 *
 * @param request `height` is in px, until the frame reports its own. `resizer` adds the script that applies the
 *   reported height; omit it if the host has its own. `link` is the target of the link. Default: the frame page.
 */
export function frameSnippet(
  request: SnippetRequest & {readonly height?: number; readonly resizer?: boolean; readonly link?: string},
): string {
  const {title, height = FRAME_HEIGHT, resizer, link} = request;
  const src = frameAddress(request);
  const frame = frameTag({src, title, width: '100%', height, link: link ?? src});
  return wrap(frame, resizer ? fileTag(request, 'resize.js', ' async') : '');
}

/** Writes the frame element. `frameborder` is for hosts that remove styles, `link` for hosts that remove frames. */
export function frameTag(frame: {src: string; title: string; width: string; height: number; link?: string}): string {
  const {src, title, width, height, link} = frame;
  return (
    `<iframe src="${escapeAttribute(src)}" title="${escapeAttribute(title)}" width="${escapeAttribute(width)}" ` +
    `height="${String(height)}" frameborder="0" loading="lazy">${link ? linkTag(link, title) : ''}</iframe>`
  );
}

/** Writes a link with the heading of a box as its text. */
export function linkTag(href: string, title: string): string {
  return `<a href="${escapeAttribute(href)}">${escapeText(title)}</a>`;
}

/**
 * Returns the URL of the frame page that shows this box.
 *
 * @throws {RangeError} The theme has an invalid value.
 */
function frameAddress({element, attributes, theme = {}, files}: SnippetRequest): string {
  themeRule(element, theme);
  const look = themeNames.flatMap((name) => (theme[name] ? [[name, theme[name]]] : []));
  const query = new URLSearchParams([['element', element], ...Object.entries(attributes), ...look]);
  return `${files.base}frame.html?${query.toString()}`;
}

/** Writes the script tag for the build file that this box needs. */
function scriptTag(request: SnippetRequest): string {
  const {lang = 'en', src} = request.attributes;
  return fileTag(request, scriptFileFor(lang, !!src), ' type="module"');
}

/**
 * Custom data needs no bundled summit. For a bundled one the single file, which one hash covers completely, has no
 * translations. The other file loads them from the same folder, by names that contain their hashes.
 */
function scriptFileFor(lang: string, hasCustomData: boolean): string {
  if (hasCustomData) return 'summit-elements.js';
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

/**
 * Wraps the parts in one block on one line: paragraph filters and Markdown engines split at line breaks and around
 * inline content.
 */
function wrap(...parts: readonly string[]): string {
  return `<div>${parts.join('')}</div>`;
}
