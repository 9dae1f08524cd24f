/**
 * Prints one hash for all files in a folder and their names: `node tools/release/print-hash.mjs FOLDER`.
 *
 * A build passes it to the job that publishes, which notices when another job has replaced the files.
 */
import {hashFolder} from './hash-files.mjs';

console.log(hashFolder(process.argv[2]));
