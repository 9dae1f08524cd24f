import type {Area} from '../../../src/authoring/list-areas.js';

/** The geometry file that a map is drawn from, and what is chosen from it. Kept until the page is left. */
export interface MapUi {
  /** Id of the actor whose position about a place is added next; empty for the first. */
  readonly actor: string;
  /** Name of the geometry file; empty if none is open. */
  readonly fileName: string;
  /** What can be chosen from it: its features, by name. */
  readonly areas: readonly Area[];
  readonly search: string;
  /** The area of each place: its label, by the id of the place. */
  readonly matches: Readonly<Record<string, string>>;
  /** Name of the land that all areas make up together; empty if they aren't drawn as one. */
  readonly wholeName: string;
  /** Labels of the areas that are drawn under the places. */
  readonly land: readonly string[];
  /** Labels of the areas that are drawn around the land. */
  readonly around: readonly string[];
  /** Whether the map shows only the places and what is close to them. */
  readonly isCropped: boolean;
  /** Which borders the next map shows, and who provides them. A map that is drawn has its own. */
  readonly basis: string;
  readonly credit: string;
  /** Why the file can't be used or the map can't be drawn; empty if nothing is wrong. */
  readonly problem: string;
  /** What the last map leaves out. */
  readonly notes: readonly string[];
  readonly isBusy: boolean;
}

export const initialMap: MapUi = {
  actor: '',
  fileName: '',
  areas: [],
  search: '',
  matches: {},
  wholeName: '',
  land: [],
  around: [],
  isCropped: false,
  basis: '',
  credit: '',
  problem: '',
  notes: [],
  isBusy: false,
};
