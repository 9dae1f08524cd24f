import type {SummitFactBox} from '../../src/components/summit-fact-box/summit-fact-box.js';

declare global {
  /** What the pages of try-app.mjs have. */
  interface Window {
    /** What the application heard, a line for each event. */
    seen: string[];
    /** The box that came with the page, and what was in it. */
    first: SummitFactBox;
    nodes: ChildNode[];
  }
}
