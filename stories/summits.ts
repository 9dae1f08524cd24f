import type {Claim, Summit} from '../src/data/summit.js';
import {makeChange, makeClaim, makeSummit} from '../test/support/make-summit.js';

/** 300 letters: more than any headline bears, and it must still wrap. */
const longName = `${'Ada Wilhelmina '.repeat(19)}Northfield-Vale`;

export const withLongName = makeSummit({
  actors: makeSummit().actors.map((actor) =>
    actor.id === 'northfield' ? {...actor, name: longName, shortName: undefined} : actor,
  ),
  regions: makeSummit().regions.map((region) => ({...region, name: longName})),
  facts: makeSummit().facts.map((fact) => (fact.question === 'who' ? {...fact, label: longName} : fact)),
});

/** German data: compounds that no column is made for, and quotation marks of another kind. */
export const inGerman = makeSummit({
  lang: 'de',
  title: 'Die Verrasee-Gespräche',
  asOf: {date: '2031-05-02', note: 'Staaten, Personen und Orte sind erfunden.'},
  venue: {name: 'Verrainsel'},
  actors: [
    {
      id: 'northfield',
      kind: 'person',
      role: 'principal',
      name: 'Ada Nordfeld-Grafenbergerhausen',
      shortName: 'Nordfeld-Grafenbergerhausen',
      office: 'Wasserwirtschaftsverwaltungsratsvorsitzende',
    },
    {
      id: 'southwell',
      kind: 'person',
      role: 'principal',
      name: 'Bruno Südquell',
      shortName: 'Südquell',
      office: 'Regierungschef der Sudmark',
    },
    {
      id: 'fishers',
      kind: 'group',
      role: 'third-party',
      name: 'Binnenfischereigenossenschaftsverband',
    },
    {id: 'article', kind: 'publication', role: 'source', name: 'Der Artikel selbst', shortName: 'der Artikel'},
  ],
  topics: [
    {id: 'water', label: 'Grundwasserentnahmemengenbegrenzung', claims: ['level-falling']},
    {id: 'ferry', label: 'Fährverbindungswiederaufnahme'},
  ],
  claims: [
    makeClaim('meeting-set', 'Nordfeld-Grafenbergerhausen und Südquell wollen sich im Mai auf der Verrainsel treffen.'),
    makeClaim('level-falling', 'Der Wasserspiegel des Sees sinkt seit drei Jahren.', {at: 'p1 s2'}),
    makeClaim('north-quota', 'Beide Staaten sollen die Wasserentnahmehöchstmengen senken.', {
      by: ['northfield'],
      certainty: 'stated',
      at: 'p2 s1',
    }),
    makeClaim('south-harvest', 'Die Ernte braucht das Wasser des Sees.', {by: ['southwell'], certainty: 'stated'}),
    makeClaim('fishers-support', 'Der Verband fordert seit Jahren eine tägliche Fähre.', {
      by: ['fishers'],
      at: 'p3 s2',
    }),
  ],
  positions: [
    {
      id: 'aim-north',
      actor: 'northfield',
      rank: 'primary',
      topic: 'water',
      stance: 'seeks',
      label: 'Wasserspiegelabsenkungsbegrenzung durchsetzen',
      claims: ['north-quota'],
    },
    {
      id: 'aim-south',
      actor: 'southwell',
      rank: 'primary',
      topic: 'water',
      stance: 'seeks',
      label: 'Wasser für die Ernte sichern',
      claims: ['south-harvest'],
    },
    {
      id: 'ferry-fishers',
      actor: 'fishers',
      topic: 'ferry',
      stance: 'supports',
      label: 'Unterstützt die Fährverbindungswiederaufnahme',
      claims: ['fishers-support'],
    },
    {
      id: 'bay-south',
      actor: 'southwell',
      regions: ['reed-bay'],
      stance: 'rejects',
      label: 'Lehnt Landschaftsschutzgebietsverordnungen für diese Bucht ab',
      claims: ['south-harvest'],
    },
  ],
  constraints: [{id: 'held-by-drought', label: 'Der sinkende Wasserspiegel', claims: ['level-falling']}],
  regions: makeSummit().regions.map((region) => ({
    ...region,
    name: 'Schilfrohrbuchtuferlandschaft',
    native: undefined,
  })),
  facts: [
    {id: 'who', question: 'who', label: 'Ada Nordfeld-Grafenbergerhausen und Bruno Südquell', claims: ['meeting-set']},
    {
      id: 'follows',
      question: 'follows',
      items: [
        {id: 'farms', label: 'Landwirtschaftsbewässerungsgenossenschaften', claims: ['south-harvest']},
        {id: 'birds', label: 'Wasservogelbrutgebietsschutzmaßnahmen', claims: ['south-harvest']},
      ],
    },
  ],
  map: {
    viewBox: [0, 0, 400, 260],
    land: [{name: 'Verrasee', d: 'M20 60l90 -40 150 10 110 70 -20 90 -130 50 -140 -20 -50 -70z', label: [280, 190]}],
    basis: 'Umriss eines erfundenen Sees.',
    credit: 'für dieses Beispiel gezeichnet',
  },
  sources: [{id: 'courier', role: 'reporting', title: 'Zwei Regierungen und ein See', date: '2031-05-02'}],
});

