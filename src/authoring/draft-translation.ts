import {outdatedTexts, translatableTexts} from '../data/translate-summit.js';
import type {Summit} from '../data/summit.js';
import type {Translation} from '../data/translation.js';

/** A translation file to fill in. */
export interface TranslationDraft extends Translation {
  /** Every translatable text of the summit by its key: the original, and the translation if there is one. */
  readonly entries: readonly DraftEntry[];
  /** Texts of the earlier translation whose originals are gone. */
  readonly gone: readonly (readonly [key: string, text: string])[];
}

/** A text with its translation. */
interface DraftEntry {
  readonly key: string;
  readonly original: string;
  readonly text: string | undefined;
  /** Whether the original may have changed after the translation was made. */
  readonly isChanged: boolean;
}

/** Compares an earlier translation, which may have no texts, with the summit. */
export function draftTranslation(summit: Summit, earlier: Translation): TranslationDraft {
  const changed = outdatedTexts(summit, earlier.of.revision);
  const originals = translatableTexts(summit);
  const given = new Map(Object.entries(earlier.texts));
  const entries = [...originals].map(([key, original]) => ({
    key,
    original,
    text: given.get(key),
    isChanged: given.has(key) && changed.has(key),
  }));
  // An unreviewed text must not count as a translation of this edition.
  const revision = entries.some(({isChanged}) => isChanged) ? earlier.of.revision : summit.revision;
  const gone = [...given].filter(([key]) => !originals.has(key));
  return {...earlier, of: {id: summit.id, revision}, entries, gone};
}

/** The file in JSON, with an empty text for each that is missing. */
export function writeTranslationJson({schemaVersion, of, lang, machine, entries}: TranslationDraft): string {
  const texts = Object.fromEntries(entries.map(({key, text = ''}) => [key, text]));
  return `${JSON.stringify({schemaVersion, of, lang, machine: machine ?? false, texts}, null, 2)}\n`;
}

/**
 * The file in YAML, with the original above each text.
 *
 * An empty text would be an error, and a forgotten one would stop everything. So a missing text is a comment: the
 * file is valid at any time, and pages show the original of what isn't done yet. The quotation marks are there
 * already, so that a colon or a # in the translation needs no thought.
 */
export function writeTranslationYaml(
  {schemaVersion, of, lang, machine, entries, gone}: TranslationDraft,
  summit: Summit,
): string {
  const reviews = of.revision < summit.revision;
  const lines = [
    `# Translation of ${summit.id}, revision ${String(summit.revision)}, from ${summit.lang} into ${lang}.`,
    '# Above each text is its original. Write the translation between the quotation marks and remove the # before its key.',
    '# Pages show the original of a text that keeps its #. Keep the two spaces before each key.',
    '',
    `schemaVersion: ${JSON.stringify(schemaVersion)}`,
    ...(reviews ? [`# Review the texts marked CHANGED, then write ${String(summit.revision)} as the revision.`] : []),
    `of: {id: ${JSON.stringify(of.id)}, revision: ${String(of.revision)}}`,
    `lang: ${JSON.stringify(lang)}`,
    `machine: ${String(machine ?? false)}  # true: a machine translated the texts and nobody has reviewed them`,
    'texts:',
  ];
  for (const {key, original, text, isChanged} of entries) {
    lines.push(...original.split(/\r\n?|\n/).map((line) => `  # ${line}`.trimEnd()));
    if (isChanged) lines.push(`  # CHANGED since revision ${String(of.revision)}: review this text`);
    lines.push(`  ${text === undefined ? '# ' : ''}${key}: ${JSON.stringify(text ?? '')}`, '');
  }
  if (gone.length > 0) lines.push('  # Texts whose original is gone:');
  for (const [key, text] of gone) lines.push(`  # ${JSON.stringify(key)}: ${JSON.stringify(text)}`);
  return `${lines.join('\n').trimEnd()}\n`;
}
