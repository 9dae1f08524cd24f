/**
 * The one definition of a summit file. From it come the TypeScript type (`summit.ts`), the check of unknown data
 * (`parse-summit.ts`) and the JSON Schema for editors' programs (`dist/schema/summit.schema.json`).
 *
 * Unknown keys pass: a file written for a later 1.x still shows; `check-unknown-keys.ts` names them. References between
 * entries are not a matter of shape; `check-references.ts` follows them.
 */
import * as v from 'valibot';
import {
  actorId,
  actorIds,
  claimIds,
  codeText,
  date,
  fileAddress,
  formerIds,
  id,
  language,
  mapPoint,
  originalText,
  ownLanguageText,
  path,
  placeCode,
  point,
  regionIds,
  relatedClaimIds,
  revision,
  sourceId,
  sourceIds,
  topicId,
  translatedText,
  url,
  viewBox,
  wikidata,
  type FieldMetadata,
} from './schema-parts.js';

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
  title: v.pipe(v.optional(translatedText), v.description('Heading of the box. Without it the summit’s title.')),
  subtitle: v.pipe(v.optional(translatedText), v.description('One line under the heading.')),
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
  name: v.pipe(translatedText, v.description('Full name, as at the head of a column.'), v.examples(['The Kremlin'])),
  shortName: v.pipe(
    v.optional(translatedText),
    v.description('Name inside a line. Without it the full name.'),
    v.examples(['the Kremlin']),
  ),
  office: v.pipe(
    v.optional(translatedText),
    v.description('Office or role, shown with the full name.'),
    v.examples(['President of Ukraine']),
  ),
  speaksFor: v.pipe(v.optional(actorId), v.description('Id of the actor it speaks for.')),
  country: v.pipe(v.optional(codeText), v.description('ISO 3166-1 alpha-2 code.'), v.examples(['UA'])),
  wikidata: v.optional(wikidata),
});

const topic = v.object({
  id,
  label: v.pipe(
    translatedText,
    v.description('Name of the topic, at the head of its row.'),
    v.examples(['Ending the war']),
  ),
  claims: v.optional(relatedClaimIds),
});

const ref = v.object({
  source: v.pipe(sourceId, v.description('Id of the source.')),
  at: v.pipe(
    v.optional(codeText),
    v.description(
      'Place in it. “p3 s2” is paragraph 3, sentence 2; “headline”, “deck” and “standfirst s1” are known too; ' +
        'anything else is shown as it stands.',
    ),
    v.examples(['p3 s2', 'headline']),
  ),
});

const claim = v.object({
  id: v.pipe(id, v.metadata({change: false} satisfies FieldMetadata)),
  text: v.pipe(
    translatedText,
    v.metadata({change: 'text', isLogged: true} satisfies FieldMetadata),
    v.description('One statement, in one or two sentences. Plain text.'),
  ),
  by: v.pipe(
    actorIds,
    v.metadata({change: 'who says it'} satisfies FieldMetadata),
    v.description('Ids of the actors who assert it.'),
  ),
  certainty: v.pipe(certainty, v.metadata({change: 'how certain it is'} satisfies FieldMetadata)),
  about: v.pipe(
    v.optional(actorIds),
    v.metadata({change: false} satisfies FieldMetadata),
    v.description('Ids of the actors it is about.'),
  ),
  refs: v.pipe(
    v.array(ref),
    v.metadata({change: 'where it was read'} satisfies FieldMetadata),
    v.description('Where it was read.'),
  ),
  asOf: v.pipe(
    v.optional(date),
    v.metadata({change: 'its date'} satisfies FieldMetadata),
    v.description('When it held, where that differs from the summit’s own date.'),
  ),
  disputedBy: v.pipe(
    v.optional(actorIds),
    v.metadata({change: 'who disputes it'} satisfies FieldMetadata),
    v.description('Ids of the actors who dispute it.'),
  ),
});

const position = v.object({
  id,
  actor: v.pipe(actorId, v.description('Id of the actor whose position it is.')),
  topic: v.pipe(v.optional(topicId), v.description('Id of the topic it is about. A position has a topic or regions.')),
  regions: v.pipe(
    v.optional(regionIds),
    v.description('Ids of the regions it is about: a claim to them or an answer.'),
  ),
  rank: v.pipe(
    v.optional(v.literal('primary')),
    v.description('primary: the actor’s main aim, shown at the head of the comparison.'),
  ),
  stance: v.optional(stance),
  label: v.pipe(translatedText, v.description('The position in one short line.')),
  claims: claimIds,
});

