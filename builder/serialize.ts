import {render} from 'lit';

/**
 * A template as HTML, the way the prerenderer writes it: without Lit's markers, which are comments, and with neighbouring
 * texts as one.
 */
export function renderHtml(template: unknown): string {
  const root = document.createElement('div');
  render(template, root);
  const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
  root.normalize();
  return root.getHTML();
}
