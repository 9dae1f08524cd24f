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
import {checkSummitFile, checkTranslationFile, isTranslation} from './check-data-file.js';
import type {Arguments, Command} from './command.js';
import {textOf} from './command.js';
import type {CliEnvironment} from './cli-environment.js';
import {UsageError} from './cli-environment.js';
import {printable} from './printable.js';
import {readDataFile} from './read-data-file.js';
import {reportIssues} from './report-issues.js';
import {today} from './today.js';

/** The attributes of the elements as options, and what goes with a file. */
export const boxOptions: Command['options'] = {
  ...Object.fromEntries(
    attributeNames.map((name) => [name, {type: flags.includes(name) ? 'boolean' : 'string'} as const]),
  ),
  translation: {type: 'string'},
  nonce: {type: 'string'},
};

/** Part of the help of every command that makes a box. */
export const boxHelp = `ELEMENT is ${elementNames.slice(0, -1).join(', ')} or ${elementNames.at(-1) ?? ''}. FILE is a summit, JSON or YAML, or - for standard input; without it a
bundled summit is shown.

The box:
  --summit ID           bundled summit, without FILE; alaska-2025 without it
  --src URL             where pages look for newer editions of FILE; with --refresh SECONDS again and again
  --lang TAG            language of the box; without it that of the data
  --translation FILE    a translation of FILE into that language
  --heading TEXT        heading; --heading-level 1…6, 3 without it
  --scheme NAME         auto, light or dark
  --policy-url URL, --feedback-url URL   links in the footer
  --actors IDS, --topics IDS   sides and topics, in order (goal-comparison)
  --no-map              without the map (region-list)
  --facts IDS           ids or questions, in order (fact-box)
`;

export const themeOptions: Command['options'] = Object.fromEntries(
  themeNames.map((name) => [name, {type: 'string'} as const]),
);

/** A box that somebody asks for. */
export interface BoxRequest {
  readonly element: ElementName;
  readonly options: PrerenderOptions;
  readonly attributes: Attributes;
  /** Whether the summit is one of the user's own. */
  readonly own: boolean;
}

/** Reads what box is asked for. Undefined where a file is invalid, which stderr has been told then. */
export async function readBoxRequest(args: Arguments, io: CliEnvironment): Promise<BoxRequest | undefined> {
  const [name, file, ...more] = args.positionals;
  if (more.length > 0) throw new UsageError('name one element and one file at most');
  const element = readElement(name);
  const attributes = readAttributes(args, element);
  const translationFile = textOf(args, 'translation');
  if (file === undefined && attributes['src'] !== undefined) {
    throw new UsageError('--src tells where FILE is published: name the file as well, since nothing is fetched here');
  }
  if (file !== undefined && attributes['summit'] !== undefined)
    throw new UsageError('name a file or --summit, not both');
  if (file === undefined && translationFile !== undefined)
    throw new UsageError('--translation is one of FILE: name the file too');
  if (attributes['refresh'] !== undefined && attributes['src'] === undefined)
    throw new UsageError('--refresh needs --src');

  const common = {attributes, now: io.now(), ...optional('nonce', textOf(args, 'nonce'))};
  if (file === undefined) return {element, attributes, own: false, options: common};

  const dataFile = await readDataFile(file, io);
  const checked = await checkSummitFile(dataFile, today(io));
  if (checked.errors.length > 0) {
    io.stderr(reportIssues(dataFile.name, {...checked, warnings: []}));
    return undefined;
  }
  let translation: unknown;
  if (translationFile !== undefined) {
    const read = await readDataFile(translationFile, io);
    if (read.value !== undefined && !isTranslation(read)) throw new UsageError(`${read.name} is no translation`);
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
    own: true,
    options: {...common, data: dataFile.value, ...(translation !== undefined && {translation})},
  };
}

/** Says that a box speaks another language than the one asked for. */
export function tellLanguage({lang: asked}: Attributes, lang: string, command: string, io: CliEnvironment): void {
  if (asked === undefined || asked.split('-')[0]?.toLowerCase() === lang.split('-')[0]) return;
  io.stderr(`summit-embeds ${command}: there are no texts in '${printable(asked)}' yet; the box speaks '${lang}'\n`);
}

/** The colours and the size of the box, as far as they are given. */
export function readTheme(args: Arguments): Theme {
  return Object.fromEntries(
    themeNames.flatMap((name) => (textOf(args, name) === undefined ? [] : [[name, textOf(args, name)]])),
  );
}

/** An address that other addresses begin with. */
export function readBase(args: Arguments): string {
  const base = textOf(args, 'base');
  if (!base) {
    throw new UsageError(
      '--base is needed: the address where the files of dist/embed are, such as https://cdn.example.org/summit-embeds/0.1.0/',
    );
  }
  return readAddress(base.endsWith('/') ? base : `${base}/`, 'base');
}

/** An address that pages will link to or load from: http(s), or one on their own server. */
export function readAddress(address: string, option: string): string {
  if (/^(?:https?:\/\/[^\s/]|(?![\\/]{2}|[^/?#]*:)[^\s\\])\S*$/i.test(address)) return address;
  throw new UsageError(
    `--${option} takes an address with http:// or https://, or one from the first slash on, not ${address}`,
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
  const own = attributesOf(element);
  const given = attributeNames.filter((name) => args.values[name] !== undefined && args.values[name] !== false);
  const foreign = given.find((name) => !own.includes(name));
  if (foreign !== undefined) {
    throw new UsageError(`a ${element} has no --${foreign}; it has ${own.map((name) => `--${name}`).join(', ')}`);
  }
  return Object.fromEntries(given.map((name) => [name, textOf(args, name) ?? '']));
}

function optional<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({[name]: value} as Record<Name, string>);
}
