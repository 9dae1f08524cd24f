/**
 * Reports the public API: `npm run check:api`. Needs `npm run build`.
 *
 *   node tools/checks/api-report.mjs            fails if api/ differs from the build, or if the API has a breaking change
 *   since
 *                                        the latest release without a changeset of the required size
 *   node tools/checks/api-report.mjs --write    rewrites api/
 *   … elements                           only the reports with this in their name
 *   … --root DIR                         the project in DIR
 *
 * Types are read from the declarations with TypeScript, not api-extractor: that shows an inferred type by its name,
 * which would hide a new field in the schema.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {parse as parseYaml} from 'yaml';
import {findBreaks} from './api/breaks.mjs';
import {reportCommands, reportFiles} from './api/commands.mjs';
import {reportElements} from './api/elements.mjs';
import {reportModules} from './api/modules.mjs';
import {readReport, writeReport} from './api/report.mjs';
import {reportSchema} from './api/schema.mjs';

const {values, positionals: only} = parseArgs({
  allowPositionals: true,
  options: {
    root: {type: 'string', default: fileURLToPath(new URL('../..', import.meta.url))},
    write: {type: 'boolean'},
  },
});
const {root} = values;

const GIVEN = {given: true, received: false};
const reports = [
  {
    file: 'api/elements.md',
    title: 'Elements',
    about: 'Tags with their attributes, properties, events and parts.',
    make: reportElements,
    always: {given: true, received: true},
  },
  {
    file: 'api/modules.md',
    title: 'Modules',
    about: 'Every name that can be imported, with its type down to the last field.',
    make: reportModules,
  },
  {
    file: 'api/schema.md',
    title: 'Data',
    about: 'The fields of a data file.',
    make: reportSchema,
    always: GIVEN,
    asksAtTop: true,
  },
  {
    file: 'api/commands.md',
    title: 'Commands and files',
    about: 'The command line, what `exports` lets in, and the files that pages load by name.',
    make: async (from) => new Map([...(await reportCommands(from)), ...reportFiles(from)]),
    always: GIVEN,
  },
];

const asked = reports.filter(({file}) => only.length === 0 || only.some((word) => file.includes(word)));
const SIZES = ['patch', 'minor', 'major'];
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const {name, version} = JSON.parse(read('package.json'));

function git(...args) {
  try {
    return execFileSync('git', ['-C', root, ...args], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
  } catch {
    return undefined;
  }
}

/** Sizes of the pending changesets; each begins with YAML such as `"summit-embeds": minor`. */
function waitingSizes() {
  const folder = path.join(root, '.changeset');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => parseYaml(readFileSync(path.join(folder, file), 'utf8').split(/^---$/m)[1])?.[name])
    .filter(Boolean);
}

/** The largest pending step: in the changesets or already in package.json. */
function stepFrom(released) {
  const [old, now] = [released, version].map((text) => text.split(/[.-]/).map(Number));
  const taken = now[0] > old[0] ? ['major'] : now[0] === old[0] && now[1] > old[1] ? ['minor'] : [];
  return Math.max(-1, ...[...waitingSizes(), ...taken].map((size) => SIZES.indexOf(size)));
}

const failures = [];
const made = [];
for (const {file, title, about, make, ...way} of asked) {
  const text = writeReport(title, about, await make(root));
  made.push({file, text, ...way});
  if (values.write) {
    mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
    writeFileSync(path.join(root, file), text);
    continue;
  }
  let kept = '';
  try {
    kept = read(file);
  } catch {
    // The report is new.
  }
  if (kept === text) continue;
  failures.push(
    `${file} differs from the build. Run \`node tools/checks/api-report.mjs --write\`, review the diff and commit it.`,
  );
  const rows = (from) => new Set(from.split('\n'));
  const [before, after] = [rows(kept), rows(text)];
  const shown = [
    ...[...before].filter((row) => !after.has(row)).map((row) => `  - ${row}`),
    ...[...after].filter((row) => !before.has(row)).map((row) => `  + ${row}`),
  ];
  failures.push(...shown.slice(0, 20), ...(shown.length > 20 ? [`  … and ${shown.length - 20} more`] : []));
}

const tag = git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*')?.trim();
const breaks = tag
  ? made.flatMap(({file, text, always, asksAtTop}) => {
      const released = git('show', `${tag}:${file}`);
      return released
        ? findBreaks(readReport(released), readReport(text), always, asksAtTop).map((line) => `${file}, ${line}`)
        : [];
    })
  : [];
if (breaks.length > 0) {
  const released = tag.slice(1);
  const needed = released.startsWith('0.') ? 'minor' : 'major';
  if (stepFrom(released) < SIZES.indexOf(needed)) {
    failures.push(
      `Since ${tag}, these changes break code of users:`,
      ...breaks.map((line) => `  ${line}`),
      `Keep the old API too, or describe the migration in a changeset of size ${needed} (\`npx changeset\`).`,
    );
  } else {
    console.log(
      `Since ${tag}, ${breaks.length} ${breaks.length === 1 ? 'breaking change' : 'breaking changes'}; a changeset of the required size exists.`,
    );
  }
}

for (const failure of failures) console.log(failure);
if (failures.length > 0) process.exitCode = 1;
else {
  const compared = tag ? `compared with ${tag}` : 'no release yet to compare with';
  console.log(`${asked.map(({file}) => file).join(', ')}: ${values.write ? 'written' : 'as built'}, ${compared}`);
}
