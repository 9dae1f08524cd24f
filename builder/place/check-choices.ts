import type {Summit} from '../../src/data/summit.js';
import {VERSION} from '../../src/element/version.js';
import {
  attributesOf,
  flags,
  themeNames,
  themeProperties,
  themeRule,
  type Attributes,
  type Theme,
  type ThemeName,
} from '../../src/snippet/embed-options.js';
import type {Choices} from './choices.js';
import {chosenOf, listsOf, valueOf} from './pick-lists.js';

/** Minimum polling interval in seconds. */
const LEAST_REFRESH_SECONDS = 15;

/** The checked choices. Invalid values are left out. */
export interface Checked {
  /** Attributes of the chosen element only, in the order of a snippet. */
  readonly attributes: Attributes;
  readonly theme: Theme;
  /** Address of the folder with the built files, with a slash at the end. */
  readonly base: string;
  readonly link: string | undefined;
  /** Errors by the name of the field. */
  readonly errors: Readonly<Record<string, string>>;
  /** Hints by the name of the field: valid values to check before publishing. */
  readonly hints: Readonly<Record<string, string>>;
}

/** Checks the entered values. `summit` provides the entries of the lists. */
export function checkChoices(choices: Choices, summit: Summit): Checked {
  const errors: Record<string, string> = {};
  const hints: Record<string, string> = {};
  const attributes: Record<string, string> = {};
  const lists = new Map(listsOf(choices.element, summit).map((list) => [list.attribute, list]));
  for (const name of attributesOf(choices.element)) {
    const typed = choices.attributes[name];
    if (typed === undefined || !belongs(name, choices)) continue;
    const list = lists.get(name);
    const value = list ? valueOf(list, chosenOf(list, typed)) : flags.includes(name) ? '' : typed.trim();
    if (value === undefined || (value === '' && !flags.includes(name))) continue;
    const error = faultOf(name, value);
    if (error) errors[name] = error;
    else attributes[name] = value;
  }

  const theme: Record<string, string> = {};
  for (const name of themeNames) {
    const value = choices.theme[name]?.trim();
    if (!value) continue;
    if (isStyle(name, value)) theme[name] = value;
    else errors[name] = styleFaults[themeProperties[name]];
  }

  const base = baseOf(choices.base);
  if (base === undefined)
    errors['base'] = 'Enter the address of a folder: with https://, or a path that starts with a slash.';
  else if (isLoopback(base))
    hints['base'] = 'Readers can’t reach this machine. Enter the address of your own copy before you publish.';
  else if (!base.includes(VERSION))
    hints['base'] = `Include the version in the address, such as …/summit-embeds/${VERSION}/.`;

  const link = choices.link.trim();
  if (link && !isAddress(link)) errors['link'] = NO_ADDRESS;
  return {
    attributes,
    theme,
    base: base ?? ownBase(),
    link: errors['link'] ? undefined : link || undefined,
    errors,
    hints,
  };
}

/** Address of the built files that are published with this page. */
export function ownBase(): string {
  return new URL('../embed/', document.baseURI).href;
}

const NO_ADDRESS = 'Enter an address with https://, or a path that starts with a slash.';

/** Whether the attribute applies to the chosen data source. */
function belongs(name: string, {data, attributes}: Choices): boolean {
  if (name === 'summit') return data === 'bundled';
  if (name === 'src') return data !== 'bundled';
  return name !== 'refresh' || (data !== 'bundled' && Boolean(attributes['src']?.trim()));
}

function faultOf(name: string, value: string): string | undefined {
  switch (name) {
    case 'src':
      return isAddress(value) ? undefined : NO_ADDRESS;
    case 'refresh':
      return Number(value) >= LEAST_REFRESH_SECONDS
        ? undefined
        : `Enter a number of seconds, ${String(LEAST_REFRESH_SECONDS)} or more.`;
    case 'policy-url':
    case 'feedback-url':
      // The same rule as in the boxes, which don't make links with other schemes.
      return /^(?:https?:|[/?#.]|[^:]*$)/i.test(value)
        ? undefined
        : 'Enter an address with https://, or a path that starts with a slash.';
    case 'lang':
      return isLanguage(value) ? undefined : 'Enter a language tag, such as de or en-GB.';
    default:
      return undefined;
  }
}

/** An absolute http(s) address, or a path on the server of the page that will contain the snippet. */
function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|\/(?![\\/]))/i.test(text) && URL.canParse(text, document.baseURI);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Error messages by the CSS property that accepts the same values. */
const styleFaults: Readonly<Record<(typeof themeProperties)[ThemeName], string>> = {
  color: 'Enter a colour, such as #00594f or teal.',
  'background-color': 'Enter a colour, such as #fff1e5 or transparent.',
  'font-size': 'Enter a size, such as 1em or 17px.',
  'font-family': 'Enter font names without quotation marks, such as Georgia, serif.',
  'font-weight': 'Enter a weight, such as bold or 600.',
  'border-top-width': 'Enter a width, such as 1px, or 0.',
  'margin-top': 'Enter a length, such as 1em, or 0.',
  'padding-left': 'Enter a length, such as 1em, or 0.',
  'flex-grow': 'Enter a number, such as 1.2.',
};

function isStyle(name: ThemeName, value: string): boolean {
  try {
    themeRule('fact-box', {[name]: value});
  } catch {
    return false;
  }
  return CSS.supports(themeProperties[name], value);
}

function baseOf(typed: string): string | undefined {
  const text = typed.trim();
  if (!text) return ownBase();
  if (!isAddress(text) || /[?#]/.test(text)) return undefined;
  return text.endsWith('/') ? text : `${text}/`;
}

function isLoopback(address: string): boolean {
  return URL.canParse(address) && /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(new URL(address).hostname);
}
