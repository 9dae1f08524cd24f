import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';

/** Brotli 11, as a well-configured server or CDN sends files. */
export function brotli(content) {
  return brotliCompressSync(content, {
    params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length},
  });
}

/** Size after compression. */
export const brotliBytes = (content) => brotli(content).length;

/** Every script of a folder: its bytes, brotli bytes and the `integrity` for a script tag. Keys are paths in the folder. */
export function describeFiles(folder) {
  const files = readdirSync(folder, {recursive: true})
    .map(String)
    .filter((file) => /\.(?:js|html|css)$/.test(file))
    .sort();
  return {
    files: Object.fromEntries(
      files.map((file) => {
        const content = readFileSync(join(folder, file));
        const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`;
        return [file.replaceAll('\\', '/'), {bytes: content.length, brotli: brotliBytes(content), integrity}];
      }),
    ),
  };
}
