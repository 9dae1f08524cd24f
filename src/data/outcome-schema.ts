/** The parts of a summit file that say how it went: meetings, deadlines, outcomes, figures. */
import * as v from 'valibot';
import {
  actorId,
  amount,
  claimIds,
  currency,
  date,
  id,
  moment,
  placeCode,
  topicId,
  translatedText,
  url,
  type FieldMetadata,
} from './schema-parts.js';

export const summitStatus = v.picklist(['planned', 'scheduled', 'under-way', 'ended', 'postponed', 'cancelled']);

export const outcome = v.object({
  id,
  topic: v.pipe(v.optional(topicId), v.description('Id of the topic. If omitted, the outcome of the whole summit.')),
  value: v.pipe(
    v.picklist(['agreed', 'partly', 'not-agreed', 'open', 'postponed']),
    v.description('partly: some of it was agreed. open: still being negotiated.'),
  ),
  label: v.pipe(translatedText, v.description('The outcome in one short line.')),
  claims: claimIds,
});

const figureItem = v.object({
  id,
  actor: v.pipe(v.optional(actorId), v.description('Id of the actor whose figure it is.')),
  label: v.pipe(v.optional(translatedText), v.description('What is counted. If omitted, the actor’s name.')),
  value: v.pipe(amount, v.description('The number, in the unit or the currency of the figure.')),
  condition: v.pipe(
    v.optional(translatedText),
    v.description('The condition of the amount, in words.'),
    v.examples(['if Congress approves']),
  ),
  claims: claimIds,
});

export const figure = v.object({
  id,
  topic: v.pipe(
    v.optional(topicId),
    v.description('Id of the topic, in whose row the comparison shows it. If omitted, the fact box shows it.'),
  ),
  label: v.pipe(translatedText, v.description('What the numbers are about.'), v.examples(['Votes on 2 October'])),
  unit: v.pipe(v.optional(translatedText), v.description('Unit after each number.'), v.examples(['votes', '%'])),
  currency: v.optional(currency),
  total: v.pipe(
    v.optional(
      v.object({
        label: v.pipe(translatedText, v.description('What the total is, such as the number of registered voters.')),
        value: v.pipe(amount, v.description('The number.')),
      }),
    ),
    v.description('The whole that the numbers are parts of. The bars are in proportion to it.'),
  ),
  items: v.pipe(
    v.array(v.pipe(figureItem, v.metadata({noun: 'item of this figure'} satisfies FieldMetadata))),
    v.description('The numbers. Sources that disagree have an item each.'),
  ),
});

export const meeting = v.object({
  id,
  label: v.pipe(v.optional(translatedText), v.description('Name of the meeting.'), v.examples(['Signing'])),
  place: v.pipe(translatedText, v.description('Name of the place.')),
  code: v.optional(placeCode),
  start: v.pipe(date, v.description('First day.')),
  end: v.pipe(v.optional(date), v.description('Last day, if there are several.')),
  status: v.pipe(v.optional(summitStatus), v.description('The reported status of the meeting.')),
  claims: claimIds,
});

export const deadline = v.object({
  id,
  label: v.pipe(translatedText, v.description('What is due, in one line.')),
  at: moment,
  zone: v.pipe(
    v.optional(translatedText),
    v.description('Time zone of `at`, in words.'),
    v.examples(['Kyiv time', 'GMT']),
  ),
  claims: claimIds,
});

export const relatedSummit = v.object({
  title: v.pipe(translatedText, v.description('Name of the other summit.')),
  url,
});
