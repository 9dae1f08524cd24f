import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';

/** WordPress as Debian installs it. */
export const programFolder = '/usr/share/wordpress';

/** Debian packages that run a site: WordPress, a database, and PHP without a web server. */
export const wordpressPackages = ['wordpress', 'mariadb-server', 'php-cli', 'php-mysql', 'php-xml'];

/** A classic theme, by its folder and its Debian package. Not every version of Debian and Ubuntu has it. */
export const classicTheme = {folder: 'twentytwentyone', packages: ['wordpress-theme-twentytwentyone']};

/** Whether WordPress has the folder of a theme on this machine. */
export function hasTheme(/** @type {string} */ folder) {
  return existsSync(path.join(programFolder, 'wp-content/themes', folder));
}

/** Returns what a site lacks on this machine, in a few words; undefined if nothing is missing. */
export function missingForWordpress() {
  if (!existsSync(path.join(programFolder, 'wp-load.php'))) return `WordPress in ${programFolder}`;
  const modules = spawnSync('php', ['-m'], {encoding: 'utf8'}).stdout ?? '';
  if (!/^mysqli$/m.test(modules) || !/^dom$/m.test(modules)) return 'PHP with the modules mysqli and dom';
  if (spawnSync('mariadb-install-db', ['--help']).error) return 'MariaDB';
  return undefined;
}
