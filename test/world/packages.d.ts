// Of the packages in this folder, what the helpers use: they are checked without them. jsdom is in test/sanitizers/packages.d.ts.
declare module 'happy-dom' {
  export const Window: new (options?: {url?: string}) => Window & typeof globalThis;
}

declare module '@mdx-js/mdx' {
  import type {ComponentType} from 'react';

  export function evaluate(source: string, runtime: object): Promise<{default: ComponentType}>;
}

declare module '@wordpress/autop' {
  export function autop(text: string): string;
}

declare module 'markdown-it' {
  export default class MarkdownIt {
    constructor(options?: {html?: boolean});
    render(text: string): string;
  }
}

declare module 'marked' {
  export class Marked {
    parse(text: string): string | Promise<string>;
  }
}

declare module 'react-dom/server' {
  import type {ReactNode} from 'react';

  export function renderToStaticMarkup(node: ReactNode): string;
  export function renderToString(node: ReactNode): string;
}

declare module 'react-dom/client' {
  import type {ReactNode} from 'react';

  interface Root {
    render(node: ReactNode): void;
  }
  export function createRoot(container: Element): Root;
  export function hydrateRoot(
    container: Element,
    node: ReactNode,
    options: {onRecoverableError: (error: Error) => void},
  ): Root;
}
