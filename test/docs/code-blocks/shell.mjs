/** Commands as somebody types them: our own are run, in a folder with what they ask for. */
import {spawnSync} from 'node:child_process';
import {existsSync, rmSync} from 'node:fs';
import path from 'node:path';
import {makeFolder} from '../../support/run-cli.mjs';
import {packageName, scripts} from './manifest.mjs';

/** A lake and two of its shores, as a file of outlines. */
const shore = (name, west) => ({
  type: 'Feature',
  properties: {name},
  geometry: {
    type: 'Polygon',
    // Clockwise, as d3-geo wants the outside of a shape.
    coordinates: [[[west, 40], [west, 41], [west + 1, 41], [west + 1, 40], [west, 40]]],
  },
});
const outlines = {type: 'FeatureCollection', features: [shore('West Shore', 10), shore('East Shore', 11)]};

/** The folder of an editor in the middle of the work: every file that the pages speak of. */
function makeDesk() {
  const desk = makeFolder();
  const starter = desk.run('init', '-').stdout;
  const [, id] = /^id: (\S+)/m.exec(starter);
  for (const name of ['talks.yaml', 'talks-1.yaml', 'talks-monday.yaml']) desk.save(name, starter);
  const translation = {schemaVersion: '1.0', of: {id, revision: 1}, lang: 'de', texts: {title: 'Die Gespräche am See'}};
  desk.save('talks.de.json', JSON.stringify(translation));
  for (const name of ['lake.geojson', 'regions.geojson']) desk.save(name, JSON.stringify(outlines));
  return desk;
}

/** Words of a line, as a shell cuts them; without its comment and without what comes after `>`. */
function wordsOf(line) {
  return [...line.replace(/ +# .*$/, '').replace(/ > \S+$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
}

/** Lines of a block, each a whole command. */
export function commandsOf(code) {
  return code
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'));
}

/** What is wrong with a command. */
export function checkCommand(line) {
  const [program, ...words] = wordsOf(line);
  switch (program) {
    case 'npx':
      return words[0] === packageName ? runOwn(words.slice(1)) : [`npx knows no ${words[0]}`];
    case 'npm': {
      const [verb, name] = words;
      if (verb === 'install') return name === undefined || name === packageName ? [] : [`${name} is not this package`];
      const script = verb === 'run' ? name : verb;
      return script in scripts ? [] : [`package.json has no script ${script}`];
    }
    case 'node':
      return existsSync(words[0]) ? [] : [`there is no ${words[0]}`];
    default:
      return [`nothing checks the program ${program}`];
  }
}

function runOwn(words) {
  const desk = makeDesk();
  try {
    // It writes over nothing that somebody has worked on.
    if (words[0] === 'init') for (const name of words.slice(1)) rmSync(path.join(desk.folder, name), {force: true});
    const {status, stdout, stderr} = desk.run(...words);
    const out = words.indexOf('--out');
    const files = [...(out > 0 ? [words[out + 1]] : []), ...(words[0] === 'init' && words.length === 2 ? [words[1]] : [])];
    return [
      ...(status === 0 ? [] : [`it ended with ${status}: ${stdout}${stderr}`]),
      ...files.filter((name) => !existsSync(path.join(desk.folder, name))).map((name) => `it did not write ${name}`),
    ];
  } finally {
    desk.remove();
  }
}

/** What is wrong with a text for bash. It is not run here. */
export function checkBash(code) {
  const {status, stderr} = spawnSync('bash', ['-n'], {input: code, encoding: 'utf8', timeout: 60_000});
  return status === 0 ? [] : [stderr];
}
