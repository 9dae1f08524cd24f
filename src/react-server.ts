/** `summit-embeds/react` for edge workers, which have no elements: the build takes the classes out and leaves their attributes. */
export * from './react.js';
