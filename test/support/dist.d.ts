// What helpers take from the build, which they are checked without.
/* eslint-disable @typescript-eslint/consistent-type-imports -- A declared module can't import by a relative path. */
declare module '*/dist/prerender.js' {
  export const prerender: typeof import('../../src/prerender/prerender.js').prerender;
}

declare module '*/dist/data/summits/alaska-2025.js' {
  export const alaska2025: typeof import('../../src/data/summits/alaska-2025.js').alaska2025;
}

// These are loaded for what they do.
declare module '*/dist/define.js' {}
declare module '*/dist/element/interactions.js' {}
