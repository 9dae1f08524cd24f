/** What an editor does with the map: open a file of outlines, choose from it, draw. */
import {matchPlaces, type Area} from '../../../src/authoring/list-areas.js';
import type {MapRequest} from '../../../src/authoring/draw-map.js';
import {addPlace, applyMap} from '../../store/commands/places.js';
import type {WriteContext} from '../write-context.js';
import {areasOf, type GeometryFile, type MapArea, type MapUi} from './map-ui.js';

/** A page can't hold much more than this twice, as text and as numbers. */
const MAX_BYTES = 20_000_000;

/** Width of the drawing in units, and the space around a cropped one in percent: the defaults of the command. */
const WIDTH = 600;
const MARGIN_PERCENT = 12;

/** Changes what is chosen for the map. */
export function showMap({actions}: WriteContext, change: Partial<MapUi>): void {
  actions.show((ui) => ({map: {...ui.map, ...change}}));
}

/** Adds a file of outlines. If it can't be used, what was chosen from earlier ones stays. */
export async function openGeometry(context: WriteContext, file: File): Promise<void> {
  const fail = (reason: string): void => {
    showMap(context, {isBusy: false, problem: describeProblem(file.name, reason)});
  };
  const others = context.state.ui.map.files.filter(({name}) => name !== file.name);
  if (others.reduce((sum, {sizeBytes}) => sum + sizeBytes, file.size) > MAX_BYTES) {
    const what = others.length > 0 ? 'is larger than 20 MB together with the other files' : 'is larger than 20 MB';
    fail(`${what}; reduce its detail, or draw the map with the command line`);
    return;
  }
  showMap(context, {isBusy: true, problem: ''});
  try {
    const [{readAreas}, bytes] = await Promise.all([import('./map-tools.js'), file.arrayBuffer()]);
    const read = readAreas(new Uint8Array(bytes));
    if ('problem' in read) fail(read.problem);
    else takeAreas(context, file, read.areas);
  } catch {
    fail('can’t be read; choose it again');
  }
}

/** Adds the areas of a file, or puts them in place of those that a file of this name had. */
function takeAreas(context: WriteContext, {name, size}: File, areas: readonly Area[]): void {
  const {summit, actions} = context;
  actions.show(({map}) => {
    const isKnown = map.files.some((file) => file.name === name);
    const opened = {name, sizeBytes: size, areas: areas.map((area) => ({...area, name: area.label}))};
    const files = withOwnLabels(
      isKnown ? map.files.map((file) => (file.name === name ? opened : file)) : [...map.files, opened],
    );
    const kept = keepChoices(map, files);
    const taken = new Set([...Object.values(kept.matches), ...kept.land, ...kept.around, ...kept.seas]);
    const found = matchPlaces(
      areasOf(kept).filter(({label}) => !taken.has(label)),
      summit.regions.filter(({id}) => kept.matches[id] === undefined),
    );
    return {
      map: {...kept, search: '', isBusy: false, problem: '', notes: [], matches: {...found, ...kept.matches}},
      said: `Opened ${name}.`,
    };
  });
}

/** Closes a file of outlines. What was chosen from it is no longer chosen; a map that is drawn stays. */
export function closeGeometry({actions}: WriteContext, name: string): void {
  actions.show(({map}) => ({
    map: {
      ...keepChoices(
        map,
        map.files.filter((file) => file.name !== name),
      ),
      problem: '',
      notes: [],
    },
    said: `Closed ${name}.`,
  }));
}

/** Gives an area a label with its file if an earlier file has an area of this name. */
function withOwnLabels(files: readonly GeometryFile[]): readonly GeometryFile[] {
  const known = new Set<string>();
  return files.map((file) => ({
    ...file,
    areas: file.areas.map((area) => {
      const label = known.has(area.name) ? `${area.name} (${file.name})` : area.name;
      known.add(label);
      return {...area, label};
    }),
  }));
}

/** What is chosen, with other files open: only what they have. */
function keepChoices(map: MapUi, files: readonly GeometryFile[]): MapUi {
  const labels = new Set(files.flatMap(({areas}) => areas.map(({label}) => label)));
  const isThere = (label: string): boolean => labels.has(label);
  return {
    ...map,
    files,
    matches: Object.fromEntries(Object.entries(map.matches).filter(([, label]) => isThere(label))),
    land: map.land.filter(isThere),
    around: map.around.filter(isThere),
    seas: map.seas.filter(isThere),
  };
}

/** A reason as a sentence with the name of the file, or of the files of which one is meant. */
function describeProblem(name: string, reason: string): string {
  return /^(?:is|isn’t|has|can’t)\s/.test(reason) ? `“${name}” ${reason}.` : `“${name}”: ${reason}.`;
}

function namesOf({files}: MapUi): string {
  return files.map(({name}) => name).join('” or “');
}

/** What an area is on the map. */
export type AreaUse =
  {readonly kind: 'nothing' | 'land' | 'around' | 'sea' | 'new-place'} | {readonly kind: 'place'; readonly id: string};

