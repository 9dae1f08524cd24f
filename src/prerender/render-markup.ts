import {ElementRenderer} from '@lit-labs/ssr/lib/element-renderer.js';
import {render} from '@lit-labs/ssr/lib/render.js';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import {parseFragment, type DefaultTreeAdapterTypes as Tree} from 'parse5';
import {makeElement, makeText, type MarkupNode} from '../snippet/markup.js';

/** Represents the element around a template, which Lit needs for every slot. */
class Host extends ElementRenderer {}

const host = new Host('summit-element');

/**
 * Renders a template without a browser. Lit's markers are omitted: they are for hydration, which our elements don't use,
 * and would make up a quarter of a snippet.
 */
export function renderMarkup(template: unknown): readonly MarkupNode[] {
  const html = collectResultSync(render(template, {customElementHostStack: [host]}));
  // Only the places of the markers matter, since a text ends there. Short ones take the parser a third less time.
  return toMarkup(parseFragment(html.replaceAll(/<!--[^>]+-->/g, '<!---->')));
}

function toMarkup({childNodes}: Tree.ParentNode): readonly MarkupNode[] {
  const nodes = childNodes.flatMap((node): readonly MarkupNode[] => {
    if ('value' in node) return [makeText(node.value)];
    if (!('attrs' in node)) return [];
    return [
      makeElement(node.nodeName, toMarkup(node), Object.fromEntries(node.attrs.map(({name, value}) => [name, value]))),
    ];
  });
  return dropIndentation(nodes);
}

/** Inline nodes, between which a line break of the template is a space. */
const INLINE = new Set(['', 'a', 'b', 'bdi', 's', 'small', 'span']);

/**
 * Replaces line breaks of templates with a space between inline nodes, and removes them between blocks. The build has
 * already removed most of them.
 */
function dropIndentation(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const kept: MarkupNode[] = [];
  let isIndented = false;
  for (const node of nodes) {
    if (/^[ \n]*\n[ \n]*$/.test(node.text)) {
      isIndented = true;
      continue;
    }
    const last = kept.at(-1);
    if (isIndented && last && INLINE.has(last.name) && INLINE.has(node.name)) kept.push(makeText(' '));
    isIndented = false;
    kept.push(node);
  }
  return kept;
}
