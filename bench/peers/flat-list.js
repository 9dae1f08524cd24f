// A region list by hand: one flat list, each row built as it comes. It can be built anew, and it can be told which row has
// changed; to find that out is left to the page, which is the best there can be.
import {boxes} from 'bench:content';
import {appendAll, attachStyled} from './build.js';

const [{sheets}] = boxes;

customElements.define(
  'flat-region-list',
  class extends HTMLElement {
    #root;

    show(tree) {
      this.#root ??= attachStyled(this, sheets);
      this.#root.replaceChildren();
      appendAll(this.#root, tree);
    }

    renameRegion(id, name) {
      this.#root.querySelector(`.place[data-region="${id}"] .name`).firstChild.data = name;
    }

    rewriteClaim(id, text) {
      // The space before the mark is part of the text node.
      this.#root.querySelector(`[data-id="${id}"]`).firstChild.data = `${text}\u2002`;
    }
  },
);
