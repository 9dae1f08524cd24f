import {escapeAttribute, escapeText, type EmbedFiles} from './embed-options.js';
import {FRAME_HEIGHT, frameTag, linkTag} from './snippets.js';

/** A page of its own with one prerendered box. */
export interface FramePage {
  /** Heading of the box. */
  readonly title: string;
  /** Language of the box. */
  readonly lang: string;
  /** The prerendered element. */
  readonly box: string;
  readonly files: EmbedFiles;
  /** Address of the page's oEmbed answer, for hosts that look for one. */
  readonly oembedUrl?: string | undefined;
}

/** The page, for a frame: readable without script, tells its height with it. */
export function framePage({title, lang, box, files, oembedUrl}: FramePage): string {
  const discovery =
    oembedUrl &&
    `<link rel="alternate" type="application/json+oembed" href="${escapeAttribute(oembedUrl)}" title="${escapeAttribute(title)}">\n`;
  return `<!doctype html>
<html lang="${escapeAttribute(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeText(title)}</title>
<base target="_blank">
${discovery ?? ''}<link rel="stylesheet" href="${escapeAttribute(files.base)}frame.css">
<script type="module" src="${escapeAttribute(files.base)}frame.js" crossorigin="anonymous"></script>
</head>
<body>
<div id="content">
${box}
</div>
</body>
</html>
`;
}

/** What a host that asks by oEmbed is answered for a published frame page. */
export interface OembedRequest {
  readonly title: string;
  /** Address of the page. */
  readonly url: string;
  /** Name of the publisher. */
  readonly provider?: string | undefined;
  /** In px; without it the frame is as wide as its column. */
  readonly width?: number | undefined;
  /** In px, until the frame tells its own height. */
  readonly height?: number | undefined;
}

/** For hosts that take no other width than a number. */
const OEMBED_WIDTH = 600;

/**
 * The answer, to be served as a file: https://oembed.com, version 1.0, type `rich`. WordPress takes the link in a blockquote
 * of this class for an embed that tells its height, and loads the script that listens to it.
 */
export function makeOembed({title, url, provider, width, height = FRAME_HEIGHT}: OembedRequest): object {
  const frame = frameTag({src: url, title, width: width === undefined ? '100%' : String(width), height});
  return {
    version: '1.0',
    type: 'rich',
    title,
    ...(provider !== undefined && {provider_name: provider}),
    html: `<blockquote class="wp-embedded-content">${linkTag(url, title)}</blockquote>${frame}`,
    width: width ?? OEMBED_WIDTH,
    height,
  };
}
