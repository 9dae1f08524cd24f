/** Attributes of each element, derived from its class. The builds replace this module with its values. */
import {elementNames, type ElementName} from './element-names.js';
import {elements} from './elements.js';

/** An attribute of an element. */
export interface ElementAttribute {
  readonly name: string;
  /** Whether it is a boolean attribute, such as `no-map`. */
  readonly isFlag: boolean;
}

/** The attributes of each element, in the order used in snippets. */
export const attributesByElement = Object.fromEntries(
  elementNames.map((name) => [name, listAttributes(name)]),
) as unknown as Readonly<Record<ElementName, readonly ElementAttribute[]>>;

function listAttributes(element: ElementName): readonly ElementAttribute[] {
  const elementClass = elements[`summit-${element}`];
  // Reading `observedAttributes` makes Lit finalize the class, as `customElements.define` does.
  if (elementClass.observedAttributes.length === 0) return [];
  return [...elementClass.elementProperties].flatMap(([property, {attribute, type}]) =>
    attribute === false
      ? []
      : {name: typeof attribute === 'string' ? attribute : String(property), isFlag: type === Boolean},
  );
}
