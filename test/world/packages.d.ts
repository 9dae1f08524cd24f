// Of the packages in this folder, what the helpers use: they are checked without them. jsdom is in test/sanitizers/packages.d.ts.
declare module 'happy-dom' {
  export const Window: new (options?: {url?: string}) => Window & typeof globalThis;
}
