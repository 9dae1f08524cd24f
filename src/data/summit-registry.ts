import type {BundledTranslations} from './bundled-translations.js';
import type {Summit} from './summit.js';

/** A summit that elements can be asked for by its id. */
export interface RegisteredSummit {
  readonly summit: Summit;
  /** Whether it comes with the package, which needs no check. Anything else is checked like the `data` property. */
  readonly isBundled: boolean;
}

const registryKey = Symbol.for('summit-embeds.summits');

/** Brings the translations of the bundled summits that one copy of the package has: by the summit's id, then by language. */
export type TranslationsLoader = () => Promise<{readonly bundledTranslations: BundledTranslations}>;

interface Registry {
  readonly summits: Map<string, RegisteredSummit>;
  readonly listeners: Set<() => void>;
  readonly translations: TranslationsLoader[];
  defaultId?: string;
}

/**
 * One for all copies of the package in a page: two embeds may each bring one, and only the elements of the first are used. A
 * symbol, since a page's own names are its own.
 */
const shared = globalThis as {[registryKey]?: Registry};
const registry: Registry = (shared[registryKey] ??= {summits: new Map(), listeners: new Set(), translations: []});

/**
 * Registers a summit: elements with its id as their `summit` attribute show it. It is checked when the first element shows
 * it, as strictly as a file; an invalid one gives a `summit-error` there. A summit with the id of an earlier one replaces it,
 * also in the elements that already show it. It never becomes the default of elements that name no summit.
 *
 * @param summit The data; do not change it afterwards. Without an `id` it can't be asked for, and is ignored.
 * @example
 * import {registerSummit} from 'summit-embeds';
 * import 'summit-embeds/define-elements.js';
 * import talks from './talks.json' with {type: 'json'};
 *
 * registerSummit(talks);
 * // <summit-fact-box summit="talks"></summit-fact-box>
 */
export function registerSummit(summit: Summit): void {
  put(summit, false);
}

/** Registers a summit of the package, unless another copy has this edition or a later one. The first one is the default summit of elements that name none. */
export function registerBundledSummit(summit: Summit): void {
  registry.defaultId ??= summit.id;
  const known = registry.summits.get(summit.id);
  // The elements of an older copy show the newer edition as well.
  if (!known || (known.isBundled && known.summit.revision < summit.revision)) put(summit, true);
}

/**
 * The registered summit with this id; without an id the default summit, where the entry point registered one.
 *
 * @param id Empty counts as none.
 */
export function findSummit(id: string | null | undefined): RegisteredSummit | undefined {
  return registry.summits.get(id?.trim() || (registry.defaultId ?? ''));
}

/** Ids of the registered summits if one of them is the default; otherwise undefined, and any id may still be registered later. */
export function knownIds(): readonly string[] | undefined {
  return registry.defaultId === undefined ? undefined : [...registry.summits.keys()];
}

/** Calls back after each registration of a summit or of translations, until `offRegister`. */
export function onRegister(listener: () => void): void {
  registry.listeners.add(listener);
}

/** Ends `onRegister`. */
export function offRegister(listener: () => void): void {
  registry.listeners.delete(listener);
}

/**
 * The translations that all copies of the package in this page have. The single file has none: where it came first, a box in
 * another language needs those of the copy that its own snippet brought.
 */
export function sharedTranslations(): readonly TranslationsLoader[] {
  return registry.translations;
}

/** Lets the elements of another copy have this one's translations. */
export function shareTranslations(load: TranslationsLoader): void {
  registry.translations.push(load);
  notify();
}

function put(summit: Summit, isBundled: boolean): void {
  if (!(summit as Partial<Summit> | null | undefined)?.id) return;
  registry.summits.set(summit.id, {summit, isBundled});
  notify();
}

function notify(): void {
  for (const listener of [...registry.listeners]) listener();
}
