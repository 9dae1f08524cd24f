import {suggest} from '../data/suggest.js';
import type {PrerenderOptions} from '../prerender/prerender.js';
import {elementNames, type ElementName} from '../components/element-names.js';
import {
  attributeNames,
  attributesOf,
  flags,
  themeNames,
  type Attributes,
  type Theme,
} from '../snippet/embed-options.js';
import {checkSummitFile, checkTranslationFile, isTranslation} from '../authoring/check-data-file.js';
import type {Arguments, Command} from './command.js';
import {textOf} from './command.js';
import type {CliEnvironment} from './cli-environment.js';
import {today, UsageError} from './cli-environment.js';
import {printable} from './printable.js';
import {readDataFile} from './read-data-file.js';
import {reportIssues} from './report-issues.js';

/** The elements' attributes as options, and the options for data files. */
export const boxOptions: Command['options'] = {
  ...Object.fromEntries(
    attributeNames.map((name) => [name, {type: flags.includes(name) ? 'boolean' : 'string'} as const]),
  ),
  translation: {type: 'string'},
  nonce: {type: 'string'},
};

/** Part of the help of every command that renders a box. */
export const boxHelp = `ELEMENT is ${elementNames.slice(0, -1).join(', ')} or ${elementNames.at(-1) ?? ''}. FILE is a summit in JSON or YAML, or - for standard input. If you
omit FILE, a bundled summit is used.

The box:
  --summit ID           bundled summit, if there is no FILE; default alaska-2025
  --src URL             published address of FILE, where pages load newer editions; --refresh SECONDS polls it
  --lang TAG            language of the box; default: the language of the data
  --translation FILE    translation of FILE into that language
  --heading TEXT        heading; --heading-level 1 to 6, default 3
  --scheme NAME         auto, light or dark
  --policy-url URL, --feedback-url URL   links in the footer
  --actors IDS, --topics IDS   sides and topics, in order (goal-comparison)
  --no-map              hides the map (region-list)
  --facts IDS           ids or questions, in order (fact-box)
`;

export const themeOptions: Command['options'] = Object.fromEntries(
  themeNames.map((name) => [name, {type: 'string'} as const]),
);

/** A request for a box. */
export interface BoxRequest {
  readonly element: ElementName;
  readonly options: PrerenderOptions;
  readonly attributes: Attributes;
  /** Whether the summit comes from a file of the user. */
  readonly isCustom: boolean;
}

/**
 * Reads the request from the arguments and files. Returns `undefined` if a file is invalid; the errors are then on
 * stderr. Throws a `UsageError` for wrong arguments.
 */
export async function readBoxRequest(args: Arguments, io: CliEnvironment): Promise<BoxRequest | undefined> {
  const [name, file, ...more] = args.positionals;
  if (more.length > 0) throw new UsageError('name one element and at most one file');
  const element = readElement(name);
  const attributes = readAttributes(args, element);
  const translationFile = textOf(args, 'translation');
  if (file === undefined && attributes['src'] !== undefined) {
    throw new UsageError(
      '--src is the published address of FILE: name the file too, because nothing is downloaded here',
    );
  }
  if (file !== undefined && attributes['summit'] !== undefined)
    throw new UsageError('name a file or --summit, not both');
  if (file === undefined && translationFile !== undefined)
    throw new UsageError('--translation needs FILE: name the file too');
  if (attributes['refresh'] !== undefined && attributes['src'] === undefined)
    throw new UsageError('--refresh needs --src');

  const common = {attributes, now: io.now(), ...optional('nonce', textOf(args, 'nonce'))};
  if (file === undefined) return {element, attributes, isCustom: false, options: common};

  const dataFile = await readDataFile(file, io);
  const checked = await checkSummitFile(dataFile, today(io));
  if (checked.errors.length > 0) {
    io.stderr(reportIssues(dataFile.name, {...checked, warnings: []}));
    return undefined;
  }
  if (element === 'region-list' && checked.summit?.regions.length === 0) {
    io.stderr(`summit-embeds: warning: ${printable(dataFile.name)} has no regions: the box is empty\n`);
  }
  let translation: unknown;
  if (translationFile !== undefined) {
    const read = await readDataFile(translationFile, io);
    if (read.value !== undefined && !isTranslation(read)) throw new UsageError(`${read.name} isn’t a translation`);
    const found = checkTranslationFile(read, checked.summit ? [checked.summit] : []);
    if (found.errors.length > 0) {
      io.stderr(reportIssues(read.name, {...found, warnings: []}));
      return undefined;
    }
    translation = read.value;
  }
  return {
    element,
    attributes,
    isCustom: true,
    options: {...common, data: dataFile.value, ...(translation !== undefined && {translation})},
  };
}

/** Reports on stderr that the box is in another language than requested. */
export function tellLanguage({lang: asked}: Attributes, lang: string, command: string, io: CliEnvironment): void {
  if (asked === undefined || asked.split('-')[0]?.toLowerCase() === lang.split('-')[0]) return;
  io.stderr(`summit-embeds ${command}: '${printable(asked)}' isn’t supported yet; the box is in '${lang}'\n`);
}

/** The theme options that are given. */
export function readTheme(args: Arguments): Theme {
  return Object.fromEntries(
    themeNames.flatMap((name) => (textOf(args, name) === undefined ? [] : [[name, textOf(args, name)]])),
  );
}

/** The base address from `--base`, with a slash at the end. */
export function readBase(args: Arguments): string {
  const base = textOf(args, 'base');
  if (!base) {
    throw new UsageError(
      '--base is required: the address of the files of dist/embed, such as https://cdn.example.org/summit-embeds/0.1.0/',
    );
  }
  return readAddress(base.endsWith('/') ? base : `${base}/`, 'base');
}

/** Checks an address that pages link to or load from: http(s), or a path on their own server. */
export function readAddress(address: string, option: string): string {
  if (/^(?:https?:\/\/[^\s/]|(?![\\/]{2}|[^/?#]*:)[^\s\\])\S*$/i.test(address)) return address;
  throw new UsageError(
    `--${option} takes an address with http:// or https://, or a path that starts with a slash, not ${address}`,
  );
}

function readElement(name: string | undefined): ElementName {
  const wanted = name?.replace(/^summit-/, '');
  const element = elementNames.find((known) => known === wanted);
  if (element) return element;
  if (wanted === undefined) throw new UsageError(`name an element: ${elementNames.join(', ')}`);
  const like = suggest(wanted, elementNames);
  throw new UsageError(
    `there is no element ${wanted}; ${like === undefined ? `there are ${elementNames.join(', ')}` : `did you mean ${like}?`}`,
  );
}

function readAttributes(args: Arguments, element: ElementName): Attributes {
  const known = attributesOf(element);
  const given = attributeNames.filter((name) => args.values[name] !== undefined && args.values[name] !== false);
  const foreign = given.find((name) => !known.includes(name));
  if (foreign !== undefined) {
    throw new UsageError(`a ${element} has no --${foreign}; it has ${known.map((name) => `--${name}`).join(', ')}`);
  }
  return Object.fromEntries(given.map((name) => [name, textOf(args, name) ?? '']));
}

function optional<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({[name]: value} as Record<Name, string>);
}
