/** What the lists and fields of a summit file are called at the desk, as its sections and forms call them. */
import type {Question} from '../../src/data/summit.js';

/** The summit's own fields. */
const OWN: Readonly<Record<string, string>> = {
  $schema: 'Address of the schema',
  schemaVersion: 'Version of the format',
  id: 'Internal name of the summit',
  hash: 'Fingerprint of the file',
  revision: 'Number of the edition',
  title: 'Name of the summit',
  lang: 'Language of the texts',
  'status.value': 'Status',
  'status.claims': 'Statements that give the status',
  'when.start': 'First day',
  'when.end': 'Last day',
  'venue.name': 'City or place of the talks',
  'venue.code': 'ISO code of the place of the talks',
  'asOf.date': 'Last reviewed on',
  'asOf.note': 'Note about the day of the last review',
  reviewBy: 'Review again by',
  'views.comparison.title': 'Heading of the comparison',
  'views.comparison.subtitle': 'Line under the heading of the comparison',
  'views.comparison.clash': 'Where the aims clash',
  'views.regions.title': 'Heading of the list of places',
  'views.regions.subtitle': 'Line under the heading of the list of places',
  'views.facts.title': 'Heading of the fact box',
  'views.facts.subtitle': 'Line under the heading of the fact box',
  'map.basis': 'Map, which borders it shows',
  'map.credit': 'Map, who provides the outlines',
};

/** The lists: what one of their entries is called, and the heading above their texts. */
const LISTS: Readonly<Record<string, {readonly one: string; readonly heading: string}>> = {
  actors: {one: 'Side or speaker', heading: 'Sides and speakers'},
  topics: {one: 'Topic', heading: 'Topics'},
  claims: {one: 'Statement', heading: 'Statements'},
  positions: {one: 'Position', heading: 'Positions'},
  constraints: {one: 'Constraint', heading: 'Constraints'},
  regions: {one: 'Place', heading: 'Places'},
  facts: {one: 'Answer', heading: 'Fact box'},
  sources: {one: 'Source', heading: 'Sources'},
  changes: {one: 'Log entry', heading: 'Log of changes'},
  meetings: {one: 'Meeting', heading: 'Meetings'},
  deadlines: {one: 'Deadline', heading: 'Deadlines'},
  outcomes: {one: 'Outcome', heading: 'Outcomes'},
  figures: {one: 'Figure', heading: 'Votes, sums and counts'},
  map: {one: 'Map', heading: 'Map'},
  translations: {one: 'Translation', heading: 'Translations'},
  related: {one: 'Other summit', heading: 'Other summits'},
};

/** The questions of a reader, in the order in which boxes usually answer them. */
export const QUESTIONS: Readonly<Record<Question, string>> = {
  who: 'Who meets?',
  what: 'What is it about?',
  where: 'Where?',
  when: 'When?',
  'why-here': 'Why there?',
  why: 'Why now?',
  expect: 'What is expected?',
  follows: 'What follows?',
  agreed: 'What was agreed?',
  'not-agreed': 'What wasn’t agreed?',
  votes: 'How was the vote?',
  money: 'How much money?',
};

