import type {Area} from '../../../src/authoring/list-areas.js';

/** An area of one of the open files. */
export interface MapArea extends Area {
  /** Its name on the map. The label also has the file if an earlier file has an area of this name. */
  readonly name: string;
}

/** A geometry file that is open. */
export interface GeometryFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly areas: readonly MapArea[];
}

/** The geometry files that a map is drawn from, and what is chosen from them. Kept until the page or the draft is left. */
export interface MapUi {
  /** Id of the actor whose position about a place is added next; empty for the first. */
  readonly actor: string;
  /** The open files, the first one first. No area has the label of another one. */
  readonly files: readonly GeometryFile[];
  readonly search: string;
  /** The area of each place: its label, by the id of the place. */
  readonly matches: Readonly<Record<string, string>>;
  /** Name of the land that all areas of the first file make up together; empty if they aren't drawn as one. */
  readonly wholeName: string;
  /** Labels of the areas that are drawn under the places. */
  readonly land: readonly string[];
  /** Labels of the areas that are drawn around the land. */
  readonly around: readonly string[];
  /** Labels of the areas and points where the name of a sea is written. */
  readonly seas: readonly string[];
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
  files: [],
  search: '',
  matches: {},
  wholeName: '',
  land: [],
  around: [],
  seas: [],
  isCropped: false,
  basis: '',
  credit: '',
  problem: '',
  notes: [],
  isBusy: false,
};

/** What can be chosen: the areas of all open files. */
export function areasOf({files}: MapUi): readonly MapArea[] {
  return files.flatMap(({areas}) => areas);
}
