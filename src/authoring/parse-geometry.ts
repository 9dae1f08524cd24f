import {findJsonDefect} from '../loading/find-json-defect.js';
import {decode} from './parse-data-file.js';
import {makePlaces} from './part.js';
import {GeometryError, type SourceFeature} from './pick-features.js';
import {readFeatures} from './read-geometry.js';

/** Reads the features of a GeoJSON or TopoJSON file. Throws a `GeometryError` if it isn't one. */
export function parseGeometry(bytes: Uint8Array): SourceFeature[] {
  const {text, bad} = decode(bytes);
  if (bad !== undefined)
    throw new GeometryError(
      `line ${String(makePlaces(text)(bad).line)} isn’t in UTF-8; save the file with that encoding`,
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new GeometryError(`isn’t JSON; ${findJsonDefect(text) ?? ''}`);
  }
  return readFeatures(value);
}
