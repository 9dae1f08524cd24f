/**
 * Whose code is in dist/, as rollup saw it while it wrote the files. The licences beside the files and the bill of materials
 * of a release are made of it, so neither can forget a package.
 */
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

const FILE = 'build/bundled.json';

/**
 * What each folder of dist/ carries: places of packages as in the lock file, such as `node_modules/parse5/node_modules/entities`.
 *
 * @returns {Record<string, string[]>}
 */
export function readBundled(root = '.') {
  const file = path.join(root, FILE);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Place of the package that a module is of; `undefined` for one of ours and for what rollup makes up. */
export function packageOf(id) {
  const [, place] =
    /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? [];
  return id.startsWith('\0') ? undefined : place;
}

/** A rollup plugin that notes down the packages of one output beside those of the others. */
export const noteBundled = () => ({
  name: 'note-bundled',
  generateBundle({dir}, bundle) {
    // What is weighed in memory goes nowhere.
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

/** The licences of these packages, those that share one together; of ours first. */
export function licencesOf(places) {
  const names = new Map();
  for (const place of ['.', ...places]) {
    const {name, license, homepage = ''} = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'));
    const file = readdirSync(place).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
    // Some packages name their licence and bring no text.
    const text = file ? readFileSync(path.join(place, file), 'utf8').trim() : `${license} ${homepage}`;
    names.set(text, [...(names.get(text) ?? []), name]);
  }
  return [...names].map(([text, sharing]) => `${sharing.join(', ')}\n\n${text}\n`);
}
