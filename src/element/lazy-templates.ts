import type {SummitOutline} from '../data/summit.js';
import type {Templates} from './templates.js';

/**
 * Makes the finished content of a bundled summit’s box without attributes but `lang`, in the language of the summit, from what the
 * build has rendered (`tools/build/bundled-content.mjs`). Undefined if the summit isn't bundled.
 */
export type MakeBundledContent = (summit: SummitOutline, owner: Document) => HTMLElement | undefined;

/** The templates of an element, which are loaded when a box needs them. */
export interface LazyTemplates {
  load(): Promise<Templates>;
  readonly makeBundledContent: MakeBundledContent | undefined;
}

/**
 * Requests the messages. Templates and interactions import them statically, so without this the browser would request
 * them only when it has the importing chunk.
 */
export async function requestMessages(): Promise<void> {
  await import('../format/messages.js');
}

/** Requests the templates and the messages at once: interactions need only the messages, so these are a chunk. */
export function lazyTemplates(
  load: () => Promise<{readonly templates: Templates}>,
  makeBundledContent: MakeBundledContent | undefined,
): LazyTemplates {
  return {
    load: async () => {
      const [{templates}] = await Promise.all([load(), requestMessages()]);
      return templates;
    },
    makeBundledContent,
  };
}
