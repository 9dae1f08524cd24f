/** Commands as somebody types them: our own are run, in a folder with what they ask for. */
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {makeFolder} from '../../support/command-line.mjs';
import {bin} from '../../support/run-cli.mjs';
import {packageName, scripts} from './manifest.mjs';

/** One of the shores of a lake. */
const shore = (name: string, west: number) => ({
  type: 'Feature',
  properties: {name},
  geometry: {
    type: 'Polygon',
    // Clockwise, as d3-geo wants the outside of a shape.
    coordinates: [
      [
        [west, 40],
        [west, 41],
        [west + 1, 41],
        [west + 1, 40],
        [west, 40],
      ],
    ],
  },
});
/** A file of outlines. */
const outlines = {
  type: 'FeatureCollection',
  features: [shore('West Shore', 10), shore('East Shore', 11), shore('Northland', 12)],
};

/** The folder of an editor in the middle of the work, and the command line in it. */
const {folder, save, run} = makeFolder();
const starter = readFileSync('templates/starter.yaml', 'utf8');

/** Puts every file that the pages name into the folder, and nothing else. */
function fillDesk(): void {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), {recursive: true});
  const [, id] = /^id: (\S+)/m.exec(starter) ?? [];
  for (const name of ['talks.yaml', 'talks-1.yaml', 'talks-monday.yaml']) save(name, starter);
  const translation = {schemaVersion: '1.0', of: {id, revision: 1}, lang: 'de', texts: {title: 'Die Gespräche am See'}};
  save('talks.de.json', JSON.stringify(translation));
  save('talks.es.yaml', JSON.stringify({...translation, lang: 'es', texts: {title: 'Las conversaciones del lago'}}));
  for (const name of ['lake.geojson', 'regions.geojson', 'countries.json']) save(name, JSON.stringify(outlines));
}

/** Words of a line, as a shell cuts them; without its comment and without what comes after `>`. */
function wordsOf(line: string): string[] {
  return [
    ...line
      .replace(/ +# .*$/, '')
      .replace(/ > \S+$/, '')
      .matchAll(/"([^"]*)"|(\S+)/g),
  ].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** Lines of a block, each a whole command. */
export function commandsOf(code: string): string[] {
  return code
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'));
}

/** What is wrong with a command. */
export async function checkCommand(line: string): Promise<string[]> {
  const [program = '', ...words] = wordsOf(line);
  switch (program) {
    case 'npx':
      return words[0] === packageName ? runOwn(words.slice(1)) : [`npx knows no ${words[0] ?? ''}`];
    case 'npm': {
      const [verb = '', name = ''] = words;
      if (verb === 'install') return name === '' || name === packageName ? [] : [`${name} is not this package`];
      const script = verb === 'run' ? name : verb;
      return script in scripts ? [] : [`package.json has no script ${script}`];
    }
    case 'node':
      return existsSync(words[0] ?? '') ? [] : [`there is no ${words[0] ?? ''}`];
    default:
      return [`nothing checks the program ${program}`];
  }
}

/** A command that serves until it is ended: whether it says its address. */
async function startServer(words: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, [bin, ...words, '--no-open'], {cwd: folder});
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exit = once(child, 'exit');
  const first = await Promise.race([once(child.stdout, 'data').then(([chunk]) => String(chunk)), exit.then(() => '')]);
  child.kill();
  await exit;
  return /^http:/.test(first) ? [] : [`${words.join(' ')} serves nothing: ${said}`];
}

async function runOwn(words: readonly string[]): Promise<string[]> {
  fillDesk();
  // It overwrites nothing that somebody has worked on.
  if (words[0] === 'init') for (const name of words.slice(1)) rmSync(path.join(folder, name), {force: true});
  const out = words.indexOf('--out');
  if (words[0] === 'translate' && out > 0) rmSync(path.join(folder, words[out + 1] ?? ''), {force: true});
  if (words[0] === 'desk') return startServer(words);
  const {status, stdout, stderr} = await run(...words);
  const files = [
    ...(out > 0 ? words.slice(out + 1, out + 2) : []),
    ...(words[0] === 'init' && words.length === 2 ? words.slice(1) : []),
  ];
  return [
    ...(status === 0 ? [] : [`it ended with ${String(status)}: ${stdout}${stderr}`]),
    ...files.filter((name) => !existsSync(path.join(folder, name))).map((name) => `it did not write ${name}`),
  ];
}

/** What is wrong with a text for bash. It is not run here. */
export function checkBash(code: string): string[] {
  const {status, stderr} = spawnSync('bash', ['-n'], {input: code, encoding: 'utf8', timeout: 60_000});
  return status === 0 ? [] : [stderr];
}
