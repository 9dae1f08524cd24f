/** What the desk edits: a summit file, the articles that it is written from, and its translations. */
import type {Draft as Writable} from 'immer';
import type {Summit} from '../../src/data/summit.js';
import type {Translation} from '../../src/data/translation.js';
import {makeId} from './ids.js';

/** The undoable state of the desk. */
export interface Draft {
  /** Has the shape of a summit file, but texts may be empty, and entries may lack what the check asks for. */
  readonly summit: Summit;
  /** Text of the articles, by id of the source. Kept in the draft only, never in a file that is published. */
  readonly articles: Readonly<Record<string, string>>;
  /** Translations, by language. */
  readonly translations: Readonly<Record<string, TranslationInDraft>>;
}

/** A translation, with the originals that it was made from. */
export interface TranslationInDraft extends Translation {
  /**
   * For each translated text its original at that time. A text whose original is another one now, or isn't noted, is to
   * be reviewed.
   */
  readonly originals: Readonly<Record<string, string>>;
}

/** A draft inside a command. */
export type WritableDraft = Writable<Draft>;

export type WritableSummit = Writable<Summit>;

/** The lists of a summit whose entries have an id. */
export type ListName =
  | 'actors'
  | 'topics'
  | 'claims'
  | 'positions'
  | 'constraints'
  | 'regions'
  | 'facts'
  | 'sources'
  | 'meetings'
  | 'deadlines'
  | 'outcomes'
  | 'figures';

export type Entry<L extends ListName> = NonNullable<WritableSummit[L]>[number];

/** The id of a summit that wasn't saved yet. */
export const UNNAMED = 'summit';

/** The id that a summit has once it is saved or placed: from its name, if it has none yet. */
export function finalIdOf({id, title}: Summit): string {
  return id === UNNAMED && title ? makeId(title, UNNAMED, new Set()) : id;
}

const placed = new WeakMap<Summit, Summit>();

/** The summit as it is placed, with the id that its file will have. The same object for the same summit. */
export function asPlaced(summit: Summit): Summit {
  const id = finalIdOf(summit);
  if (id === summit.id) return summit;
  const named = placed.get(summit) ?? {...summit, id};
  placed.set(summit, named);
  return named;
}

/** The draft that the desk opens with. */
export function emptyDraft(lang = 'en'): Draft {
  return {
    summit: {
      schemaVersion: '1.1',
      id: UNNAMED,
      revision: 1,
      lang,
      title: '',
      status: {value: 'planned', claims: []},
      actors: [],
      topics: [],
      claims: [],
      positions: [],
      regions: [],
      facts: [],
      sources: [],
      changes: [],
    },
    articles: {},
    translations: {},
  };
}

/** Whether nothing was written yet. */
export function isEmpty({summit, articles}: Draft): boolean {
  return (
    summit.title === '' && summit.claims.length + summit.sources.length === 0 && Object.keys(articles).length === 0
  );
}
