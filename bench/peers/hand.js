// A custom element by hand: no library, the least code that builds the very same DOM with the very same styles.
import {boxes} from 'bench:content';
import {appendAll, attachStyled} from './build.js';

for (const {tag, sheets, tree} of boxes) {
  customElements.define(
    tag,
    class extends HTMLElement {
      connectedCallback() {
        if (this.shadowRoot) return;
        appendAll(attachStyled(this, sheets), tree);
      }
    },
  );
}
