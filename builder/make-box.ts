import type {TemplateResult} from 'lit';
import {contentHash} from '../src/data/content-hash.js';
import type {Summit} from '../src/data/summit.js';
import {SummitLoadEvent, type SummitOrigin} from '../src/element/events.js';
import {fingerprintOf} from '../src/element/fingerprint.js';
import {makeReading} from '../src/element/make-reading.js';
import type {Reading} from '../src/element/reading.js';
import type {SummitElement} from '../src/element/summit-element.js';
import {tell} from '../src/element/tell.js';
import {translate, translated} from '../src/element/translations.js';
import {findWords, type Words} from '../src/format/words.js';
import {boxHtml} from '../src/snippet/box-html.js';
import type {Attributes, ElementName} from '../src/snippet/embed-options.js';
import {renderPlain} from '../src/snippet/plain.js';
import type {GoodData} from './data-file.js';
import {renderHtml} from './serialize.js';

/** A prerendered element. */
export interface Box {
  /** The tag with both layers in it. */
  readonly html: string;
  /** The plain layer alone, without the tag. */
  readonly plain: string;
  /** The same for the preview. */
  readonly plainContent: TemplateResult;
  /** Heading of the box, as text. */
  readonly title: string;
  /** Language of the box's own words, and the direction they are written in. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * Makes an element readable without script, as `summit-embeds render` does; a test holds the two together, byte by byte.
 *
 * @param chosen The attributes of the snippet.
 */
export async function makeBox(name: ElementName, data: GoodData, chosen: Attributes): Promise<Box> {
  const {summit, origin} = await findEdition(data, chosen);
  const words = await wordsFor([chosen['lang'], summit.lang, 'en']);
  const attributes = {
    ...chosen,
    ...(origin === 'data' && {summit: summit.id}),
    // What the live element takes from its page has to be said: that page may be another one.
    lang: words.lang,
  };
  const element = makeElement(name, attributes);
  await translate(summit, origin, words, data.base);
  const translation = translated(summit, words);
  const plainReading = makeReading(element, summit, words);
  const reading =
    origin === 'bundled' && summit.lang === words.texts
      ? plainReading
      : tell(plainReading, {loaded: new SummitLoadEvent(summit, origin), translation, change: undefined});
  const shown = translation?.summit ?? summit;
  const plainContent = renderPlain(name, reading, attributes);
  const plain = renderHtml(plainContent);
  return {
    html: boxHtml({
      element: name,
      attributes,
      key: element.keyOf(summit, origin === 'bundled' ? undefined : await fingerprintOf(shown)),
      styleText: styleTextOf(element),
      shadow: renderHtml(element.renderSummit(reading)),
      plain,
    }),
    plain,
    plainContent,
    title: titleOf(name, reading),
    lang: words.lang,
    dir: words.dir,
  };
}

/** Editions with their hash: the same object each time, since translations are kept by it. */
const editions = new WeakMap<Summit, Summit>();

/** The summit as its snippet has it. One of the editor's own carries its hash, so that an archive can tell what was shown. */
async function findEdition(
  {summit, origin}: GoodData,
  {src}: Attributes,
): Promise<{readonly summit: Summit; readonly origin: SummitOrigin}> {
  if (origin === 'bundled') return {summit, origin};
  const edition = editions.get(summit) ?? {...summit, hash: summit.hash ?? (await contentHash(summit))};
  editions.set(summit, edition);
  return {summit: edition, origin: src ? 'src' : 'data'};
}

/** Waits for the texts of a language. */
async function wordsFor(tags: readonly (string | undefined)[]): Promise<Words> {
  for (;;) {
    let again = (): void => undefined;
    const loaded = new Promise<void>((resolve) => {
      again = resolve;
    });
    const words = findWords(tags, again);
    if (words) return words;
    await loaded;
  }
}

/** An element that is on no page: it is there for its options, its template and its styles. */
function makeElement(name: ElementName, attributes: Attributes): SummitElement {
  const element = document.createElement(`summit-${name}`);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

function styleTextOf(element: SummitElement): string {
  const {elementStyles} = element.constructor as typeof SummitElement;
  return elementStyles.map((style) => ('cssText' in style ? style.cssText : '')).join('');
}

function titleOf(name: ElementName, {box, summit}: Reading): string {
  const {comparison, regions, facts} = summit.views ?? {};
  const view = {'goal-comparison': comparison, 'region-list': regions, 'fact-box': facts}[name];
  return box.heading || (view?.title ?? summit.title);
}
