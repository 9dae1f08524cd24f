import type {SummitElement} from '../../src/element/summit-element.js';
import {isOriginal} from '../../src/element/is-original.js';
import {translate, translated} from '../../src/element/translations.js';
import {boxHtml} from '../../src/snippet/box-html.js';
import type {ElementName} from '../../src/components/element-names.js';
import type {Attributes} from '../../src/snippet/embed-options.js';
import {CardError, makeCardContent, type CardContent} from '../../src/snippet/card-content.js';
import {prepareBox, type PreparedBox} from '../../src/snippet/prepare-box.js';
import {writeEmail} from '../../src/snippet/write-email.js';
import {writeHtml} from '../../src/snippet/write-html.js';
import {writeMarkdown} from '../../src/snippet/write-markdown.js';
import {writeText} from '../../src/snippet/write-text.js';
import type {FormattedText} from './copy.js';
import type {GoodData} from './data-file.js';
import {renderMarkup, toDom} from './render-markup.js';

/** A prerendered element. */
export interface Box {
  /** The element with the shadow DOM and the plain content. */
  readonly html: string;
  /** The plain content without the element, as HTML and as Markdown. */
  readonly plain: string;
  readonly markdown: string;
  /** The box as mail has it. A function, because it is made only when it is copied. */
  readonly formatted: () => FormattedText;
  /** The plain content for the preview. */
  readonly plainContent: readonly Node[];
  /** Heading of the box, as text. */
  readonly title: string;
  /** Language and text direction of the box's messages. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** What a share card of the goal comparison says. */
  readonly card: CardContent | undefined;
  /** The reason why there is no share card. */
  readonly cardFault: string | undefined;
}

/**
 * Prerenders an element, as `summit-embeds render` does. A test compares both results byte by byte.
 *
 * @param chosen The attributes of the snippet.
 */
export async function makeBox(name: ElementName, data: GoodData, chosen: Attributes): Promise<Box> {
  const {parts, shadow, plain, attributed, title, messages, card} = await prepareBox({
    element: name,
    summit: data.summit,
    bundled: data.origin === 'bundled',
    attributes: chosen,
    make: (attributes) => makeElement(name, attributes),
    renderMarkup,
    async translate(summit, origin, messages) {
      if (!isOriginal(summit, messages)) await translate(summit, origin, messages, data.base);
      return translated(summit, messages);
    },
  });
  return {
    html: boxHtml({...parts, shadow: writeHtml(shadow()), plain: writeHtml(plain('role'))}),
    plain: writeHtml(plain('one')),
    markdown: writeMarkdown(plain('all')),
    formatted: () => ({html: writeEmail(attributed()), text: writeText(plain('all'))}),
    plainContent: toDom(plain('one')),
    title,
    lang: messages.lang,
    dir: messages.dir,
    ...(name === 'goal-comparison' ? makeCard(card) : {card: undefined, cardFault: undefined}),
  };
}

function makeCard({shadow, options}: PreparedBox['card']): Pick<Box, 'card' | 'cardFault'> {
  try {
    return {card: makeCardContent(shadow(), options), cardFault: undefined};
  } catch (cause) {
    if (!(cause instanceof CardError)) throw cause;
    return {card: undefined, cardFault: cause.message};
  }
}

/** Makes a detached element for its options, template and styles. */
function makeElement(name: ElementName, attributes: Attributes): SummitElement {
  const element = document.createElement(`summit-${name}`);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}
