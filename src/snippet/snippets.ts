import {
  closeTag,
  escapeAttribute,
  escapeText,
  openTag,
  themeNames,
  themeRule,
  type Attributes,
  type ElementName,
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
  return lines(
    scriptTag(request),
    themeTag(request),
    `${openTag(element, attributes)}<a href="${escapeAttribute(link)}">${escapeText(title)}</a>${closeTag(element)}`,
  );
}

/**
 * The prerendered element, readable without script.
 *
 * @param request `box` is the element with its content, as the prerenderer makes it. With `script` it becomes live.
 */
export function prerenderedSnippet(
  request: SnippetRequest & {readonly box: string; readonly script: boolean},
): string {
  return lines(themeTag(request), request.box, request.script ? scriptTag(request) : '');
}

/**
 * A frame for hosts that take nothing else.
 *
 * @param request `height` in px until the frame tells its own. With `resizer` the script comes along that listens to it; a
 *   host with a listener of its own does without.
 */
export function frameSnippet(request: SnippetRequest & {readonly height?: number; readonly resizer?: boolean}): string {
  const {title, height = FRAME_HEIGHT, resizer} = request;
  const frame = frameTag({src: frameAddress(request), title, width: '100%', height});
  return lines(frame, resizer ? fileTag(request, 'resize.js', ' async') : '');
}

/** The frame itself. `frameborder` is for hosts that drop every style. */
export function frameTag({src, title, width, height}: {src: string; title: string; width: string; height: number}): string {
  return (
    `<iframe src="${escapeAttribute(src)}" title="${escapeAttribute(title)}" width="${escapeAttribute(width)}" ` +
    `height="${String(height)}" frameborder="0" loading="lazy"></iframe>`
  );
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
  // The single file, which one hash covers whole, leaves the translations of bundled summits out; the other one loads them
  // from beside it, by names that are hashes of their own.
  const file = src || /^en\b/i.test(lang) ? 'summit-embeds.full.js' : 'summit-embeds.js';
  return fileTag(request, file, ' type="module"');
}

function fileTag({files, nonce}: SnippetRequest, file: string, kind: string): string {
  const integrity = files.integrity[file];
  return (
    `<script${kind} src="${escapeAttribute(files.base + file)}"` +
    (integrity ? ` integrity="${escapeAttribute(integrity)}" crossorigin="anonymous"` : ' crossorigin="anonymous"') +
    `${nonceAttribute(nonce)}></script>`
  );
}

function themeTag({element, theme, nonce}: SnippetRequest): string {
  const rule = themeRule(element, theme ?? {});
  return rule && `<style${nonceAttribute(nonce)}>${rule}</style>`;
}

function nonceAttribute(nonce: string | undefined): string {
  return nonce ? ` nonce="${escapeAttribute(nonce)}"` : '';
}

function lines(...parts: string[]): string {
  return parts.filter(Boolean).join('\n');
}
