import type {SectionName} from '../store/desk-ui.js';
import {renderArticle} from './article/article-section.js';
import {renderCorrections} from './corrections/corrections-section.js';
import {renderDetails} from './details/details-section.js';
import {renderFacts} from './facts/facts-section.js';
import {renderMap} from './map/map-section.js';
import {renderResults} from './results/results-section.js';
import {renderSources} from './sources/sources-section.js';
import {renderTable} from './table/table-section.js';
import {renderTranslations} from './translations/translations-section.js';
import type {WriteContext} from './write-context.js';

interface Section {
  readonly label: string;
  readonly render: (context: WriteContext) => unknown;
  /** The parts of the file that the section edits: the first key of a path. */
  readonly keys: readonly string[];
}

/** The sections of Write. */
export const sectionsByName: Readonly<Record<SectionName, Section>> = {
  article: {label: 'Article', render: renderArticle, keys: ['claims']},
  details: {
    label: 'Summit',
    render: renderDetails,
    keys: ['title', 'id', 'lang', 'status', 'when', 'venue', 'asOf', 'reviewBy', 'views', 'related', 'revision'],
  },
  table: {label: 'Who wants what', render: renderTable, keys: ['actors', 'topics', 'positions', 'constraints']},
  facts: {label: 'Fact box', render: renderFacts, keys: ['facts']},
  results: {label: 'Results', render: renderResults, keys: ['outcomes', 'figures', 'meetings', 'deadlines']},
  map: {label: 'Places and map', render: renderMap, keys: ['regions', 'map']},
  sources: {label: 'Sources', render: renderSources, keys: ['sources']},
  corrections: {label: 'Corrections', render: renderCorrections, keys: ['changes']},
  translations: {label: 'Translations', render: renderTranslations, keys: ['translations']},
};

/** The section that edits the field at a path. */
export function sectionOf(path: string): SectionName {
  const key = /^\w+/.exec(path)?.[0] ?? '';
  const found = Object.entries(sectionsByName).find(([, {keys}]) => keys.includes(key));
  return (found?.[0] as SectionName | undefined) ?? 'details';
}
