import {fetchFrameRules} from '../loading/fetch-frame-rules.js';
import {attributeNames, closedInFrames} from '../snippet/embed-options.js';
import type {FrameAddress} from './read-address.js';

/**
 * Rules for the options in the URL of a frame page. Anybody can write a URL, and the page shows the result on the
 * publisher's domain. The publisher's rules are in `frame.json`, next to `frame.html`.
 */
export interface FrameRules {
  /**
   * Origins that `src` may use, such as `https://data.example.org`; `*` allows all. The page's own origin is always
   * allowed.
   */
  readonly dataOrigins: readonly string[];
  /** Hosts that `policy-url` and `feedback-url` may link to, such as `example.org`. Subdomains aren't included. */
  readonly linkHosts: readonly string[];
  /** Names of attributes that the URL may set, and `theme` for colours, sizes and typefaces. */
  readonly options: readonly string[];
}

/** Rules if `frame.json` can't be read: only data of the page's own host, and no texts from the URL. */
const CLOSED: FrameRules = {
  dataOrigins: [],
  linkHosts: [],
  options: [...attributeNames.filter((name) => !closedInFrames.includes(name)), 'theme'],
};

/** Attributes with a URL, whose host is checked too. */
const LINKS = ['policy-url', 'feedback-url'];

/** Loads the rules of the page. Never rejects: if they can't be read, the closed rules apply. */
export async function loadRules(): Promise<FrameRules> {
  try {
    return readRules(await fetchFrameRules(location.href));
  } catch (cause) {
    console.warn('summit-embeds: frame.json could not be read. Only the default options are allowed:', cause);
    return CLOSED;
  }
}

/** Parses the content of a `frame.json`. The closed rules replace a list that is missing or invalid. */
export function readRules(value: unknown): FrameRules {
  const given = Object(value) as Partial<Record<string, unknown>>;
  const list = (name: keyof FrameRules): readonly string[] => {
    const entries = given[name];
    return Array.isArray(entries) && entries.every((entry) => typeof entry === 'string') ? entries : CLOSED[name];
  };
  return {dataOrigins: list('dataOrigins'), linkHosts: list('linkHosts'), options: list('options')};
}

/**
 * Removes options that the rules don't allow, and adds their names to `ignored`.
 *
 * @param page URL of the page.
 */
export function applyRules(
  address: FrameAddress,
  {dataOrigins, linkHosts, options}: FrameRules,
  page: string,
): FrameAddress {
  const isAllowed = (name: string, value: string): boolean => {
    if (!options.includes(name)) return false;
    // An invalid URL is allowed here: the box rejects it with an error.
    if (name === 'src')
      return (
        dataOrigins.includes('*') ||
        !URL.canParse(value, page) ||
        isOneOf(value, page, ({origin}) => [new URL(page).origin, ...dataOrigins].includes(origin))
      );
    // A relative URL has the page's own host.
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
