import {copyPlain} from './copy-plain.js';
import type {Issue} from './issue.js';
import {Report} from './report.js';
import {reportShape} from './schema-issues.js';
import {summitSchema} from './summit-schema.js';

/**
 * Finds keys that the format doesn't have, with a suggestion. `parseSummit` allows them because a later 1.x version
 * may define them, but editors want to see typos. Never throws; the data may have other errors too.
 */
export function checkUnknownKeys(input: unknown): readonly Issue[] {
  const unknown = new Report();
  try {
    const copy = copyPlain(input);
    if ('value' in copy) reportShape(summitSchema, copy.value, new Report(), unknown);
  } catch {
    // `parseSummit` reports unreadable data.
  }
  return unknown.issues;
}
