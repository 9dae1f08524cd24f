/**
 * The one definition of a summit file. From it come the TypeScript type (`summit.ts`), the check of unknown data
 * (`parse-summit.ts`) and the JSON Schema for editors' programs (`dist/schema/summit.schema.json`).
 *
 * Unknown keys pass: a file written for a later 1.x still shows. References between entries are not a matter of
 * shape; `check-references.ts` follows them.
 */
import * as v from 'valibot';
import type {Issue} from './issue.js';

const text = v.pipe(v.string(), v.regex(/\S/, 'must not be empty'), v.maxLength(2000));

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters and digits, with single hyphens between words'),
  v.maxLength(80),
  v.description('Name of the entry for references: lower-case letters, digits and hyphens. Never shown.'),
);

const ids = v.array(id);

const claimIds = v.pipe(ids, v.description('Ids of the claims that bear this out. Without any, nobody vouches for it.'));

const sourceIds = v.pipe(ids, v.description('Ids of the sources of codes, native names and coordinates.'));

const language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, 'must be a language tag such as "en" or "pt-BR"'),
  v.description('BCP 47 language tag, such as "en", "uk" or "pt-BR".'),
);

const url = v.pipe(
  v.string(),
  v.regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/]/, 'must start with http:// or https://'),
  v.maxLength(2000),
  v.description('Address, http or https only.'),
);

const date = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    'must be a day, a month or a year: 2025-08-15, 2025-08 or 2025',
  ),
  v.description('A day, a month or a year: 2025-08-15, 2025-08 or 2025. As exact as the source is, no more.'),
);

const placeCode = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}(?:-[A-Z\d]{1,3})?$/, 'must be an ISO 3166 code such as "UA-14" or "UA"'),
  v.description('ISO 3166-2 code, or ISO 3166-1 alpha-2 for a country.'),
);

const longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const point = v.pipe(
  v.tuple([longitude, latitude]),
  v.description('Longitude and latitude in degrees, WGS 84, east and north positive.'),
);

const mapPoint = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.description('Where the number or name stands, in units of the map’s viewBox.'),
);

const path = v.pipe(
  v.string(),
  v.regex(/^[MmLlHhVvZz\d\s,.+-]+$/, 'must be an SVG path of straight lines (commands M, L, H, V and Z)'),
  v.description('SVG path of straight lines, in units of the map’s viewBox.'),
);

const certainty = v.pipe(
  v.picklist(['stated', 'reported', 'analysis', 'speculation']),
  v.description(
    'stated: the speaker’s own words or formal position. reported: relayed as fact by the source. ' +
      'analysis: the source’s own reading. speculation: said to be possible, no more.',
  ),
);

const stance = v.pipe(
  v.picklist(['seeks', 'rejects', 'supports', 'unclear']),
  v.description('What the actor does about it. Without it no mark is shown.'),
);

const view = v.object({
  title: v.pipe(v.optional(text), v.description('Heading of the box. Without it the summit’s title.')),
  subtitle: v.pipe(v.optional(text), v.description('One line under the heading.')),
});

const actor = v.object({
  id,
  kind: v.pipe(
    v.optional(v.picklist(['person', 'government', 'state', 'group', 'institution', 'media', 'publication'])),
    v.description('What it is. A publication is named last among those who speak: it is the source itself.'),
  ),
  role: v.pipe(
    v.picklist(['principal', 'third-party', 'source']),
    v.description(
      'principal: sits at the table and gets a column. third-party: has positions without a column. ' +
        'source: only speaks in claims.',
    ),
  ),
  name: v.pipe(text, v.description('Full name, as at the head of a column.')),
  shortName: v.pipe(v.optional(text), v.description('Name inside a line, such as “the Kremlin”. Without it the full name.')),
  office: v.pipe(v.optional(text), v.description('Office or role, shown with the full name.')),
  speaksFor: v.pipe(v.optional(id), v.description('Id of the actor it speaks for.')),
  country: v.pipe(v.optional(text), v.description('ISO 3166-1 alpha-2 code.')),
  wikidata: v.pipe(v.optional(v.pipe(v.string(), v.regex(/^Q\d+$/))), v.description('Wikidata item.')),
});

const topic = v.object({
  id,
  label: text,
  claims: v.optional(claimIds),
});

const ref = v.object({
  source: v.pipe(id, v.description('Id of the source.')),
  at: v.pipe(
    v.optional(text),
    v.description(
      'Place in it. “p3 s2” is paragraph 3, sentence 2; “headline”, “deck” and “standfirst s1” are known too; ' +
        'anything else is shown as it stands.',
    ),
  ),
});

const claim = v.object({
  id,
  text: v.pipe(text, v.description('One statement, in one or two sentences. Plain text.')),
  by: v.pipe(ids, v.description('Ids of the actors who assert it.')),
  certainty,
  about: v.pipe(v.optional(ids), v.description('Ids of the actors it is about.')),
  refs: v.pipe(v.array(ref), v.description('Where it was read.')),
  asOf: v.optional(date),
  disputedBy: v.pipe(v.optional(ids), v.description('Ids of the actors who dispute it.')),
});

