import type {EditionChanges} from '../data/compare-editions.js';
import type {Summit} from '../data/summit.js';

/** Another edition of the same summit is on screen, after a refresh or new `data`. It follows `summit-load`. */
export class SummitChangeEvent extends Event implements EditionChanges {
  /** What the element shows now. Read it, do not change it: elements share it. */
  declare readonly summit: Summit;
  /** Ids of the claims that were not there before. */
  declare readonly added: EditionChanges['added'];
  /** Ids of the claims that say something else now, or by others, or with another certainty, date or source. */
  declare readonly changed: EditionChanges['changed'];
  /** Ids of the claims that are gone. */
  declare readonly withdrawn: EditionChanges['withdrawn'];

  constructor(summit: Summit, changes: EditionChanges) {
    super('summit-change', {bubbles: true, composed: true});
    Object.assign(this, {summit}, changes);
  }
}
