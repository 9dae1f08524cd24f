import {mount} from 'svelte';
import {boxes} from 'bench:content';
import {attachStyled} from './build.js';
import Tree from './Tree.svelte';

for (const {tag, sheets, tree} of boxes) {
  for (const host of document.querySelectorAll(tag))
    mount(Tree, {target: attachStyled(host, sheets), props: {nodes: tree}});
}
