// @ts-check
/** Whether this machine can run the suite. */
import {hasApt} from '../../tools/browsers/find-browser.mjs';
import {missingForWordpress, wordpressPackages} from '../../tools/servers/wordpress.mjs';

const missing = missingForWordpress();
// Where the runner could have installed it, a missing program is an error.
const isRequired = Boolean(process.env['CI']) && (await hasApt());

/** Why the tests are skipped; false if they run. */
export const skip = missing && !isRequired ? `${missing} is missing (${wordpressPackages.join(', ')})` : false;
if (skip) console.log(`# skipped: ${skip}`);
