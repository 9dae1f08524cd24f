/** How the library reads YAML: version 1.2, with the values that JSON has. */
export const YAML_OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  stringKeys: true,
  resolveKnownTags: false,
  // Off because it takes quadratic time; `readYaml` checks it with a set.
  uniqueKeys: false,
} as const;
