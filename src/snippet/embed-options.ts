import {attributesByElement} from '../components/attributes.js';
import type {ElementName} from '../components/element-names.js';
import {tokenTypes} from '../element/token-values.js';

/** Attribute names with their values, in the order they are written; the empty text for one that is merely set. */
export type Attributes = Readonly<Record<string, string>>;

/** Names of the attributes an element has. */
export function attributesOf(element: ElementName): readonly string[] {
  return attributesByElement[element].map(({name}) => name);
}

const allAttributes = Object.values(attributesByElement).flat();

/** Names of the attributes of all elements, each once, in the order in which snippets have them. */
export const attributeNames: readonly string[] = [...new Set(allAttributes.map(({name}) => name))];

/** Attributes that count by being there. */
export const flags: readonly string[] = allAttributes.flatMap(({name, isFlag}) => (isFlag ? name : []));

/**
 * Attributes that the address of a frame page sets only where its publisher's rules allow it: with them anybody could speak under the
 * publisher's name.
 */
export const closedInFrames: readonly string[] = ['heading', 'policy-url', 'feedback-url'];

/** The element's start tag, such as `<summit-fact-box lang="de">`. */
export function openTag(element: ElementName, attributes: Attributes): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}${value && `="${escapeAttribute(value)}"`}`,
  );
  return `<summit-${element}${written.join('')}>`;
}

export function closeTag(element: ElementName): string {
  return `</summit-${element}>`;
}

/** As HTML text. A return is a line break there, by whatever it is written; a reference to one is not valid. */
export function escapeText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** As the value of an HTML attribute in double quotation marks. Line breaks too, since some hosts cut lines. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}

/**
 * The elements' custom properties by their names without `--summit-`, those first that most brands set; and for each a CSS
 * property that takes the same values.
 */
export const themeProperties = tokenTypes();

export type ThemeName = keyof typeof themeProperties;

export const themeNames = Object.keys(themeProperties) as readonly ThemeName[];

/** Values of the elements' custom properties, by their names without `--summit-`. */
export type Theme = Readonly<Partial<Record<ThemeName, string>>>;

/**
 * A style rule for one element, such as `summit-fact-box{--summit-accent:#00594f}`; empty for an empty theme.
 *
 * @throws {RangeError} for a value that holds more than a colour, a length or a typeface may: it could leave the rule, or
 *   have a file fetched.
 */
export function themeRule(element: ElementName, theme: Theme): string {
  const declarations = themeNames.flatMap((name) => {
    const value = theme[name]?.trim();
    if (!value) return [];
    // An address would be asked for by every reader.
    if (!/^(?!.*url\()[\w#%.,()/ +-]+$/i.test(value))
      throw new RangeError(
        `${name} must be a CSS colour, length, number or typeface without quotation marks, not '${value}'`,
      );
    return `--summit-${name}:${value}`;
  });
  return declarations.length > 0 ? `summit-${element}{${declarations.join(';')}}` : '';
}

/** Where the files of `dist/embed` are served, and what they hash to. */
export interface EmbedFiles {
  /** Address of the folder, ending in a slash. */
  readonly base: string;
  /** `integrity` of each file by its name, as `manifest.json` has it. */
  readonly integrity: Readonly<Record<string, string>>;
}
