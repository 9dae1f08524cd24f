import {documentedDefault} from '../../build/js/src/element/token-values.js';
import {tokens} from '../../build/js/src/element/tokens.js';

/** Adds the design tokens as custom properties; tokens of all elements are added to the base class. */
function tokenProperties() {
  const propertiesOf = (tag) =>
    Object.entries(tokens)
      .filter(([, {element}]) => element === tag)
      .map(([name, token]) => {
        const value = documentedDefault(token);
        return {
          description: token.description,
          name: `--summit-${name}`,
          ...(value !== undefined && {default: value}),
        };
      });
  return {
    name: 'token-properties',
    // The next phase copies them to the elements.
    moduleLinkPhase({moduleDoc}) {
      for (const declaration of moduleDoc.declarations ?? []) {
        const properties =
          declaration.name === 'SummitElement'
            ? propertiesOf(undefined)
            : declaration.tagName
              ? propertiesOf(declaration.tagName)
              : [];
        if (properties.length > 0) declaration.cssProperties = properties;
      }
    },
  };
}

/**
 * Keeps only public API in the manifest: no private members, no Lit internals, and paths of the package instead of
 * `src`.
 */
function publicOnly() {
  const hidden = new Set([
    'styles',
    'properties',
    'interactionEvents',
    'render',
    'renderSummit',
    'willUpdate',
    'hostUpdated',
  ]);
  return {
    name: 'public-only',
    packageLinkPhase({customElementsManifest}) {
      const dist = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
      for (const module of customElementsManifest.modules) {
        module.path = dist(module.path);
        for (const item of module.exports ?? []) {
          if (item.declaration?.module) item.declaration.module = dist(item.declaration.module);
        }
        for (const declaration of module.declarations ?? []) {
          declaration.members = declaration.members?.filter(
            ({name, privacy}) => !/^[#_]/.test(name) && (privacy ?? 'public') === 'public' && !hidden.has(name),
          );
          // The analyzer treats the native class as one of this file.
          if (declaration.superclass?.name === 'Event') delete declaration.superclass.module;
          for (const owner of [
            declaration.superclass,
            ...(declaration.members ?? []),
            ...(declaration.attributes ?? []),
            ...(declaration.cssProperties ?? []),
          ]) {
            if (owner?.inheritedFrom?.module) owner.inheritedFrom.module = dist(owner.inheritedFrom.module);
            if (owner?.module) owner.module = dist(owner.module);
          }
        }
      }
      // Keeps only exports of the package's entry points: elements, the base class, events.
      customElementsManifest.modules = customElementsManifest.modules.filter(
        ({path}) =>
          /^dist\/(?:components\/|element\/(?:summit-element|events|change-event)\.js|index\.js|define\.js)/.test(
            path,
          ) && !path.endsWith('.styles.js'),
      );
      // The analyzer uses the file system's order. Sort for reproducible builds.
      customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}

/**
 * Adds expanded types as `parsedType` if they consist of literals, so that editors can suggest `light` and `dark`
 * instead of `Scheme`. The usual plugin for this takes 16 s more and includes browser types.
 */
function wordsOfTypes() {
  const words = new Map();
  const expand = (text) => text.replace(/\b[A-Z]\w+\b/g, (name) => (words.has(name) ? expand(words.get(name)) : name));
  return {
    name: 'words-of-types',
    analyzePhase({ts, node}) {
      if (!ts.isTypeAliasDeclaration(node)) return;
      const parts = ts.isUnionTypeNode(node.type) ? node.type.types : [node.type];
      const isAlias = (part) => ts.isTypeReferenceNode(part) && !part.typeArguments;
      const isPlain = (part) =>
        ts.isLiteralTypeNode(part) ||
        ts.isTypeOperatorNode(part) ||
        /^(?:string|number|undefined)$/.test(part.getText());
      if (parts.every((part) => isAlias(part) || isPlain(part)))
        words.set(node.name.text, parts.map((part) => part.getText()).join(' | '));
    },
    packageLinkPhase({customElementsManifest}) {
      for (const {declarations = []} of customElementsManifest.modules) {
        for (const {members = [], attributes = []} of declarations) {
          for (const item of [...members, ...attributes]) {
            const parts = item.type && expand(item.type.text).split(' | ');
            // For an attribute, only values that HTML can contain.
            const text = parts
              ?.filter((part) => !attributes.includes(item) || !/^(?:null|readonly )/.test(part))
              .join(' | ');
            if (text && text !== item.type.text) item.parsedType = {text};
          }
        }
      }
    },
  };
}

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [tokenProperties(), wordsOfTypes(), publicOnly()],
};
