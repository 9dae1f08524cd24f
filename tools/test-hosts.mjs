/**
 * Runs what shows that the boxes are safe on any page, and any page safe from them: test/hosts/*.test.mjs, in every browser
 * engine of the machine.
 *
 *   npm run test:hosts                  all of it
 *   npm run test:hosts -- policies      the files with this in their name
 *
 * Lines that begin with # are the counts that docs/reliability.md speaks of. Leaves the figures of a whole run in
 * build/test-results/hosts.json.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {findEngines} from './engines.mjs';
import {aptInstall, hasApt} from './find-browser.mjs';
import {nodeTestReporters} from './node-test-reporters.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const resultsFile = path.join(root, 'build', 'test-results', 'hosts.json');
const words = process.argv.slice(2);

const files = readdirSync(path.join(root, 'test', 'hosts'))
  .filter((file) => file.endsWith('.test.mjs') && (words.length === 0 || words.some((word) => file.includes(word))))
  .map((file) => path.join('test', 'hosts', file));
if (files.length === 0) {
  console.error(`hosts: no file has ${words.join(' or ')} in its name.`);
  process.exit(2);
}

for (const {name, version, missing} of await findEngines({install: true, log: (line) => console.log(line)})) {
  console.log(missing ? `${name} is skipped. ${missing}` : `${name}: ${version}`);
}
// What is printed is read back by this.
if (spawnSync('pdftotext', ['-v']).error && (await hasApt())) {
  console.log('Installing poppler-utils (apt-get) …');
  await aptInstall(['poppler-utils']).catch((error) => console.log(String(error.stderr || error).trim().split('\n')[0]));
}
mkdirSync(path.dirname(resultsFile), {recursive: true});
rmSync(resultsFile, {force: true});
const {status} = spawnSync(
  process.execPath,
  [
    '--test',
    '--test-timeout=600000',
    '--test-concurrency=2',
    ...nodeTestReporters(words.length > 0 ? undefined : resultsFile),
    ...files,
  ],
  {cwd: root, stdio: 'inherit'},
);
process.exitCode = status ?? 1;
