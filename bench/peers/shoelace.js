// Shoelace's card around each box and its details in place of the browser's, with the content slotted in.
import '@shoelace-style/shoelace/dist/components/card/card.js';
import '@shoelace-style/shoelace/dist/components/details/details.js';
import {boxes} from 'bench:content';
import {appendAll, attachStyled} from './build.js';

function swap(node) {
  if (typeof node === 'string') return node;
  const [name, attributes, ...children] = node;
  const inside = children.map(swap);
  if (name === 'summary') return ['div', {...attributes, slot: 'summary'}, ...inside];
  return [name === 'details' ? 'sl-details' : name, attributes, ...inside];
}

for (const {tag, sheets, tree} of boxes) {
  const card = [['sl-card', {}, ...tree.map(swap)]];
  for (const host of document.querySelectorAll(tag)) appendAll(attachStyled(host, sheets), card);
}
