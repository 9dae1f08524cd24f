import type {Report} from './report.js';
import {ENTRIES_PER_STEP, type Steps} from './steps.js';
import type {Claim, Position, Summit} from './summit.js';

/** Output limits of one box. The list of places has limits of its own. */
const OUTPUT_LIMITS = {
  /** Everything that is rendered on a line of its own: cells, places, statements, claims, log entries, sources. */
  parts: 2000,
  /** Names inside lines: speakers and places in sources. */
  names: 50_000,
  /** Characters of the file's texts. */
  characters: 600_000,
} as const;

/** The list of places is rendered in pieces, so its limits are higher. */
const LIST_LIMITS = {...OUTPUT_LIMITS, parts: 20_000, characters: 1_000_000};

/** Places rendered in one piece, as in `summit-region-list.ts`. */
const PLACES_IN_PIECE = 60;

type Measure = keyof typeof OUTPUT_LIMITS;

const MEASURES = Object.keys(OUTPUT_LIMITS) as Measure[];

/** Output size of a part of a box. */
type Size = Readonly<Record<Measure, number>>;

/** Output size of one kind of content, and the path in the file to report. */
interface Share extends Size {
  readonly path: string;
  /** Description of the content for messages, such as “200 topics × 200 sides”. */
  readonly origin: string;
}

const NOTHING: Size = {parts: 0, names: 0, characters: 0};

function add(sizes: readonly Size[]): Size {
  const sum = {...NOTHING};
  for (const size of sizes) for (const measure of MEASURES) sum[measure] += size[measure];
  return sum;
}

/** Size of a line with these texts. */
function lineOf(...texts: readonly (string | undefined)[]): Size {
  return {parts: 1, names: 0, characters: texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)};
}

/** Size of a name inside a line. */
function nameOf(...texts: readonly (string | undefined)[]): Size {
  return {...lineOf(...texts), parts: 0, names: 1};
}

/** A statement in a box, with its claims below it. */
interface View {
  readonly label?: string | undefined;
  readonly claims?: readonly string[] | undefined;
  /** Shorter label with the speakers of its claims. */
  readonly brief?: {readonly label: string; readonly claims: readonly string[]} | undefined;
}

/**
 * Reports a file whose boxes would be too long to render. The output is a product of lists (topics × sides,
 * statements × claims × speakers, statements × corrections), so short lists can still give a huge box. This function
 * computes the size before anything is rendered, in steps, in time linear in the size of the file.
 *
 * @param summit A summit of the right shape with valid references.
 */
