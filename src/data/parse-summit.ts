import {checkReferences} from './check-references.js';
import type {Issue} from './issue.js';
import {checkShape} from './summit-schema.js';
import type {Summit} from './summit.js';

/** A summit, or everything that keeps the input from being one. */
export type ParsedSummit =
  | {readonly summit: Summit; readonly issues?: undefined}
  | {readonly summit?: undefined; readonly issues: readonly Issue[]};

/**
 * Reads unknown data, such as a parsed JSON file. Never throws; reports every issue, each with its place in the file
 * (`positions[3].claims[1]`), so that an editor can mend a file in one go. Keys it does not know are left out of the
 * result. References are followed once the shape is right.
 */
export function parseSummit(input: unknown): ParsedSummit {
  try {
    const shape = checkShape(input);
    if ('issues' in shape) return {issues: shape.issues};
    const issues = checkReferences(shape.summit);
    return issues.length > 0 ? {issues} : {summit: shape.summit};
  } catch (cause) {
    // An object of the page's own may throw when it is read: a getter, a proxy that was revoked.
    return {issues: [{path: '', message: `could not be read (${String(cause)}); hand over plain data, as from JSON`}]};
  }
}
