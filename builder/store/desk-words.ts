/**
 * The validator's messages in the words of the desk: labels in place of ids, names of fields in place of keys, and what to
 * do at the desk. The command line keeps its own words, which are for people who write the file.
 */
import type {Issue} from '../../src/data/issue.js';
import {references} from '../../src/data/schema-paths.js';
import type {Summit} from '../../src/data/summit.js';
import {valueAt} from './commands/fields.js';
import {describeText} from './describe-text.js';
import {describePath, entriesOf, nameOf} from './labels.js';
import {languageName} from './language-name.js';

/** What a rule may need to know. */
interface Place {
  readonly summit: Summit;
  readonly path: string;
  /** The label of the entry with an id, in quotation marks. */
  readonly label: (id: string) => string;
}

/** Turns the matched parts of a message into words; a text is a fixed wording, in which `$1` is the first part. */
type Wording = string | ((parts: readonly string[], place: Place) => string);

/** What a list's entries are called, by the nouns of the validator. */
const NOUNS: Readonly<Record<string, string>> = {
  actor: 'side or speaker',
  claim: 'statement',
  region: 'place',
  fact: 'answer',
};

const nounFor = (noun = ''): string => (Object.hasOwn(NOUNS, noun) ? (NOUNS[noun] ?? noun) : noun);

const isReference = (path: string): boolean => {
  const pattern = path.replace(/\[\d+\]/g, '.*');
  return references.some(([place]) => place === pattern);
};

/** For a value that isn't one of the choices: in an empty field nothing is chosen yet. */
const choose = ({summit, path}: Place): string =>
  isEmptyAt(summit, path) ? 'nothing is chosen yet' : 'isn’t one of the choices; choose one';

const isEmptyAt = (summit: Summit, path: string): boolean => ['', undefined].includes(valueAt(summit, path) as string);

const quoted = (list: string, label: Place['label']): string =>
  list.replace(/'([^']+)'/g, (_, id: string) => label(id));

