// @ts-check
/**
 * An invented summit in which every field of the format is filled, and which of its texts may say what. What a field takes
 * is found by trying, so that a new one is covered without a word here, and one that is missing is an error.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {toJsonSchema} from '@valibot/to-json-schema';
import {parse} from 'yaml';
import {parseSummit} from '../../src/data/parse-summit.js';
import {summitSchema} from '../../src/data/summit-schema.js';
import {leavesOf, write} from './fields.mjs';

const starter = parse(readFileSync('templates/starter.yaml', 'utf8'), {schema: 'core'});
const schema = toJsonSchema(summitSchema, {target: 'draft-07'});

/** The starter, with everything in it that it leaves out. */
function makeWhole() {
  const whole = structuredClone(starter);
  const {views, asOf, venue, actors, topics, claims, regions, facts, sources} = whole;
  Object.assign(whole, {$schema: 'summit.schema.json', hash: '0123456789ab'});
  Object.assign(views.comparison, {clash: 'no-deal-yet'});
  Object.assign(views.regions, {subtitle: 'Under the places'});
  Object.assign(views.facts, {subtitle: 'Under the facts'});
  Object.assign(asOf, {note: 'Written before.'});
  Object.assign(venue, {code: 'US-AK', point: [-149, 61], refs: ['atlas']});
  for (const actor of actors)
    Object.assign(actor, {office: 'Office', shortName: 'Short', country: 'UA', wikidata: 'Q1'});
  actors.push(
    {id: 'third', role: 'third-party', name: 'Third', shortName: 'Thirdly', office: 'Office'},
    {id: 'speaker', role: 'source', speaksFor: 'northland', name: 'Speaker', shortName: 'Spoken'},
  );
  topics[0].claims = ['no-deal-yet'];
  Object.assign(claims[0], {asOf: '2031-04-01', about: ['northland']});
  claims[1].by = ['northland', 'speaker'];
  claims.push(
    {
      id: 'third-says',
      text: 'Third.',
      by: ['third'],
      certainty: 'stated',
      refs: [{source: 'example-report', at: 'page 9'}],
    },
    {id: 'held', text: 'Held.', by: ['report'], certainty: 'reported', refs: [{source: 'second', at: 'headline'}]},
  );
  whole.positions.push({id: 'third-on-water', actor: 'third', topic: 'water', label: 'Third', claims: ['third-says']});
  Object.assign(whole.positions[0], {brief: {label: 'In brief', claims: whole.positions[0].claims.slice(0, 1)}});
  whole.constraints = [
    {id: 'north-held', actor: 'northland', label: 'Held', claims: ['held']},
    {id: 'all-held', label: 'All held', claims: ['held']},
  ];
  Object.assign(regions[0], {
    native: {name: 'Rive', lang: 'fr'},
    code: 'UA-14',
    point: [1, 1],
    wikidata: 'Q2',
    shape: {kind: 'area', d: 'M1 1l9 0 0 9z', label: [5, 5], room: 9},
    refs: ['atlas'],
  });
  regions.push({id: 'east-shore', name: 'East'});
  Object.assign(whole.positions[0], {regions: ['east-shore']});
  facts.push({id: 'where', question: 'where', label: 'There', claims: ['talks-set']});
  whole.map = {
    viewBox: [0, 0, 600, 400],
    land: [{name: 'Land', d: 'M0 0l99 0 0 99z', label: [9, 9]}],
    neighbours: [{name: 'Neighbour', d: 'M200 0l99 0 0 99z', label: [250, 9]}],
    seas: [{name: 'Sea', label: [250, 200]}],
    locator: {box: [500, 0, 100, 60], d: 'M510 9l80 0 0 40z', frame: [520, 9, 60, 40]},
    scale: {km: 200, length: 150, start: [400, 380]},
    basis: 'Borders',
    credit: 'Somebody',
    refs: ['atlas'],
  };
  Object.assign(topics[0], {hideGaps: true});
  Object.assign(claims[0], {
    quote: {text: 'Mots', lang: 'fr', translator: 'An agency'},
    anonymous: 'because of a reason',
    conflictsWith: ['third-says'],
  });
  whole.positions.push({
    id: 'third-before',
    actor: 'third',
    topic: 'water',
    stance: 'seeks',
    asOf: '2031-03-01',
    label: 'Third before',
    claims: ['third-says'],
  });
  Object.assign(whole.positions.at(-2), {
    stance: 'conditional',
    condition: 'On a condition',
    asOf: '2031-04-01',
    replaces: 'third-before',
  });
  whole.outcomes = [
    {id: 'all-ended', value: 'partly', label: 'Some agreed', claims: ['held']},
    {id: 'water-ended', topic: 'water', value: 'agreed', label: 'Water agreed', claims: ['held']},
  ];
  whole.figures = [
    {
      id: 'vote',
      label: 'Vote',
      unit: 'votes',
      total: {label: 'Voters', value: 100},
      items: [{id: 'yes', actor: 'northland', label: 'Yes', value: 49, condition: 'If so', claims: ['held']}],
    },
    {
      id: 'money',
      topic: 'water',
      label: 'Money',
      currency: 'USD',
      items: [{id: 'pledge', label: 'Pledged', value: 1_500_000, claims: ['held']}],
    },
  ];
  whole.meetings = [
    {
      id: 'signing',
      label: 'Signing',
      place: 'Other town',
      code: 'US-AK',
      start: '2031-05-06',
      end: '2031-05-07',
      status: 'planned',
      claims: ['held'],
    },
  ];
  whole.deadlines = [{id: 'due', label: 'Due', at: '2031-06-01T12:00', zone: 'Lake time', claims: ['held']}];
  whole.related = [{title: 'Another summit', url: 'https://example.org/other'}];
  for (const source of sources) {
    Object.assign(source, {
      publisher: 'Publisher',
      shortTitle: 'Report',
      note: 'Note',
      license: 'Licence',
      url: 'https://example.org/',
      date: '2031-04-01',
    });
  }
  sources.push(
    {
      id: 'second',
      role: 'reporting',
      title: 'Second',
      shortTitle: 'Two',
      note: 'Note',
      url: 'https://example.org/2',
      license: 'None',
    },
    {id: 'atlas', role: 'reference', title: 'Atlas', note: 'Maps', license: 'CC0', url: 'https://example.org/3'},
  );
  whole.changes = [
    {kind: 'correction', date: '2031-04-02', text: 'Corrected', targets: ['north-water'], revision: 1},
    {kind: 'update', date: '2031-04-03', text: 'Updated', targets: ['third-says'], revision: 1},
  ];
  whole.translations = [{lang: 'de', src: 'whole.de.json'}];
  return whole;
}

