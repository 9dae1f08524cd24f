/** The elements, as an editor names them; the tag is `summit-` and the name. `registry.ts` has the rest. */
export const elementNames = ['goal-comparison', 'region-list', 'fact-box'] as const;

/** Name of an element. */
export type ElementName = (typeof elementNames)[number];
