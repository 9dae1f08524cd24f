import {
  attributesOf,
  elementNames,
  themeProperties,
  type Attributes,
  type ElementName,
  type Theme,
  type ThemeName,
} from '../snippet/embed-options.js';

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
const LENGTH = /^(?:(?:\d*\.)?\d+(?:px|em|rem|%)|0)$/;

/** No value may reach for another property or for something of the browser's. */
const SAFE = /^(?!.*(?:var|env|attr)\()[\w#%.,()/ +-]+$/i;

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

/** Whether a style can take this value for one of the theme's names. */
function fits(name: ThemeName, value: string): boolean {
  const property = themeProperties[name];
  return SAFE.test(value) && CSS.supports(property, value) && (!/size|width|margin|padding/.test(property) || LENGTH.test(value));
}
