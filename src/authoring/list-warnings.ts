import {checkAddresses} from '../data/check-addresses.js';
import {checkBalance, checkMainAims} from '../data/check-balance.js';
import {checkCharacters} from '../data/check-characters.js';
import {checkMapLabels} from '../data/check-map-labels.js';
import {checkPlausibility} from '../data/check-plausibility.js';
import {checkWithdrawn} from '../data/check-references.js';
import type {Issue} from '../data/issue.js';
import type {Summit} from '../data/summit.js';

/** What an editor should consider in a valid summit; none of it depends on the day or on a fingerprint. */
export function listWarnings(summit: Summit): Issue[] {
  return [
    ...checkMainAims(summit),
    ...checkBalance(summit),
    ...checkMapLabels(summit),
    ...checkWithdrawn(summit),
    ...checkAddresses(summit),
    ...checkPlausibility(summit),
    ...checkCharacters(summit),
  ];
}
