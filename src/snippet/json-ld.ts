import type {Change, Summit} from '../data/summit.js';

/** schema.org types by kind of actor. */
const TYPES: Readonly<Record<NonNullable<Summit['actors'][number]['kind']>, string>> = {
  person: 'Person',
  government: 'GovernmentOrganization',
  state: 'Country',
  group: 'Organization',
  institution: 'Organization',
  media: 'NewsMediaOrganization',
  publication: 'CreativeWork',
};

/** schema.org event status by status. A status without an equivalent is omitted. */
const STATUS: Readonly<Partial<Record<Summit['status']['value'], string>>> = {
  planned: 'EventScheduled',
  scheduled: 'EventScheduled',
  postponed: 'EventPostponed',
  cancelled: 'EventCancelled',
};

/**
 * Makes linked data about a box: its subject, sources and corrections. A meeting is an `Event` only if the data has its
 * first day. Claims aren't marked up as checked facts, because nobody has checked them.
 *
 * @param summit In the language of the box.
 * @param title Heading of the box.
 */
export function makeJsonLd(summit: Summit, lang: string, title: string): object {
  const {id, revision, hash, actors, when, venue, sources, changes, asOf, status, meetings, related} = summit;
  const state = STATUS[status.value];
  const meeting = {
    '@type': when ? 'Event' : 'Thing',
    name: summit.title,
    ...(when && {
      startDate: when.start,
      ...(when.end && {endDate: when.end}),
      ...(state && {eventStatus: `https://schema.org/${state}`}),
      ...(venue && {location: {'@type': 'Place', name: venue.name}}),
    }),
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    name: title,
    inLanguage: lang,
    identifier: `${id}@${String(revision)}`,
    version: [`${id}@${String(revision)}`, hash].filter(Boolean).join(' '),
    ...(asOf?.date && {dateModified: asOf.date}),
    about: [
      meeting,
      ...actors
        .filter(({role}) => role !== 'source')
        .map(({kind, name, wikidata}) => ({'@type': kind ? TYPES[kind] : 'Thing', name, ...sameAs(wikidata)})),
      ...(meetings ?? []).map(({label, place, start, end}) => ({
        '@type': 'Event',
        name: label ?? summit.title,
        startDate: start,
        ...(end && {endDate: end}),
        location: {'@type': 'Place', name: place},
      })),
      ...(related ?? []).map(({title: name, url}) => ({'@type': 'Thing', name, url})),
      ...summit.regions.map(({name, wikidata}) => ({'@type': 'Place', name, ...sameAs(wikidata)})),
    ],
    citation: sources
      .filter(({role}) => role === 'reporting')
      .map(({title: name, url, date, publisher}) => ({
        '@type': 'CreativeWork',
        name,
        ...(url && {url}),
        ...(date && {datePublished: date}),
        ...(publisher && {publisher: {'@type': 'Organization', name: publisher}}),
      })),
    ...logOf('correction', 'CorrectionComment', changes.filter(isCorrection)),
    // News and what events have overtaken are no corrections.
    ...logOf(
      'comment',
      'Comment',
      changes.filter((change) => !isCorrection(change)),
    ),
  };
}

/**
 * Writes the data as a script element. Escapes characters that could end the element or start a comment, and the two
 * line separators of Unicode: JSON allows them, but hosts that split lines, or copy the data into a script, treat them
 * as line ends.
 */
export function writeJsonLd(data: object): string {
  const escape = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `<script type="application/ld+json">${JSON.stringify(data).replace(/[<\u2028\u2029]/g, escape)}</script>`;
}

function isCorrection({kind}: Change): boolean {
  return kind === 'correction' || kind === 'withdrawal';
}

function logOf(property: string, type: string, changes: readonly Change[]): object {
  const entries = changes.map(({date, text}) => ({'@type': type, text, datePublished: date}));
  return entries.length > 0 ? {[property]: entries} : {};
}

function sameAs(wikidata: string | undefined): object {
  return wikidata ? {sameAs: `https://www.wikidata.org/entity/${wikidata}`} : {};
}
