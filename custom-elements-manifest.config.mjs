/** The manifest tells what is public: no private members, no internals of Lit, and paths of the package, not of `src`. */
function publicOnly() {
  const hidden = new Set(['styles', 'properties', 'cues', 'render', 'renderSummit', 'willUpdate', 'hostUpdated']);
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
          // The analyzer takes the native class for one of this file.
          if (declaration.superclass?.name === 'Event') delete declaration.superclass.module;
          for (const owner of [declaration.superclass, ...(declaration.members ?? []), ...(declaration.attributes ?? []), ...(declaration.cssProperties ?? [])]) {
            if (owner?.inheritedFrom?.module) owner.inheritedFrom.module = dist(owner.inheritedFrom.module);
            if (owner?.module) owner.module = dist(owner.module);
          }
        }
      }
      // Only what the package's entry points hand out: elements, their base, their events.
      customElementsManifest.modules = customElementsManifest.modules.filter(({path}) =>
        /^dist\/(?:components\/|element\/(?:summit-element|events|change-event)\.js|index\.js|define\.js)/.test(path) &&
        !path.endsWith('.styles.js'),
      );
    },
  };
}

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly()],
};
