import type {EmbedFiles} from '../snippet/embed-options.js';
import type {CliEnvironment} from './cli-environment.js';
import {decode} from '../authoring/parse-data-file.js';

/** The manifest in the package, relative to this module. */
const MANIFEST = new URL('../embed/manifest.json', import.meta.url);

/** Returns the script-tag files at `base` with the hashes of this version. */
export async function readEmbedFiles(base: string, io: CliEnvironment): Promise<EmbedFiles> {
  const {files} = JSON.parse(decode(await io.readFile(MANIFEST, 1e6)).text) as {
    files: Readonly<Record<string, {readonly integrity: string}>>;
  };
  return {
    base,
    integrity: Object.fromEntries(Object.entries(files).map(([name, {integrity}]) => [name, integrity])),
  };
}
