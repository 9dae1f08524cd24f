/** What the package says of itself, for those who check what the documentation says of it. Needs `npm run build`. */
import {readdirSync, readFileSync} from 'node:fs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const declarations = read('dist/custom-elements.json').modules.flatMap(({declarations: all = []}) => all);
const names = (entries = []) => new Set(entries.map(({name}) => name));

export const {version, name: packageName, scripts} = read('package.json');

/** Elements by their tags. */
export const elements = new Map(
  declarations
    .filter(({tagName}) => tagName)
    .map(({tagName, attributes, slots, cssParts}) => [
      tagName,
      {attributes: names(attributes), slots: names(slots), parts: names(cssParts)},
    ]),
);

export const customProperties = names(declarations.flatMap(({cssProperties = []}) => cssProperties));
export const parts = new Set([...elements.values()].flatMap((element) => [...element.parts]));

/** Files that a page loads by their addresses, and their hashes. */
export const embedFiles = readdirSync('dist/embed', {recursive: true}).map((file) => file.replaceAll('\\', '/'));
export const integrityOf = (file) => read('dist/embed/manifest.json').files[file]?.integrity;

/** The bundled summit, which elements without `src` show. */
export const summit = read('dist/data/alaska-2025.json');
