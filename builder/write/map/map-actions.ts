/** What an editor does with the map: open a file of outlines, choose from it, draw. */
import {matchPlaces, type Area} from '../../../src/authoring/list-areas.js';
import type {MapRequest} from '../../../src/authoring/draw-map.js';
import {addPlace, applyMap} from '../../store/commands/places.js';
import type {WriteContext} from '../write-context.js';
import type {MapUi} from './map-ui.js';

/** A page can't hold much more than this twice, as text and as numbers. */
const MAX_BYTES = 20_000_000;

/** Width of the drawing in units, and the space around a cropped one in percent: the defaults of the command. */
const WIDTH = 600;
const MARGIN_PERCENT = 12;

/** Changes what is chosen for the map. */
export function showMap({actions}: WriteContext, change: Partial<MapUi>): void {
  actions.show((ui) => ({map: {...ui.map, ...change}}));
}

/** Reads a file of outlines. If it can't be used, what was chosen from an earlier one stays. */
export async function openGeometry(context: WriteContext, file: File): Promise<void> {
  const fail = (reason: string): void => {
    showMap(context, {isBusy: false, problem: describeProblem(file.name, reason)});
  };
  if (file.size > MAX_BYTES) {
    fail('is larger than 20 MB; reduce its detail, or draw the map with the command line');
    return;
  }
  showMap(context, {isBusy: true, problem: ''});
  try {
    const [{readAreas}, bytes] = await Promise.all([import('./map-tools.js'), file.arrayBuffer()]);
    const read = readAreas(new Uint8Array(bytes));
    if ('problem' in read) fail(read.problem);
    else takeAreas(context, file.name, read.areas);
  } catch {
    fail('can’t be read; choose it again');
  }
}

function takeAreas(context: WriteContext, fileName: string, areas: readonly Area[]): void {
  const {summit, actions} = context;
  const labels = new Set(areas.map(({label}) => label));
  actions.show(({map}) => {
    const kept = Object.entries(map.matches).filter(([, label]) => labels.has(label));
    return {
      map: {
        ...map,
        fileName,
        areas,
        search: '',
        isBusy: false,
        problem: '',
        notes: [],
        matches: {...matchPlaces(areas, summit.regions), ...Object.fromEntries(kept)},
        land: map.land.filter((label) => labels.has(label)),
        around: map.around.filter((label) => labels.has(label)),
      },
      said: `Opened ${fileName}.`,
    };
  });
}

/** A reason as a sentence with the name of the file. */
function describeProblem(name: string, reason: string): string {
  return /^(?:is|isn’t|has|can’t)\s/.test(reason) ? `“${name}” ${reason}.` : `“${name}”: ${reason}.`;
}

/** What an area is on the map. */
export type AreaUse =
  {readonly kind: 'nothing' | 'land' | 'around' | 'new-place'} | {readonly kind: 'place'; readonly id: string};

/** Uses an area in another way than before. */
export function useArea(context: WriteContext, area: Area, use: AreaUse): void {
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
      },
    };
  });
  if (use.kind === 'new-place') makePlace(context, area);
}

/** Adds a place that is drawn with this area. */
function makePlace(context: WriteContext, {label, code, wikidata}: Area): void {
  const {actions} = context;
  let id = '';
  actions.edit(
    'Add a place',
    (draft) => {
      id = addPlace(draft, label, {...(code !== undefined && {code}), ...(wikidata !== undefined && {wikidata})});
    },
    {said: `Added the place “${label}”.`},
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
  const {fileName, areas} = context.state.ui.map;
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
    const drawn = draw({areas: usedAreas(areas, request), request, basis, credit});
    if ('problem' in drawn) {
      showMap(context, {isBusy: false, problem: describeProblem(fileName, drawn.problem)});
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
  const {areas, matches, wholeName, land, around, isCropped} = state.ui.map;
  const whole = wholeName.trim();
  const lands = [
    ...(whole
      ? [{name: whole, values: areas.filter(({kind, isPart}) => kind === 'area' && !isPart).map(({label}) => label)}]
      : []),
    ...land.map((label) => ({name: label, values: [label]})),
  ];
  return {
    regions: summit.regions.flatMap(({id}) => (matches[id] === undefined ? [] : [{id, value: matches[id]}])),
    key: undefined,
    land: lands,
    crop:
      isCropped || around.length > 0
        ? {
            marginPercent: MARGIN_PERCENT,
            context: undefined,
            neighbours: around.map((label) => ({name: label, values: [label]})),
            seas: [],
            hasLocator: lands.length > 0,
            hasScale: true,
          }
        : undefined,
    width: WIDTH,
    keepPercent: undefined,
  };
}

function usedAreas(areas: readonly Area[], {regions, land, crop}: MapRequest): Area[] {
  const labels = new Set([
    ...(regions ?? []).map(({value}) => value),
    ...[...land, ...(crop?.neighbours ?? [])].flatMap(({values}) => values ?? []),
  ]);
  return areas.filter(({label}) => labels.has(label));
}
