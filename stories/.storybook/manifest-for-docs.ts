/** What is read of a custom elements manifest here. */
export interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

interface Declaration {
  readonly members?: readonly {readonly name: string; readonly attribute?: string}[];
  readonly cssParts?: readonly {readonly name: string}[];
}

/**
 * The manifest as Storybook's tables need it. They key everything by its bare name, whatever it is: a part called
 * `heading` would take the place of the attribute, and each attribute would stand there twice, once as a property.
 */
export function manifestForDocs(manifest: Manifest): Manifest {
  return {
    ...manifest,
    modules: manifest.modules.map((module) => ({
      ...module,
      declarations: module.declarations?.map((declaration) => ({
        ...declaration,
        members: declaration.members?.filter(({attribute}) => attribute === undefined),
        cssParts: declaration.cssParts?.map((part) => ({...part, name: `::part(${part.name})`})),
      })),
    })),
  };
}
