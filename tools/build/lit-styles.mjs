/**
 * Replaces Lit's module for styles in script-tag files. Lit's own also supports browsers without constructable style
 * sheets, and checks values in style sheets. Every supported browser has them (docs/support.md), and the build leaves
 * no value in a style sheet. The exports are the same.
 */
const CODE = `
export const supportsAdoptingStyleSheets = true;
export class CSSResult {
  constructor(cssText) {
    this.cssText = cssText;
  }
  get styleSheet() {
    if (!this._sheet) (this._sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this._sheet;
  }
}
export const unsafeCSS = (value) => new CSSResult(String(value));
export const css = ([cssText]) => new CSSResult(cssText);
export const getCompatibleStyle = (style) => style;
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style);
};
`;

/** A rollup plugin. */
export const litStyles = () => ({
  name: 'lit-styles',
  load: (id) => (/\/@lit\/reactive-element\/css-tag\.js$/.test(id) ? CODE : null),
});
