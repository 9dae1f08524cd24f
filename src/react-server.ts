/**
 * `summit-embeds/react` for edge workers, which have no custom elements: the build replaces the classes with their
 * attributes.
 */
export * from './react.js';
