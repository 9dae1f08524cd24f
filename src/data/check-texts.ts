import {isRecord} from './copy-plain.js';
import {codePoint, findUnsafe, placeIn, type Report} from './report.js';

/**
 * Reports characters that a text cannot need and that could disguise it: control characters but tabs and line breaks,
 * overrides and embeddings of the direction of writing, half characters, tags, code points that are none. Marks that only give a
 * hint of the direction (U+200E, U+200F) pass: names in two scripts need them.
 *
 * @param data Plain data of no more than a few levels.
 * @param known Parts of the data that were looked at before.
 */
export function reportTexts(data: unknown, report: Report, known?: ReadonlySet<unknown>, path = ''): void {
  if (typeof data === 'string') {
    const character = findUnsafe(data);
    if (character !== undefined) {
      report.add(() => ({
        path,
        message: `has the character ${codePoint(character)}, which no reader sees; take it out`,
      }));
    }
  } else if (known?.has(data)) {
    // Nothing new.
  } else if (Array.isArray(data)) {
    for (const [i, entry] of data.entries()) reportTexts(entry, report, known, placeIn(path, i));
  } else if (isRecord(data)) {
    for (const [key, value] of Object.entries(data)) reportTexts(value, report, known, placeIn(path, key));
  }
}
