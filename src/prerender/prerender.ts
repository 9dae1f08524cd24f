import {boxHtml} from '../snippet/box-html.js';
import {elementNames, type ElementName} from '../components/element-names.js';
import {attributesOf, type Attributes} from '../snippet/embed-options.js';
import {makeJsonLd, writeJsonLd} from '../snippet/json-ld.js';
import {styleTextOf} from '../snippet/prepare-box.js';
import {writeEmail} from '../snippet/write-email.js';
import {writeHtml} from '../snippet/write-html.js';
import {writeMarkdown} from '../snippet/write-markdown.js';
import {writeText} from '../snippet/write-text.js';
import {pageLinkText} from './page-link-messages.js';
import {makeElement, prepareElement} from './prepare-element.js';

export type {ElementName} from '../components/element-names.js';
export type {Attributes} from '../snippet/embed-options.js';
export {shareCard, type ShareCard, type ShareCardOptions} from './share-card.js';

/** Output format of `prerender`. */
export type Shape = 'both' | 'shadow' | 'plain' | 'markdown' | 'text' | 'email' | 'jsonld';

/** All output formats. */
export const shapes: readonly Shape[] = ['both', 'shadow', 'plain', 'markdown', 'text', 'email', 'jsonld'];

/** Options of `prerender` and `prerenderBox`. */
export interface PrerenderOptions {
  /**
   * Custom summit data, as parsed from a file. It is validated. Omit it to use the bundled summit that
   * `attributes.summit` names.
   */
  readonly data?: unknown;
  /**
   * Translation of `data` into the language of the box, as parsed from a file. Bundled summits have their own
   * translations.
   */
  readonly translation?: unknown;
  /**
   * Attributes of the element by name: `{'heading-level': '2', lang: 'de', 'no-map': ''}`. The live element loads `src`
   * for a newer edition of the same summit, and polls it with `refresh`; without `src`, custom data stays as prerendered.
   */
  readonly attributes?: Attributes;
  /** Output format. Default: `both`. */
  readonly as?: Shape;
  /**
   * Absolute http(s) URL of the page with the live box. A newsletter (`email`) ends with a link to it, and relative links
   * such as `policy-url` belong to it. Other formats ignore it. Omit it to write no such link.
   */
  readonly pageUrl?: string;
  /** Nonce of the style element, if the page's Content-Security-Policy needs one. */
  readonly nonce?: string;
  /** Day that `reviewBy` is compared with. Default: today. Nothing else depends on the time. */
  readonly now?: Date;
}

/** A prerendered element and the data that a page around it needs. */
export interface Prerendered {
  /** Output in the requested format: HTML, Markdown, plain text, mail or linked data. */
  readonly html: string;
  /** Heading of the box, as text. */
  readonly title: string;
  /** Language of the box, as a BCP 47 tag. */
  readonly lang: string;
}

/**
 * Renders an element to text that is readable without scripts. The same input always gives the same output, independent
 * of the machine's language and time zone.
 *
 * - `both`: the tag with its content in two layers: a declarative shadow root that looks like the live element, and
 *   plain HTML for hosts that strip templates, reader views and search engines.
 * - `shadow`: the tag with only the shadow root.
 * - `plain`: only the plain HTML, without the tag.
 * - `markdown`: Markdown without HTML, for systems that remove HTML.
 * - `text`: plain text for newsletters and feeds.
 * - `email`: the first level of the box as one table with inline styles for newsletters, readable in Outlook, Gmail and
 *   Apple Mail.
 * - `jsonld`: a script element with linked data: subject, sources and corrections.
 *
 * @param element Name of the element without `summit-`, such as `fact-box`.
 * @throws {LoadFailure} `invalid` or `unsupported-version` with all `issues`, or `unknown-summit`.
 * @throws {RangeError} Unknown element, attribute or format, or a `pageUrl` that isn't an absolute http(s) URL.
 * @example
 * const html = await prerender('fact-box', {data: talks, attributes: {lang: 'de', src: '/data/talks.json'}});
 */
export async function prerender(element: ElementName, options: PrerenderOptions = {}): Promise<string> {
  return (await prerenderBox(element, options)).html;
}

/**
 * Renders an element as `prerender` does, and also returns the heading and the language of the box, for a page or a
 * frame around it.
 *
 * @throws {LoadFailure} `invalid` or `unsupported-version` with all `issues`, or `unknown-summit`.
 * @throws {RangeError} Unknown element, attribute or format, or a `pageUrl` that isn't an absolute http(s) URL.
 * @example
 * const {html, title, lang} = await prerenderBox('region-list', {data: talks, as: 'plain'});
 * const page = `<html lang="${lang}"><title>${escape(title)}</title>${html}</html>`;
 */
export async function prerenderBox(element: ElementName, options: PrerenderOptions = {}): Promise<Prerendered> {
  const {as = 'both', nonce, pageUrl, attributes = {}} = options;
  checkNames(element, as, attributes);
  checkPageUrl(pageUrl);
  const {parts, shadow, plain, attributed, shown, title, messages} = await prepareElement(element, options);

  const write = (): string => {
    switch (as) {
      case 'text':
        return writeText(plain('all'));
      case 'email':
        return writeEmail(
          attributed(),
          pageUrl === undefined ? undefined : {url: pageUrl, text: pageLinkText(messages.lang)},
        );
      case 'markdown':
        return writeMarkdown(plain('all'));
      case 'jsonld':
        return writeJsonLd(makeJsonLd(shown, messages.lang, title));
      case 'plain':
        return writeHtml(plain('one'));
      case 'both':
      case 'shadow':
        return boxHtml({
          ...parts,
          nonce,
          shadow: writeHtml(shadow()),
          plain: as === 'both' ? writeHtml(plain('role')) : undefined,
        });
    }
  };
  return {html: write(), title, lang: messages.lang};
}

/**
 * Returns the hash of a prerendered element's styles for `style-src` of a Content-Security-Policy: `sha256-…`. It
 * depends on the element and the version, not on the data.
 *
 * @throws {RangeError} Unknown element.
 * @example
 * const policy = `style-src '${await styleHash('fact-box')}'`;
 */
export async function styleHash(element: ElementName): Promise<string> {
  checkNames(element);
  const digest = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(styleTextOf(element, makeElement(element))),
  );
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

function checkNames(element: string, shape = 'both', attributes: Attributes = {}): asserts element is ElementName {
  const name = elementNames.find((known) => known === element);
  if (!name) throw new RangeError(`There is no element '${element}'; there are ${elementNames.join(', ')}.`);
  if (!shapes.some((known) => known === shape)) {
    throw new RangeError(`There is no shape '${shape}'; there are ${shapes.join(', ')}.`);
  }
  const known = attributesOf(name);
  const unknown = Object.keys(attributes).find((attribute) => !known.includes(attribute));
  if (unknown !== undefined) {
    throw new RangeError(`A ${name} has no attribute '${unknown}'; it has ${known.join(', ')}.`);
  }
}

function checkPageUrl(url: string | undefined): void {
  if (url === undefined || (/^https?:\/\//i.test(url) && URL.canParse(url))) return;
  throw new RangeError(`The address of the page must start with http:// or https://, not '${url}'.`);
}
