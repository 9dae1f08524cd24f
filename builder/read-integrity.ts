import {ownBase} from './check-choices.js';

/** What a manifest of built files says of each. */
interface Manifest {
  readonly files: Readonly<Record<string, {readonly integrity: string}>>;
}

/**
 * The `integrity` of each built file, from the manifest beside this page. A copy of the same version elsewhere has the
 * very same files.
 *
 * @throws {Error} in words for an editor.
 */
export async function readIntegrity(): Promise<Readonly<Record<string, string>>> {
  const address = `${ownBase()}manifest.json`;
  try {
    const response = await fetch(address, {credentials: 'omit'});
    if (!response.ok) throw new Error(`HTTP ${String(response.status)}`);
    const {files} = (await response.json()) as Manifest;
    return Object.fromEntries(Object.entries(files).map(([name, {integrity}]) => [name, integrity]));
  } catch (cause) {
    throw new Error(
      `The hashes of the files could not be read from ${address} (${(cause as Error).message}). The builder has to lie beside the folder embed.`,
      {cause},
    );
  }
}
