import type {TemplateResult} from 'lit';
import {registry} from '../components/registry.js';
import {templatesByElement} from '../components/templates.js';
import {contentHash} from '../data/content-hash.js';
import type {Summit} from '../data/summit.js';
import type {SummitOrigin} from '../element/events.js';
import {fingerprintOf} from '../element/fingerprint.js';
import {makeBasicContext} from '../element/basic-context.js';
import {namesOf, type RenderContext} from '../element/render-context.js';
import type {SummitElement} from '../element/summit-element.js';
import {makeFullContext} from '../element/full-context.js';
import * as results from '../element/results.js';
import type {KnownTranslation} from '../element/translations.js';
import {loadMessages, type Messages} from '../format/messages.js';
import type {BoxFragments} from './box-html.js';
import type {CardContentOptions} from './card-content.js';
import type {ElementName} from '../components/element-names.js';
import type {Attributes} from './embed-options.js';
import type {MarkupNode} from './markup.js';
import {makePlainLayer, type PlainHeadings} from './plain-layer.js';
import {scopeStyles} from './scope-styles.js';

/** Input for a box, with the functions that differ between Node and the builder. */
export interface BoxPlan {
  readonly element: ElementName;
  readonly summit: Summit;
  /** Whether the summit is bundled. Other summits are updated from `src`, if the attributes have it. */
  readonly bundled: boolean;
  readonly attributes: Attributes;
  /** Creates the element with these attributes, outside a page. Only its options, template and styles are used. */
  make(attributes: Attributes): SummitElement;
  /** Renders a template, in Node or in a browser. */
  readonly renderMarkup: (template: TemplateResult) => readonly MarkupNode[];
  /**
   * Translates the summit into the language of `messages`. Undefined if it is the original language or there is no
   * translation.
   */
  translate(summit: Summit, origin: SummitOrigin, messages: Messages): Promise<KnownTranslation | undefined>;
  /** Day that `reviewBy` is compared with. Default: today. */
  readonly now?: Date | undefined;
}

/** A box that is ready to be serialized. */
export interface PreparedBox {
  /** Everything except the two layers. */
  readonly parts: Omit<BoxFragments, 'shadow' | 'plain' | 'nonce'>;
  readonly shadow: () => readonly MarkupNode[];
  readonly plain: (headings: PlainHeadings) => readonly MarkupNode[];
  /** The shadow layer with the speakers of every statement in words, for output that people read out of its context. */
  readonly attributed: () => readonly MarkupNode[];
  /** The summit in the language of the box. */
  readonly shown: Summit;
  /** Heading of the box, as text. */
  readonly title: string;
  readonly messages: Messages;
  /** What a share card is made from. */
  readonly card: {readonly shadow: () => readonly MarkupNode[]; readonly options: CardContentOptions};
}

/** Prepares a box for serialization, in Node or a browser. */
export async function prepareBox(plan: BoxPlan): Promise<PreparedBox> {
  const {element, bundled, now, renderMarkup} = plan;
  const origin = bundled ? 'bundled' : plan.attributes['src'] ? 'src' : 'data';
  const summit = bundled ? plan.summit : await withHash(plan.summit);
  const messages = await messagesFor([plan.attributes['lang'], summit.lang, 'en']);
  const translation = await plan.translate(summit, origin, messages);
  const shown = translation?.summit ?? summit;
  const attributes = {
    ...plan.attributes,
    ...(origin === 'data' && {summit: summit.id}),
    // State the language, which a live element takes from its page: the page may be a different one.
    lang: messages.lang,
  };
  const box = plan.make(attributes);
  const {renderSummit} = templatesByElement[element];
  // One context for each layer: a context shows each log entry in full only once.
  const makeContext = (): RenderContext => {
    const basic = makeBasicContext(box, summit, messages);
    if (bundled && summit.lang === messages.language) return basic;
    return makeFullContext(basic, {
      loaded: {summit, origin, loadedAtMs: 0},
      translation,
      change: undefined,
      results,
      now,
    });
  };
  const context = makeContext();
  const {narrator} = context;
  return {
    parts: {
      element,
      attributes,
      key: box.keyOf(summit, bundled ? undefined : await fingerprintOf(shown, now)),
      styleText: styleTextOf(element, box),
    },
    shadow: () => renderMarkup(renderSummit(box, context)),
    plain: (headings) => makePlainLayer(renderMarkup(renderSummit(box, {...makeContext(), isPlain: true})), headings),
    attributed: () => renderMarkup(renderSummit(box, {...makeContext(), narrator: undefined})),
    shown,
    title: box.heading || context.formatTitle(registry[element].view),
    messages,
    card: {
      shadow: () => renderMarkup(renderSummit(box, makeContext())),
      options: {
        lang: messages.lang,
        dir: messages.dir,
        colon: messages.colon,
        gap: messages.nothingGiven,
        omitted: narrator ? messages.fill(messages.narrator, namesOf(context, [narrator])) : '',
      },
    },
  };
}

const styleTexts = new WeakMap<object, string>();

/** Returns the CSS of an element's shadow root. */
export function styleTextOf(element: ElementName, box: SummitElement): string {
  const elementClass = box.constructor as typeof SummitElement;
  let known = styleTexts.get(elementClass);
  if (known === undefined) {
    const styles = [...elementClass.elementStyles, ...templatesByElement[element].moreStyles];
    known = scopeStyles(styles.map((style) => ('cssText' in style ? style.cssText : '')).join(''));
    styleTexts.set(elementClass, known);
  }
  return known;
}

const editions = new WeakMap<Summit, Summit>();

/**
 * Adds the hash to a custom summit, so that archives can identify the edition. Returns the same object each time,
 * because translations are cached by it.
 */
async function withHash(summit: Summit): Promise<Summit> {
  const edition = editions.get(summit) ?? {...summit, hash: summit.hash ?? (await contentHash(summit))};
  editions.set(summit, edition);
  return edition;
}

/** Loads the messages of a language. */
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
