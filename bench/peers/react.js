import {createElement} from 'react';
import {createRoot} from 'react-dom/client';
import {boxes} from 'bench:content';
import {attachStyled} from './build.js';

function render(node, key) {
  if (typeof node === 'string') return node;
  const [name, {class: className, ...attributes}, ...children] = node;
  const named = className === undefined ? attributes : {...attributes, className};
  return createElement(name, {...named, key}, ...children.map(render));
}

for (const {tag, sheets, tree} of boxes) {
  for (const host of document.querySelectorAll(tag)) createRoot(attachStyled(host, sheets)).render(tree.map(render));
}
