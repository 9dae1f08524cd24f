/** JavaScript and TypeScript as somebody pastes them: checked against the types of the built package, all in one go. */
import {spawnSync} from 'node:child_process';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type {Block} from '../pages.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const compiler = path.join(root, 'node_modules/typescript-native/bin/tsc');
/** Inside the project, so that the package finds itself by its name, through its `exports`. */
const folder = path.join(root, 'build', 'code-blocks');

const compilerOptions = {
  target: 'es2022',
  module: 'nodenext',
  lib: ['es2023', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  types: ['node'],
  noEmit: true,
  skipLibCheck: true,
  moduleDetection: 'force',
};

/**
 * @param blocks Each is a module of its own, in `js`, `ts` or `tsx` with React.
 * @returns What is wrong with each, by its place.
 */
export function checkScripts(blocks: readonly Block[]): Map<string, string[]> {
  const issues = new Map(blocks.map((block) => [block.at, findTypeSyntax(block)]));
  rmSync(folder, {recursive: true, force: true});
  for (const language of ['js', 'ts', 'tsx']) {
    const own = blocks.filter((block) => block.language === language);
    for (const {index, text} of compile(language, own)) issues.get(own[index]?.at ?? '')?.push(text);
  }
  return issues;
}

/** What of JavaScript only TypeScript understands. */
function findTypeSyntax({language, code}: Block): string[] {
  const {diagnostics = []} = ts.transpileModule(code, {
    fileName: language === 'tsx' ? 'block.tsx' : `block.m${language}`,
    reportDiagnostics: true,
  });
  return diagnostics.map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

/**
 * TypeScript is held to all rules. JavaScript is read as if it were TypeScript, which infers more of it: but it can't say
 * that an element is there, or of what type a parameter is.
 */
function compile(language: string, blocks: readonly Block[]): {index: number; text: string}[] {
  const project = path.join(folder, language);
  const write = (name: string, text: string): void => {
    writeFileSync(path.join(project, name), text);
  };
  mkdirSync(project, {recursive: true});
  write(
    'tsconfig.json',
    JSON.stringify({compilerOptions: {...compilerOptions, strict: language !== 'js'}, include: ['*.mts', '*.tsx']}),
  );
  // On a page with a box, its tags and events are known.
  for (const [index, {code}] of blocks.entries())
    write(`${String(index)}.${language === 'tsx' ? 'tsx' : 'mts'}`, `import 'summit-embeds/define.js';\n${code}\n`);

  const {stdout, stderr} = spawnSync(process.execPath, [compiler, '--pretty', 'false'], {
    cwd: project,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`
    .split('\n')
    .filter((line) => /^\S/.test(line))
    .map((line) => {
      const [, index, row, message] = /^(\d+)\.(?:mts|tsx)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? [];
      // What is wrong elsewhere makes every check worthless.
      if (message === undefined) throw new Error(line);
      return {index: Number(index), text: `line ${String(Number(row) - 1)}: ${message}`};
    });
}
