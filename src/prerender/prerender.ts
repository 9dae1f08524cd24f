import {registry} from '../components/registry.js';
import {bundledSummits, defaultSummitId} from '../data/bundled-summits.js';
import {bundledTranslations} from '../data/bundled-translations.js';
import type {Issue} from '../data/issue.js';
import {parseTranslation} from '../data/parse-translation.js';
import type {Summit} from '../data/summit.js';
import {translateSummit} from '../data/translate-summit.js';
import type {Translation} from '../data/translation.js';
import type {SummitElement} from '../element/summit-element.js';
import {isOriginal, type KnownTranslation} from '../element/translations.js';
import type {Messages} from '../format/messages.js';
import {checkSummit, unknownSummit} from '../loading/load-summit.js';
import {LoadFailure} from '../loading/load-failure.js';
import {boxHtml} from '../snippet/box-html.js';
import {elementNames, type ElementName} from '../components/element-names.js';
import {attributesOf, type Attributes} from '../snippet/embed-options.js';
import {makeJsonLd, writeJsonLd} from '../snippet/json-ld.js';
import {prepareBox, styleTextOf} from '../snippet/prepare-box.js';
import {writeMarkdown} from '../snippet/write-markdown.js';
import {renderHtml, renderPlainHtml, renderTree, toMarkup} from './render-html.js';
import {writeText} from './write-text.js';

export type {ElementName} from '../components/element-names.js';
export type {Attributes} from '../snippet/embed-options.js';

/** What `prerender` can make; see there. */
export type Shape = 'both' | 'shadow' | 'plain' | 'markdown' | 'text' | 'jsonld';

export const shapes: readonly Shape[] = ['both', 'shadow', 'plain', 'markdown', 'text', 'jsonld'];

export interface PrerenderOptions {
  /** A summit of your own, as read from a file; it is checked. Without it the bundled one that the attributes name. */
  readonly data?: unknown;
  /** The translation of `data` into the language asked for. Those of bundled summits are there. */
  readonly translation?: unknown;
  /**
   * The element's attributes by their names: `{'heading-level': '2', lang: 'de', 'no-map': ''}`. `src` is where the live
   * element looks for a newer edition of the very same summit; without it own data stay as they are prerendered.
   */
  readonly attributes?: Attributes;
  /** Without it `both`. */
  readonly as?: Shape;
  /** Stamped on the style element, for pages whose policy asks for one. */
  readonly nonce?: string;
  /** The day that counts for `reviewBy`; now without it. Nothing else depends on the time. */
  readonly now?: Date;
}

/** A prerendered element, and what a page around it needs to know. */
export interface Prerendered {
  readonly html: string;
  /** Heading of the box, as text. */
  readonly title: string;
  /** Language of the box. */
  readonly lang: string;
}

/**
 * Makes an element readable without script. The same input always gives the same output, whatever the machine's language
 * and time zone.
 *
 * - `both`: the tag with its content twice over: a declarative shadow root that looks as the live element does, and under
 *   it plain HTML for hosts that strip templates, reader views and search engines.
 * - `shadow`, `plain`: one of the two; `plain` is the bare HTML without the tag.
 * - `markdown`: Markdown without HTML, for systems that drop HTML.
 * - `text`: plain text for newsletters and feeds.
 * - `jsonld`: a script element with linked data: what it is about, its sources, its corrections.
 *
 * @throws {LoadFailure} `invalid`, `unsupported-version` with all `issues`, `unknown-summit`
 * @throws {RangeError} for an element, attribute or shape that there is not.
 */
export async function prerender(element: ElementName, options: PrerenderOptions = {}): Promise<string> {
  return (await prerenderBox(element, options)).html;
}

/** The same with the heading and the language of the box, which a page or a frame around it needs. */
export async function prerenderBox(element: ElementName, options: PrerenderOptions = {}): Promise<Prerendered> {
  const {as = 'both', nonce, now, attributes = {}} = options;
  checkNames(element, as, attributes);
  const {parts, shadow, plain, shown, title, messages} = await prepareBox({
    element,
    summit: await findSummit(options),
    bundled: options.data === undefined,
    attributes,
    make: (written) => makeElement(element, written),
    translate: (summit, _, messages) => findTranslation(summit, messages, options),
    now,
  });

  const write = (): string => {
    switch (as) {
      case 'text':
        return writeText(renderTree(plain('all')));
      case 'markdown':
        return writeMarkdown(toMarkup(renderTree(plain('all'))));
      case 'jsonld':
        return writeJsonLd(makeJsonLd(shown, messages.lang, title));
      case 'plain':
        return renderPlainHtml(plain('one'));
      case 'both':
      case 'shadow':
        return boxHtml({
          ...parts,
          nonce,
          shadow: renderHtml(shadow),
          plain: as === 'both' ? renderPlainHtml(plain('role')) : undefined,
        });
    }
  };
  return {html: write(), title, lang: messages.lang};
}

/**
 * What a `style-src` has to hold for the styles of a prerendered element: `sha256-…`. It differs between elements and
 * versions, not between data.
 */
export async function styleHash(element: ElementName): Promise<string> {
  checkNames(element);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(styleTextOf(makeElement(element))));
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

async function findSummit({data, attributes = {}}: PrerenderOptions): Promise<Summit> {
  if (data !== undefined) return checkSummit(data);
  const asked = attributes['summit'] || defaultSummitId;
  const summit = bundledSummits.get(asked);
  if (!summit) throw unknownSummit(asked, bundledSummits.keys());
  return summit;
}

async function findTranslation(
  summit: Summit,
  messages: Messages,
  {data, translation: given}: PrerenderOptions,
): Promise<KnownTranslation | undefined> {
  if (isOriginal(summit, messages)) return undefined;
  const translation =
    given === undefined
      ? data === undefined
        ? (await bundledTranslations.get(summit.id)?.get(messages.language)?.())?.translation
        : undefined
      : checkTranslation(given);
  if (!translation) return undefined;
  const inWords = translateSummit(summit, translation);
  if (inWords.summit === summit) {
    const {id, revision} = translation.of;
    throw new LoadFailure(
      'invalid',
      `The translation is of ${id}@${String(revision)}, not of ${summit.id}@${String(summit.revision)}.`,
    );
  }
  return {...inWords, machine: translation.machine};
}

function checkTranslation(given: unknown): Translation {
  const parsed: {translation?: Translation; issues?: readonly Issue[]} = parseTranslation(given);
  if (parsed.translation) return parsed.translation;
  throw new LoadFailure('invalid', 'The translation is not valid.', parsed.issues ?? []);
}

/** An element that no page has: it is there for its options, its template and its styles. */
function makeElement(name: ElementName, attributes: Attributes = {}): SummitElement {
  // Lit sets a class up when it is asked for this, as a registry would.
  const {elementClass} = registry[name];
  const {observedAttributes} = elementClass;
  const element = new elementClass();
  // The name stands in warnings; without a registry there is none.
  Object.defineProperty(element, 'localName', {value: `summit-${name}`});
  for (const attribute of observedAttributes) {
    const value = attributes[attribute];
    if (value !== undefined) element.attributeChangedCallback(attribute, null, value);
  }
  return element;
}
