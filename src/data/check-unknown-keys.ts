import {copyPlain} from './copy-plain.js';
import type {Issue} from './issue.js';
import {Report} from './report.js';
import {reportShape} from './schema-issues.js';
import {summitSchema} from './summit-schema.js';

/**
 * Keys of unknown data that no summit file has, and what was probably meant. `parseSummit` lets them pass, since a later
 * 1.x may know them; whoever writes a file wants to hear of them. Never throws; data may be wrong otherwise too.
 */
export function checkUnknownKeys(input: unknown): readonly Issue[] {
  const unknown = new Report();
  try {
    const copy = copyPlain(input);
    if ('value' in copy) reportShape(summitSchema, copy.value, new Report(), unknown);
  } catch {
    // What cannot be read has no keys to name; `parseSummit` says so.
  }
  return unknown.issues;
}
