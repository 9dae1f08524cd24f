import {alaska2025} from './summits/alaska-2025.js';
import type {Summit} from './summit.js';

/** Summits that come with the package, by id. */
export const bundledSummits: ReadonlyMap<string, Summit> = new Map([[alaska2025.id, alaska2025]]);

/** Id of the summit that an element shows without a `summit` attribute, `src` or data. */
export const defaultSummitId = alaska2025.id;
