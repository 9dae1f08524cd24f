/**
 * Summits that are sound, whatever else they are: any number of entries in any list, every reference to something that is
 * there, texts that are as odd as texts may be.
 */
import fc from 'fast-check';
import {isVisible} from '../../src/data/is-visible.js';

/** What somebody, out of malice or in a hurry, may write into a text: whatever ends or begins something elsewhere. */
export const MARKUP = [
  '</script><img src=x onerror="window.pwned = 1">',
  '<!--',
  '-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<!doctype html>',
  '<?php ?>',
  '<script>window.pwned = 1</script>',
  '</section></table></template></textarea></title></style>',
  '<template shadowrootmode=open>',
  '<svg onload=alert(1)>',
  '<b>',
  '</p>',
  '<p',
  '<',
  '>',
  '&',
  '"',
  "'",
  '`',
  '=',
  '&lt;b&gt;',
  '&amp;',
  '&nbsp',
  '&#0;',
  '&#x202e;',
  '&notit;',
  '{{x}}',
  '${x}',
  '<%= x %>',
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  'javascript:alert(1)',
  '\u2028',
  '\u2029',
  '\u200e',
  '\u200f',
  '\u061c',
  '\u00ad',
  '\ufeff',
  '\u00a0',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\n\n# x\n',
  'ثلاث دول',
  'Київ',
  '👩🏽‍🚀',
  'e\u0301',
  '__proto__',
  'constructor',
  'undefined',
  '[object Object]',
  '\\u003c',
  '\\',
];

/** Characters that no text of a summit may have: nobody sees them, and they may disguise what stands beside them. */
export const UNSEEN = [
  '\0',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\ud800',
  '\udfff',
  '\ufdd0',
  '\ufffe',
  '\uffff',
  '\u{1ffff}',
];

/**
 * Any character, and halves of those beyond U+FFFF. Of fast-check's own units, `binary` and `grapheme`, each makes a table of a million
 * entries first: that took more time than all tests with them.
 */
export const character = fc
  .oneof(fc.nat(0xff), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

/** What a reader takes for one character, of one code point or several. */
const grapheme = fc.oneof(
  character,
  fc.constantFrom('e\u0301', 'क्षि', 'กำ', '👩🏽‍🚀', '🇺🇦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '한', 'ﷺ', '①', 'ß', 'İ'),
);

const UNSEEN_ANYWHERE = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}|\p{Noncharacter_Code_Point}/u;

const isText = (text: string): boolean => isVisible(text) && text.length <= 2000 && !UNSEEN_ANYWHERE.test(text);

/** Texts as they may be shown. */
export const text = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc
        .array(fc.constantFrom('lake', 'Verra', 'talks', 'water', 'both', 'sides'), {minLength: 1, maxLength: 6})
        .map((words) => words.join(' ')),
    },
    {
      weight: 4,
      arbitrary: fc
        .array(fc.oneof(fc.constantFrom(...MARKUP), fc.string({maxLength: 4})), {minLength: 1, maxLength: 5})
        .map((parts) => parts.join('')),
    },
    {weight: 2, arbitrary: fc.string({unit: grapheme, minLength: 1, maxLength: 20})},
    {weight: 1, arbitrary: fc.string({unit: character, minLength: 1, maxLength: 20})},
    {weight: 1, arbitrary: fc.constant('x'.repeat(500))},
  )
  .filter(isText);

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('');
const word = fc.string({unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6});
/** Some ids are names of what every object has. */
const id = fc.oneof(
  {weight: 6, arbitrary: fc.array(word, {minLength: 1, maxLength: 3}).map((words) => words.join('-'))},
  {weight: 1, arbitrary: fc.constantFrom('constructor', 'valueof', 'aims', 'constraints', '0', 'status')},
);
const ids = (maxLength: number) => fc.uniqueArray(id, {maxLength});

const digits = (number: number, length: number): string => String(number).padStart(length, '0');
const day = fc
  .date({min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true})
  .map((date) => date.toISOString().slice(0, 10));
/** As exact as a source is. */
const date = fc.oneof(
  day,
  day.map((date) => date.slice(0, 7)),
  fc.integer({min: 1, max: 9999}).map((year) => digits(year, 4)),
);

