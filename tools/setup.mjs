/**
 * Prepares a fresh clone. `npm start` and `npm test` run it first, so that no manual steps are needed.
 *
 *   node tools/setup.mjs                     Node version, dependencies
 *   node tools/setup.mjs --build             and an up-to-date dist/
 *   node tools/setup.mjs --build=serve       or as much of dist/ as `npm start` serves
 *   node tools/setup.mjs --browser           and a browser to test in
 *   node tools/setup.mjs --packages=bench    and the packages of folders that have their own, separated by commas
 *
 * Steps that are already done print nothing. The file runs before anything is installed, so it uses only Node's own
 * modules. It must parse on Node 12 to be able to report that a newer version is needed, so it has no `?.`, no `??`,
 * no `node:` prefix and no top-level await.
 */
import {createHash} from 'crypto';
import fs from 'fs';
import path from 'path';
import {fileURLToPath} from 'url';
import {ensurePackages, npm, readJson, writeJson} from './ensure-packages.mjs';

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Whether `version` ("20.19.1") satisfies `range`; only ">=" with up to three numbers is understood. */
export function nodeIsNewEnough(version, range) {
  const wanted = /^>=\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(range.trim());
  if (!wanted) throw new Error('engines.node in package.json must look like ">=20.19", not "' + range + '".');
  const actual = version.replace(/^v/, '').split(/[.-]/).map(Number);
  for (let index = 0; index < 3; index++) {
    const difference = actual[index] - Number(wanted[index + 1] || 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** One hash of all input files of `npm run build`. */
export function sourcesHash(root) {
  const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'rollup.config.mjs']
    .filter((file) => fs.existsSync(path.join(root, file)))
    .concat(...['src', 'templates', 'demo', 'builder', 'tools'].map((folder) => listFiles(root, folder)))
    .filter((file) => !/\.test\.[a-z]+$/.test(file));
  const hash = createHash('sha256');
  for (const file of files) {
    const content = fs.readFileSync(path.join(root, file));
    hash.update(file + '\0' + content.length + '\0');
    hash.update(content);
  }
  return hash.digest('hex');
}

/**
 * Runs `npm run build` unless dist/ was built from the current sources. Returns whether dist/ is up to date. With
 * `serveOnly`, dist/ may lack files that `npm start` doesn't serve. `build` runs the build and returns whether it
 * succeeded.
 */
export function ensureBuild(root, log, serveOnly = false, build = runBuild) {
  const stampFile = path.join(root, 'build', '.built.json');
  const sources = sourcesHash(root);
  const distFilled = fs.existsSync(path.join(root, 'dist')) && fs.readdirSync(path.join(root, 'dist')).length > 0;
  const stamp = readJson(stampFile);
  if (distFilled && stamp.sources === sources && (serveOnly || !stamp.serveOnly)) return true;

  log(serveOnly ? 'Building the files for npm start …' : 'Building dist/ …');
  fs.rmSync(stampFile, {force: true});
  if (!build(root, serveOnly)) return false;
  writeJson(stampFile, {sources, serveOnly});
  return true;
}

function runBuild(root, serveOnly) {
  return npm(root, ['run', 'build', '--silent'].concat(serveOnly ? ['--', '--serve'] : []), 'inherit').status === 0;
}

function listFiles(root, folder) {
  const absolute = path.join(root, folder);
  if (!fs.existsSync(absolute)) return [];
  const files = [];
  const entries = fs.readdirSync(absolute, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const name = folder + '/' + entry.name;
    if (entry.isDirectory()) files.push(...listFiles(root, name));
    else if (entry.isFile()) files.push(name);
  }
  return files;
}

async function main(args) {
  const log = (line) => console.log('summit-embeds: ' + line);
  const fail = (line) => {
    console.error('summit-embeds: ' + line);
    process.exitCode = 1;
  };

  const unknown = args.find((arg) => !/^--(?:build(?:=serve)?|browser|packages=.+)$/.test(arg));
  if (unknown)
    return fail(
      'the options of setup are --build, --build=serve, --browser and --packages=FOLDER, not ' + unknown + '.',
    );

  const range = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).engines.node;
  if (!nodeIsNewEnough(process.version, range)) {
    return fail('Node ' + range.replace('>=', '') + ' or newer is required; this is ' + process.version + '.');
  }
  const named = args.filter((arg) => arg.startsWith('--packages=')).flatMap((arg) => arg.split('=')[1].split(','));
  try {
    for (const folder of ['.'].concat(named)) ensurePackages(path.join(projectRoot, folder), log);
  } catch (error) {
    return fail(error.message);
  }
  const build = args.find((arg) => arg.startsWith('--build'));
  if (build && !ensureBuild(projectRoot, log, build === '--build=serve')) return fail('The build failed; see above.');
  if (args.includes('--browser')) {
    const {findBrowser} = await import('./browsers/find-browser.mjs');
    try {
      await findBrowser({install: true, log});
    } catch (error) {
      return fail(error.message);
    }
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
