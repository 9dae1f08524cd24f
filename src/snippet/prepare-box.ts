import type {TemplateResult} from 'lit';
import {registry} from '../components/registry.js';
import {contentHash} from '../data/content-hash.js';
import type {Summit} from '../data/summit.js';
import type {SummitOrigin} from '../element/events.js';
import {fingerprintOf} from '../element/fingerprint.js';
import {makePlainContext, type RenderContext} from '../element/render-context.js';
import type {SummitElement} from '../element/summit-element.js';
import {makeFullContext} from '../element/full-context.js';
import type {KnownTranslation} from '../element/translations.js';
import {loadMessages, type Messages} from '../format/messages.js';
import type {BoxFragments} from './box-html.js';
import type {ElementName} from '../components/element-names.js';
import type {Attributes} from './embed-options.js';
import {renderPlain, type PlainHeadings} from './plain.js';
import {scopeStyles} from './scope-styles.js';

/** A box that is to be written, and how Node and the builder get what they get in ways of their own. */
export interface BoxPlan {
  readonly element: ElementName;
  readonly summit: Summit;
  /** Whether the summit is a bundled one; others are kept up to date by `src`, if the attributes have one. */
  readonly bundled: boolean;
  readonly attributes: Attributes;
  /** Makes the element with these attributes, on no page: it is there for its options, its template and its styles. */
  make(attributes: Attributes): SummitElement;
  /** The summit in the language of these words, where it is not that by itself. */
  translate(summit: Summit, origin: SummitOrigin, messages: Messages): Promise<KnownTranslation | undefined>;
  /** The day that counts for `reviewBy`; now without it. */
  readonly now?: Date | undefined;
}

/** A box that only has to be written down. */
export interface PreparedBox {
  /** All but the two layers. */
  readonly parts: Omit<BoxFragments, 'shadow' | 'plain' | 'nonce'>;
  readonly shadow: TemplateResult;
  readonly plain: (headings: PlainHeadings) => TemplateResult;
  /** The summit in the language of the box. */
  readonly shown: Summit;
  /** Heading of the box, as text. */
  readonly title: string;
  readonly messages: Messages;
}

/** Prepares a box for writing; the same in Node and in a browser. */
export async function prepareBox(plan: BoxPlan): Promise<PreparedBox> {
  const {element, bundled, now} = plan;
  const origin = bundled ? 'bundled' : plan.attributes['src'] ? 'src' : 'data';
  const summit = bundled ? plan.summit : await withHash(plan.summit);
  const messages = await messagesFor([plan.attributes['lang'], summit.lang, 'en']);
  const translation = await plan.translate(summit, origin, messages);
  const shown = translation?.summit ?? summit;
  const attributes = {
    ...plan.attributes,
    ...(origin === 'data' && {summit: summit.id}),
    // What the live element takes from its page has to be said: that page may be another one.
    lang: messages.lang,
  };
  const box = plan.make(attributes);
  // One for each layer: what a layer has told in full, it tells in short from then on.
  const makeLayer = (): RenderContext => {
    const plain = makePlainContext(box, summit, messages);
    if (bundled && summit.lang === messages.language) return plain;
    return makeFullContext(plain, {loaded: {summit, origin, loadedAtMs: 0}, translation, change: undefined, now});
  };
  const context = makeLayer();
  return {
    parts: {
      element,
      attributes,
      key: box.keyOf(summit, bundled ? undefined : await fingerprintOf(shown, now)),
      styleText: styleTextOf(box),
    },
    shadow: box.renderSummit(context),
    plain: (headings) => renderPlain(element, makeLayer(), attributes, headings),
    shown,
    title: box.heading || context.formatTitle(registry[element].view),
    messages,
  };
}

/** The styles of an element's shadow root. */
export function styleTextOf(box: SummitElement): string {
  const {elementStyles} = box.constructor as typeof SummitElement;
  return scopeStyles(elementStyles.map((style) => ('cssText' in style ? style.cssText : '')).join(''));
}

const editions = new WeakMap<Summit, Summit>();

/**
 * A summit of somebody's own with its hash: an archive has to be able to tell what readers were told. The same object each
 * time, since translations are kept by it.
 */
async function withHash(summit: Summit): Promise<Summit> {
  const edition = editions.get(summit) ?? {...summit, hash: summit.hash ?? (await contentHash(summit))};
  editions.set(summit, edition);
  return edition;
}

/** Waits for the texts of a language. */
async function messagesFor(tags: readonly (string | undefined)[]): Promise<Messages> {
  for (;;) {
    let again = (): void => undefined;
    const loaded = new Promise<void>((resolve) => {
      again = resolve;
    });
    const messages = loadMessages(tags, again);
    if (messages) return messages;
    await loaded;
  }
}