const position = v.object({
  id,
  actor: v.pipe(id, v.description('Id of the actor whose position it is.')),
  topic: v.pipe(v.optional(id), v.description('Id of the topic it is about. A position has a topic or regions.')),
  regions: v.pipe(v.optional(ids), v.description('Ids of the regions it is about: a claim to them or an answer.')),
  rank: v.pipe(
    v.optional(v.literal('primary')),
    v.description('primary: the actor’s main aim, shown at the head of the comparison.'),
  ),
  stance: v.optional(stance),
  label: v.pipe(text, v.description('The position in one short line.')),
  claims: claimIds,
});

const constraint = v.object({
  id,
  actor: v.pipe(v.optional(id), v.description('Id of the actor it holds back. Without it, the talks as a whole.')),
  label: text,
  claims: claimIds,
});

const region = v.object({
  id,
  name: text,
  native: v.pipe(
    v.optional(v.object({name: text, lang: language})),
    v.description('Name in the language of the place.'),
  ),
  code: v.optional(placeCode),
  point: v.optional(point),
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q\d+$/))),
  shape: v.pipe(v.optional(v.object({d: path, label: mapPoint})), v.description('Outline on the map.')),
  refs: v.optional(sourceIds),
});

const item = v.object({id, label: text, claims: claimIds});

const fact = v.object({
  id,
  question: v.pipe(
    v.picklist(['who', 'what', 'where', 'when', 'why-here', 'why', 'expect', 'follows']),
    v.description('The question it answers.'),
  ),
  label: v.pipe(v.optional(text), v.description('The answer in one line. May be left out where a list answers.')),
  claims: v.optional(claimIds),
  items: v.pipe(v.optional(v.array(item)), v.description('The answer’s parts, each with claims of its own.')),
});

const source = v.object({
  id,
  role: v.pipe(
    v.picklist(['reporting', 'reference']),
    v.description('reporting: what the claims were read in. reference: codes, names and coordinates.'),
  ),
  title: text,
  shortTitle: v.pipe(v.optional(text), v.description('Name beside a place, where there are several sources.')),
  note: v.optional(text),
  license: v.optional(text),
  url: v.optional(url),
  date: v.optional(date),
});

const change = v.object({
  kind: v.picklist(['correction', 'update', 'withdrawal']),
  date,
  text: v.pipe(text, v.description('What it said before and what it says now, in one or two sentences.')),
  targets: v.pipe(v.optional(ids), v.description('Ids of the changed claims.')),
});

const map = v.object({
  viewBox: v.pipe(
    v.tuple([v.number(), v.number(), v.number(), v.number()]),
    v.description('Left, top, width and height of the drawing, in its own units.'),
  ),
  land: v.pipe(
    v.array(v.object({name: text, d: path, label: v.optional(mapPoint)})),
    v.description('Outlines under the regions, with their names.'),
  ),
  basis: v.pipe(text, v.description('Which borders are drawn, and on what ground.')),
  credit: v.pipe(text, v.description('Whom the geometry is from.')),
  refs: v.optional(sourceIds),
});

export const summitSchema = v.object({
  $schema: v.optional(v.string()),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/, 'must be a 1.x version such as "1.0"')),
  id,
  revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.description('1 for the first edition, one more for each later.')),
  lang: language,
  title: v.pipe(text, v.description('Name of the summit, such as “The Alaska summit”.')),
  views: v.pipe(
    v.optional(v.object({comparison: v.optional(view), regions: v.optional(view), facts: v.optional(view)})),
    v.description('Headings of the three boxes.'),
  ),
  status: v.object({
    value: v.picklist(['planned', 'scheduled', 'under-way', 'ended', 'postponed', 'cancelled']),
    claims: claimIds,
  }),
  when: v.pipe(
    v.optional(v.object({start: date, end: v.optional(date)})),
    v.description('Days of the summit. Without it the boxes say “date not given”.'),
  ),
  asOf: v.pipe(
    v.optional(v.object({date: v.optional(date), note: v.optional(text)})),
    v.description('What the data say of their own date.'),
  ),
  venue: v.optional(
    v.object({name: text, code: v.optional(placeCode), point: v.optional(point), refs: v.optional(sourceIds)}),
  ),
  actors: v.array(actor),
  topics: v.array(topic),
  claims: v.array(claim),
  positions: v.array(position),
  constraints: v.pipe(v.optional(v.array(constraint)), v.description('What holds the sides back.')),
  regions: v.array(region),
  facts: v.array(fact),
  map: v.optional(map),
  sources: v.array(source),
  changes: v.array(change),
});

/** What `summitSchema` lets through. */
export type SummitShape = v.InferOutput<typeof summitSchema>;

/** Whether the input has the shape of a summit; if not, every issue with its place. Never throws. */
export function checkShape(input: unknown): {readonly summit: SummitShape} | {readonly issues: readonly Issue[]} {
  const result = v.safeParse(summitSchema, input);
  if (result.success) return {summit: result.output};
  return {
    issues: result.issues.map((issue) => ({
      path: (issue.path ?? []).reduce(
        (place, step) =>
          place +
          (typeof step.key === 'number' ? `[${String(step.key)}]` : (place && '.') + String(step.key)),
        '',
      ),
      message: issue.message,
    })),
  };
}