const constraint = v.object({
  id,
  actor: v.pipe(v.optional(actorId), v.description('Id of the actor it holds back. Without it, the talks as a whole.')),
  label: v.pipe(translatedText, v.description('What holds it back, in one short line.')),
  claims: claimIds,
});

const region = v.object({
  id,
  name: v.pipe(translatedText, v.description('Name in the language of the file.')),
  native: v.pipe(
    v.optional(v.object({name: v.pipe(ownLanguageText, v.description('The name itself.')), lang: language})),
    v.description('Name in the language of the place.'),
  ),
  code: v.optional(placeCode),
  point: v.optional(point),
  wikidata: v.optional(wikidata),
  shape: v.pipe(v.optional(v.object({d: path, label: mapPoint})), v.description('Outline on the map.')),
  refs: v.optional(sourceIds),
});

const item = v.object({
  id,
  label: v.pipe(translatedText, v.description('This part of the answer in one line.')),
  claims: claimIds,
});

const fact = v.object({
  id,
  question: v.pipe(
    v.picklist(['who', 'what', 'where', 'when', 'why-here', 'why', 'expect', 'follows']),
    v.description('The question it answers.'),
  ),
  label: v.pipe(
    v.optional(translatedText),
    v.description('The answer in one line. May be left out where a list answers.'),
  ),
  claims: v.optional(claimIds),
  items: v.pipe(
    v.optional(v.array(v.pipe(item, v.metadata({noun: 'part of this answer'} satisfies FieldMetadata)))),
    v.description('The answer’s parts, each with claims of its own.'),
  ),
});

const source = v.object({
  id,
  role: v.pipe(
    v.picklist(['reporting', 'reference']),
    v.description('reporting: what the claims were read in. reference: codes, names and coordinates.'),
  ),
  title: v.pipe(originalText, v.description('Title of the article, book or data set.')),
  shortTitle: v.pipe(v.optional(originalText), v.description('Name beside a place, where there are several sources.')),
  note: v.pipe(
    v.optional(translatedText),
    v.description('What a reader should know of it, such as that it has no date.'),
  ),
  license: v.pipe(v.optional(originalText), v.description('Its licence.'), v.examples(['CC0-1.0'])),
  url: v.optional(url),
  date: v.pipe(v.optional(date), v.description('When it was published.')),
});

const change = v.object({
  kind: v.pipe(
    v.picklist(['correction', 'update', 'withdrawal']),
    v.description(
      'correction: something was wrong. update: something is new. withdrawal: the targets are no longer shown, ' +
        'whether or not they still stand in claims.',
    ),
  ),
  date: v.pipe(date, v.description('When the data were changed.')),
  text: v.pipe(translatedText, v.description('What it said before and what it says now, in one or two sentences.')),
  targets: v.pipe(v.optional(formerIds), v.description('Ids of the changed claims.')),
  revision: v.pipe(v.optional(revision), v.description('The edition that the entry came with.')),
});

const translation = v.object({
  lang: language,
  src: v.pipe(
    fileAddress,
    v.description('Address of the translation file, http(s) or relative to this file.'),
    v.examples(['alaska-2025.de.json']),
  ),
});

const map = v.object({
  viewBox,
  land: v.pipe(
    v.array(
      v.object({
        name: v.pipe(translatedText, v.description('Name of the country.')),
        d: path,
        label: v.optional(mapPoint),
      }),
    ),
    v.description('Outlines under the regions, with their names.'),
  ),
  basis: v.pipe(translatedText, v.description('Which borders are drawn, and on what ground.')),
  credit: v.pipe(originalText, v.description('Whom the geometry is from.')),
  refs: v.optional(sourceIds),
});

