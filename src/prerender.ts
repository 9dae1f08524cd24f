/** For servers and edge workers: renders the elements as HTML that needs no script. */
export {
  prerender,
  prerenderBox,
  shapes,
  shareCard,
  styleHash,
  type Attributes,
  type ElementName,
  type Prerendered,
  type PrerenderOptions,
  type Shape,
  type ShareCard,
  type ShareCardOptions,
} from './prerender/prerender.js';
