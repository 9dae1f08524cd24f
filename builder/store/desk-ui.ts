/** What the desk shows and what isn't part of the draft. */
import {initialArticle, type ArticleUi} from '../write/article/article-ui.js';
import {initialSession, type SessionUi} from '../session/session-ui.js';
import {initialCorrections, type CorrectionsUi} from '../write/corrections/corrections-ui.js';
import {initialStatements, type StatementsUi} from '../write/fields/pick-statements-ui.js';
import {initialMap, type MapUi} from '../write/map/map-ui.js';
import {initialTable, type TableUi} from '../write/table/table-ui.js';
import {initialTranslations, type TranslationsUi} from '../write/translations/translations-ui.js';

/** The two views of the page. */
export const views = ['write', 'place'] as const;
export type ViewName = (typeof views)[number];

/** The sections of Write, in the order in which a box is made. */
export const sections = [
  'article',
  'details',
  'table',
  'facts',
  'results',
  'map',
  'sources',
  'corrections',
  'translations',
] as const;
export type SectionName = (typeof sections)[number];

export type PreviewWidth = 'phone' | 'column' | 'full';

export type PreviewScheme = 'auto' | 'light' | 'dark';

export interface DeskUi {
  readonly view: ViewName;
  readonly section: SectionName;
  /** `isFolded`: hidden where it would be beside the section. */
  readonly preview: {readonly width: PreviewWidth; readonly scheme: PreviewScheme; readonly isFolded: boolean};
  /** The last action, for the status line and for screen readers. */
  readonly said: string;
  /** Path of the entry whose form is open, such as `claims[3]`; empty if none is. */
  readonly opened: string;
  /** The fields and entries that the editor has left or was led to, with ids in place of indices. */
  readonly visited: ReadonlySet<string>;
  /** The file and the stored draft. */
  readonly session: SessionUi;
  readonly article: ArticleUi;
  readonly statements: StatementsUi;
  readonly table: TableUi;
  readonly corrections: CorrectionsUi;
  readonly translations: TranslationsUi;
  readonly map: MapUi;
}

export const initialUi: DeskUi = {
  view: 'write',
  section: 'article',
  preview: {width: 'column', scheme: 'auto', isFolded: false},
  said: '',
  opened: '',
  visited: new Set(),
  session: initialSession,
  article: initialArticle,
  statements: initialStatements,
  table: initialTable,
  corrections: initialCorrections,
  translations: initialTranslations,
  map: initialMap,
};
