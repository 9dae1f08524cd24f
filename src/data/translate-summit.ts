import {texts, type TextTree} from './schema-paths.js';
import type {Summit} from './summit.js';
import type {Translation} from './translation.js';

/** A summit in another language, as far as its translation goes. */
export interface TranslatedSummit {
  /**
   * With the texts and the language of the translation; parts without a translated text are those of the original.
   * The original itself where nothing of the translation fits.
   */
  readonly summit: Summit;
  /**
   * Texts that stay in the original's language: those of `missing`, and the titles, licences and credits that nobody
   * translates. A text that the translation gives word for word is not among them. Names under `native` aren't either:
   * they carry their own language.
   */
  readonly originals: ReadonlySet<string>;
  /** Those of `originals` that a translation could give, and this one does not, or no longer does. */
  readonly missing: ReadonlySet<string>;
  /** Whether it is a translation of an earlier edition of this summit. */
  readonly stale: boolean;
}

/**
 * Whether a translated text is far longer than its original. What a box shows was counted with the original, which may stand in
 * thousands of places.
 */
export function isTooLong(translated: string, original: string): boolean {
  return translated.length > 4 * original.length + 100;
}

/** An object of the summit, of whatever kind. */
type Entry = Readonly<Record<string, unknown>>;

/** One text of a summit. */
interface Place {
  /** Where it stands, such as `claims.clash.text`. */
  readonly key: string;
  /** The object it is a field of. */
  readonly entry: Entry;
  /** Whether an index leads to it, which another edition may have given to something else. */
  readonly byIndex: boolean;
  /** Whether nobody translates it. */
  readonly isFixed: boolean;
}

/** What stands in the place of a text. */
type Visit = (text: string, place: Place) => string;

/** The value with every text of it replaced; if all stay the same, the value itself. */
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

/** Every text of a summit that a translation may give, by its key, in the order of the summit. */
export function translatableTexts(summit: Summit): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  mapTexts(summit, texts, '', false, (text, {key, isFixed}) => {
    if (!isFixed) found.set(key, text);
    return text;
  });
  return found;
}

/**
 * Puts the texts of a translation into a summit and leaves its input alone.
 *
 * A translation of another summit, or of a later edition, is not used at all. Of one of an earlier edition these texts
 * are not used: claims that a change since then is about, labels that rest on such a claim, and texts that only an index
 * leads to (names of the map's land, the log of changes), since entries may have moved.
 */
export function translateSummit(summit: Summit, translation: Translation): TranslatedSummit {
  const {of, lang, texts: given} = translation;
  const fits = of.id === summit.id && of.revision <= summit.revision;
  const stale = fits && of.revision < summit.revision;
  const changed = new Set(
    stale
      ? summit.changes.flatMap(({revision = Infinity, targets = []}) => (revision > of.revision ? targets : []))
      : [],
  );
  const outdated = ({key, entry, byIndex}: Place): boolean =>
    byIndex || (key.startsWith('claims.') ? changed.has(entry['id'] as string) : restsOn(entry, changed));

  const originals = new Set<string>();
  const missing = new Set<string>();
  const used = new Set<string>();
  const translated = mapTexts(summit, texts, '', false, (text, place) => {
    const {key, isFixed} = place;
    const translatedText =
      fits && !isFixed && Object.hasOwn(given, key) && !(stale && outdated(place)) ? given[key] : undefined;
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

/** Whether a view, or a part of its answer, rests on one of the claims. */
function restsOn({claims, items}: Entry, changed: ReadonlySet<string>): boolean {
  if ((claims as readonly string[] | undefined)?.some((id) => changed.has(id))) return true;
  return (items as readonly Entry[] | undefined)?.some((item) => restsOn(item, changed)) ?? false;
}
