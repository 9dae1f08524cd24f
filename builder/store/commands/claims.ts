/** Commands on articles and the statements that are made from them. */
import type {Certainty, Claim} from '../../../src/data/summit.js';
import type {Entry, WritableDraft} from '../draft.js';
import {addActor} from './actors.js';
import {addEntry} from './entries.js';

export interface ArticleDetails {
  readonly text: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly date: string;
}

/** Adds an article and its source. Returns the id of the source. */
export function addArticle(draft: WritableDraft, {text, title, publisher, url, date}: ArticleDetails): string {
  const source: Omit<Entry<'sources'>, 'id'> = {role: 'reporting', title};
  if (publisher) source.publisher = publisher;
  if (url) source.url = url;
  if (date) source.date = date;
  const id = addEntry(draft, 'sources', publisher || title, source);
  draft.articles[id] = text;
  return id;
}

/** Stores the text of a source that the file already has. */
export function setArticle(draft: WritableDraft, source: string, text: string): void {
  draft.articles[source] = text;
}

export interface StatementDetails {
  readonly text: string;
  /** Id of the speaker; empty if the article itself asserts it. */
  readonly by: string;
  /** Name of a speaker who isn't in the file yet. */
  readonly newSpeaker: string;
  /** Whether the new speaker is a side of the talks. */
  readonly isSide: boolean;
  readonly certainty: Certainty;
  readonly refs: Claim['refs'];
  /** The original words, if the text shortens them. */
  readonly quote?: Claim['quote'];
}

/** Makes a statement. Returns its id. */
export function addClaim(
  draft: WritableDraft,
  {text, by, newSpeaker, isSide, certainty, refs, quote}: StatementDetails,
): string {
  const speaker = newSpeaker ? addActor(draft, newSpeaker, isSide ? 'principal' : 'source') : by;
  return addEntry(draft, 'claims', text, {
    text,
    ...(speaker ? {by: [speaker]} : {}),
    certainty,
    refs: refs.map((ref) => ({...ref})),
    ...(quote ? {quote: {...quote}} : {}),
  });
}
