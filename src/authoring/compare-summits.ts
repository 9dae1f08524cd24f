import {compareEditions} from '../data/compare-editions.js';
import type {Claim, Summit} from '../data/summit.js';
import {compareFields, type FieldChanges} from './compare-fields.js';

/** A claim in both editions. */
export interface ClaimPair {
  readonly id: string;
  readonly before?: Claim | undefined;
  readonly after?: Claim | undefined;
}

/** Every difference between two editions of a summit. */
export interface SummitDifference extends FieldChanges {
  readonly id: string;
  readonly revisions: {readonly before: number; readonly after: number; readonly raised: boolean};
  readonly added: readonly ClaimPair[];
  readonly changed: readonly ClaimPair[];
  readonly withdrawn: readonly ClaimPair[];
}

/** Compares two editions of a summit: the claims with their content, and everything else field by field. */
export function compareSummits(before: Summit, after: Summit): SummitDifference {
  const {added, changed, withdrawn} = compareEditions(before, after);
  const [old, now] = [claimsById(before), claimsById(after)];
  return {
    id: after.id,
    revisions: {before: before.revision, after: after.revision, raised: after.revision > before.revision},
    added: added.map((id) => ({id, after: now.get(id)})),
    changed: changed.map((id) => ({id, before: old.get(id), after: now.get(id)})),
    withdrawn: withdrawn.map((id) => ({id, before: old.get(id)})),
    ...compareFields(before, after),
  };
}

function claimsById({claims}: Summit): Map<string, Claim> {
  return new Map(claims.map((claim) => [claim.id, claim]));
}
