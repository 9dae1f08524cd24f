import type {BundledTranslations} from './bundled-translations.js';
import type {Summit, SummitOutline} from './summit.js';

/** A summit that an element can show by its id. */
export type RegisteredSummit =
  | {
      readonly summit: Summit;
      /**
       * Whether the summit comes with the package. Bundled summits skip validation; other summits are validated like the
       * `data` property.
       */
      readonly isBundled: boolean;
      readonly load?: undefined;
    }
  | {
      readonly summit: SummitOutline;
      readonly isBundled: true;
      /** Loads the whole summit. */
      readonly load: () => Promise<Summit>;
    };

const registryKey = Symbol.for('summit-embeds.summits');

/** Loads the translations of the bundled summits of one copy of the package: by summit id, then by language. */
export type TranslationsLoader = () => Promise<{readonly bundledTranslations: BundledTranslations}>;

interface Registry {
  readonly summits: Map<string, RegisteredSummit>;
  readonly listeners: Set<() => void>;
  readonly translations: TranslationsLoader[];
  defaultId?: string;
}

/**
 * All copies of the package in a page share one registry: two embeds may each load a copy, but the browser uses only
 * the first one's elements. The key is a symbol so that it can't collide with the page's own names.
 */
const shared = globalThis as {[registryKey]?: Registry};
const registry: Registry = (shared[registryKey] ??= {summits: new Map(), listeners: new Set(), translations: []});

/**
 * Registers a summit. Elements whose `summit` attribute is its id show it. It is validated as strictly as a file when
 * the first element shows it; if it is invalid, that element fires `summit-error`. A summit with an existing id
 * replaces the earlier one, also in elements that already show it. It never becomes the default for elements without
 * a `summit` attribute.
 *
 * @param summit The data. Don't change it afterwards. A summit without an `id` is ignored.
 * @example
 * import {registerSummit} from 'summit-embeds';
 * import 'summit-embeds/define-elements.js';
 * import talks from './talks.json' with {type: 'json'};
 *
 * registerSummit(talks);
 * // <summit-fact-box summit="talks"></summit-fact-box>
 */
export function registerSummit(summit: Summit): void {
  put({summit, isBundled: false});
}

/**
 * Registers a bundled summit, unless another copy of the package registered the same revision or a later one. The
 * first bundled summit becomes the default.
 */
export function registerBundledSummit(bundled: RegisteredSummit): void {
  const {id, revision} = bundled.summit;
  registry.defaultId ??= id;
  const known = registry.summits.get(id);
  // Elements of an older copy also show the newer edition.
  if (!known || (known.isBundled && known.summit.revision < revision)) put(bundled);
}

/**
 * Returns the registered summit with this id, or `undefined` if there is none. Without an id, returns the default
 * summit, if an entry point registered one.
 *
 * @param id An empty string counts as no id.
 */
export function findSummit(id: string | null | undefined): RegisteredSummit | undefined {
  return registry.summits.get(id?.trim() || (registry.defaultId ?? ''));
}

/**
 * Ids of the registered summits if there is a default summit. Otherwise `undefined`: any id may still be registered
 * later.
 */
export function knownIds(): readonly string[] | undefined {
  return registry.defaultId === undefined ? undefined : [...registry.summits.keys()];
}

/** Calls the listener after each registration of a summit or of translations, until `offRegister`. */
export function onRegister(listener: () => void): void {
  registry.listeners.add(listener);
}

/** Removes a listener added with `onRegister`. */
export function offRegister(listener: () => void): void {
  registry.listeners.delete(listener);
}

/**
 * Translation loaders of all copies of the package in this page. The single-file build has no translations: if it
 * loads first, its elements use those of a later copy.
 */
export function sharedTranslations(): readonly TranslationsLoader[] {
  return registry.translations;
}

/** Shares this copy's translations with the elements of other copies. */
export function shareTranslations(load: TranslationsLoader): void {
  registry.translations.push(load);
  notify();
}

function put(registered: RegisteredSummit): void {
  const summit = registered.summit as Partial<Summit> | null | undefined;
  if (!summit?.id) return;
  registry.summits.set(summit.id, registered);
  notify();
}

function notify(): void {
  for (const listener of [...registry.listeners]) listener();
}
