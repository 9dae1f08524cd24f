// Of the packages in this folder, what the tests use: they are checked without them.
declare module '@mozilla/readability' {
  export class Readability {
    constructor(document: Document);
    parse(): {content: string} | null;
  }
}

declare module 'dompurify' {
  export default function createDOMPurify(window: Window): {sanitize(html: string): string};
}

declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: {url?: string; pretendToBeVisual?: boolean});
    readonly window: Window & typeof globalThis;
  }
}

declare module 'sanitize-html' {
  interface Policy {
    allowedTags?: readonly string[];
    allowedAttributes?: Readonly<Record<string, readonly string[]>>;
    allowedSchemes?: readonly string[];
    nonTextTags?: readonly string[];
  }
  export default function sanitizeHtml(html: string, policy?: Policy): string;
}

declare module 'unified' {
  interface Processor {
    use(plugin: Plugin): Processor;
    use<Settings extends object>(plugin: Plugin<Settings>, settings: Settings): Processor;
    processSync(text: string): {toString(): string};
  }
  export type Plugin<Settings extends object = object> = (this: Processor, settings?: Settings) => unknown;
  export function unified(): Processor;
}

declare module 'rehype-raw' {
  import type {Plugin} from 'unified';

  const plugin: Plugin;
  export default plugin;
}

declare module 'rehype-sanitize' {
  import type {Plugin} from 'unified';

  const plugin: Plugin;
  export default plugin;
}

declare module 'rehype-stringify' {
  import type {Plugin} from 'unified';

  const plugin: Plugin;
  export default plugin;
}

declare module 'remark-parse' {
  import type {Plugin} from 'unified';

  const plugin: Plugin;
  export default plugin;
}

declare module 'remark-rehype' {
  import type {Plugin} from 'unified';

  const plugin: Plugin<{allowDangerousHtml?: boolean}>;
  export default plugin;
}

declare module 'caniemail' {
  type Issues = ReadonlyMap<string, readonly {readonly title: string}[]>;
  export function caniemail(options: {clients: readonly string[]; html: string}): {
    issues: {readonly errors: Issues; readonly warnings: Issues};
  };
}
