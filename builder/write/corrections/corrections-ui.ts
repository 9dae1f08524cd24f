import type {Summit} from '../../../src/data/summit.js';
import type {Problem} from '../fields/problem.js';

/** The published edition that the draft is compared with. It isn't part of the draft. */
export interface CorrectionsUi {
  readonly published: {readonly summit: Summit; readonly name: string} | undefined;
  /** Why a file can't be compared. */
  readonly problem: Problem | undefined;
  readonly isLoading: boolean;
}

export const initialCorrections: CorrectionsUi = {published: undefined, problem: undefined, isLoading: false};