export const summitSchema = v.object({
  $schema: v.pipe(
    v.optional(v.string()),
    v.metadata({text: 'code'} satisfies FieldMetadata),
    v.description('Address of this schema, for editors’ programs.'),
  ),
  schemaVersion: v.pipe(
    v.string(),
    v.metadata({text: 'code'} satisfies FieldMetadata),
    v.regex(/^1\.\d+$/, "must be a 1.x version such as '1.0'"),
    v.description('Version of the format that the file is written in.'),
    v.examples(['1.0']),
  ),
  id: v.pipe(
    id,
    v.description('Name of the summit for links and files; the same in every edition.'),
    v.examples(['alaska-2025']),
  ),
  revision: v.pipe(revision, v.description('1 for the first edition, one more for each later.')),
  lang: v.pipe(language, v.description('Language of the texts, as a BCP 47 tag.')),
  title: v.pipe(translatedText, v.description('Name of the summit.'), v.examples(['The Alaska summit'])),
  views: v.pipe(
    v.optional(
      v.object({
        comparison: v.pipe(v.optional(view), v.description('Of the goal comparison.')),
        regions: v.pipe(v.optional(view), v.description('Of the region list.')),
        facts: v.pipe(v.optional(view), v.description('Of the fact box.')),
      }),
    ),
    v.description('Headings of the three boxes.'),
  ),
  status: v.pipe(
    v.object({
      value: v.pipe(
        v.picklist(['planned', 'scheduled', 'under-way', 'ended', 'postponed', 'cancelled']),
        v.description('What is said of the summit; the clock alone never changes it.'),
      ),
      claims: claimIds,
    }),
    v.description('How far the summit has come.'),
  ),
  when: v.pipe(
    v.optional(
      v.object({
        start: v.pipe(date, v.description('First day.')),
        end: v.pipe(v.optional(date), v.description('Last day, where there are several.')),
      }),
    ),
    v.description('Days of the summit. Without it the boxes say “date not given”.'),
  ),
  asOf: v.pipe(
    v.optional(
      v.object({
        date: v.pipe(v.optional(date), v.description('When the data were read or last reviewed.')),
        note: v.pipe(
          v.optional(translatedText),
          v.description('What a reader should know of it, in one or two sentences.'),
        ),
      }),
    ),
    v.description('What the data say of their own date.'),
  ),
  reviewBy: v.pipe(
    v.optional(date),
    v.description('Past it the boxes say when the data were last reviewed. Needs asOf.date or an entry of changes.'),
  ),
  hash: v.pipe(
    v.optional(
      v.pipe(
        v.string(),
        v.metadata({text: 'code'} satisfies FieldMetadata),
        v.regex(/^[0-9a-f]{12}(?:[0-9a-f]{20})?$/, 'must be 32 hexadecimal digits; let the tools write it'),
      ),
    ),
    v.description(
      'Fingerprint of this edition: 32 hexadecimal digits, 12 in early files. Written by tools, never by hand.',
    ),
  ),
  translations: v.pipe(v.optional(v.array(translation)), v.description('Where the texts are in other languages.')),
  venue: v.pipe(
    v.optional(
      v.object({
        name: v.pipe(translatedText, v.description('Name of the place.'), v.examples(['Anchorage, Alaska'])),
        code: v.optional(placeCode),
        point: v.optional(point),
        refs: v.optional(sourceIds),
      }),
    ),
    v.description('Where it is held.'),
  ),
  actors: v.pipe(
    v.array(v.pipe(actor, v.metadata({noun: 'actor'} satisfies FieldMetadata))),
    v.description('Who takes part, has a position or speaks; the sides in the order of their columns.'),
  ),
  topics: v.pipe(
    v.array(v.pipe(topic, v.metadata({noun: 'topic'} satisfies FieldMetadata))),
    v.description('What the talks are about, in the order of the rows.'),
  ),
  claims: v.pipe(
    v.array(v.pipe(claim, v.metadata({noun: 'claim'} satisfies FieldMetadata))),
    v.description('The ledger: each statement once, with its speaker, certainty and source.'),
  ),
  positions: v.pipe(
    v.array(v.pipe(position, v.metadata({noun: 'position'} satisfies FieldMetadata))),
    v.description('What each actor wants, on a topic or about regions.'),
  ),
  constraints: v.pipe(
    v.optional(v.array(v.pipe(constraint, v.metadata({noun: 'constraint'} satisfies FieldMetadata)))),
    v.description('What holds the sides back.'),
  ),
  regions: v.pipe(
    v.array(v.pipe(region, v.metadata({noun: 'region'} satisfies FieldMetadata))),
    v.description('The places at stake.'),
  ),
  facts: v.pipe(
    v.array(v.pipe(fact, v.metadata({noun: 'fact'} satisfies FieldMetadata))),
    v.description('Answers to a reader’s questions.'),
  ),
  map: v.pipe(v.optional(map), v.description('Drawing of the land around the regions.')),
  sources: v.pipe(
    v.array(v.pipe(source, v.metadata({noun: 'source'} satisfies FieldMetadata))),
    v.description('What was read, and where codes, names and coordinates are from.'),
  ),
  changes: v.pipe(
    v.array(change),
    v.description('The log of corrections, oldest or newest first; empty in a first edition.'),
  ),
});

/** What `summitSchema` lets through. */
export type SummitShape = v.InferOutput<typeof summitSchema>;
