import {spawnSync} from 'node:child_process';
import {findOther} from '../browsers/engines.mjs';
import {aptInstall, findBrowser, hasApt} from '../browsers/find-browser.mjs';
import {findNginx, nginxPackages} from '../servers/nginx.mjs';
import {classicTheme, hasTheme, missingForWordpress, wordpressPackages} from '../servers/wordpress.mjs';

/** How to find each program, and its Debian packages. */
const programs = {
  firefox: {packages: ['firefox-esr'], isMissing: () => engineIsMissing('firefox')},
  webkit: {packages: ['webkit2gtk-driver', 'xvfb'], isMissing: () => engineIsMissing('webkit')},
  nginx: {packages: nginxPackages, isMissing: () => findNginx().missing !== undefined},
  wordpress: {packages: wordpressPackages, isMissing: () => missingForWordpress() !== undefined},
  'classic theme': {packages: classicTheme.packages, isMissing: () => !hasTheme(classicTheme.folder)},
  pdftotext: {packages: ['poppler-utils'], isMissing: () => spawnSync('pdftotext', ['-v']).error !== undefined},
};

function engineIsMissing(name) {
  return findOther(name).missing !== undefined;
}

/**
 * Installs missing programs that tests need, as root on Debian and Ubuntu. If it can't, the tests report what they
 * need. Only a missing Chromium is fatal: then it throws with one line of advice.
 *
 * @param {Iterable<import('./suites.mjs').Program>} wanted
 * @param {(line: string) => void} log
 */
export async function installPrograms(wanted, log) {
  const names = new Set(wanted);
  if (names.delete('chromium')) await findBrowser({install: true, log});
  const missing = [...names].filter((name) => programs[name].isMissing());
  if (missing.length === 0 || !(await hasApt())) return;
  // One by one: a package that this system doesn't have must not keep the others away.
  for (const name of missing) {
    const {packages} = programs[name];
    log(`Installing ${packages.join(', ')} (apt-get) …`);
    await aptInstall(packages).catch((error) =>
      log(
        String(error.stderr || error)
          .trim()
          .split('\n')[0],
      ),
    );
  }
}
