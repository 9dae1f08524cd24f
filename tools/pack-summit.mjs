/**
 * A bundled summit as the code of a module that takes few bytes in a script-tag file. What no box shows is left out:
 * identifiers, coordinates and addresses for machines. The data file (`dist/data`) and the npm module have them all.
 */
const UNSEEN = new Set(['about', 'country', 'point', 'speaksFor', 'translations', 'wikidata']);

/** Keys of a summit in the order that brotli made the least of, found by trial; others come last. It means nothing else. */
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

/** What of a summit the boxes show; of what an actor is they ask only whether it is a publication. */
export function shownOnly(summit) {
  const keep = (key, value) => !UNSEEN.has(key) && (key !== 'kind' || value === 'publication');
  return JSON.parse(JSON.stringify(summit, (key, value) => (keep(key, value) ? value : undefined)));
}

/**
 * Brotli pays for what is new and next to nothing for what repeats. So claims are written as calls with their values,
 * views name claims by number, and all ids stand once. The code exports `name`, which equals `shownOnly(summit)`.
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
