/** JavaScript and TypeScript as somebody pastes them: checked against the types of the built package, all in one go. */
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../../..');
/** Inside the project, so that the package finds itself by its name, through its `exports`. Nothing is written there. */
const folder = path.join(root, 'build', 'code-blocks');

const options = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  noEmit: true,
  skipLibCheck: true,
};

/**
 * @param {{at: string, language: 'js' | 'ts', code: string}[]} blocks Each a module of its own.
 * @returns {Map<string, string[]>} What is wrong with each, by its place.
 */
export function checkScripts(blocks) {
  return new Map([...checkWith('js', false, blocks), ...checkWith('ts', true, blocks)]);
}

/**
 * TypeScript is held to all rules. JavaScript is read as if it were TypeScript, which infers more of it, and must not have any: but
 * it can't say that an element is there, or of what type a parameter is.
 */
function checkWith(language, strict, blocks) {
  const sources = new Map(
    blocks
      .filter((block) => block.language === language)
      // On a page with a box, its tags and events are known.
      .map((block, number) => [
        path.join(folder, `${number}.mts`),
        {...block, code: `import 'summit-embeds/define.js';\n${block.code}\n`},
      ]),
  );
  const host = ts.createCompilerHost({...options, strict});
  const {getSourceFile, fileExists, readFile} = host;
  host.getSourceFile = (name, ...rest) => {
    const own = sources.get(path.resolve(name));
    return own ? ts.createSourceFile(name, own.code, rest[0], true) : getSourceFile.call(host, name, ...rest);
  };
  host.fileExists = (name) => sources.has(path.resolve(name)) || fileExists.call(host, name);
  host.readFile = (name) => sources.get(path.resolve(name))?.code ?? readFile.call(host, name);
  const program = ts.createProgram([...sources.keys()], {...options, strict}, host);
  const faults = new Map(
    [...sources.values()].map(({at, code}) => {
      const {diagnostics = []} = ts.transpileModule(code, {fileName: `block.m${language}`, reportDiagnostics: true, compilerOptions: options});
      return [at, diagnostics.map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, ' '))];
    }),
  );
  for (const {file, messageText, start = 0} of ts.getPreEmitDiagnostics(program)) {
    const own = file && sources.get(path.resolve(file.fileName));
    const message = ts.flattenDiagnosticMessageText(messageText, ' ');
    // What is wrong elsewhere makes every check worthless.
    if (!own) throw new Error(`${file?.fileName ?? 'TypeScript'}: ${message}`);
    faults.get(own.at).push(`line ${file.getLineAndCharacterOfPosition(start).line}: ${message}`);
  }
  return faults;
}
