import {elementNames, type ElementName} from '../components/element-names.js';
import {attributesOf, themeProperties, type Attributes, type Theme, type ThemeName} from '../snippet/embed-options.js';

/** What a frame page is asked for. */
export interface FrameAddress {
  /** Undefined where the address names none, or one that there is not. */
  readonly element: ElementName | undefined;
  readonly attributes: Attributes;
  readonly theme: Theme;
  /** By what hosts tell frames apart: Pym's `childId`, and the `id` of a Datawrapper embed. Empty: none was given. */
  readonly childId: string;
  readonly id: string;
  /** Names in the address that mean nothing here, and values that no style can take. */
  readonly ignored: readonly string[];
}

/** What the page itself reads, and what Pym adds to every address. */
const OWN_NAMES = ['element', 'id', 'childId', 'initialWidth', 'parentTitle', 'parentUrl'];

/** No unit of the viewport: the text would grow with the frame, and the frame with the text. */
const LENGTH = /^((?:\d*\.)?\d+)(px|em|rem|%)?$/;

/** Pixels in a unit, where the page's text has its usual size. */
const UNIT_PX: Readonly<Partial<Record<string, number>>> = {px: 1, em: 16, rem: 16, '%': 0.16};

/** The least and the most of each size, in px. Below, a box would hide what it says; above, it would hide the page. */
const SIZES: Readonly<Partial<Record<ThemeName, readonly [least: number, most: number]>>> = {
  size: [12, 32],
  'small-size': [10, 32],
  'heading-size': [12, 64],
  'accent-width': [0, 24],
  margin: [0, 96],
  padding: [0, 96],
};

/** The same for numbers without a unit. */
const NUMBERS: Readonly<Partial<Record<ThemeName, readonly [least: number, most: number]>>> = {
  'line-height': [1, 3],
  space: [0, 3],
};

/** A list of typefaces is long; nothing has to be longer. */
const LONGEST_VALUE = 500;

/** No value may reach for another property or for something of the browser's; of functions, those that are colours. */
const SAFE = /^[\w#%.,()/ +-]+$/i;
const COLOUR_FUNCTIONS = [
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'hwb',
  'lab',
  'lch',
  'oklab',
  'oklch',
  'color',
  'color-mix',
  'light-dark',
];

/** Typefaces of pictures: nobody could read what is set in one. */
const SYMBOLS = /dings|symbol|emoji|icon/i;

/** Reads the query of a frame page's address; of a name given twice the first counts. */
export function readAddress(query: string): FrameAddress {
  const given = new URLSearchParams(query);
  const element = elementNames.find((name) => name === given.get('element'));
  const names = element ? attributesOf(element) : [];
  const attributes: Record<string, string> = {};
  const theme: Partial<Record<string, string>> = {};
  const ignored = new Set<string>();
  for (const name of given.keys()) {
    const value = (given.get(name) ?? '').trim();
    if (names.includes(name)) attributes[name] = value;
    else if (name in themeProperties && fits(name as ThemeName, value)) theme[name] = value;
    else if (!OWN_NAMES.includes(name)) ignored.add(name);
  }
  return {
    element,
    attributes,
    theme,
    childId: given.get('childId') ?? '',
    id: given.get('id') ?? '',
    ignored: [...ignored],
  };
}

/** Whether a style can take this value for one of the theme's names, and a reader read what comes of it. */
function fits(name: ThemeName, value: string): boolean {
  const property = themeProperties[name];
  if (value.length > LONGEST_VALUE || !SAFE.test(value) || !CSS.supports(property, value)) return false;
  // What stands before each opening bracket.
  const called = value
    .split('(')
    .slice(0, -1)
    .map((before) => /[\w-]*$/.exec(before)?.[0].toLowerCase() ?? '');
  if (!called.every((name) => name === '' || COLOUR_FUNCTIONS.includes(name))) return false;
  const isWithin = (number: number, [least, most]: readonly [number, number]): boolean =>
    number >= least && number <= most;
  const [size, range] = [SIZES[name], NUMBERS[name]];
  if (size) {
    const [, number = '', unit] = LENGTH.exec(value) ?? [];
    const px = Number(number) * (unit === undefined ? 1 : (UNIT_PX[unit] ?? NaN));
    return number !== '' && (unit !== undefined || px === 0) && isWithin(px, size);
  }
  if (range) return isWithin(Number(value), range);
  return property !== 'font-family' || !SYMBOLS.test(value);
}
