// The same, cloned from a template: the fastest way there is to the same DOM, for a box that never differs.
import {boxes} from 'bench:content';
import {attachStyled} from './build.js';

for (const {tag, sheets, markup} of boxes) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  customElements.define(
    tag,
    class extends HTMLElement {
      connectedCallback() {
        if (this.shadowRoot) return;
        attachStyled(this, sheets).append(document.importNode(template.content, true));
      }
    },
  );
}
