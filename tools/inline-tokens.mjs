/**
 * Writes values of the design tokens (`src/element/tokens.ts`) where they are used, so that no script for browsers contains the
 * tokens with their descriptions.
 */

/** The compiled module. Only during the build is it there. */
const loadValues = () => import('../build/js/src/element/token-values.js');

/** `${token('accent')}` in a template, with or without a variant. */
const IN_TEMPLATE = /\$\{token(?:Var)?\('([\w-]+)'(?:, '(\w+)')?\)\}/g;
/** Calls that return a table. */
const TABLE = /\b(tokenTypes|tokenDefaults|tokenSwatches)\(\)/g;
/** `token(accent)` in a style sheet, with or without a variant. */
const IN_CSS = /\btoken\(([\w-]+)(?:, (\w+))?\)/g;
/** The modules that make the values. */
const SOURCES = /\/element\/token(?:s|-values)?\.js$/;

/** A rollup plugin. Fails where a call is left that has made the tokens a part of the output. */
export const inlineTokens = () => ({
  name: 'inline-tokens',
  async transform(code, id) {
    if (SOURCES.test(id) || !code.includes('token')) return null;
    const values = await loadValues();
    const inlined = code
      .replaceAll(IN_TEMPLATE, (_, name, variant) => values.tokenVar(name, variant))
      .replaceAll(TABLE, (_, name) => JSON.stringify(values[name]()));
    return inlined === code ? null : {code: inlined, map: null};
  },
  generateBundle(_, files) {
    for (const {fileName, modules = {}} of Object.values(files)) {
      const left = Object.keys(modules).find((id) => SOURCES.test(id) && modules[id].renderedLength > 0);
      if (left) this.error(`${fileName} contains ${left}: call its functions with literal arguments only.`);
    }
  },
});

/** A style sheet with the defaults of tokens written in. */
export async function fillTokens(css) {
  const {tokenDefault} = await loadValues();
  return css.replaceAll(IN_CSS, (call, name, variant) => {
    const value = tokenDefault(name, variant);
    if (value === undefined) throw new Error(`${call}: src/element/tokens.ts has no such default.`);
    return value;
  });
}
