/** Modules of src that no file of dist/ hands out, for tests in Node: nothing but their types is taken from them. */
import {readFileSync} from 'node:fs';
import ts from 'typescript';

const made = new Map();

/** Imports a module of src with all that it imports. */
export async function importSource(path) {
  return import(await addressOf(new URL(`../../src/${path}`, import.meta.url)));
}

async function addressOf(file) {
  const {href} = file;
  if (made.has(href)) return made.get(href);
  const {outputText} = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: {target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true},
  });
  let code = outputText;
  for (const [whole, from] of outputText.matchAll(/from ['"](\.[^'"]+)\.js['"]/g)) {
    code = code.replaceAll(whole, `from '${await addressOf(new URL(`${from}.ts`, file))}'`);
  }
  const address = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  made.set(href, address);
  return address;
}
