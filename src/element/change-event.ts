import type {EditionChanges} from '../data/compare-editions.js';
import type {Summit} from '../data/summit.js';

/**
 * Fired when another edition of the same summit is on screen, after a poll or new `data`. It follows `summit-load`. It
 * bubbles and crosses shadow roots.
 *
 * @example
 * document.addEventListener('summit-change', ({summit, added, changed, withdrawn}) => {
 *   console.log(summit.revision, [...added, ...changed, ...withdrawn]);
 * });
 */
export class SummitChangeEvent extends Event implements EditionChanges {
  /** The summit on screen. Read only: elements share the object. */
  declare readonly summit: Summit;
  /** Ids of the claims that are new. Empty: none. */
  declare readonly added: EditionChanges['added'];
  /** Ids of the claims whose text, speakers, certainty, date or sources changed. Empty: none. */
  declare readonly changed: EditionChanges['changed'];
  /** Ids of the claims that were removed or withdrawn. Empty: none. */
  declare readonly withdrawn: EditionChanges['withdrawn'];

  constructor(summit: Summit, changes: EditionChanges) {
    super('summit-change', {bubbles: true, composed: true});
    Object.assign(this, {summit}, changes);
  }
}
