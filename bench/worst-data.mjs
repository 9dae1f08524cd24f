/** Invented files that are as bad as they can be: small, valid, and much to show. The same for the same seed. */
import {randomFrom} from './statistics.mjs';

/** What a shape says of its file: how many entries its lists have, and how many references each entry. */
const PLAIN = {
  sides: 2,
  others: 0,
  sources: 1,
  topics: 1,
  claims: 1,
  text: 20,
  name: 8,
  by: 1,
  refs: 1,
  disputed: 0,
  positions: 0,
  views: 1,
  places: 0,
  regions: 1,
  shapes: 0,
  facts: 1,
  items: 0,
  changes: 0,
  targets: 1,
  withdrawals: 0,
  land: 0,
};

/** Products that somebody thought of, one by one. Each is scaled up until the check refuses it. */
const FAMILIES = {
  grid: {sides: 10, topics: 10},
  wide: {sides: 100, topics: 1},
  tall: {sides: 2, topics: 100},
  filled: {sides: 10, topics: 10, positions: 100, claims: 100},
  others: {others: 100, positions: 100, topics: 10},
  log: {facts: 10, changes: 10},
  'log of topics': {topics: 10, changes: 10, views: 1},
  cubic: {facts: 5, claims: 5, views: 5, by: 5, others: 5},
  speakers: {others: 100, by: 100, claims: 10, facts: 10},
  disputes: {others: 100, disputed: 100, claims: 10, facts: 10},
  places: {sources: 100, refs: 100, claims: 10, facts: 10},
  'one view': {claims: 500, views: 500},
  texts: {facts: 10, claims: 10, views: 10, text: 2000},
  'long names': {others: 20, by: 20, claims: 10, facts: 10, views: 10, name: 2000},
  tidy: {facts: 10, claims: 100, views: 10, changes: 20, targets: 100, withdrawals: 1},
  withdrawn: {positions: 100, claims: 100, changes: 100, targets: 10, withdrawals: 1, topics: 10},
  labels: {regions: 100, shapes: 1},
  list: {regions: 100, positions: 100, places: 1, claims: 100},
  everywhere: {regions: 20, positions: 20, places: 20},
  'almost everywhere': {regions: 21, positions: 20, places: 20},
  items: {facts: 4, items: 100, claims: 100},
  'items alike': {facts: 10, items: 10, views: 10, claims: 10},
  sources: {sources: 500},
  land: {land: 200, regions: 20, shapes: 1},
  facts: {facts: 200},
  claims: {claims: 500, views: 1, facts: 500},
};

/**
 * A summit of this shape.
 *
 * @param {Partial<typeof PLAIN>} shape
 */
export function makeWorst(shape) {
  const of = {...PLAIN, ...shape};
  const list = (count, make) => Array.from({length: Math.min(10_000, Math.round(count))}, (_, i) => make(i));
  /** So many ids of a list, beginning at another place for each entry. */
  const some = (entries, count, start) =>
    Array.from(
      {length: Math.min(entries.length, Math.round(count))},
      (_, i) => entries[(start + i) % entries.length].id,
    );
  const text = (i, length = of.text) => `${i} `.padEnd(length, 'palisade ');
  const actors = [
    ...list(of.sides, (i) => ({id: `s${i}`, role: 'principal', name: text(i, of.name)})),
    ...list(of.others, (i) => ({id: `o${i}`, role: 'third-party', name: text(i, of.name)})),
  ];
  const sources = list(Math.max(1, of.sources), (i) => ({
    id: `q${i}`,
    role: 'reporting',
    title: text(i, of.name),
    shortTitle: `Q${i}`,
  }));
  const claims = list(Math.max(1, of.claims), (i) => ({
    id: `c${i}`,
    text: text(i),
    by: some(actors, of.by, i),
    certainty: ['stated', 'reported', 'analysis', 'speculation'][i % 4],
    refs: some(sources, of.refs, i).map((source) => ({source, at: `p${i % 40}`})),
    ...(of.disputed && {disputedBy: some(actors, of.disputed, i)}),
  }));
  const regions = list(of.regions, (i) => ({
    id: `r${i}`,
    name: text(i, of.name),
    ...(of.shapes && {shape: {d: 'M0 0h9v9z', label: [300, 200]}}),
  }));
  const topics = list(of.topics, (i) => ({id: `t${i}`, label: `Topic ${i}`, claims: some(claims, of.views, i)}));
  const positions = list(of.positions, (i) => ({
    id: `p${i}`,
    actor: actors[i % actors.length].id,
    ...(topics.length > 0 && {topic: topics[i % topics.length].id}),
    ...(of.places && {regions: some(regions, of.places, i)}),
    label: `Wants ${i}`,
    claims: some(claims, of.views, i),
  }));
  return {
    schemaVersion: '1.0',
    id: 'worst',
    revision: 1,
    lang: 'en',
    title: 'As bad as it can be',
    status: {value: 'scheduled', claims: [claims[0].id]},
    actors,
    topics,
    claims,
    positions,
    regions,
    facts: list(of.facts, (i) => ({
      id: `f${i}`,
      question: ['who', 'what', 'where', 'why'][i % 4],
      label: `Answer ${i}`,
      claims: some(claims, of.views, i),
      ...(of.items && {
        items: list(of.items, (j) => ({id: `i${j}`, label: `Part ${j}`, claims: some(claims, of.views, i + j)})),
      }),
    })),
    ...((of.land > 0 || of.shapes > 0) && {
      map: {
        viewBox: [0, 0, 600, 400],
        land: list(of.land, (i) => ({name: `Land ${i}`, d: 'M0 0h9v9z', label: [10, 10]})),
        basis: 'None.',
        credit: 'Nobody.',
      },
    }),
    sources,
    changes: list(of.changes, (i) => ({
      kind: of.withdrawals ? 'withdrawal' : 'correction',
      date: '2031-05-02',
      text: text(i),
      targets: some(claims, of.targets, of.withdrawals ? i : 0),
    })),
  };
}

/** Names and shapes: the families, and mixtures of any two of them. */
export function shapes(count, seed = 1) {
  const random = randomFrom(seed);
  const names = Object.keys(FAMILIES);
  const found = names.map((name) => ({name, shape: FAMILIES[name]}));
  for (let i = found.length; i < count; i += 1) {
    const [one, other] = [0, 1].map(() => names[Math.floor(random() * names.length)]);
    const mixed = {...FAMILIES[one]};
    for (const [key, value] of Object.entries(FAMILIES[other]))
      mixed[key] = Math.max(mixed[key] ?? 0, Math.ceil(value * random()));
    found.push({name: `${one} + ${other} ${i}`, shape: mixed});
  }
  return found;
}

/** The shape with every list so many times as long; texts and names keep their length. */
export function scale(shape, factor) {
  const kept = new Set(['text', 'name', 'withdrawals', 'shapes']);
  return Object.fromEntries(
    Object.entries(shape).map(([key, value]) => [
      key,
      kept.has(key) || value < 2 ? value : Math.max(1, value * factor),
    ]),
  );
}
