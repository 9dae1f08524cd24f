/** Invented summits with many places, the same for the same number. */
import {randomFrom} from './statistics.mjs';

const FIRST = [
  'Ald',
  'Bren',
  'Cor',
  'Dun',
  'Elm',
  'Fal',
  'Gren',
  'Hav',
  'Isk',
  'Jor',
  'Kel',
  'Lor',
  'Mar',
  'Nor',
  'Ost',
  'Pel',
];
const LAST = ['burg', 'dale', 'ford', 'haven', 'holm', 'mouth', 'stad', 'vik'];
const LABELS = [
  'Wants the old border back',
  'Would leave it to a vote',
  'Keeps its garrison there until there is a treaty',
  'Offers to share the harbour',
];
const STATEMENTS = [
  'has said that no talks will change whose town it is',
  'is said to be ready for an exchange if the road stays open',
  'has asked for observers before anything is signed',
  'might give way, people close to the talks think',
];
const CERTAINTIES = ['stated', 'reported', 'analysis', 'speculation'];
const ACTORS = ['north', 'south'];

/**
 * A valid summit with this many places. Two in five have something said of them alone: one or two positions with one to
 * three statements each; the rest have what is said of all.
 */
export function makeList(count, seed = 1) {
  const random = randomFrom(seed + count);
  const any = (list) => list[Math.floor(random() * list.length)];
  const claims = [];
  const addClaim = (speaker, place) => {
    const id = `claim-${claims.length + 1}`;
    const certainty = any(CERTAINTIES);
    const by = certainty === 'analysis' ? ['article'] : [speaker];
    const at = `p${1 + Math.floor(random() * 40)} s${1 + Math.floor(random() * 5)}`;
    const text = `Of ${place} ${speaker === 'north' ? 'Norrland' : 'Sudmark'} ${any(STATEMENTS)}.`;
    claims.push({id, text, by, certainty, refs: [{source: 'courier', at}]});
    return id;
  };
  const regions = Array.from({length: count}, (_, i) => ({
    id: `place-${i + 1}`,
    name: `${any(FIRST)}${any(LAST)} ${i + 1}`,
    ...(random() < 0.3 ? {native: {name: `${any(FIRST)}${any(LAST)}`, lang: 'sv'}} : {}),
  }));
  const positions = regions.flatMap(({id, name}, i) => {
    // The first has something to say in every list.
    const voices = i === 0 || random() < 0.4 ? 1 + Math.floor(random() * 2) : 0;
    return ACTORS.slice(0, voices).map((actor) => ({
      id: `${id}-${actor}`,
      actor,
      regions: [id],
      stance: any(['seeks', 'rejects', 'unclear']),
      label: any(LABELS),
      claims: Array.from({length: 1 + Math.floor(random() * 3)}, () => addClaim(actor, name)),
    }));
  });
  const all = addClaim('north', 'all places');
  const everywhere = regions.map(({id}) => id);
  positions.push({
    id: 'all-north',
    actor: 'north',
    regions: everywhere,
    stance: 'seeks',
    label: LABELS[0],
    claims: [all],
  });
  return {
    schemaVersion: '1.0',
    id: `places-${count}`,
    revision: 1,
    lang: 'en',
    title: 'Talks about many places',
    status: {value: 'scheduled', claims: [all]},
    when: {start: '2031-05-12'},
    asOf: {date: '2031-05-02', note: 'All of it is invented.'},
    actors: [
      {id: 'north', kind: 'state', role: 'principal', name: 'Norrland'},
      {id: 'south', kind: 'state', role: 'principal', name: 'Sudmark'},
      {id: 'article', kind: 'publication', role: 'source', name: 'The article’s own account', shortName: 'the article'},
    ],
    topics: [],
    claims,
    positions,
    regions,
    facts: [],
    sources: [{id: 'courier', role: 'reporting', title: 'Many places, two sides', date: '2031-05-02'}],
    changes: [],
  };
}
