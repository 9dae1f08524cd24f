import type {BadFile} from '../../file/read-file.js';

/** Which texts are listed. */
export const filters = ['missing', 'changed', 'all'] as const;
export type Filter = (typeof filters)[number];

/** What the section Translations shows. */
export interface TranslationsUi {
  /** The open translation; empty if none is. */
  readonly lang: string;
  readonly filter: Filter;
  /** Keys of texts that stay listed although the filter no longer finds them, because the editor has just typed them. */
  readonly held: readonly string[];
  /** Whether the boxes of the preview are in the language of the open translation. */
  readonly isPreviewed: boolean;
  /** Why a file couldn't be imported. */
  readonly problem: Pick<BadFile, 'message' | 'issues'> | undefined;
}

export const initialTranslations: TranslationsUi = {
  lang: '',
  filter: 'all',
  held: [],
  isPreviewed: false,
  problem: undefined,
};