/** Every message, in the order in which they are tried. */
const rules: readonly (readonly [message: RegExp, wording: Wording])[] = [
  // Values
  [/^is missing\b/, (_, place) => (isReference(place.path) ? 'nothing is chosen yet' : 'is missing')],
  [/^must not be empty; leave the key out/, 'is empty'],
  [/^must not be empty$/, 'must not be empty'],
  [/^must be (?:one of|'primary')/, (_, place) => choose(place)],
  [
    /^must be a number, not a text/,
    (_, {summit, path}) => (isEmptyAt(summit, path) ? 'is missing' : 'must be a number'),
  ],
  [/^must be true or false\b/, 'must be yes or no'],
  [/^must be a list \[/, 'must be a list'],
  [/^must be an object\b/, 'must have fields of its own'],
  [/^must be a list of (\d+) numbers/, 'must be $1 numbers'],
  [/^must be a (text|number)\b/, 'must be a $1'],
  [/^(is longer than \d+ characters; shorten it)$/, '$1'],
  [/^(must be -?[\d.e+]+ or (?:more|less)), not (\S+)$/, '$1, not $2'],
  [/^(must be a whole number), not (\S+)$/, '$1, not $2'],
  [
    /^must be lower-case letters and digits/,
    (_, place) =>
      isReference(place.path)
        ? choose(place)
        : 'can’t be used as an internal name; it comes from a file that was written by hand, so correct it there',
  ],
  [/^must be a language tag\b/, 'must be the code of a language, such as en or pt-BR'],
  [/^must start with http/, 'must be an address that begins with https://, without spaces'],
  [/^must be an http\(s\) address/, 'must be an address, or the name of a file beside the summit’s, without spaces'],
  [/^must be a valid day, month or year/, 'must be a day, a month or a year: 2025-08-15, 2025-08 or 2025'],
  [/^must be a day, with or without/, 'must be a day, or a day and a time: 2031-05-04 or 2031-05-04T12:00'],
  [/^must be an ISO 4217 code/, 'must be the three letters of a currency, such as USD'],
  [/^must be an ISO 3166 code/, 'must be the code of a country or a region, such as UA or UA-14'],
  [/^must be the id of a Wikidata item/, 'must be the number of a Wikidata item, such as Q7747'],
  [/^must be an SVG path/, 'can’t be drawn; draw the map again'],
  [/^must be a 1\.x version/, 'isn’t a version that the desk knows; it knows 1.0 and later 1.x'],
  [/^'(.*)' is an unsupported version/, 'is $1, which the desk doesn’t know; it knows 1.0 and later 1.x'],
  [/^must be 32 hexadecimal digits/, 'is damaged; remove it in the file'],
  [/^is not a known key here/, 'isn’t a field that the boxes know; it stays in the file, and nothing shows it'],

  // References
  [/^'(.*)' is taken already; name each claim once$/, ([id = ''], {label}) => `names ${label(id)} twice; remove one`],
  [
    /^'(.*)' is taken by an earlier translation/,
    ([lang = '']) => `there is another translation into ${languageIn(lang)}; remove one of them`,
  ],
  [
    /^'.*' is taken by an earlier (.*?);/,
    ([noun]) => `has the same internal name as another ${nounFor(noun)}; remove one of the two, or correct the file`,
  ],
  [
    /^no claim has the id '.*', and no claim with that id was withdrawn/,
    'names a statement that isn’t here and wasn’t withdrawn; choose another one',
  ],
  [
    /^no (.*) has the id '.*'/,
    ([noun], place) =>
      isEmptyAt(place.summit, place.path) ? choose(place) : `refers to a ${nounFor(noun)} that isn’t here`,
  ],
  [/^is before the start, '(.*)'; fix one of the two$/, 'is before the first day, $1; change one of the two'],
  [
    /^needs the date of the last review/,
    'needs a day on which the data were reviewed; fill in “Last reviewed on”, or write an entry in the log of corrections',
  ],

  // What every entry needs
  [/^no claim supports this/, 'no statement shows it; choose at least one'],
  [
    /^has no topic, no regions and no rank/,
    'has no topic and no place and isn’t a main aim, so no box shows it; choose one of these',
  ],
  [/^has neither a label nor items/, 'has no answer yet; write it in one line, or add parts'],
  [/^has no speaker;/, 'has no speaker; choose one, or leave it to the source itself'],
  [/^has no source; add where it was read$/, 'has no source; add the place where it was read'],
  [
    /^no view shows the claim/,
    'no box shows this statement; choose it for a position, an answer or a result, or remove it',
  ],

  // To consider
  [
    /^is the main aim of '(.*)', which has no column/,
    ([id = ''], {label}) =>
      `is the main aim of ${label(id)}, which has no column; it is shown with its name under the columns`,
  ],
  [
    /^'(.*)' has positions but no main aim/,
    ([id = ''], {label}) =>
      `${label(id)} has positions but no main aim, so the top of its column is empty; tick “Main aim” at one of them`,
  ],
  [
    /^'(.*)' has another main aim, '(.*)'; keep/,
    ([actor = '', position = ''], {label}) =>
      `${label(actor)} has another main aim, ${label(position)}; tick “Main aim” at one of the two only`,
  ],
  [
    /^on '(.*)' the file has a position of (.*) and none of (.*); add one/s,
    ([topic = '', heard = '', silent = ''], {label}) =>
      `on “${topic}” there is a position of ${quoted(heard, label)} and none of ${quoted(silent, label)}; add one, or leave this as it is if the sources give none`,
  ],
  [
    /^the numbers of '(.*)' and '(.*)' overlap on the map/,
    ([one = '', other = ''], {label}) =>
      `the numbers of ${label(one)} and ${label(other)} overlap on the map; draw it with fewer places, or closer`,
  ],
  [
    /^the name '(.*)' lies on the (number|name) (?:of )?'(.*)' on the map/s,
    ([name = '', what = '', other = ''], {label}) =>
      `the name “${name}” lies on the ${what === 'number' ? `number of ${label(other)}` : `name “${other}”`} on the map; draw it without one of them, or closer`,
  ],
  [
    /^all claims that support this are withdrawn/,
    'all statements that show it are withdrawn, so it is shown struck through; remove it in a later edition',
  ],
  [/^isn’t an address that a browser can open$/, 'isn’t an address that a browser can open'],
  [
    /^leads to '(.*)', because the part before the @/,
    'leads to “$1”, because the part before the @ is a user name; remove that part',
  ],
  [
    /^contains letters outside a to z, .* it is '(.*)'; check/,
    'has letters that may look like others: it leads to “$1”; make sure that this is the source’s site',
  ],
  [/^leads to '(.*)', which readers can’t reach$/, 'leads to “$1”, which readers can’t reach'],
  [
    /^leads to the number '(.*)' instead/,
    'leads to the number $1 in place of a name, so readers can’t see whose it is; use the name of the site',
  ],
  [
    /^names a host, but a page loads translations only/,
    'is on another site, but a page loads translations only from the site of the summit’s file; put it beside that file, and write only its name',
  ],
  [
    /^no claim cites the source/,
    'no statement was read in this source; choose it at a statement, remove it, or make it a reference',
  ],
  [
    /^'.*' isn't a claim of the position/,
    'rests on a statement that the position doesn’t have; choose it for the position too, or remove it here',
  ],
  [/^no topic has the claim/, 'no topic has this statement, so it isn’t shown under the aims; choose it for a topic'],
  [/^is after the date of the data, (.*?) \(asOf\.date\)/, 'is after the date of the data, $1; change one of the two'],
  [
    /^the file says nothing about '(.*)':/,
    ([id = ''], {label}) =>
      `nothing is said about ${label(id)}; add a position about it, its area on the map, or its code`,
  ],

  // Characters
  [/^has (a .*), after '(.*)'; remove it$/s, 'has $1, after “$2”; remove it'],
  [/^(has a .*, at its start; remove it)$/s, '$1'],
  [
    /^the word '(.*)' has the (.*), among letters of another script; type it again$/s,
    'the word “$1” has the $2, among letters of another script; type it again',
  ],
  [
    /^(readers see .* as (?:it is|they are); (?:write the characters themselves|remove the HTML, texts are plain))$/s,
    '$1',
  ],
  [/^(has the character U\+.*, which readers can’t see; remove it)$/, '$1'],

  // The file as a whole
  [
    /^the (.*) would show (.*); a page can draw (.*)\. (.*) come from (.*): leave some out, or split the file$/s,
    ([box = '', total = '', limit = '', largest = '', origin = '']) =>
      `the ${box} would show ${total}, and a page can draw ${limit}; ${largest} come from ${origin.replace(/\bclaims\b/g, 'statements')}, so leave some out, or make two summits of it`,
  ],
  [/^(contains itself)$/, '$1'],
  [/^is nested deeper than/, 'has parts inside parts beyond what a summit has'],
  [/^has (\d+) entries; a list or an object may have (\d+)$/, 'has $1 entries, and $2 are possible'],
  [/^brings the file to more than (\d+) values/, 'makes the file too large; leave out what no box shows'],
  [/^could not be read/, 'can’t be read'],
  [/^(.*) further issues are not listed; fix these first$/, 'there are $1 more; solve these first'],

  // Translations
  [/^the summit is '.*', not '.*'; write the id/, 'is a translation of another summit'],
  [
    /^the summit is at revision (\d+); write/,
    'was made from a later edition than this one, which is edition $1; open the latest edition first',
  ],
  [/^(is far longer than the original, so pages show the original; shorten it)$/, '$1'],
  [
    /^no text of the summit has this key(?:; did you mean '(.*)'\?)?/,
    ([key], {summit}) =>
      key
        ? `the summit has no such text; perhaps this is meant: ${describeText(summit, key)}`
        : 'the summit has no such text; remove it in the file',
  ],
  [/^isn’t a translation; a translation has/, 'isn’t a translation file'],
  [/^is the language of the summit; a translation/, 'is the language of the summit; a translation is in another one'],
];

/**
 * The message about a summit in the words of the desk, as a part of a sentence; `undefined` if there is no wording for it,
 * which a test reports.
 */
export function findWords(summit: Summit, {path, message}: Issue): string | undefined {
  for (const [pattern, wording] of rules) {
    const match = pattern.exec(message);
    if (!match) continue;
    const parts = match.slice(1).map((part: string | undefined) => part ?? '');
    if (typeof wording === 'function') return wording(parts, {summit, path, label: (id) => labelIn(summit, id)});
    return wording.replace(/\$(\d)/g, (_, number: string) => parts[Number(number) - 1] ?? '');
  }
  return undefined;
}

/** The message about a summit in the words of the desk. */
export function deskWords(summit: Summit, issue: Issue): string {
  return findWords(summit, issue) ?? issue.message.replace(/'([^']+)'/g, (_, id: string) => labelIn(summit, id));
}

/**
 * The issues of a file as lines for people: the place in words and the message.
 *
 * @param value The content of the file, or the summit that it belongs to.
 */
export function describeIssues(value: unknown, issues: readonly Issue[]): readonly Issue[] {
  const summit = value as Summit;
  return issues.map((issue) => ({path: describePlace(summit, issue.path), message: deskWords(summit, issue)}));
}

function describePlace(summit: Summit, path: string): string {
  const key = /^texts\.(.*)$/s.exec(path)?.[1] ?? /^texts\['(.*)'\]$/s.exec(path)?.[1];
  if (key === undefined) return describePath(summit, path);
  const found = describeText(summit, key);
  return found === key ? `Text “${key}”` : found;
}

/** Lists whose entries messages name by their id. */
const NAMED = ['actors', 'topics', 'claims', 'positions', 'regions', 'sources'] as const;

function labelIn(summit: Summit, id: string): string {
  for (const list of NAMED) {
    const entry = entriesOf(summit, list).find((other) => other.id === id);
    if (entry) return `“${nameOf(entry)}”`;
  }
  return `“${id}”`;
}

function languageIn(tag: string): string {
  try {
    return languageName(tag);
  } catch {
    return `“${tag}”`;
  }
}
