/**
 * The definition of a summit file. The TypeScript type (`summit.ts`), the validation (`parse-summit.ts`) and the JSON
 * Schema for editors (`dist/schema/summit.schema.json`) are derived from it.
 *
 * Unknown keys are allowed, so that a file for a later 1.x version still works; `check-unknown-keys.ts` reports them.
 * `check-references.ts` checks references between entries.
 */
import * as v from 'valibot';
import {
  actorId,
  actorIds,
  claimId,
  claimIds,
  codeText,
  date,
  fileAddress,
  formerIds,
  id,
  language,
  mapBox,
  mapLength,
  mapPoint,
  originalText,
  otherClaimIds,
  ownLanguageText,
  path,
  placeCode,
  point,
  positionId,
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
import {deadline, figure, meeting, outcome, relatedSummit, summitStatus} from './outcome-schema.js';

const certainty = v.pipe(
  v.picklist(['stated', 'reported', 'analysis', 'speculation']),
  v.description(
    'stated: the speaker’s own words or formal position. reported: relayed as fact by the source. ' +
      'analysis: the source’s own analysis. speculation: described only as possible.',
  ),
);

const stance = v.pipe(
  v.picklist(['seeks', 'rejects', 'supports', 'unclear', 'proposes', 'conditional']),
  v.description(
    'The actor’s stance on it. proposes: a mediator’s proposal, or a text to discuss. conditional: agreed to under the ' +
      'condition in `condition`. If omitted, no mark is shown.',
  ),
);

const view = v.object({
  title: v.pipe(v.optional(translatedText), v.description('Heading of the box. If omitted, the summit’s title.')),
  subtitle: v.pipe(v.optional(translatedText), v.description('One line under the heading.')),
});

const comparisonView = v.object({
  ...view.entries,
  clash: v.pipe(
    v.optional(claimId),
    v.description(
      'Id of the claim about a topic that says where the aims clash, shown under the aims. If omitted, the first claim of ' +
        'the first topic with an aim and a rejection.',
    ),
  ),
});

const actor = v.object({
  id,
  kind: v.pipe(
    v.optional(v.picklist(['person', 'government', 'state', 'group', 'institution', 'media', 'publication'])),
    v.description('Kind of actor. A publication is listed last among the speakers because it is the source itself.'),
  ),
  role: v.pipe(
    v.picklist(['principal', 'third-party', 'mediator', 'guarantor', 'observer', 'source']),
    v.description(
      'principal: takes part in the talks and has a column. third-party: has positions but no column; mediator, ' +
        'guarantor and observer are third parties with that role. source: only speaks in claims.',
    ),
  ),
  name: v.pipe(
    translatedText,
    v.description('Full name, shown as the heading of its column.'),
    v.examples(['The Kremlin']),
  ),
  shortName: v.pipe(
    v.optional(translatedText),
    v.description('Name used inside a sentence. If omitted, the full name.'),
    v.examples(['the Kremlin']),
  ),
  office: v.pipe(
    v.optional(translatedText),
    v.description('Office or title, shown with the full name.'),
    v.examples(['President of Ukraine']),
  ),
  speaksFor: v.pipe(
    v.optional(actorId),
    v.description('Id of the actor that this actor speaks for, shown after the name.'),
  ),
  country: v.pipe(v.optional(codeText), v.description('ISO 3166-1 alpha-2 code.'), v.examples(['UA'])),
  wikidata: v.optional(wikidata),
});

const topic = v.object({
  id,
  label: v.pipe(
    translatedText,
    v.description('Name of the topic, shown as the heading of its row.'),
    v.examples(['Ending the war']),
  ),
  claims: v.optional(relatedClaimIds),
  hideGaps: v.pipe(
    v.optional(v.boolean()),
    v.description('true: a side without a position on the topic is left out instead of being named as a gap.'),
  ),
});

const ref = v.object({
  source: v.pipe(sourceId, v.description('Id of the source.')),
  at: v.pipe(
    v.optional(codeText),
    v.description(
      'Place in the source. “p3 s2” is paragraph 3, sentence 2. “headline”, “deck” and “standfirst s1” are recognized too; ' +
        'any other text is shown unchanged.',
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
    v.optional(actorIds),
    v.metadata({change: 'who says it'} satisfies FieldMetadata),
    v.description('Ids of the actors who assert it. If omitted, the publishers of its sources assert it.'),
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
    v.description('Date that the statement refers to, if it differs from the summit’s date.'),
  ),
  disputedBy: v.pipe(
    v.optional(actorIds),
    v.metadata({change: 'who disputes it'} satisfies FieldMetadata),
    v.description('Ids of the actors who dispute it.'),
  ),
  quote: v.pipe(
    v.optional(
      v.object({
        text: v.pipe(ownLanguageText, v.description('The words in the original language, without quotation marks.')),
        lang: language,
        translator: v.pipe(v.optional(originalText), v.description('Who translated them, such as a news agency.')),
      }),
    ),
    v.metadata({change: 'its original words'} satisfies FieldMetadata),
    v.description('The original words, if the text translates or shortens them.'),
  ),
  anonymous: v.pipe(
    v.optional(translatedText),
    v.metadata({change: 'why the speaker is not named'} satisfies FieldMetadata),
    v.description('The reason that the source gives for not naming the speaker.'),
    v.examples(['because the talks are confidential']),
  ),
  conflictsWith: v.pipe(
    v.optional(otherClaimIds),
    v.metadata({change: 'what other sources say'} satisfies FieldMetadata),
    v.description('Ids of claims from other sources that can’t be true at the same time. Shown with this claim.'),
  ),
});

const position = v.object({
  id,
  actor: v.pipe(actorId, v.description('Id of the actor whose position it is.')),
  topic: v.pipe(
    v.optional(topicId),
    v.description('Id of the topic that the position is about. A position has a topic or regions.'),
  ),
  regions: v.pipe(
    v.optional(regionIds),
    v.description('Ids of the regions that the position is about, such as a claim to them or the answer to one.'),
  ),
  rank: v.pipe(
    v.optional(v.literal('primary')),
    v.description('primary: the actor’s main aim, shown at the top of the comparison.'),
  ),
  stance: v.optional(stance),
  condition: v.pipe(
    v.optional(translatedText),
    v.description('The condition of a conditional position, in words.'),
    v.examples(['if Congress approves']),
  ),
  asOf: v.pipe(v.optional(date), v.description('Date since which the actor has held the position.')),
  replaces: v.pipe(
    v.optional(positionId),
    v.description('Id of the actor’s earlier position, which is shown under this one.'),
  ),
  label: v.pipe(translatedText, v.description('The position in one short line.')),
  brief: v.pipe(
    v.optional(
      v.object({
        label: v.pipe(translatedText, v.description('The short label.')),
        claims: v.pipe(claimIds, v.description('Ids of those claims of the position that the short label tells.')),
      }),
    ),
    v.description('A shorter label, shown where a column is narrow. Opening the position shows the full label.'),
  ),
  claims: claimIds,
});

const constraint = v.object({
  id,
  actor: v.pipe(
    v.optional(actorId),
    v.description('Id of the actor that is constrained. If omitted, the talks as a whole.'),
  ),
  label: v.pipe(translatedText, v.description('The constraint in one short line.')),
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
  shape: v.pipe(
    v.optional(
      v.object({
        kind: v.pipe(
          v.optional(v.picklist(['area', 'line', 'point'])),
          v.description('How the path is drawn: filled, as a line, or as a dot at each point. If omitted, an area.'),
        ),
        d: path,
        label: mapPoint,
        room: v.pipe(
          v.optional(mapLength),
          v.description(
            'Width that is free for the name around `label`, in units of the map’s viewBox. If it is omitted or too small for the name, the map shows the number instead.',
          ),
        ),
      }),
    ),
    v.description('Its place on the map: an outline, a line or a dot.'),
  ),
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
    v.picklist([
      ...(['who', 'what', 'where', 'when', 'why-here', 'why', 'expect', 'follows'] as const),
      ...(['agreed', 'not-agreed', 'votes', 'money'] as const),
    ]),
    v.description(
      'The question it answers. The wording follows the status: expectations are in the past after the end.',
    ),
  ),
  label: v.pipe(
    v.optional(translatedText),
    v.description(
      'The answer in one line. Optional if `items` is given. Above items it is shown only if it has claims.',
    ),
  ),
  claims: v.optional(claimIds),
  items: v.pipe(
    v.optional(v.array(v.pipe(item, v.metadata({noun: 'part of this answer'} satisfies FieldMetadata)))),
    v.description('The parts of the answer, each with its own claims.'),
  ),
});

const source = v.object({
  id,
  role: v.pipe(
    v.picklist(['reporting', 'reference']),
    v.description('reporting: source of the claims. reference: source of codes, names and coordinates.'),
  ),
  title: v.pipe(originalText, v.description('Title of the article, book or data set.')),
  shortTitle: v.pipe(
    v.optional(originalText),
    v.description('Short name shown next to the place in the source, if there are several sources.'),
  ),
  publisher: v.pipe(
    v.optional(originalText),
    v.description('Who published it. Asserts the claims of the source that have no `by`.'),
    v.examples(['The Example Times']),
  ),
  note: v.pipe(
    v.optional(translatedText),
    v.description('A note about the source for readers, such as that it has no date.'),
  ),
  license: v.pipe(v.optional(originalText), v.description('Its licence.'), v.examples(['CC0-1.0'])),
  url: v.optional(url),
  date: v.pipe(v.optional(date), v.description('When it was published.')),
});

const change = v.object({
  kind: v.pipe(
    v.picklist(['correction', 'update', 'superseded', 'withdrawal']),
    v.description(
      'correction: something was wrong. update: something is new. superseded: something was true when it was said and ' +
        'has been overtaken since. withdrawal: the targets are no longer shown, whether or not `claims` still has them.',
    ),
  ),
  date: v.pipe(date, v.description('Date of the change to the data.')),
  text: v.pipe(translatedText, v.description('The old and the new statement, in one or two sentences.')),
  targets: v.pipe(v.optional(formerIds), v.description('Ids of the changed claims.')),
  revision: v.pipe(v.optional(revision), v.description('The revision that the entry was added in.')),
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
  neighbours: v.pipe(
    v.optional(
      v.array(
        v.object({
          name: v.pipe(v.optional(translatedText), v.description('Its name, shown at `label`.')),
          d: path,
          label: v.optional(mapPoint),
        }),
      ),
    ),
    v.description('Other countries in the drawing, in a quiet tone under the land. What they leave free is sea.'),
  ),
  seas: v.pipe(
    v.optional(v.array(v.object({name: v.pipe(translatedText, v.description('Name of the sea.')), label: mapPoint}))),
    v.description('Names of seas. With them or with `neighbours`, the background of the map is water.'),
  ),
  locator: v.pipe(
    v.optional(
      v.object({
        box: v.pipe(mapBox, v.description('Its place on the map, usually a corner.')),
        d: path,
        frame: v.pipe(mapBox, v.description('The part of the outline that the map shows.')),
      }),
    ),
    v.description('Small drawing of the whole land on the map, with the part that the map shows.'),
  ),
  scale: v.pipe(
    v.optional(
      v.object({
        km: v.pipe(
          v.number(),
          v.minValue(0.001),
          v.maxValue(40_000),
          v.metadata({isOutline: true} satisfies FieldMetadata),
          v.description('Length in kilometres.'),
          v.examples([200]),
        ),
        length: v.pipe(mapLength, v.description('Length in units of the map’s viewBox.')),
        start: v.pipe(mapPoint, v.description('Left end of the bar.')),
      }),
    ),
    v.description('Scale bar.'),
  ),
  basis: v.pipe(translatedText, v.description('Which borders are shown, and why.')),
  credit: v.pipe(originalText, v.description('Author or provider of the geometry.')),
  refs: v.optional(sourceIds),
});

export const summitSchema = v.object({
  $schema: v.pipe(
    v.optional(v.string()),
    v.metadata({text: 'code'} satisfies FieldMetadata),
    v.description('Address of this schema, for code editors.'),
  ),
  schemaVersion: v.pipe(
    v.string(),
    v.metadata({text: 'code'} satisfies FieldMetadata),
    v.regex(/^1\.\d+$/, "must be a 1.x version such as '1.0'"),
    v.description('Version of the file format.'),
    v.examples(['1.0']),
  ),
  id: v.pipe(
    id,
    v.description('Identifier of the summit in links and files. It never changes.'),
    v.examples(['alaska-2025']),
  ),
  revision: v.pipe(revision, v.description('1 for the first edition; add 1 for each later one.')),
  lang: v.pipe(language, v.description('Language of the texts, as a BCP 47 tag.')),
  title: v.pipe(translatedText, v.description('Name of the summit.'), v.examples(['The Alaska summit'])),
  views: v.pipe(
    v.optional(
      v.object({
        comparison: v.pipe(v.optional(comparisonView), v.description('Heading of the goal comparison, and the clash.')),
        regions: v.pipe(v.optional(view), v.description('Heading of the region list.')),
        facts: v.pipe(v.optional(view), v.description('Heading of the fact box.')),
      }),
    ),
    v.description('Headings of the three boxes.'),
  ),
  status: v.pipe(
    v.object({
      value: v.pipe(summitStatus, v.description('The reported status. It never changes automatically.')),
      claims: claimIds,
    }),
    v.description('Status of the summit.'),
  ),
  when: v.pipe(
    v.optional(
      v.object({
        start: v.pipe(date, v.description('First day.')),
        end: v.pipe(v.optional(date), v.description('Last day, if there are several.')),
      }),
    ),
    v.description('Days of the summit. If omitted, the boxes say “date not given”.'),
  ),
  asOf: v.pipe(
    v.optional(
      v.object({
        date: v.pipe(v.optional(date), v.description('Date when the data was collected or last reviewed.')),
        note: v.pipe(
          v.optional(translatedText),
          v.description('A note about the data’s date for readers, in one or two sentences.'),
        ),
      }),
    ),
    v.description('Date of the data.'),
  ),
  reviewBy: v.pipe(
    v.optional(date),
    v.description(
      'After this date the boxes say when the data was last reviewed. Needs asOf.date or an entry in changes.',
    ),
  ),
  hash: v.pipe(
    v.optional(
      v.pipe(
        v.string(),
        v.metadata({text: 'code'} satisfies FieldMetadata),
        v.regex(/^[0-9a-f]{12}(?:[0-9a-f]{20})?$/, 'must be 32 hexadecimal digits; remove it, the tools generate it'),
      ),
    ),
    v.description(
      'Fingerprint of this edition: 32 hexadecimal digits (12 in early files). Generated by tools; don’t edit it.',
    ),
  ),
  translations: v.pipe(v.optional(v.array(translation)), v.description('Translation files, one for each language.')),
  venue: v.pipe(
    v.optional(
      v.object({
        name: v.pipe(translatedText, v.description('Name of the place.'), v.examples(['Anchorage, Alaska'])),
        code: v.optional(placeCode),
        point: v.optional(point),
        refs: v.optional(sourceIds),
      }),
    ),
    v.description('Place of the summit.'),
  ),
  meetings: v.pipe(
    v.optional(v.array(v.pipe(meeting, v.metadata({noun: 'meeting'} satisfies FieldMetadata)))),
    v.description('Meetings, if there are several. They replace `when` and `venue` in the status line.'),
  ),
  deadlines: v.pipe(
    v.optional(v.array(v.pipe(deadline, v.metadata({noun: 'deadline'} satisfies FieldMetadata)))),
    v.description('Deadlines, in order.'),
  ),
  outcomes: v.pipe(
    v.optional(v.array(v.pipe(outcome, v.metadata({noun: 'outcome'} satisfies FieldMetadata)))),
    v.description('How it ended, for the whole summit and for topics.'),
  ),
  figures: v.pipe(
    v.optional(v.array(v.pipe(figure, v.metadata({noun: 'figure'} satisfies FieldMetadata)))),
    v.description('Votes, sums and counts.'),
  ),
  related: v.pipe(v.optional(v.array(relatedSummit)), v.description('Links to other summits.')),
  actors: v.pipe(
    v.array(v.pipe(actor, v.metadata({noun: 'actor'} satisfies FieldMetadata))),
    v.description(
      'Participants, actors with a position, and speakers. The order of the principals is the order of their columns.',
    ),
  ),
  topics: v.pipe(
    v.array(v.pipe(topic, v.metadata({noun: 'topic'} satisfies FieldMetadata))),
    v.description('Topics of the talks, in the order of the rows.'),
  ),
  claims: v.pipe(
    v.array(v.pipe(claim, v.metadata({noun: 'claim'} satisfies FieldMetadata))),
    v.description('The ledger: each statement once, with its speaker, certainty and source.'),
  ),
  positions: v.pipe(
    v.array(v.pipe(position, v.metadata({noun: 'position'} satisfies FieldMetadata))),
    v.description('Each actor’s goals, on a topic or about regions.'),
  ),
  constraints: v.pipe(
    v.optional(v.array(v.pipe(constraint, v.metadata({noun: 'constraint'} satisfies FieldMetadata)))),
    v.description('Constraints on the sides.'),
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
    v.description('Sources of the claims, and of codes, names and coordinates.'),
  ),
  changes: v.pipe(
    v.array(change),
    v.description('The log of corrections, in any order of dates; empty in a first edition.'),
  ),
});

/** The output type of `summitSchema`. */
export type SummitShape = v.InferOutput<typeof summitSchema>;
