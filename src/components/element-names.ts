/** Names of the elements. The tag is `summit-` and the name. `registry.ts` has everything else. */
export const elementNames = ['goal-comparison', 'region-list', 'fact-box'] as const;

/** Name of an element. */
export type ElementName = (typeof elementNames)[number];