const language = fc.constantFrom(
  'en',
  'de',
  'ar',
  'uk',
  'fr',
  'es',
  'en-GB',
  'pt-BR',
  'zh-Hant-TW',
  'sr-Latn',
  'es-419',
  'zz',
  'und',
);

/** Addresses as a file may have them; what may not stand in one, `urls.test.mjs` tries. */
export const url = fc.oneof(
  fc.webUrl({validSchemes: ['http', 'https'], withQueryParameters: true, withFragments: true}),
  fc.constantFrom(
    'HTTPS://EXAMPLE.ORG',
    'https://example.org/?a="><script>alert(1)</script>&b=\'',
    'http://user@example.org/a',
    'https://例え.example/パス',
    'https://[::1]:8080/',
    "https://example.org/'onclick='alert(1)",
    'https://example.org/&amp;&lt;',
  ),
);

const coordinate = (limit: number) => fc.double({min: -limit, max: limit, noNaN: true}).map((number) => number + 0);
const whole = (min: number, max: number) => fc.integer({min, max});
const point = fc.tuple(coordinate(180), coordinate(90));
const mapPoint = fc.tuple(whole(-1000, 1000), whole(-1000, 1000));
const path = fc
  .array(fc.tuple(whole(-999, 999), whole(-999, 999)), {minLength: 1, maxLength: 4})
  .map((points) => `M${points.map(([x, y]) => `${x} ${y}`).join('l')}z`);
const placeCode = fc.constantFrom('UA', 'UA-14', 'US-AK', 'FR-2A');
const wikidata = fc.nat().map((number) => `Q${number}`);

/** An object with the first keys, and perhaps with the others. */
type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;
type ValueOf<Of extends Fields> = {[Key in keyof Of]: Of[Key] extends fc.Arbitrary<infer Value> ? Value : never};

function record<Required extends Fields, Optional extends Fields = Fields>(
  required: Required,
  optional = {} as Optional,
): fc.Arbitrary<ValueOf<Required> & Partial<ValueOf<Optional>>> {
  const made: fc.Arbitrary<unknown> = fc.record({...required, ...optional}, {requiredKeys: Object.keys(required)});
  return made as fc.Arbitrary<ValueOf<Required> & Partial<ValueOf<Optional>>>;
}

/** A list with one entry for each id. */
const entries = <T extends object>(ids: readonly string[], make: () => fc.Arbitrary<T>) =>
  fc.tuple(...ids.map((id) => make().map((entry) => ({id, ...entry}))));

const isBefore = (one: string, other: string): boolean => {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
};

const counts = fc.record({
  actors: ids(5),
  topics: ids(3),
  claims: ids(6),
  positions: ids(5),
  constraints: fc.option(ids(3), {nil: undefined}),
  regions: ids(4),
  facts: ids(4),
  sources: ids(3),
});

