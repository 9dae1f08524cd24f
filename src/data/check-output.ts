import type {Report} from './report.js';
import type {Claim, Position, Summit} from './summit.js';

/** The most that one box may show of each, apart from a long list of places. */
const OUTPUT_LIMITS = {
  /** Cells, places, statements, claims, entries of the log, sources: whatever has a line of its own. */
  parts: 2000,
  /** Speakers, and places in sources, inside the lines. */
  names: 50_000,
  /** Of the file's texts. */
  characters: 600_000,
} as const;

/** The list of places is rendered in pieces, so all of it may show more. */
const LIST_LIMITS = {...OUTPUT_LIMITS, parts: 20_000, characters: 1_000_000};

/** Places that are rendered in one piece, as `summit-region-list.ts` has them. */
const PLACES_IN_PIECE = 60;

type Measure = keyof typeof OUTPUT_LIMITS;

const MEASURES = Object.keys(OUTPUT_LIMITS) as Measure[];

/** What something takes up in a box. */
type Size = Readonly<Record<Measure, number>>;

/** What one kind of thing takes up in a box, and the place in the file to say it of. */
interface Share extends Size {
  readonly path: string;
  /** What it comes from, such as “200 topics × 200 sides”. */
  readonly origin: string;
}

const NOTHING: Size = {parts: 0, names: 0, characters: 0};

function add(sizes: readonly Size[]): Size {
  const sum = {...NOTHING};
  for (const size of sizes) for (const measure of MEASURES) sum[measure] += size[measure];
  return sum;
}

function times({parts, names, characters}: Size, count: number): Size {
  return {parts: parts * count, names: names * count, characters: characters * count};
}

/** A line with these texts. */
function lineOf(...texts: readonly (string | undefined)[]): Size {
  return {parts: 1, names: 0, characters: texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)};
}

/** A name inside a line. */
function nameOf(...texts: readonly (string | undefined)[]): Size {
  return {...lineOf(...texts), parts: 0, names: 1};
}

/** What stands in a box with claims under it. */
interface View {
  readonly label?: string | undefined;
  readonly claims?: readonly string[] | undefined;
}

/**
 * Reports a file whose boxes would be too long to draw. What a box shows is a product of lists, each of them short enough by
 * itself: topics × sides, statements × claims × speakers, statements × corrections. It is counted here before anything is
 * made of it, in a time that grows with the file and not with the product.
 *
 * @param summit Of the right shape, with references that lead somewhere.
 */
