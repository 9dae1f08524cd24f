import {fetchFrameRules} from '../loading/fetch-frame-rules.js';
import {attributeNames, closedInFrames} from '../snippet/embed-options.js';
import type {FrameAddress} from './read-address.js';

/**
 * What the address of a frame page may choose. Anybody can write an address; what the page then shows, it shows on the
 * publisher's domain. The publisher's rules are in `frame.json` beside `frame.html`.
 */
export interface FrameRules {
  /** Origins that `src` may name, such as `https://data.example.org`; `*` for all. The page's own is always allowed. */
  readonly dataOrigins: readonly string[];
  /** Hosts that `policy-url` and `feedback-url` may lead to, such as `example.org`, without those below it. */
  readonly linkHosts: readonly string[];
  /** Names of attributes that the address may set, and `theme` for colours, sizes and typefaces. */
  readonly options: readonly string[];
}

/** Without readable rules the page shows data of its own host and no words of the address. */
const CLOSED: FrameRules = {
  dataOrigins: [],
  linkHosts: [],
  options: [...attributeNames.filter((name) => !closedInFrames.includes(name)), 'theme'],
};

/** Attributes that are links, for which their host counts besides their name. */
const LINKS = ['policy-url', 'feedback-url'];

/** Loads the rules beside the page. Never fails: what can't be read is closed. */
export async function loadRules(): Promise<FrameRules> {
  try {
    return readRules(await fetchFrameRules(location.href));
  } catch (cause) {
    console.warn('summit-embeds: frame.json could not be read, so the address of the frame may choose little:', cause);
    return CLOSED;
  }
}

/** Reads the content of a `frame.json`; a list that is missing or wrong is that of the closed rules. */
export function readRules(value: unknown): FrameRules {
  const given = Object(value) as Partial<Record<string, unknown>>;
  const list = (name: keyof FrameRules): readonly string[] => {
    const entries = given[name];
    return Array.isArray(entries) && entries.every((entry) => typeof entry === 'string') ? entries : CLOSED[name];
  };
  return {dataOrigins: list('dataOrigins'), linkHosts: list('linkHosts'), options: list('options')};
}

/**
 * The address without what the rules don't allow, whose names are then among those ignored.
 *
 * @param page Address of the page.
 */
export function applyRules(
  address: FrameAddress,
  {dataOrigins, linkHosts, options}: FrameRules,
  page: string,
): FrameAddress {
  const isAllowed = (name: string, value: string): boolean => {
    if (!options.includes(name)) return false;
    // What is no address the box refuses, and says so.
    if (name === 'src')
      return (
        dataOrigins.includes('*') ||
        !URL.canParse(value, page) ||
        isOneOf(value, page, ({origin}) => [new URL(page).origin, ...dataOrigins].includes(origin))
      );
    // An address without a host leads to the page's own.
    return !LINKS.includes(name) || isOneOf(value, page, ({host}) => linkHosts.includes(host));
  };
  const entries = Object.entries(address.attributes);
  const allowed = entries.filter(([name, value]) => isAllowed(name, value));
  const hasTheme = options.includes('theme');
  return {
    ...address,
    attributes: Object.fromEntries(allowed),
    theme: hasTheme ? address.theme : {},
    ignored: [
      ...address.ignored,
      ...entries.filter((entry) => !allowed.includes(entry)).map(([name]) => name),
      ...(hasTheme ? [] : Object.keys(address.theme)),
    ],
  };
}

function isOneOf(value: string, page: string, test: (url: URL) => boolean): boolean {
  return URL.canParse(value, page) && test(new URL(value, page));
}
