/**
 * Checks the bundled summits like a corrections desk: `npm run check:data`.
 *
 * Each summit must be valid (shape, references, ledger, fingerprint, translations of the same revision). Compared
 * with the last tagged release (`v1.2.3`), visible statements may change only with a higher revision and an entry in
 * `changes`.
 *
 *   node tools/checks/check-data.mjs [--root DIR]    the project in DIR; default: this one
 */
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import ts from 'typescript';
import {checkLedger} from '../../dist/data/check-references.js';
import {compareEditions, missingEntries} from '../../dist/data/compare-editions.js';
import {contentHash} from '../../dist/data/content-hash.js';
import {parseSummit} from '../../dist/data/parse-summit.js';
import {parseFittingTranslation} from '../../dist/data/parse-fitting-translation.js';
import {translatableTexts} from '../../dist/data/translate-summit.js';

const FOLDER = 'src/data/summits';

const {values} = parseArgs({
  options: {root: {type: 'string', default: fileURLToPath(new URL('../..', import.meta.url))}},
});
const root = values.root;

/** Imports a data module. Data modules import only types. */
async function exported(code) {
  const {outputText} = ts.transpileModule(code, {
    compilerOptions: {module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022},
  });
  return Object.values(await import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`))[0];
}

const read = (file) => exported(readFileSync(path.join(root, file), 'utf8'));

function git(...args) {
  try {
    return execFileSync('git', ['-C', root, ...args], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
  } catch {
    return undefined;
  }
}

/** Errors of one summit and its translations. */
async function checkAlone(summit) {
  const {issues = []} = parseSummit(summit);
  if (issues.length > 0) return issues;
  const hash = await contentHash(summit);
  return [
    ...checkLedger(summit),
    ...(summit.hash === hash ? [] : [{path: 'hash', message: `must be '${hash}' for this content`}]),
    ...(await checkTranslations(summit)),
  ];
}

/** Errors of a summit's translations: each must be complete and of the same revision. */
async function checkTranslations(summit) {
  const issues = [];
  const keys = [...translatableTexts(summit).keys()];
  for (const {lang} of summit.translations ?? []) {
    const file = `src/data/translations/${summit.id}.${lang}.ts`;
    if (!existsSync(path.join(root, file))) {
      issues.push({path: file, message: 'is listed in translations but doesn’t exist'});
      continue;
    }
    const translation = await read(file);
    issues.push(
      ...(parseFittingTranslation(translation, summit).issues ?? []).map(({path, message}) => ({
        path: `${file}: ${path}`,
        message,
      })),
    );
    if (translation.of.revision !== summit.revision) {
      issues.push({
        path: `${file}: of.revision`,
        message: `is of revision ${translation.of.revision}; the summit is at ${summit.revision}`,
      });
    }
    const missing = keys.filter((key) => !Object.hasOwn(translation.texts, key));
    if (missing.length > 0) issues.push({path: `${file}: texts`, message: `is missing ${missing.join(', ')}`});
  }
  return issues;
}

/** Statements that changed since the release without a higher revision or a log entry. */
function checkAgainst(before, after) {
  const {added, changed, withdrawn} = compareEditions(before, after);
  const issues = missingEntries(before, after);
  if (added.length + changed.length + withdrawn.length > 0 && after.revision <= before.revision) {
    issues.push({
      path: 'revision',
      message: `is ${after.revision}, as in the release, but claims have changed; increase it`,
    });
  }
  const kept = new Set(after.changes.map((change) => JSON.stringify([change.kind, change.date, change.targets])));
  for (const change of before.changes) {
    if (!kept.has(JSON.stringify([change.kind, change.date, change.targets]))) {
      issues.push({
        path: 'changes',
        message: `the entry of ${change.date} (${change.kind}) was removed; restore it, entries of the log must stay`,
      });
    }
  }
  return issues;
}

const tag = git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*')?.trim();
let failed = 0;
for (const name of readdirSync(path.join(root, FOLDER))
  .filter((file) => file.endsWith('.ts'))
  .sort()) {
  const file = `${FOLDER}/${name}`;
  const summit = await read(file);
  const issues = await checkAlone(summit);
  const released = tag && git('show', `${tag}:${file}`);
  if (released) issues.push(...checkAgainst(await exported(released), summit));
  failed += issues.length;
  for (const {path: place, message} of issues) console.log(`${file}: ${place}: ${message}`);
  const compared = !tag ? 'no release yet to compare with' : released ? `compared with ${tag}` : `not in ${tag}`;
  if (issues.length === 0) console.log(`${file}: ${summit.id}@${summit.revision} is sound, ${compared}`);
}
process.exitCode = failed > 0 ? 1 : 0;
