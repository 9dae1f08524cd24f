import {texts, type TextTree} from './schema-paths.js';
import type {Summit} from './summit.js';
import type {Translation} from './translation.js';

/** A summit with the texts of a translation. Untranslated texts stay in the original language. */
export interface TranslatedSummit {
  /**
   * The summit with the translated texts and the language of the translation. Texts without a translation are the
   * originals. If nothing of the translation is usable, the original summit itself.
   */
  readonly summit: Summit;
  /**
   * Texts in the original's language: those in `missing`, and titles, licences and credits, which are never
   * translated. Excludes texts whose translation equals the original, and names under `native`, which have their own
   * language.
   */
  readonly originals: ReadonlySet<string>;
  /** The part of `originals` that is translatable but that this translation lacks, or gives for an outdated claim. */
  readonly missing: ReadonlySet<string>;
  /** Whether the translation is for an earlier revision of this summit. */
  readonly stale: boolean;
}

/**
 * Whether a translated text is far longer than its original. The output size is checked with the original, and a text
 * may appear thousands of times.
 */
export function isTooLong(translated: string, original: string): boolean {
  return translated.length > 4 * original.length + 100;
}

/** Any object of the summit. */
type Entry = Readonly<Record<string, unknown>>;

/** One text of a summit. */
interface Place {
  /** Path of the text, such as `claims.clash.text`. */
  readonly key: string;
  /** The object that contains the text. */
  readonly entry: Entry;
  /** Whether the path contains an index, which may refer to another entry in another edition. */
  readonly byIndex: boolean;
  /** Whether the text is never translated. */
  readonly isFixed: boolean;
}

/** Returns the replacement of a text. */
type Visit = (text: string, place: Place) => string;

/** Replaces every text of a value. Returns the value itself if no text changes. */
function mapTexts(value: unknown, tree: TextTree, path: string, byIndex: boolean, visit: Visit): unknown {
  if (typeof value !== 'object' || value === null) return value;
  let copy: Record<string, unknown> | unknown[] | undefined;
  if (Array.isArray(value)) {
    value.forEach((entry: unknown, i) => {
      const id = (entry as Entry | null)?.['id'] as string | undefined;
      const mapped = mapTexts(entry, tree, `${path}.${id ?? String(i)}`, byIndex || id === undefined, visit);
      if (mapped !== entry) ((copy ??= [...(value as unknown[])]) as unknown[])[i] = mapped;
    });
    return copy ?? value;
  }
  const entry = value as Entry;
  for (const field of Object.keys(entry)) {
    const branch = Object.hasOwn(tree, field) ? tree[field] : undefined;
    if (branch === undefined) continue;
    const part = entry[field];
    const key = path ? `${path}.${field}` : field;
    let mapped = part;
    if (typeof branch === 'object') mapped = mapTexts(part, branch, key, byIndex, visit);
    else if (typeof part === 'string') mapped = visit(part, {key, entry, byIndex, isFixed: !branch});
    if (mapped !== part) ((copy ??= {...entry}) as Record<string, unknown>)[field] = mapped;
  }
  return copy ?? value;
}

/** Returns every translatable text of a summit by its key, in the order of the summit. */
export function translatableTexts(summit: Summit): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  mapTexts(summit, texts, '', false, (text, {key, isFixed}) => {
    if (!isFixed) found.set(key, text);
    return text;
  });
  return found;
}

/**
 * Returns a summit with the texts of a translation. Doesn't modify its arguments.
 *
 * A translation of another summit or of a later revision isn't used at all. If the translation is for an earlier
 * revision, these texts aren't used: claims that a later change names, labels that rest on such a claim, and texts
 * whose path contains an index (names of the map's land, the log of changes), since entries may have moved.
 */
export function translateSummit(summit: Summit, translation: Translation): TranslatedSummit {
  const {of, lang, texts: given} = translation;
  const fits = of.id === summit.id && of.revision <= summit.revision;
  const stale = fits && of.revision < summit.revision;
  const outdated = findOutdated(summit, of.revision);

  const originals = new Set<string>();
  const missing = new Set<string>();
  const used = new Set<string>();
  const translated = mapTexts(summit, texts, '', false, (text, place) => {
    const {key, isFixed} = place;
    const translatedText = fits && !isFixed && Object.hasOwn(given, key) && !outdated(place) ? given[key] : undefined;
    if (translatedText !== undefined && !isTooLong(translatedText, text)) {
      used.add(translatedText);
      return translatedText;
    }
    originals.add(text);
    if (!isFixed) missing.add(text);
    return text;
  }) as Summit;
  for (const text of used) {
    originals.delete(text);
    missing.delete(text);
  }
  return {summit: used.size > 0 ? {...translated, lang} : summit, originals, missing, stale};
}

/** Returns whether a text may have changed after a revision. */
function findOutdated({revision: now, changes}: Summit, since: number): (place: Place) => boolean {
  if (since >= now) return () => false;
  const changed = new Set(changes.flatMap(({revision = Infinity, targets = []}) => (revision > since ? targets : [])));
  return ({key, entry, byIndex}) =>
    byIndex || (key.startsWith('claims.') ? changed.has(entry['id'] as string) : restsOn(entry, changed));
}

/** Returns the keys of the texts that may have changed after a revision, as far as the log of changes says so. */
export function outdatedTexts(summit: Summit, since: number): ReadonlySet<string> {
  const outdated = findOutdated(summit, since);
  const keys = new Set<string>();
  mapTexts(summit, texts, '', false, (text, place) => {
    if (!place.isFixed && outdated(place)) keys.add(place.key);
    return text;
  });
  return keys;
}

/** Whether a view or one of its items rests on one of the claims. */
function restsOn({claims, items}: Entry, changed: ReadonlySet<string>): boolean {
  if ((claims as readonly string[] | undefined)?.some((id) => changed.has(id))) return true;
  return (items as readonly Entry[] | undefined)?.some((item) => restsOn(item, changed)) ?? false;
}
