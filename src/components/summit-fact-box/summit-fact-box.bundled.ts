import type {MakeBundledContent} from '../../element/lazy-templates.js';

/** Undefined, except in script-tag files with a bundled summit: their build replaces this module. */
export const makeBundledContent: MakeBundledContent | undefined = undefined;
