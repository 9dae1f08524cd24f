import type {Change, Claim, Summit} from '../../src/data/summit.js';

/** The article that the invented summit was read in. */
const source = 'courier';

/**
 * A small, valid summit for tests and stories. Everything in it is made up: nobody will take it for news.
 *
 * It has one of each thing a box shows: two principals with main aims, a third party, a topic where the second side
 * gives no position, what holds the sides back, one region with a map, a fact with a single answer, one whose parts
 * have different ledgers, and one whose parts share theirs. It has a date and a day it was read.
 *
 * Spell out only the difference: `makeSummit({positions: []})`. As it comes it passes `parseSummit` and `checkLedger`.
 * With overrides, references must still lead somewhere, or an element will show its error state.
 */
export function makeSummit(overrides: Partial<Summit> = {}): Summit {
  return {
    schemaVersion: '1.0',
    id: 'lake-verra-2031',
    revision: 1,
    lang: 'en',
    title: 'The Lake Verra talks',
    status: {value: 'scheduled', claims: ['meeting-set']},
    when: {start: '2031-05-12', end: '2031-05-13'},
    asOf: {date: '2031-05-02', note: 'The states, people and places here are invented.'},
    venue: {name: 'Verra Island'},
    actors: [
      {
        id: 'northfield',
        kind: 'person',
        role: 'principal',
        name: 'Ada Northfield',
        shortName: 'Northfield',
        office: 'President of Norrland',
      },
      {
        id: 'southwell',
        kind: 'person',
        role: 'principal',
        name: 'Bruno Southwell',
        shortName: 'Southwell',
        office: 'Premier of Sudmark',
      },
      {id: 'fishers', kind: 'group', role: 'third-party', name: 'The lake’s fishers', shortName: 'the fishers'},
      {id: 'article', kind: 'publication', role: 'source', name: 'The article’s own account', shortName: 'the article'},
    ],
    topics: [
      {id: 'water', label: 'Water of the lake', claims: ['level-falling']},
      {id: 'ferry', label: 'The ferry line'},
    ],
    claims: [
      makeClaim('meeting-set', 'Northfield and Southwell are to meet on Verra Island in May.', {at: 'p1 s1'}),
      makeClaim('level-falling', 'The level of the lake has fallen for three years.', {at: 'p1 s2'}),
      makeClaim('north-quota', 'Northfield wants both states to draw less water.', {
        by: ['northfield'],
        certainty: 'stated',
        at: 'p2 s1',
      }),
      makeClaim('south-harvest', 'Southwell says that the harvest needs the water of the lake.', {
        by: ['southwell'],
        certainty: 'stated',
        at: 'p2 s2',
      }),
      makeClaim('south-may-wait', 'Southwell might agree to less water after the harvest.', {
        certainty: 'speculation',
        at: 'p2 s3',
      }),
      makeClaim('north-ferry', 'Northfield wants the ferry to sail every day.', {by: ['northfield'], at: 'p3 s1'}),
      makeClaim('fishers-support', 'The fishers have asked for a daily ferry for years.', {
        by: ['fishers'],
        certainty: 'stated',
        at: 'p3 s2',
      }),
      makeClaim('bay-shallow', 'Reed Bay is the shallowest part of the lake.', {certainty: 'analysis', at: 'p4 s1'}),
      makeClaim('first-of-two', 'The meeting is the first of two.', {at: 'p5 s1'}),
      makeClaim('no-signing', 'Nothing will be signed, Southwell has said.', {
        by: ['southwell'],
        certainty: 'stated',
        at: 'p5 s2',
      }),
      makeClaim('for-farms', 'What is agreed will matter to farms on both shores.', {
        certainty: 'analysis',
        at: 'p6 s1',
      }),
      makeClaim('for-birds', 'It will matter to the birds of Reed Bay.', {certainty: 'analysis', at: 'p6 s2'}),
    ],
    positions: [
      {
        id: 'aim-north',
        actor: 'northfield',
        topic: 'water',
        rank: 'primary',
        stance: 'seeks',
        label: 'Keep the lake from falling further',
        claims: ['north-quota'],
      },
      {
        id: 'aim-south',
        actor: 'southwell',
        topic: 'water',
        rank: 'primary',
        stance: 'seeks',
        label: 'Secure water for the harvest',
        claims: ['south-harvest'],
      },
      {
        id: 'water-north',
        actor: 'northfield',
        topic: 'water',
        stance: 'seeks',
        label: 'Wants both states to draw less',
        claims: ['north-quota', 'level-falling'],
      },
      {
        id: 'water-south',
        actor: 'southwell',
        topic: 'water',
        stance: 'unclear',
        label: 'Needs the water now; might accept less after the harvest',
        claims: ['south-harvest', 'south-may-wait'],
      },
      {
        id: 'ferry-north',
        actor: 'northfield',
        topic: 'ferry',
        stance: 'seeks',
        label: 'Wants a ferry every day',
        claims: ['north-ferry'],
      },
      {
        id: 'ferry-fishers',
        actor: 'fishers',
        topic: 'ferry',
        stance: 'supports',
        label: 'Support a daily ferry',
        claims: ['fishers-support'],
      },
      {
        id: 'bay-north',
        actor: 'northfield',
        regions: ['reed-bay'],
        stance: 'seeks',
        label: 'Wants no water drawn here',
        claims: ['north-quota', 'bay-shallow'],
      },
      {
        id: 'bay-south',
        actor: 'southwell',
        regions: ['reed-bay'],
        stance: 'rejects',
        label: 'Rejects a rule for this bay alone',
        claims: ['south-harvest'],
      },
    ],
    constraints: [
      {id: 'held-by-harvest', actor: 'southwell', label: 'The coming harvest', claims: ['south-harvest']},
      {id: 'held-by-drought', label: 'A lake that keeps falling', claims: ['level-falling']},
    ],
    regions: [
      {
        id: 'reed-bay',
        name: 'Reed Bay',
        native: {name: 'Baie des Roseaux', lang: 'fr'},
        shape: {d: 'M120 90l110 -20 40 60 -70 60 -90 -30z', label: [190, 125]},
      },
    ],
    facts: [
      {id: 'who', question: 'who', label: 'Ada Northfield and Bruno Southwell', claims: ['meeting-set']},
      {
        id: 'expect',
        question: 'expect',
        label: 'A first round; nothing to sign',
        items: [
          {id: 'first-round', label: 'The first of two meetings', claims: ['first-of-two']},
          {id: 'nothing-signed', label: 'No signing', claims: ['no-signing']},
        ],
      },
      {
        id: 'follows',
        question: 'follows',
        items: [
          {id: 'farms', label: 'For farms on both shores', claims: ['for-farms']},
          {id: 'birds', label: 'For the birds of Reed Bay', claims: ['for-birds']},
        ],
      },
    ],
    map: {
      viewBox: [0, 0, 400, 260],
      land: [
        {name: 'Lake Verra', d: 'M20 60l90 -40 150 10 110 70 -20 90 -130 50 -140 -20 -50 -70z', label: [280, 190]},
      ],
      basis: 'Outline of an invented lake.',
      credit: 'drawn for this example',
    },
    sources: [
      {
        id: source,
        role: 'reporting',
        title: 'Two presidents and one lake',
        note: 'An invented article in an invented paper.',
        date: '2031-05-02',
      },
    ],
    changes: [],
    ...overrides,
  };
}

/** A claim by the article, reported, unless told otherwise. `at` is its place in the article. */
export function makeClaim(
  id: string,
  text: string,
  {at, ...differences}: Partial<Omit<Claim, 'id' | 'text'>> & {readonly at?: string} = {},
): Claim {
  return {id, text, by: ['article'], certainty: 'reported', refs: [{source, at}], ...differences};
}

/** An entry of the corrections log about the claims with these ids. */
export function makeChange(kind: Change['kind'], text: string, ...targets: readonly string[]): Change {
  return {kind, date: '2031-05-04', text, targets};
}
