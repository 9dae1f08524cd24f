import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {line} from './report.mjs';

/** Modules in `exports` with their declarations. `*` matches any path. */
function publicModules(root) {
  const {exports} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const files = readdirSync(path.join(root, 'dist'), {recursive: true})
    .map((file) => `./dist/${String(file).replaceAll('\\', '/')}`)
    .sort();
  return Object.entries(exports).flatMap(([name, {types}]) => {
    if (!types) return [];
    if (!name.includes('*')) return [[name, path.join(root, types)]];
    const pattern = new RegExp(`^${types.replaceAll('.', '\\.').replace('*', '(.+)').replace('*', '\\1')}$`);
    return files.flatMap((file) => {
      const stands = pattern.exec(file)?.[1];
      return stands ? [[name.replace('*', stands), path.join(root, file)]] : [];
    });
  });
}

/**
 * The public names of every module with their resolved types. A name that several modules export is listed at the
 * first.
 */
export function reportModules(root) {
  const modules = publicModules(root);
  const program = ts.createProgram(
    modules.map(([, file]) => file),
    {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      strict: true,
      skipLibCheck: true,
    },
  );
  const checker = program.getTypeChecker();
  const printer = ts.createPrinter({removeComments: true});
  const ours = (node) => path.resolve(node.getSourceFile().fileName).startsWith(path.resolve(root, 'dist') + path.sep);
  const resolved = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);

  const print = (node) => {
    // valibot schemas are long, and the data report covers them.
    if (ts.isTypeReferenceNode(node) && node.typeName.getText().startsWith('v.'))
      return `${node.typeName.getText()}<…>`;
    return printer
      .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
      .replace(/\s+/g, ' ')
      .replaceAll("'", '"')
      .trim();
  };
  // An override of an internal member is internal.
  const internal = new Set();
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile && ours(source)) {
      ts.forEachChild(source, function find(node) {
        if (node.name && ts.getJSDocTags(node).some(({tagName}) => tagName.text === 'internal'))
          internal.add(node.name.getText());
        ts.forEachChild(node, find);
      });
    }
  }
  const isHidden = (node) =>
    (ts.isClassElement(node) && node.name && internal.has(node.name.getText())) ||
    (ts.getCombinedModifierFlags(node) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0 ||
    (node.name && ts.isPrivateIdentifier(node.name));

  // The first module that exports a type is its home; other modules refer to it by name.
  const homes = new Map();
  const named = new Map();
  for (const [module, file] of modules) {
    for (const symbol of checker.getExportsOfModule(
      checker.getSymbolAtLocation(program.getSourceFile(file)) ?? {exports: new Map()},
    )) {
      const thing = resolved(symbol);
      if (homes.has(thing)) continue;
      homes.set(thing, module);
      if (thing.flags & ts.SymbolFlags.TypeAlias) {
        const type = checker.getDeclaredTypeOfSymbol(thing);
        if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Union) && !named.has(type)) named.set(type, symbol.name);
      }
    }
  }

  /** Expands a type to its fields, down to named types. */
  function expand(key, type, optional, rows, self) {
    const bare = optional ? checker.getNonNullableType(type) : type;
    const name = named.get(bare);
    if (name && name !== self) return rows.push([key, line(name, optional)]);
    // A class has its own rows, and its fields lead to all of the DOM.
    if (bare.symbol && bare.symbol.flags & ts.SymbolFlags.Class)
      return rows.push([key, line(bare.symbol.name, optional)]);
    if (checker.isArrayType(bare)) {
      rows.push([key, line('list', optional)]);
      return expand(`${key}[]`, checker.getTypeArguments(bare)[0], false, rows, self);
    }
    const fields =
      bare.flags & ts.TypeFlags.Object && !checker.isTupleType(bare) && bare.getCallSignatures().length === 0
        ? bare.getProperties()
        : [];
    if (fields.length === 0) {
      const text = (one) =>
        checker.typeToString(one, undefined, ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias);
      // TypeScript's order of members depends on the order of resolution.
      return rows.push([key, line(bare.isUnion() ? bare.types.map(text).sort().join(' | ') : text(bare), optional)]);
    }
    rows.push([key, line('object', optional)]);
    for (const field of fields) {
      // The number in the name of a symbol depends on the order of resolution.
      if (field.name.startsWith('__@')) continue;
      expand(
        `${key}.${field.name}`,
        checker.getTypeOfSymbol(field),
        (field.flags & ts.SymbolFlags.Optional) !== 0,
        rows,
        self,
      );
    }
    return undefined;
  }

  function signature(key, node, rows) {
    node.parameters.forEach((parameter, index) => {
      const optional = Boolean(parameter.questionToken ?? parameter.initializer ?? parameter.dotDotDotToken);
      // The name of a destructured parameter doesn't matter to callers, and a pattern is hard to read.
      const called = ts.isIdentifier(parameter.name) ? ` ${parameter.name.text}` : '';
      rows.push([`${key}(${index + 1}${called})`, line(parameter.type ? print(parameter.type) : 'any', optional)]);
    });
    if (!ts.isConstructorDeclaration(node)) rows.push([`${key}()`, line(node.type ? print(node.type) : 'any')]);
  }

  function members(key, node, rows) {
    for (const member of node.members) {
      if (isHidden(member)) continue;
      const name = ts.isConstructorDeclaration(member) ? 'constructor' : member.name?.getText();
      if (!name) continue;
      const flags = ts.getCombinedModifierFlags(member);
      const place = `${key}.${flags & ts.ModifierFlags.Static ? 'static ' : ''}${name}`;
      if (ts.isMethodSignature(member) || ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member))
        signature(place, member, rows);
      else if (member.type) {
        const readonly = flags & ts.ModifierFlags.Readonly || ts.isGetAccessor(member) ? ' (readonly)' : '';
        rows.push([place, line(print(member.type) + readonly, Boolean(member.questionToken))]);
      }
    }
  }

  function describe(name, symbol, rows) {
    for (const node of symbol.declarations) {
      if (ts.isFunctionDeclaration(node))
        signature(
          symbol.declarations.length > 1 ? `${name}#${symbol.declarations.indexOf(node) + 1}` : name,
          node,
          rows,
        );
      else if (ts.isVariableDeclaration(node)) rows.push([name, line(`const ${print(node.type ?? node.initializer)}`)]);
      else if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) {
        const kind = ts.isClassDeclaration(node) ? 'class' : 'interface';
        rows.push([name, line([kind, ...(node.heritageClauses ?? []).map(print)].join(' '))]);
        members(name, node, rows);
      } else if (ts.isTypeAliasDeclaration(node)) {
        if (node.typeParameters || ts.isUnionTypeNode(node.type)) rows.push([name, line(print(node.type))]);
        else
          expand(
            name,
            checker.getDeclaredTypeOfSymbol(symbol),
            false,
            rows,
            named.get(checker.getDeclaredTypeOfSymbol(symbol)) === name ? name : undefined,
          );
      }
    }
  }

  const report = new Map();
  /** Types that public types use but no module exports: changing them changes the public type. */
  const spoken = new Map();
  const note = (node) => {
    if (ts.isIdentifier(node) && ts.isTypeReferenceNode(node.parent)) {
      const symbol = checker.getSymbolAtLocation(node);
      const thing = symbol && resolved(symbol);
      const declaration = thing?.declarations?.[0];
      if (
        declaration &&
        ours(declaration) &&
        !homes.has(thing) &&
        !spoken.has(thing) &&
        !ts.isTypeParameterDeclaration(declaration)
      ) {
        spoken.set(thing, node.text);
        for (const one of thing.declarations) note(one);
      }
    }
    if (!isHidden(node)) ts.forEachChild(node, note);
  };
  for (const [module, file] of modules) {
    const source = program.getSourceFile(file);
    const rows = [];
    const self = checker.getSymbolAtLocation(source);
    for (const symbol of self ? checker.getExportsOfModule(self).sort((a, b) => (a.name < b.name ? -1 : 1)) : []) {
      const thing = resolved(symbol);
      if (homes.get(thing) !== module) rows.push([symbol.name, line(`as in ${homes.get(thing)}`)]);
      else {
        describe(symbol.name, thing, rows);
        for (const declaration of thing.declarations) if (ours(declaration)) note(declaration);
      }
    }
    report.set(module, new Map(rows));
  }
  const rows = [];
  for (const [thing, name] of [...spoken].sort(([, a], [, b]) => (a < b ? -1 : 1))) describe(name, thing, rows);
  if (rows.length > 0) report.set('types that these speak of', new Map(rows));
  return report;
}
