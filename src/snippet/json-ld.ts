import type {Summit} from '../data/summit.js';

/** What schema.org calls each kind of actor. */
const TYPES: Readonly<Record<NonNullable<Summit['actors'][number]['kind']>, string>> = {
  person: 'Person',
  government: 'GovernmentOrganization',
  state: 'Country',
  group: 'Organization',
  institution: 'Organization',
  media: 'NewsMediaOrganization',
  publication: 'CreativeWork',
};

/** What schema.org calls each status. Of one that it has no word for, nothing is said. */
const STATUS: Readonly<Partial<Record<Summit['status']['value'], string>>> = {
  planned: 'EventScheduled',
  scheduled: 'EventScheduled',
  postponed: 'EventPostponed',
  cancelled: 'EventCancelled',
};

/**
 * Linked data about a box: what it is about, what it rests on, what was corrected. A meeting is an `Event` only if the
 * data give its first day; a claim is never marked up as one that was checked, for nobody here has.
 *
 * @param summit In the language of the box.
 * @param title Heading of the box.
 */
export function makeJsonLd(summit: Summit, lang: string, title: string): object {
  const {id, revision, hash, actors, when, venue, sources, changes, asOf, status} = summit;
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
      ...summit.regions.map(({name, wikidata}) => ({'@type': 'Place', name, ...sameAs(wikidata)})),
    ],
    citation: sources
      .filter(({role}) => role === 'reporting')
      .map(({title: name, url, date}) => ({
        '@type': 'CreativeWork',
        name,
        ...(url && {url}),
        ...(date && {datePublished: date}),
      })),
    ...(changes.length > 0 && {
      correction: changes.map(({date, text}) => ({'@type': 'CorrectionComment', text, datePublished: date})),
    }),
  };
}

/**
 * As text that can stand in a script element: nothing in it ends the element or begins a comment. The two line separators of
 * Unicode are written as references too: JSON may have them as they are, but hosts that cut lines, or put the data into a
 * script of their own, take them for line ends.
 */
export function writeJsonLd(data: object): string {
  const escape = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `<script type="application/ld+json">${JSON.stringify(data).replace(/[<\u2028\u2029]/g, escape)}</script>`;
}

function sameAs(wikidata: string | undefined): object {
  return wikidata ? {sameAs: `https://www.wikidata.org/entity/${wikidata}`} : {};
}