/** The fields of entries, by key; by list and key, or list, part and key, where a form has its own word. */
const FIELDS: Readonly<Record<string, string>> = {
  id: 'internal name',
  text: 'text',
  'changes.text': 'what readers are told',
  by: 'who says it',
  certainty: 'how certain',
  about: 'whom it is about',
  refs: 'sources',
  source: 'source',
  at: 'place in the source',
  'deadlines.at': 'day',
  asOf: 'date',
  'positions.asOf': 'held since',
  disputedBy: 'who disputes it',
  quote: 'original words',
  translator: 'who translated them',
  anonymous: 'why the speaker is not named',
  conflictsWith: 'what other sources say',
  actor: 'who',
  topic: 'topic',
  rank: 'main aim',
  stance: 'stance',
  condition: 'condition',
  replaces: 'earlier position that it replaces',
  label: 'text',
  'topics.label': 'name',
  'facts.label': 'answer',
  'facts.items.label': 'text',
  'meetings.label': 'name',
  'regions.label': 'place of the name',
  'map.label': 'place of the name',
  brief: 'short version',
  claims: 'statements',
  regions: 'places',
  sources: 'sources',
  kind: 'kind',
  role: 'role',
  'sources.role': 'kind',
  name: 'name',
  shortName: 'name inside a sentence',
  office: 'office or title',
  speaksFor: 'speaks for',
  country: 'country',
  wikidata: 'Wikidata item',
  hideGaps: 'gaps hidden',
  native: 'local name',
  code: 'ISO code',
  point: 'coordinates',
  shape: 'outline',
  d: 'drawing',
  room: 'space for the name',
  question: 'question',
  items: 'parts',
  'figures.items': 'numbers',
  title: 'title',
  subtitle: 'line under it',
  shortTitle: 'short name',
  publisher: 'published by',
  note: 'note for readers',
  license: 'licence',
  url: 'address',
  date: 'date',
  'changes.date': 'date of the change',
  targets: 'statements that it is about',
  revision: 'number of the edition',
  lang: 'language',
  src: 'address on your site',
  status: 'status',
  value: 'number',
  'outcomes.value': 'what it came to',
  unit: 'unit',
  currency: 'currency',
  total: 'total',
  place: 'place',
  zone: 'time zone',
  start: 'first day',
  end: 'last day',
  when: 'days',
  venue: 'place of the talks',
  views: 'headings',
  comparison: 'of the comparison',
  clash: 'where the aims clash',
  facts: 'of the fact box',
  viewBox: 'size',
  land: 'land',
  neighbours: 'land around',
  seas: 'seas',
  locator: 'small map',
  box: 'place',
  frame: 'frame',
  scale: 'scale bar',
  km: 'kilometres',
  length: 'length',
  basis: 'which borders it shows',
  credit: 'who provides the outlines',
  texts: 'texts',
  of: 'what is translated',
  machine: 'translated by a machine',
};

/** One entry of such a field. */
const SINGULAR: Readonly<Record<string, string>> = {
  claims: 'statement',
  regions: 'place',
  refs: 'source',
  by: 'speaker',
  about: 'side or speaker',
  disputedBy: 'side or speaker',
  conflictsWith: 'statement',
  targets: 'statement',
  items: 'part',
  'figures.items': 'number',
  land: 'land',
  neighbours: 'land around',
  seas: 'sea',
};

const COORDINATES = ['longitude', 'latitude'];

/** What an entry of a list is called, such as “Statement”; `undefined` if there is no such list. */
export function nameOfEntry(list: string): string | undefined {
  return Object.hasOwn(LISTS, list) ? LISTS[list]?.one : undefined;
}

/** The heading above the texts of a list; “Summit” above those of the summit itself. */
export function headingOf(list: string): string {
  return (Object.hasOwn(LISTS, list) ? LISTS[list]?.heading : undefined) ?? 'Summit';
}

/** The name of a field of the summit itself, such as “Name of the summit”; `undefined` if it isn't one. */
export function nameOfOwnField(path: string): string | undefined {
  return Object.hasOwn(OWN, path) ? OWN[path] : undefined;
}

/**
 * Names a field inside an entry, such as “part 2, statements”. A key that the format doesn't have stays as it is.
 *
 * @param list The list of the entry.
 * @param rest The path inside the entry, such as `items[1].claims`.
 */
export function nameOfField(list: string, rest: string): string {
  const parts = rest.match(/[^.[\]]+|\[\d+\]|\['.*?'\]/g) ?? [];
  const names: string[] = [];
  let owner = '';
  for (const part of parts) {
    const index = /^\[(\d+)\]$/.exec(part)?.[1];
    if (index === undefined) {
      const key = part.replace(/^\['(.*)'\]$/s, '$1');
      names.push(wordFor(FIELDS, [`${list}.${owner}.${key}`, `${list}.${key}`, key]) ?? `“${key}”`);
      owner = key;
      continue;
    }
    const name = owner === 'point' ? COORDINATES[Number(index)] : undefined;
    names[names.length - 1] =
      name ?? `${wordFor(SINGULAR, [`${list}.${owner}`, owner]) ?? names.at(-1) ?? ''} ${String(Number(index) + 1)}`;
  }
  return names.join(', ');
}

/** The words for the first of these names that has some. */
function wordFor(words: Readonly<Record<string, string>>, names: readonly string[]): string | undefined {
  const found = names.find((name) => Object.hasOwn(words, name));
  return found === undefined ? undefined : words[found];
}
