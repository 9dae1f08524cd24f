import type {Summit} from '../src/data/summit.js';
import {VERSION} from '../src/element/version.js';
import {
  attributesOf,
  flags,
  themeNames,
  themeProperties,
  themeRule,
  type Attributes,
  type Theme,
  type ThemeName,
} from '../src/snippet/embed-options.js';
import type {Choices} from './choices.js';
import {chosenOf, listsOf, valueOf} from './pick-lists.js';

/** Least seconds between two looks for a newer edition. */
const LEAST_REFRESH_SECONDS = 15;

/** What the choices come to. A value with a fault is left out. */
export interface Checked {
  /** Of the chosen element alone, in the order in which a snippet has them. */
  readonly attributes: Attributes;
  readonly theme: Theme;
  /** Address of the folder with the built files, ending in a slash. */
  readonly base: string;
  readonly link: string | undefined;
  /** What is wrong, by the name of the field. */
  readonly errors: Readonly<Record<string, string>>;
  /** What is not wrong and yet to be looked at before readers see it. */
  readonly hints: Readonly<Record<string, string>>;
}

/** Checks what was typed. `summit` is what the lists are of. */
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
  if (base === undefined) errors['base'] = 'Give the address of a folder, with https://, or from the first slash on.';
  else if (isLoopback(base))
    hints['base'] = 'No reader can reach this machine. Give the address of your own copy before you publish.';
  else if (!base.includes(VERSION))
    hints['base'] = `Better with the version in the address, such as …/summit-embeds/${VERSION}/.`;

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

/** Address of the files that stand beside this page. */
export function ownBase(): string {
  return new URL('../embed/', document.baseURI).href;
}

const NO_ADDRESS = 'Give the address with https://, or from the first slash on.';

/** Whether the attribute has a meaning for the kind of data that is chosen. */
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
        : `Give a number of seconds, ${String(LEAST_REFRESH_SECONDS)} or more.`;
    case 'policy-url':
    case 'feedback-url':
      // As the boxes have it: another scheme would be no link there.
      return /^(?:https?:|[/?#.]|[^:]*$)/i.test(value)
        ? undefined
        : 'Give an address with https://, or one that starts with a slash.';
    case 'lang':
      return isLanguage(value) ? undefined : 'Give a language tag, such as de or en-GB.';
    default:
      return undefined;
  }
}

/** A whole http(s) address, or a path on the server of the page that it will stand on. */
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

/** What to give instead, by the CSS property that takes the same values. */
const styleFaults: Readonly<Record<(typeof themeProperties)[ThemeName], string>> = {
  color: 'Give a colour, such as #00594f or teal.',
  'background-color': 'Give a colour, such as #fff1e5 or transparent.',
  'font-size': 'Give a size, such as 1em or 17px.',
  'font-family': 'Give names of typefaces without quotation marks, such as Georgia, serif.',
  'font-weight': 'Give a weight, such as bold or 600.',
  'border-top-width': 'Give a width, such as 1px, or 0.',
  'margin-top': 'Give a length, such as 1em, or 0.',
  'padding-left': 'Give a length, such as 1em, or 0.',
  'flex-grow': 'Give a number, such as 1.2.',
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