/** Any sound summit. */
export const summit = counts.chain((lists) => {
  const idsOf = (list: keyof typeof lists): readonly string[] => lists[list] ?? [];
  const one = (list: keyof typeof lists): fc.Arbitrary<string> => fc.constantFrom(...idsOf(list));
  const some = (list: keyof typeof lists, maxLength = 3): fc.Arbitrary<string[]> =>
    idsOf(list).length > 0 ? fc.array(one(list), {maxLength}) : fc.constant([]);
  /** The key only if there is something to refer to. */
  const oneOf = (key: string, list: keyof typeof lists): Fields => (idsOf(list).length > 0 ? {[key]: one(list)} : {});
  const view = record({}, {title: text, subtitle: text});
  const claims = some('claims');

  return record(
    {
      schemaVersion: fc.constantFrom('1.0', '1.7', '1.99'),
      id,
      revision: fc.oneof(whole(1, 9), whole(1, 1_000_000)),
      lang: language,
      title: text,
      status: record({
        value: fc.constantFrom('planned', 'scheduled', 'under-way', 'ended', 'postponed', 'cancelled'),
        claims,
      }),
      actors: entries(lists.actors, () =>
        record(
          {role: fc.constantFrom('principal', 'principal', 'third-party', 'source'), name: text},
          {
            kind: fc.constantFrom('person', 'government', 'state', 'group', 'institution', 'media', 'publication'),
            shortName: text,
            office: text,
            country: text,
            wikidata,
            speaksFor: one('actors'),
          },
        ),
      ),
      topics: entries(lists.topics, () => record({label: text}, {claims})),
      claims: entries(lists.claims, () =>
        record(
          {
            text,
            by: some('actors'),
            certainty: fc.constantFrom('stated', 'reported', 'analysis', 'speculation'),
            refs:
              lists.sources.length > 0
                ? fc.array(
                    record(
                      {source: one('sources')},
                      {at: fc.oneof(text, fc.constantFrom('p3 s2', 'headline', 'deck', 'standfirst s1'))},
                    ),
                    {maxLength: 3},
                  )
                : fc.constant([]),
          },
          {about: some('actors'), asOf: date, disputedBy: some('actors')},
        ),
      ),
      positions: entries(lists.actors.length > 0 ? lists.positions : [], () =>
        record(
          {actor: one('actors'), label: text, claims},
          {
            ...oneOf('topic', 'topics'),
            regions: some('regions'),
            rank: fc.constant('primary'),
            stance: fc.constantFrom('seeks', 'rejects', 'supports', 'unclear'),
          },
        ),
      ),
      regions: entries(lists.regions, () =>
        record(
          {name: text},
          {
            native: record({name: text, lang: language}),
            code: placeCode,
            point,
            wikidata,
            shape: record({d: path, label: mapPoint}),
            refs: some('sources'),
          },
        ),
      ),
      facts: entries(lists.facts, () =>
        record(
          {question: fc.constantFrom('who', 'what', 'where', 'when', 'why-here', 'why', 'expect', 'follows')},
          {label: text, claims, items: ids(3).chain((ids) => entries(ids, () => record({label: text, claims})))},
        ),
      ),
      sources: entries(lists.sources, () =>
        record(
          {role: fc.constantFrom('reporting', 'reference'), title: text},
          {shortTitle: text, note: text, license: text, url, date},
        ),
      ),
      changes: fc.array(
        record(
          {kind: fc.constantFrom('correction', 'update', 'superseded', 'withdrawal'), date, text},
          {
            targets: fc.uniqueArray(lists.claims.length > 0 ? fc.oneof(one('claims'), id) : id, {maxLength: 3}),
            revision: whole(1, 99),
          },
        ),
        {maxLength: 3},
      ),
    },
    {
      $schema: fc.constant('https://example.org/summit.schema.json'),
      views: record({}, {comparison: view, regions: view, facts: view}),
      when: record({start: date}, {end: date}).map(({start, end}) =>
        end !== undefined && isBefore(end, start) ? {start: end, end: start} : {start, ...(end !== undefined && {end})},
      ),
      asOf: record({}, {date, note: text}),
      reviewBy: date,
      hash: fc.string({unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: 12, maxLength: 12}),
      translations: fc.uniqueArray(
        record({
          lang: language,
          src: fc.oneof(url, fc.constantFrom('talks.de.json', './a/b.json', '/a.json?b:c', '../x%20y')),
        }),
        {selector: ({lang}) => lang, maxLength: 2},
      ),
      venue: record({name: text}, {code: placeCode, point, refs: some('sources')}),
      ...(lists.constraints && {
        constraints: entries(lists.constraints, () => record({label: text, claims}, oneOf('actor', 'actors'))),
      }),
      map: record(
        {
          viewBox: fc.tuple(whole(-100, 100), whole(-100, 100), whole(1, 2000), whole(1, 2000)),
          land: fc.array(record({name: text, d: path}, {label: mapPoint}), {maxLength: 3}),
          basis: text,
          credit: text,
        },
        {refs: some('sources')},
      ),
    },
  ).map(({reviewBy, ...summit}) =>
    // A review needs a day of the last one.
    reviewBy !== undefined && (summit.asOf?.date || summit.changes.length > 0) ? {...summit, reviewBy} : summit,
  );
});
