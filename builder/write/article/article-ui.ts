import type {Certainty} from '../../../src/data/summit.js';

/** The sentences from which a statement is being made. */
interface SelectedText {
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** Indices of the first and the last sentence. */
  readonly from: number;
  readonly to: number;
}

/** The statement that is being made. */
export interface NewStatement extends SelectedText {
  readonly text: string;
  /** Id of the speaker; empty for the article itself; `undefined` until the editor decides. */
  readonly by: string | undefined;
  readonly certainty: Certainty | undefined;
  /** Name of a speaker who isn't in the file yet. */
  readonly newSpeaker: string;
}

export interface ArticleUi {
  /** Id of the source whose article is shown; empty for the first one. */
  readonly source: string;
  /** Whether another article is being added. */
  readonly isAdding: boolean;
  /** The sentence that the arrow keys have reached. */
  readonly focused: {readonly paragraph: number; readonly sentence: number};
  readonly statement: NewStatement | undefined;
}

export const initialArticle: ArticleUi = {
  source: '',
  isAdding: false,
  focused: {paragraph: 0, sentence: 0},
  statement: undefined,
};
