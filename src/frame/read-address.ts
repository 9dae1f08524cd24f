import {elementNames, type ElementName} from '../components/element-names.js';
import {attributesOf, themeProperties, type Attributes, type Theme, type ThemeName} from '../snippet/embed-options.js';

/** Options from the URL of a frame page. */
export interface FrameAddress {
  /** Undefined if the URL has none or an unknown one. */
  readonly element: ElementName | undefined;
  readonly attributes: Attributes;
  readonly theme: Theme;
  /**
   * Identifiers by which hosts distinguish frames: `childId` for Pym, `id` for a Datawrapper embed. Empty: not given.
   */
  readonly childId: string;
  readonly id: string;
  /** Names of unknown options and of options with an invalid value. */
  readonly ignored: readonly string[];
}

/** Options that the page itself reads, and options that Pym adds to every URL. */
const OWN_NAMES = ['element', 'id', 'childId', 'initialWidth', 'parentTitle', 'parentUrl'];

/** No viewport units: the text would grow with the frame, and the frame with the text. */
const LENGTH = /^((?:\d*\.)?\d+)(px|em|rem|%)?$/;

/** Pixels per unit, with the default font size of the page. */
const UNIT_PX: Readonly<Partial<Record<string, number>>> = {px: 1, em: 16, rem: 16, '%': 0.16};

/** Minimum and maximum of each size in px. A smaller box would hide its text; a larger one would hide the page. */
const SIZES: Readonly<Partial<Record<ThemeName, readonly [least: number, most: number]>>> = {
  size: [12, 32],
  'small-size': [10, 32],
  'heading-size': [12, 64],
  'accent-width': [0, 24],
  margin: [0, 96],
  padding: [0, 96],
};

/** Minimum and maximum of numbers without a unit. */
const NUMBERS: Readonly<Partial<Record<ThemeName, readonly [least: number, most: number]>>> = {
  'line-height': [1, 3],
  space: [0, 3],
};

/** Maximum length of a value: enough for a list of typefaces. */
const LONGEST_VALUE = 500;

/** A value must not refer to other properties or to browser features. The only functions allowed are colours. */
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

/** Pictorial typefaces, in which text is unreadable. */
const SYMBOLS = /dings|symbol|emoji|icon/i;

/** Parses the query of a frame page's URL. If a name occurs twice, the first value applies. */
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

/** Whether a value is valid CSS for one of the theme's names, and the result stays readable. */
function fits(name: ThemeName, value: string): boolean {
  const property = themeProperties[name];
  if (value.length > LONGEST_VALUE || !SAFE.test(value) || !CSS.supports(property, value)) return false;
  // The name before each opening bracket.
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
