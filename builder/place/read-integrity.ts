import {ownBase} from './check-choices.js';

/** The manifest of the built files. */
interface Manifest {
  readonly files: Readonly<Record<string, {readonly integrity: string}>>;
}

/**
 * Loads the `integrity` of each built file from the manifest published with this page. Copies of the same version
 * have the same files.
 *
 * @throws {Error} with a message for editors.
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
      `The hashes of the files couldn’t be loaded from ${address} (${(cause as Error).message}). Publish the folder embed next to the builder.`,
      {cause},
    );
  }
}
