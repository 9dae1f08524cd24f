/** What the package says of itself, for those who check what the documentation says of it. Needs `npm run build`. */
import {readdirSync, readFileSync} from 'node:fs';

interface Named {
  readonly name: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

export interface KnownElement {
  readonly attributes: ReadonlySet<string>;
  readonly slots: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const {modules} = read('dist/custom-elements.json') as {modules: {declarations?: Declaration[]}[]};
const declarations = modules.flatMap(({declarations: all = []}) => all);
const names = (entries: readonly Named[] = []): ReadonlySet<string> => new Set(entries.map(({name}) => name));

export const {
  version,
  name: packageName,
  scripts,
} = read('package.json') as {version: string; name: string; scripts: Record<string, string>};

/** Elements by their tags. */
export const elements: ReadonlyMap<string, KnownElement> = new Map(
  declarations.flatMap(({tagName, attributes, slots, cssParts}) =>
    tagName ? [[tagName, {attributes: names(attributes), slots: names(slots), parts: names(cssParts)}]] : [],
  ),
);

export const customProperties = names(declarations.flatMap(({cssProperties = []}) => cssProperties));
export const parts: ReadonlySet<string> = new Set([...elements.values()].flatMap((element) => [...element.parts]));

/** Files that a page loads by their addresses, and their hashes. */
export const embedFiles = readdirSync('dist/embed', {recursive: true}).map((file) =>
  String(file).replaceAll('\\', '/'),
);
const {files} = read('dist/embed/manifest.json') as {files: Record<string, {integrity: string}>};
export const integrityOf = (file: string): string | undefined => files[file]?.integrity;

interface WithId {
  readonly id: string;
}

/** The bundled summit, which elements without `src` show. */
export const summit = read('dist/data/alaska-2025.json') as Record<'actors' | 'topics' | 'facts', readonly WithId[]>;