/**
 * Fields of the format that hold a text.
 *
 * @param {any} [node] A part of the schema.
 * @param {string} [field]
 * @returns {string[]}
 */
function fieldsOfSchema(node = schema, field = '') {
  const part = node.$ref ? schema.$defs?.[node.$ref.split('/').at(-1)] : node;
  if (part.properties) {
    return Object.entries(part.properties).flatMap(([key, entry]) =>
      fieldsOfSchema(entry, field ? `${field}.${key}` : key),
    );
  }
  if (part.items && !Array.isArray(part.items)) return fieldsOfSchema(part.items, `${field}[]`);
  return part.type === 'string' || typeof part.const === 'string' ? [field] : [];
}

/** @type {(summit: unknown, leaf: import('./fields.mjs').Leaf, text: string) => boolean} */
const accepts = (summit, leaf, text) => Boolean(parseSummit(write(summit, [leaf], () => text)).summit);

/** @type {(summit: unknown, leaf: import('./fields.mjs').Leaf) => 'texts' | 'addresses' | 'files' | 'closed'} */
function kindOf(summit, leaf) {
  if (accepts(summit, leaf, '<b "c"> {d}')) return 'texts';
  if (!accepts(summit, leaf, 'https://example.org/"')) return 'closed';
  return accepts(summit, leaf, 'a"b') ? 'files' : 'addresses';
}

/**
 * Sorts the texts of a summit by what they may be: `texts` anything, `addresses` something on the web, `files` an address
 * that may be relative, `closed` one of few things, or a name of something.
 *
 * @param {any} summit
 */
function sortLeaves(summit) {
  /** @type {Record<'texts' | 'addresses' | 'files' | 'closed', import('./fields.mjs').Leaf[]>} */
  const sorted = {texts: [], addresses: [], files: [], closed: []};
  /** @type {Map<string, keyof typeof sorted>} */
  const kinds = new Map();
  for (const leaf of leavesOf(summit)) {
    const kind = kinds.get(leaf.field) ?? kindOf(summit, leaf);
    kinds.set(leaf.field, kind);
    sorted[kind].push(leaf);
  }
  return {summit, ...sorted};
}

export const whole = sortLeaves(makeWhole());

/** The same without all that stands in for something else where it is there: the titles of the boxes, short names. */
export const bare = sortLeaves(
  JSON.parse(JSON.stringify(whole.summit), (key, value) =>
    ['views', 'shortName', 'shortTitle', 'when'].includes(key) ? undefined : value,
  ),
);

{
  const {issues = []} = parseSummit(whole.summit);
  assert.deepEqual(issues, []);
  const there = new Set(leavesOf(whole.summit).map(({field}) => field));
  const missing = fieldsOfSchema().filter((field) => !there.has(field));
  assert.deepEqual(missing, [], 'fields of the format that the whole summit leaves out');
}

/** Texts that no box shows. */
export const UNSEEN = ['$schema', 'actors[].country'];

/** Texts that the plain layer leaves out: those of the map, and short labels for narrow columns, whose long form it has. */
export const ONLY_IN_SHADOW = [
  'map.land[].name',
  'map.neighbours[].name',
  'map.seas[].name',
  'map.basis',
  'map.credit',
  'positions[].brief.label',
];