export function reportOutput(summit: Summit, report: Report): void {
  const {actors, topics, claims, positions, constraints = [], regions, facts, sources, changes, map} = summit;
  const names = new Map(actors.map(({id, name, shortName}) => [id, nameOf(shortName ?? name)]));
  const named = (ids: readonly string[] = []): Size => add(ids.map((id) => names.get(id) ?? NOTHING));
  const titles = new Map(sources.map(({id, title, shortTitle}) => [id, shortTitle ?? title]));

  // Under a statement stands each entry of the log that names one of its claims; its text only under the first.
  const entries = new Map<string, Size>();
  for (const {targets = []} of changes) {
    for (const id of targets) entries.set(id, add([entries.get(id) ?? NOTHING, lineOf()]));
  }
  const sizeOfClaim = ({id, text, by, refs, disputedBy}: Claim): Size =>
    add([
      lineOf(text),
      named(by),
      named(disputedBy),
      ...refs.map(({source, at}) => nameOf(at, titles.get(source))),
      entries.get(id) ?? NOTHING,
    ]);
  const claimSizes = new Map(claims.map((claim) => [claim.id, sizeOfClaim(claim)]));
  const sizeOf = ({label, claims: ids = []}: View): Size =>
    add([lineOf(label), ...ids.map((id) => claimSizes.get(id) ?? entries.get(id) ?? NOTHING)]);

  const share = (path: string, origin: string, ...sizes: readonly Size[]): Share => ({path, origin, ...add(sizes)});
  const views = (path: string, noun: string, shown: readonly View[], sizes = shown.map(sizeOf)): Share => {
    const total = shown.reduce((sum, {claims: ids = []}) => sum + ids.length, 0);
    return share(
      path,
      `${number(shown.length)} ${noun} with ${number(total)} claims, and what is said of these`,
      ...sizes,
    );
  };

  const sides = actors.filter(({role}) => role === 'principal').length;
  const compared = positions.filter(({topic, rank}) => topic ?? rank);
  const listed: Position[] = [];
  const common: Position[] = [];
  for (const position of positions) {
    const named = new Set(position.regions).size;
    // What is said of all places is said once.
    if (named > 0) (named === regions.length && named > 1 ? common : listed).push(position);
  }
  const drawn = regions.filter(({shape}) => shape);
  const footer = [
    share('sources', `${number(sources.length)} sources`, ...sources.map(({title, note}) => lineOf(title, note))),
    share('changes', `${number(changes.length)} entries of the log`, ...changes.map(({text}) => lineOf(text, text))),
    views('status.claims', 'status', [summit.status]),
  ];
  const boxes: Readonly<Record<string, readonly Share[]>> = {
    'goal comparison': [
      share(
        'topics',
        `${number(topics.length)} topics × ${number(sides)} sides`,
        times(lineOf(), (topics.length + 2) * sides),
      ),
      views('topics', 'topics', topics),
      // A main aim heads the table, and may stand once more at its topic.
      views(
        'positions',
        'positions',
        compared,
        compared.map((position) => times(sizeOf(position), position.rank && position.topic ? 2 : 1)),
      ),
      views('constraints', 'constraints', constraints),
    ],
    'region list': [
      share(
        'map.land',
        `${number(map?.land.length ?? 0)} outlines`,
        ...(map?.land.map(({name}) => lineOf(name)) ?? []),
      ),
      // An outline and its number.
      share('regions', `${number(drawn.length)} places on the map`, times(lineOf(), 2 * drawn.length)),
      views('positions', 'positions', common),
    ],
    'fact box': [
      views('facts', 'facts', facts),
      views(
        'facts',
        'items',
        facts.flatMap(({items = []}) => items),
      ),
    ],
  };
  const refuse = (name: string, measure: Measure, total: number, limit: number, shares: readonly Share[]): void => {
    const largest = shares.reduce((one, other) => (other[measure] > one[measure] ? other : one));
    report.add(() => ({
      path: largest.path,
      message:
        `the ${name} would show ${number(total)} ${measure}; a page can draw ${number(limit)}. ` +
        `${number(largest[measure])} come from ${largest.origin}: leave some out, or make several files of it`,
    }));
  };
  for (const [name, own] of Object.entries(boxes)) {
    const shares = [...own, ...footer];
    const total = add(shares);
    const over = MEASURES.find((measure) => total[measure] > OUTPUT_LIMITS[measure]);
    if (over) refuse(name, over, total[over], OUTPUT_LIMITS[over], shares);
  }

  // Each place by itself, since the list comes in pieces.
  const placeSizes = new Map(regions.map(({id, name, native}) => [id, lineOf(name, native?.name)]));
  for (const position of listed) {
    const size = sizeOf(position);
    for (const id of new Set(position.regions)) placeSizes.set(id, add([placeSizes.get(id) ?? NOTHING, size]));
  }
  const pieces: Size[] = [];
  const sizes = [...placeSizes.values()];
  for (let i = 0; i < sizes.length; i += PLACES_IN_PIECE) pieces.push(add(sizes.slice(i, i + PLACES_IN_PIECE)));
  const origin = `${number(listed.length)} positions on ${number(listed.reduce((sum, {regions: ids = []}) => sum + ids.length, 0))} places in all, each with its claims`;
  const total = share('positions', origin, ...pieces);
  for (const measure of MEASURES) {
    const limit = LIST_LIMITS[measure];
    const [largest = NOTHING] = [...pieces].sort((one, other) => other[measure] - one[measure]);
    if (total[measure] > limit) refuse('region list', measure, total[measure], limit, [total]);
    else if (largest[measure] > OUTPUT_LIMITS[measure]) {
      const piece = share('positions', origin, largest);
      refuse(
        `region list, in ${number(PLACES_IN_PIECE)} places that follow one another,`,
        measure,
        piece[measure],
        OUTPUT_LIMITS[measure],
        [piece],
      );
    } else continue;
    break;
  }
}

function number(value: number): string {
  return value.toLocaleString('en');
}
