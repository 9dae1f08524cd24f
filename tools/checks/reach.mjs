import {readFileSync} from 'node:fs';
import {posix} from 'node:path';

const folder = new URL('../../dist/embed/', import.meta.url);

/** The files that a script of dist/embed may load, with itself. Other scripts may have chunks of the same names. */
export function reach(entry) {
  const seen = new Set([entry]);
  for (const file of seen) {
    const code = readFileSync(new URL(file, folder), 'utf8');
    for (const [, path] of code.matchAll(/"(\.\/[\w./-]+\.js)"/g)) seen.add(posix.join(posix.dirname(file), path));
  }
  return [...seen];
}
