import {attributesByElement} from '../components/attributes.js';
import type {ElementName} from '../components/element-names.js';
import {tokenTypes} from '../element/token-values.js';

/** Attribute values by name, in the order in which they are written. An empty string for a boolean attribute. */
export type Attributes = Readonly<Record<string, string>>;

/** Returns the attribute names of an element. */
export function attributesOf(element: ElementName): readonly string[] {
  return attributesByElement[element].map(({name}) => name);
}

const allAttributes = Object.values(attributesByElement).flat();

/** Attribute names of all elements, each once, in the order used in snippets. */
export const attributeNames: readonly string[] = [...new Set(allAttributes.map(({name}) => name))];

/** Names of the boolean attributes. */
export const flags: readonly string[] = allAttributes.flatMap(({name, isFlag}) => (isFlag ? name : []));

/**
 * Attributes that the URL of a frame page may only set if the publisher's rules allow it. Otherwise anybody could
 * publish text under the publisher's name.
 */
export const closedInFrames: readonly string[] = ['heading', 'policy-url', 'feedback-url'];

/** Returns the start tag of an element, such as `<summit-fact-box lang="de">`. */
export function openTag(element: ElementName, attributes: Attributes): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}${value && `="${escapeAttribute(value)}"`}`,
  );
  return `<summit-${element}${written.join('')}>`;
}

export function closeTag(element: ElementName): string {
  return `</summit-${element}>`;
}

/**
 * Escapes a text for HTML. A carriage return becomes a line feed, as HTML parsers read it; a reference to one is not
 * valid.
 */
export function escapeText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Escapes a text for an HTML attribute in double quotation marks. Line breaks are escaped too, since some hosts split
 * lines.
 */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}

/**
 * For each custom property of the elements, by its name without `--summit-`, a CSS property that takes the same values.
 * The most used ones come first.
 */
export const themeProperties = tokenTypes();

export type ThemeName = keyof typeof themeProperties;

export const themeNames = Object.keys(themeProperties) as readonly ThemeName[];

/** Values of the elements' custom properties, by their names without `--summit-`. Omitted: the default. */
export type Theme = Readonly<Partial<Record<ThemeName, string>>>;

/**
 * Returns a style rule for one element, such as `summit-fact-box{--summit-accent:#00594f}`. Empty for an empty theme.
 *
 * @throws {RangeError} A value contains more than a colour, a length or a typeface needs: it could end the rule or load
 *   a file.
 */
export function themeRule(element: ElementName, theme: Theme): string {
  const declarations = themeNames.flatMap((name) => {
    const value = theme[name]?.trim();
    if (!value) return [];
    // Every reader's browser would fetch a URL.
    if (!/^(?!.*url\()[\w#%.,()/ +-]+$/i.test(value))
      throw new RangeError(
        `${name} must be a CSS colour, length, number or typeface without quotation marks, not '${value}'`,
      );
    return `--summit-${name}:${value}`;
  });
  return declarations.length > 0 ? `summit-${element}{${declarations.join(';')}}` : '';
}

/** Location and hashes of the files of `dist/embed`. */
export interface EmbedFiles {
  /** URL of the folder, ending in a slash. */
  readonly base: string;
  /** `integrity` of each file by its name, from `manifest.json`. */
  readonly integrity: Readonly<Record<string, string>>;
}
