/**
 * Writes a bundled summit as a compact module for script-tag files. Omits fields that no box shows: identifiers,
 * coordinates and machine-readable addresses. The data file (`dist/data`) and the npm module have all fields.
 */
const UNSEEN = new Set(['about', 'country', 'point', 'speaksFor', 'translations', 'wikidata']);

/**
 * Key order that compresses best with brotli, found by experiment; other keys come last. The order has no other
 * meaning.
 */
const ORDER = [
  'views',
  'title',
  'lang',
  'claims',
  'changes',
  'sources',
  'venue',
  'asOf',
  'facts',
  'revision',
  'status',
  'actors',
  'schemaVersion',
  'positions',
  'constraints',
  'topics',
  'regions',
  'map',
  'id',
  'hash',
];

/**
 * The part of a summit that the boxes show. For the kind of an actor, they only need to know whether it is a
 * publication.
 */
export function shownOnly(summit) {
  const keep = (key, value) => !UNSEEN.has(key) && (key !== 'kind' || value === 'publication');
  return JSON.parse(JSON.stringify(summit, (key, value) => (keep(key, value) ? value : undefined)));
}

/**
 * Brotli stores repeated text almost for free. So claims are written as calls with their values, views refer to
 * claims by number, and each id appears once. The module exports `name`, which equals `shownOnly(summit)`.
 */
export function packSummit(name, summit) {
  const shown = shownOnly(summit);
  const {claims} = shown;
  const keys = [...new Set([...ORDER, ...Object.keys(shown)])].filter((key) => key in shown);
  const numbers = new Map(claims.map(({id}, i) => [id, i]));
  const source = claims[0]?.refs[0]?.source;

  const packClaim = (claim) => {
    const {id, text, certainty, by, refs, ...more} = claim;
    const plain =
      by.length === 1 && refs.every((ref) => ref.source === source && ref.at) && Object.keys(more).length === 0;
    if (!plain) return JSON.stringify(claim);
    return `claim(${[id, text, certainty, by[0], ...refs.map(({at}) => at)].map((value) => JSON.stringify(value)).join()})`;
  };
  const packViews = (value) => {
    if (Array.isArray(value)) return `[${value.map(packViews).join()}]`;
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const entries = Object.entries(value).map(([key, inner]) => {
      const ids = key === 'claims' && inner.map((id) => numbers.get(id));
      return `${JSON.stringify(key)}:${ids ? `pick(${ids.join()})` : packViews(inner)}`;
    });
    return `{${entries.join()}}`;
  };

  return `
    const claim = (id, text, certainty, by, ...places) =>
      ({id, text, certainty, by: [by], refs: places.map((at) => ({source: ${JSON.stringify(source)}, at}))});
    const claims = [${claims.map(packClaim).join()}];
    const pick = (...numbers) => numbers.map((i) => claims[i].id);
    export const ${name} = {${keys.map((key) => (key === 'claims' ? key : `${key}: ${packViews(shown[key])}`)).join()}};`;
}
