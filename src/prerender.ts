/** For servers and edge workers: renders the elements as HTML that needs no script. */
export {
  prerender,
  prerenderBox,
  shapes,
  styleHash,
  type Attributes,
  type ElementName,
  type Prerendered,
  type PrerenderOptions,
  type Shape,
} from './prerender/prerender.js';
