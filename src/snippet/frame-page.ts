import {escapeAttribute, escapeText, type EmbedFiles} from './embed-options.js';
import {FRAME_HEIGHT, frameTag, linkTag} from './snippets.js';

/** A standalone page with one prerendered box. */
export interface FramePage {
  /** Heading of the box. */
  readonly title: string;
  /** Language of the box. */
  readonly lang: string;
  /** The prerendered element. */
  readonly box: string;
  readonly files: EmbedFiles;
  /** URL of the page's oEmbed response, for hosts that use discovery. */
  readonly oembedUrl?: string | undefined;
}

/** Writes the page for use in a frame. It is readable without scripts; with scripts it reports its height. */
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

/** Content of the oEmbed response for a published frame page. */
export interface OembedRequest {
  readonly title: string;
  /** URL of the page. */
  readonly url: string;
  /** Name of the publisher. */
  readonly provider?: string | undefined;
  /** In px. Default: as wide as its column. */
  readonly width?: number | undefined;
  /** In px, until the frame reports its height. Default: 600. */
  readonly height?: number | undefined;
}

/** Width in px for hosts that only accept a number. */
const OEMBED_WIDTH = 600;

/**
 * Makes the oEmbed response, to be served as a file: https://oembed.com, version 1.0, type `rich`. For WordPress, a
 * link in a blockquote of this class means that the embed reports its height, so it loads the script that listens.
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
