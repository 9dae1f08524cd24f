import type {Certainty} from '../../../src/data/summit.js';

/** Indices of a paragraph and of a sentence in it. */
export interface SentencePlace {
  readonly paragraph: number;
  readonly sentence: number;
}

/** The sentences from which a statement is being made. */
interface SelectedText {
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** Indices of the first and the last sentence. */
  readonly from: number;
  readonly to: number;
  /** The selected words of the article. */
  readonly words: string;
}

/** The statement that is being made. */
export interface NewStatement extends SelectedText {
  /** What it says: the selected words, until the editor changes them. */
  readonly text: string;
  /** Id of the speaker; empty for the article itself; `undefined` until the editor decides. */
  readonly by: string | undefined;
  readonly certainty: Certainty | undefined;
  /** Name of a speaker who isn't in the file yet. */
  readonly newSpeaker: string;
  /** Whether that speaker is a side of the talks. */
  readonly isSide: boolean;
  /** Whether the quotation in the selected words is kept beside a text that shortens it. */
  readonly keepsQuote: boolean;
}

/** What was typed into the form for a new article. */
export interface NewArticle {
  /** Id of the source that the text is from; empty for a new source. */
  readonly source: string;
  readonly text: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly date: string;
}

export interface ArticleUi {
  /** Id of the source whose article is shown; empty for the first one. */
  readonly source: string;
  /** Whether another article is being added. */
  readonly isAdding: boolean;
  readonly added: NewArticle;
  /** The sentence that the arrow keys have reached. */
  readonly focused: SentencePlace;
  readonly statement: NewStatement | undefined;
}

export const initialArticle: ArticleUi = {
  source: '',
  isAdding: false,
  added: {source: '', text: '', title: '', publisher: '', url: '', date: ''},
  focused: {paragraph: 0, sentence: 0},
  statement: undefined,
};
