import type {Summit} from './summit.js';

/** Ids of the claims that the log withdraws. No view shows them, even if they are still in the ledger. */
export function withdrawnClaims({changes}: Pick<Summit, 'changes'>): ReadonlySet<string> {
  return new Set(changes.flatMap(({kind, targets = []}) => (kind === 'withdrawal' ? targets : [])));
}
