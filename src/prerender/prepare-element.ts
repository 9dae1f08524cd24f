import {elements} from '../components/elements.js';
import type {ElementName} from '../components/element-names.js';
import {bundledSummits, defaultSummitId} from '../data/bundled-summits.js';
import {bundledTranslations} from '../data/bundled-translations.js';
import type {Issue} from '../data/issue.js';
import {parseTranslation} from '../data/parse-translation.js';
import type {Summit} from '../data/summit.js';
import {translateSummit} from '../data/translate-summit.js';
import type {Translation} from '../data/translation.js';
import type {SummitElement} from '../element/summit-element.js';
import {isOriginal} from '../element/is-original.js';
import type {KnownTranslation} from '../element/translations.js';
import type {Messages} from '../format/messages.js';
import {LoadFailure} from '../loading/load-failure.js';
import {checkSummit, unknownSummit} from '../loading/load-summit.js';
import type {Attributes} from '../snippet/embed-options.js';
import {prepareBox, type PreparedBox} from '../snippet/prepare-box.js';
import {renderMarkup} from './render-markup.js';

/** The data and the attributes of a box. */
export interface BoxSource {
  readonly data?: unknown;
  readonly translation?: unknown;
  readonly attributes?: Attributes;
  readonly now?: Date;
}

/**
 * Prepares a box without a browser.
 *
 * @throws {LoadFailure} `invalid` or `unsupported-version` with all `issues`, or `unknown-summit`.
 */
export async function prepareElement(element: ElementName, source: BoxSource): Promise<PreparedBox> {
  return prepareBox({
    element,
    summit: await findSummit(source),
    bundled: source.data === undefined,
    attributes: source.attributes ?? {},
    make: (written) => makeElement(element, written),
    renderMarkup,
    translate: (summit, _, messages) => findTranslation(summit, messages, source),
    now: source.now,
  });
}

async function findSummit({data, attributes = {}}: BoxSource): Promise<Summit> {
  if (data !== undefined) return checkSummit(data);
  const asked = attributes['summit'] || defaultSummitId;
  const summit = bundledSummits.get(asked);
  if (!summit) throw unknownSummit(asked, bundledSummits.keys());
  return summit;
}

async function findTranslation(
  summit: Summit,
  messages: Messages,
  {data, translation: given}: BoxSource,
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
      `The translation belongs to ${id}@${String(revision)}, not to ${summit.id}@${String(summit.revision)}.`,
    );
  }
  return {...inWords, machine: translation.machine};
}

function checkTranslation(given: unknown): Translation {
  const parsed: {translation?: Translation; issues?: readonly Issue[]} = parseTranslation(given);
  if (parsed.translation) return parsed.translation;
  throw new LoadFailure('invalid', 'The translation is not valid.', parsed.issues ?? []);
}

/** Creates an element outside a page. Only its options, template and styles are used. */
export function makeElement(name: ElementName, attributes: Attributes = {}): SummitElement {
  // Reading `observedAttributes` makes Lit finalize the class, as a registry does.
  const elementClass = elements[`summit-${name}`];
  const {observedAttributes} = elementClass;
  const element = new elementClass();
  // Warnings contain the name, which is missing without a registry.
  Object.defineProperty(element, 'localName', {value: `summit-${name}`});
  for (const attribute of observedAttributes) {
    const value = attributes[attribute];
    if (value !== undefined) element.attributeChangedCallback(attribute, null, value);
  }
  return element;
}
