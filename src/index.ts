/** Public API. Importing it registers no tag; `summit-embeds/define.js` and `define-elements.js` do. */
export * from './components/elements.js';
export {SummitElement} from './element/summit-element.js';
export {SummitChangeEvent} from './element/change-event.js';
export {SummitErrorEvent, SummitLoadEvent, type SummitErrorCode, type SummitOrigin} from './element/events.js';
export {registerSummit} from './data/summit-registry.js';
export type {Ids} from './element/ids.js';
export type {Scheme} from './element/render-context.js';
export type {Issue} from './data/issue.js';
export type {
  Actor,
  Certainty,
  Change,
  Claim,
  Constraint,
  Fact,
  Position,
  Question,
  Region,
  Source,
  Stance,
  Summit,
  SummitMap,
  Topic,
  TranslationSource,
} from './data/summit.js';
