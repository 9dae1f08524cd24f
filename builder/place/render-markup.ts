import {render} from 'lit';
import {makeElement, makeText, type MarkupNode} from '../../src/snippet/markup.js';

/** Renders a template in the browser, in the same way as the prerenderer: without Lit's comment markers. */
export function renderMarkup(template: unknown): readonly MarkupNode[] {
  const root = document.createElement('div');
  render(template, root);
  return toMarkup(root);
}

/** Makes DOM nodes from markup. */
export function toDom(nodes: readonly MarkupNode[]): readonly Node[] {
  return nodes.map(({name, text, attributes, children}) => {
    if (!name) return document.createTextNode(text);
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.append(...toDom(children));
    return element;
  });
}

function toMarkup({childNodes}: Node): readonly MarkupNode[] {
  return [...childNodes].flatMap((node) => {
    if (node instanceof Text) return makeText(node.data);
    if (!(node instanceof Element)) return [];
    return makeElement(
      node.localName,
      toMarkup(node),
      Object.fromEntries([...node.attributes].map(({name, value}) => [name, value])),
    );
  });
}