/** Uses an area in another way than before. */
export function useArea(context: WriteContext, area: MapArea, use: AreaUse): void {
  const {label} = area;
  const {actions} = context;
  actions.show(({map}) => {
    const without = (labels: readonly string[]): readonly string[] => labels.filter((other) => other !== label);
    const matches = Object.fromEntries(Object.entries(map.matches).filter(([, other]) => other !== label));
    return {
      map: {
        ...map,
        matches: use.kind === 'place' ? {...matches, [use.id]: label} : matches,
        land: use.kind === 'land' ? [...without(map.land), label] : without(map.land),
        around: use.kind === 'around' ? [...without(map.around), label] : without(map.around),
        seas: use.kind === 'sea' ? [...without(map.seas), label] : without(map.seas),
      },
    };
  });
  if (use.kind === 'new-place') makePlace(context, area);
}

/** Adds a place that is drawn with this area. */
function makePlace(context: WriteContext, {label, name, code, wikidata}: MapArea): void {
  const {actions} = context;
  let id = '';
  actions.edit(
    'Add a place',
    (draft) => {
      id = addPlace(draft, name, {...(code !== undefined && {code}), ...(wikidata !== undefined && {wikidata})});
    },
    {said: `Added the place “${name}”.`},
  );
  if (id) actions.show(({map}) => ({map: {...map, matches: {...map.matches, [id]: label}}}));
}

/** Which borders the map shows and who provides them: of the drawn map, or as typed for the first one. */
function wordsOf({summit, state}: WriteContext): {readonly basis: string; readonly credit: string} {
  return summit.map ?? state.ui.map;
}

/** Draws the map. If something is missing, says so and draws nothing. */
export async function drawChosen(context: WriteContext): Promise<void> {
  const {actions, summit} = context;
  const {map} = context.state.ui;
  const {basis, credit} = wordsOf(context);
  const request = requestOf(context);
  const missing =
    request.regions?.length === 0
      ? 'Choose the area of at least one place first.'
      : !basis.trim()
        ? 'Say first which borders the map shows, and why.'
        : !credit.trim()
          ? 'Say first who provides the outlines.'
          : '';
  showMap(context, {problem: missing, notes: []});
  if (missing) return;
  showMap(context, {isBusy: true});
  try {
    const {draw} = await import('./map-tools.js');
    // Lets the page show that it is drawing.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const drawn = draw({areas: usedAreas(areasOf(map), request), request, basis, credit});
    if ('problem' in drawn) {
      showMap(context, {isBusy: false, problem: describeProblem(namesOf(map), drawn.problem)});
      return;
    }
    showMap(context, {isBusy: false, notes: drawn.notes});
    actions.edit(
      summit.map ? 'Draw the map again' : 'Draw the map',
      (draft) => {
        applyMap(draft, drawn.result);
      },
      {said: `The map is drawn, with ${countOf(drawn.result.regions.length)}.`},
    );
  } catch {
    showMap(context, {isBusy: false, problem: 'The map can’t be drawn. Reload the page and try again.'});
  }
}

function countOf(places: number): string {
  return places === 1 ? '1 place' : `${String(places)} places`;
}

function requestOf({summit, state}: WriteContext): MapRequest {
  const {map} = state.ui;
  const {matches, wholeName, land, around, seas, isCropped} = map;
  const byLabel = new Map(areasOf(map).map(({label, name}) => [label, name]));
  const named = (label: string): {readonly name: string; readonly values: readonly string[]} => ({
    name: byLabel.get(label) ?? label,
    values: [label],
  });
  const isContext = new Set([...around, ...seas]);
  const firstAreas = (map.files[0]?.areas ?? []).filter(({label}) => !isContext.has(label));
  const whole = wholeName.trim();
  const lands = [
    ...(whole
      ? [
          {
            name: whole,
            values: firstAreas.filter(({kind, isPart}) => kind === 'area' && !isPart).map(({label}) => label),
          },
        ]
      : []),
    ...land.map(named),
  ];
  return {
    regions: summit.regions.flatMap(({id}) => (matches[id] === undefined ? [] : [{id, value: matches[id]}])),
    key: undefined,
    land: lands,
    crop:
      isCropped || isContext.size > 0
        ? {
            marginPercent: MARGIN_PERCENT,
            context: undefined,
            neighbours: around.map(named),
            seas: seas.map(named),
            hasLocator: lands.length > 0,
            hasScale: true,
          }
        : undefined,
    width: WIDTH,
    keepPercent: undefined,
  };
}

function usedAreas(areas: readonly MapArea[], {regions, land, crop}: MapRequest): Area[] {
  const labels = new Set([
    ...(regions ?? []).map(({value}) => value),
    ...[...land, ...(crop?.neighbours ?? []), ...(crop?.seas ?? [])].flatMap(({values}) => values ?? []),
  ]);
  return areas.filter(({label}) => labels.has(label));
}
