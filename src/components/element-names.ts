/** Names of the elements, derived from the list of classes. The builds replace this module with its values. */
import {elements} from './elements.js';

type NameOf<Tag> = Tag extends `summit-${infer Name}` ? Name : never;

/** Name of an element. The tag is `summit-` and the name. */
export type ElementName = NameOf<keyof typeof elements>;

export const elementNames: readonly ElementName[] = (Object.keys(elements) as (keyof typeof elements)[]).map(
  (tag) => tag.slice('summit-'.length) as ElementName,
);