export function* reportOutputInSteps(summit: Summit, report: Report): Steps<void> {
  const {actors, topics, claims, positions, constraints = [], regions, facts, sources, changes, map} = summit;
  const names = new Map(actors.map(({id, name, shortName}) => [id, nameOf(shortName ?? name)]));
  const named = (ids: readonly string[] = []): Size => add(ids.map((id) => names.get(id) ?? NOTHING));
  const titles = new Map(sources.map(({id, title, shortTitle}) => [id, shortTitle ?? title]));

  // Each statement lists the log entries that name one of its claims. The entry's text appears only under the first
  // statement.
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
  const claimSizes = new Map<string, Size>();
  for (const [i, claim] of claims.entries()) {
    if (i % ENTRIES_PER_STEP === 0) yield;
    claimSizes.set(claim.id, sizeOfClaim(claim));
  }
  yield;
  const speakerSizes = new Map(claims.map(({id, by}) => [id, named(by)]));
  const sizeOf = ({label, claims: ids = [], brief}: View): Size =>
    add([
      lineOf(label, brief?.label),
      ...ids.map((id) => claimSizes.get(id) ?? entries.get(id) ?? NOTHING),
      ...(brief?.claims.map((id) => speakerSizes.get(id) ?? NOTHING) ?? []),
    ]);

  const share = (path: string, origin: string, ...sizes: readonly Size[]): Share => ({path, origin, ...add(sizes)});
  const lines = <T>(path: string, noun: string, entries: readonly T[] = [], size: (entry: T) => Size): Share =>
    share(path, `${number(entries.length)} ${noun}`, ...entries.map(size));
  const nameLine = ({name}: {readonly name?: string | undefined}): Size => lineOf(name);
  const views = (path: string, noun: string, shown: readonly View[], sizes = shown.map(sizeOf)): Share => {
    const total = shown.reduce((sum, {claims: ids = []}) => sum + ids.length, 0);
    return share(path, `${number(shown.length)} ${noun} with ${number(total)} claims and their details`, ...sizes);
  };

  const sides = actors.filter(({role}) => role === 'principal').length;
  const compared = positions.filter(({topic, rank}) => topic ?? rank);
  const listed: Position[] = [];
  const common: Position[] = [];
  for (const position of positions) {
    const named = new Set(position.regions).size;
    // A position about all places is shown once, above the list.
    if (named > 0) (named === regions.length && named > 1 ? common : listed).push(position);
  }
  const footer = [
    lines('sources', 'sources', sources, ({title, note}) => lineOf(title, note)),
    lines('changes', 'entries of the log', changes, ({text}) => lineOf(text, text)),
    views('status.claims', 'status', [summit.status]),
  ];
  yield;
  const boxes: Readonly<Record<string, readonly Share[]>> = {
    'goal comparison': [
      share('topics', `${number(topics.length)} topics × ${number(sides)} sides`, {
        ...NOTHING,
        parts: (topics.length + 2) * sides,
      }),
      views('topics', 'topics', topics),
      // A main aim is shown at the head of the table, and again at its topic if it has one.
      views(
        'positions',
        'positions',
        compared,
        compared.flatMap((position) => {
          const size = sizeOf(position);
          return position.rank && position.topic ? [size, size] : size;
        }),
      ),
      views('constraints', 'constraints', constraints),
    ],
    'region list': [
      lines('map.land', 'outlines', map?.land, nameLine),
      lines('map.neighbours', 'neighbours', map?.neighbours, nameLine),
      lines('map.seas', 'seas', map?.seas, nameLine),
      // Each place has an outline and a number.
      lines(
        'regions',
        'places on the map',
        regions.filter(({shape}) => shape),
        () => ({...NOTHING, parts: 2}),
      ),
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
        `${number(largest[measure])} come from ${largest.origin}: leave some out, or split the file`,
    }));
  };
  for (const [name, own] of Object.entries(boxes)) {
    const shares = [...own, ...footer];
    const total = add(shares);
    const over = MEASURES.find((measure) => total[measure] > OUTPUT_LIMITS[measure]);
    if (over) refuse(name, over, total[over], OUTPUT_LIMITS[over], shares);
  }

  // Computed for each place because the list is rendered in pieces.
  const placeSizes = new Map(regions.map(({id, name, native}) => [id, lineOf(name, native?.name)]));
  for (const [i, position] of listed.entries()) {
    if (i % ENTRIES_PER_STEP === 0) yield;
    const size = sizeOf(position);
    for (const id of new Set(position.regions)) placeSizes.set(id, add([placeSizes.get(id) ?? NOTHING, size]));
  }
  yield;
  const pieces: Size[] = [];
  const sizes = [...placeSizes.values()];
  for (let i = 0; i < sizes.length; i += PLACES_IN_PIECE) pieces.push(add(sizes.slice(i, i + PLACES_IN_PIECE)));
  const origin = `${number(listed.length)} positions on ${number(listed.reduce((sum, {regions: ids = []}) => sum + ids.length, 0))} places in total, each with its claims`;
  const total = share('positions', origin, ...pieces);
  for (const measure of MEASURES) {
    const limit = LIST_LIMITS[measure];
    const [largest = NOTHING] = [...pieces].sort((one, other) => other[measure] - one[measure]);
    if (total[measure] > limit) refuse('region list', measure, total[measure], limit, [total]);
    else if (largest[measure] > OUTPUT_LIMITS[measure]) {
      const piece = share('positions', origin, largest);
      refuse(
        `region list, in ${number(PLACES_IN_PIECE)} consecutive places,`,
        measure,
        piece[measure],
        OUTPUT_LIMITS[measure],
        [piece],
      );
    } else continue;
    break;
  }
}

/** Groups the digits. `toLocaleString` would take as long as the rest of a check. */
function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
