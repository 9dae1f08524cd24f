/**
 * Records the packages whose code rollup bundles into dist/. The licence files and a release's bill of materials are
 * made from this record, so neither can miss a package.
 */
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

const FILE = 'build/bundled.json';

/**
 * The packages in each folder of dist/, by their paths in the lock file, such as
 * `node_modules/parse5/node_modules/entities`.
 *
 * @returns {Record<string, string[]>}
 */
export function readBundled(root = '.') {
  const file = path.join(root, FILE);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Path of a module's package; `undefined` for modules of this project and virtual modules. */
export function packageOf(id) {
  const [, place] =
    /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? [];
  return id.startsWith('\0') ? undefined : place;
}

/** A rollup plugin that records the packages of one output in addition to those of other outputs. */
export const noteBundled = () => ({
  name: 'note-bundled',
  generateBundle({dir}, bundle) {
    // Outputs in memory (for size measurements) aren't recorded.
    if (!dir) return;
    const places = Object.values(bundle).flatMap(({modules = {}}) =>
      Object.entries(modules).flatMap(([id, {renderedLength}]) => (renderedLength > 0 ? (packageOf(id) ?? []) : [])),
    );
    const folder = path.relative('.', dir).replaceAll('\\', '/');
    const bundled = readBundled();
    bundled[folder] = [...new Set([...(bundled[folder] ?? []), ...places])].sort();
    mkdirSync(path.dirname(FILE), {recursive: true});
    writeFileSync(FILE, `${JSON.stringify(bundled, null, 2)}\n`);
  },
});

/** The licence texts of these packages, grouped by equal text; this project's licence comes first. */
export function licencesOf(places) {
  const names = new Map();
  for (const place of ['.', ...places]) {
    const {name, license, homepage = ''} = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'));
    const file = readdirSync(place).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
    // Some packages name a licence without its text.
    const text = file ? readFileSync(path.join(place, file), 'utf8').trim() : `${license} ${homepage}`;
    names.set(text, [...(names.get(text) ?? []), name]);
  }
  return [...names].map(([text, sharing]) => `${sharing.join(', ')}\n\n${text}\n`);
}
