import {isRecord} from './copy-plain.js';
import {codePoint, findUnsafe, placeIn, type Report} from './report.js';
import {ENTRIES_PER_STEP, type Steps} from './steps.js';

/**
 * Reports characters that no text needs and that could disguise it: control characters except tabs and line breaks,
 * directional overrides and embeddings, unpaired surrogates, tag characters, noncharacters. Directional marks
 * (U+200E, U+200F) are allowed: names in two scripts need them.
 *
 * @param data Plain data with few levels.
 * @param known Parts of the data that were checked before.
 * @param path Returns the path of `data` in the file.
 */
export function reportTexts(
  data: unknown,
  report: Report,
  known?: ReadonlySet<unknown>,
  path: () => string = () => '',
): void {
  if (typeof data === 'string') {
    const character = findUnsafe(data);
    if (character !== undefined) {
      report.add(() => ({
        path: path(),
        message: `has the character ${codePoint(character)}, which readers can’t see; remove it`,
      }));
    }
  } else if (known?.has(data)) {
    // Nothing new.
  } else if (Array.isArray(data)) {
    for (const [i, entry] of data.entries()) reportTexts(entry, report, known, () => placeIn(path(), i));
  } else if (isRecord(data)) {
    for (const [key, value] of Object.entries(data)) reportTexts(value, report, known, () => placeIn(path(), key));
  }
}

/** Like `reportTexts` for a whole file, in steps. */
export function* reportTextsInSteps(data: unknown, report: Report, known?: ReadonlySet<unknown>): Steps<void> {
  if (!isRecord(data)) return;
  for (const [key, value] of Object.entries(data)) {
    if (Array.isArray(value)) {
      for (const [i, entry] of value.entries()) {
        reportTexts(entry, report, known, () => placeIn(key, i));
        if (i % ENTRIES_PER_STEP === 0) yield;
      }
    } else reportTexts(value, report, known, () => key);
  }
}
