import {attributesOf, type Attributes} from '../snippet/embed-options.js';
import {makeCardContent} from '../snippet/card-content.js';
import {cardSchemes, cardSizes, type CardLook} from '../snippet/card-options.js';
import {estimateWidth} from '../snippet/card-text.js';
import {writeCard, type Card} from '../snippet/write-card.js';
import {prepareElement, type BoxSource} from './prepare-element.js';

/** Options of `shareCard`. */
export interface ShareCardOptions extends CardLook {
  /**
   * Custom summit data, as parsed from a file. It is validated. Omit it to use the bundled summit that
   * `attributes.summit` names.
   */
  readonly data?: unknown;
  /** Translation of `data` into the language of the card, as parsed from a file. */
  readonly translation?: unknown;
  /**
   * Attributes of the goal comparison by name: `lang`, `heading`, `actors` and `topics` choose what the card says;
   * others have no effect.
   */
  readonly attributes?: Attributes;
  /** Day that `reviewBy` is compared with. Default: today. Nothing else depends on the time. */
  readonly now?: Date;
}

/** A share card: a picture with its text alternative. */
export interface ShareCard extends Card {
  /** Heading of the card, as text. */
  readonly title: string;
  /** Language of the card, as a BCP 47 tag. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * Makes a picture of the goal comparison for social networks and messengers: the sides with their main aims, the
 * sentence that says where they clash, and the statement that rejects what another side aims at, each with its certainty
 * and its speakers. The first five sides are shown, and a line says how many more there are.
 *
 * `svg` is a standalone SVG document of `widthPx` by `heightPx` pixels, without script, style or external file. `alt`
 * has everything that the picture says, as one paragraph.
 *
 * @throws {LoadFailure} `invalid` or `unsupported-version` with all `issues`, or `unknown-summit`.
 * @throws {CardError} The comparison has no main aim, or its texts are too long for a picture.
 * @throws {RangeError} Unknown size, scheme or attribute, or an `accent` that isn't a hexadecimal colour.
 * @example
 * const {svg, alt} = await shareCard({data: talks, size: 'square', scheme: 'dark', paper: 'The Northern Courier'});
 */
export async function shareCard(options: ShareCardOptions = {}): Promise<ShareCard> {
  checkOptions(options);
  const {card, title, messages} = await prepareElement('goal-comparison', sourceOf(options));
  const content = makeCardContent(card.shadow(), card.options);
  return {...writeCard(content, options, estimateWidth), title, lang: messages.lang, dir: messages.dir};
}

/** The scheme and the level of the heading would only change the box. */
function sourceOf({data, translation, attributes = {}, now}: ShareCardOptions): BoxSource {
  return {attributes, ...(data !== undefined && {data}), ...(translation !== undefined && {translation}), now};
}

function checkOptions({size = 'landscape', scheme = 'light', accent, attributes = {}}: ShareCardOptions): void {
  const sizes = Object.keys(cardSizes);
  if (!sizes.includes(size)) throw new RangeError(`There is no size '${size}'; there are ${sizes.join(', ')}.`);
  if (!cardSchemes.includes(scheme))
    throw new RangeError(`There is no scheme '${scheme}'; there are ${cardSchemes.join(', ')}.`);
  if (accent !== undefined && !/^#(?:[\da-f]{3}){1,2}$/i.test(accent))
    throw new RangeError(`The accent must be a colour such as #00594f, not '${accent}'.`);
  const known = attributesOf('goal-comparison');
  const unknown = Object.keys(attributes).find((attribute) => !known.includes(attribute));
  if (unknown !== undefined)
    throw new RangeError(`A goal-comparison has no attribute '${unknown}'; it has ${known.join(', ')}.`);
}
