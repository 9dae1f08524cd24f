import {h, render} from 'preact';
import {boxes} from 'bench:content';
import {attachStyled} from './build.js';

function make(node) {
  return typeof node === 'string' ? node : h(node[0], node[1], ...node.slice(2).map(make));
}

for (const {tag, sheets, tree} of boxes) {
  for (const host of document.querySelectorAll(tag)) render(tree.map(make), attachStyled(host, sheets));
}