/** A statement that was corrected, one that was brought up to date, and one that was taken back. */
export const withCorrections = makeSummit({
  revision: 4,
  changes: [
    makeChange(
      'correction',
      'An earlier version said that one state alone is to draw less water. Both are.',
      'north-quota',
    ),
    makeChange('update', 'The meeting now has a day and a place.', 'meeting-set'),
    makeChange('withdrawal', 'The source no longer says that the ferry is to sail every day.', 'north-ferry'),
    makeChange('withdrawal', 'A statement about the ferry’s price was taken back: the source does not give one.'),
  ],
});

/** The edition that follows the default one: one statement says something else. */
export const laterEdition = makeSummit({
  revision: 2,
  claims: makeSummit().claims.map((claim) =>
    claim.id === 'north-quota' ? {...claim, text: 'Northfield wants both states to draw a third less water.'} : claim,
  ),
  changes: [{...makeChange('update', 'It did not say how much less.', 'north-quota'), revision: 2}],
});

/** Data that were to be gone over by a day that has passed. */
export const overdue = makeSummit({reviewBy: '2020-06-30'});

/** Days of the meeting, the day of the data, and a day for a single statement. */
export const withDates = makeSummit({
  claims: makeSummit().claims.map((claim) => (claim.id === 'level-falling' ? {...claim, asOf: '2031-04'} : claim)),
});

function withStatus(value: Summit['status']['value'], text: string, when?: Summit['when']): Summit {
  return makeSummit({
    status: {value, claims: ['status-now']},
    when,
    claims: [...makeSummit().claims, makeClaim('status-now', text, {at: 'headline'})],
  });
}

export const ended = withStatus('ended', 'The talks on Verra Island are over.', {
  start: '2031-05-12',
  end: '2031-05-13',
});
export const postponed = withStatus('postponed', 'The talks are put off; no new date is given.');
export const cancelled = withStatus('cancelled', 'The talks will not take place.');

/** The claims without those whose views are gone: a claim that no view shows is a loose end of the ledger. */
function withoutClaims(...gone: readonly string[]): Summit['claims'] {
  return makeSummit().claims.filter(({id}) => !gone.includes(id));
}

/** Topics on which no side has said anything, and no aim that would stand in for a position. */
export const withGapsOnly = makeSummit({
  topics: makeSummit().topics.map((topic) => ({...topic, claims: ['level-falling']})),
  positions: makeSummit().positions.filter(({regions}) => regions),
  claims: withoutClaims('north-ferry', 'fishers-support', 'south-may-wait'),
});

export const withoutMainAims = makeSummit({positions: makeSummit().positions.filter(({rank}) => !rank)});

/** A statement that one side disputes. */
export const withDispute = makeSummit({
  claims: makeSummit().claims.map((claim): Claim =>
    claim.id === 'level-falling' ? {...claim, disputedBy: ['southwell']} : claim,
  ),
});

const [reedBay] = makeSummit().regions;

/** Three places and nothing that is said of all of them. */
export const withRegionsOfTheirOwn = makeSummit({
  regions: [
    ...(reedBay ? [reedBay] : []),
    {id: 'north-quay', name: 'North Quay', shape: {d: 'M100 30l60 -8 10 34 -56 14z', label: [135, 44]}},
    {id: 'mill-point', name: 'Mill Point', shape: {d: 'M290 90l60 20 -8 50 -56 -16z', label: [318, 126]}},
  ],
  positions: [
    ...makeSummit().positions,
    {
      id: 'quay-fishers',
      actor: 'fishers',
      regions: ['north-quay'],
      stance: 'supports',
      label: 'Support a landing for the ferry here',
      claims: ['fishers-support'],
    },
  ],
});

export const withoutRegions = makeSummit({
  regions: [],
  map: undefined,
  positions: makeSummit().positions.filter(({regions}) => !regions),
  claims: withoutClaims('bay-shallow'),
});

/** A file with two slips that editors make: a misspelt status and an empty name. */
export const broken: unknown = {
  ...makeSummit(),
  status: {value: 'planed', claims: ['meeting-set']},
  venue: {name: ''},
};
