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

/** Fields that a translation may give. */
const TRANSLATABLE = new Set(['title', 'subtitle', 'name', 'shortName', 'office', 'label', 'text', 'note', 'basis']);

/** Fields that stay as they are: by these names a reader finds the source. */
const KEPT = new Set(['shortTitle', 'license', 'credit']);

/** Parts with a language of their own, and the many without a text. */
const PASSED = new Set(['native', 'refs', 'by', 'about', 'point', 'shape']);

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
  readonly kept: boolean;
}

/** What stands in the place of a text. */
type Visit = (text: string, place: Place) => string;

/** The value with every text of it replaced; where all stay the same, the value itself. */
function mapTexts(value: unknown, path: string, byIndex: boolean, visit: Visit): unknown {
  if (typeof value !== 'object' || value === null) return value;
  let copy: Record<string, unknown> | unknown[] | undefined;
  if (Array.isArray(value)) {
    value.forEach((entry: unknown, i) => {
      if (typeof entry !== 'object') return;
      const id = (entry as Entry | null)?.['id'] as string | undefined;
      const mapped = mapTexts(entry, `${path}.${id ?? String(i)}`, byIndex || id === undefined, visit);
      if (mapped !== entry) ((copy ??= [...(value as unknown[])]) as unknown[])[i] = mapped;
    });
    return copy ?? value;
  }
  const entry = value as Entry;
  for (const field of Object.keys(entry)) {
    if (PASSED.has(field)) continue;
    const part = entry[field];
    const key = path ? `${path}.${field}` : field;
    let mapped = part;
    if (typeof part !== 'string') mapped = mapTexts(part, key, byIndex, visit);
    else if (TRANSLATABLE.has(field) || KEPT.has(field)) {
      const kept = KEPT.has(field) || (field === 'title' && path.startsWith('sources.'));
      mapped = visit(part, {key, entry, byIndex, kept});
    }
    if (mapped !== part) ((copy ??= {...entry}) as Record<string, unknown>)[field] = mapped;
  }
  return copy ?? value;
}

/** Every text of a summit that a translation may give, by its key, in the order of the summit. */
export function translatableTexts(summit: Summit): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  mapTexts(summit, '', false, (text, {key, kept}) => {
    if (!kept) texts.set(key, text);
    return text;
  });
  return texts;
}

/**
 * Puts the texts of a translation into a summit and leaves its input alone.
 *
 * A translation of another summit, or of a later edition, is not used at all. Of one of an earlier edition these texts
 * are not used: claims that a change since then is about, labels that rest on such a claim, and texts that only an index
 * leads to (names of the map's land, the log of changes), since entries may have moved.
 */
export function translateSummit(summit: Summit, translation: Translation): TranslatedSummit {
  const {of, lang, texts} = translation;
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
  const given = new Set<string>();
  const translated = mapTexts(summit, '', false, (text, place) => {
    const {key, kept} = place;
    const translatedText =
      fits && !kept && Object.hasOwn(texts, key) && !(stale && outdated(place)) ? texts[key] : undefined;
    if (translatedText !== undefined && !isTooLong(translatedText, text)) {
      given.add(translatedText);
      return translatedText;
    }
    originals.add(text);
    if (!kept) missing.add(text);
    return text;
  }) as Summit;
  for (const text of given) {
    originals.delete(text);
    missing.delete(text);
  }
  return {summit: given.size > 0 ? {...translated, lang} : summit, originals, missing, stale};
}

/** Whether a view, or a part of its answer, rests on one of the claims. */
function restsOn({claims, items}: Entry, changed: ReadonlySet<string>): boolean {
  if ((claims as readonly string[] | undefined)?.some((id) => changed.has(id))) return true;
  return (items as readonly Entry[] | undefined)?.some((item) => restsOn(item, changed)) ?? false;
}
