/** Hashes of the files of a release. Uses Node's own modules only: it runs in jobs that have rights. */
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** SHA-256 of each file in a folder, by its path in the folder, sorted. Throws for anything that isn't a file or a folder, such as a link. */
export function hashFiles(folder) {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const file = path.join(entry.parentPath ?? entry.path, entry.name);
      if (!entry.isFile()) throw new Error(`${file} isn't a file.`);
      return [path.relative(folder, file).replaceAll(path.sep, '/'), sha256(readFileSync(file))];
    });
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One SHA-256 for all files in a folder and their names. */
export function hashFolder(folder) {
  return sha256([...hashFiles(folder)].map(([name, hash]) => `${hash}  ${name}\n`).join(''));
}
