/**
 * Inlines the values of design tokens (`src/element/tokens.ts`), so that browser files don't contain the token
 * descriptions.
 */

/** The compiled module, which exists only during the build. */
const loadValues = () => import('../../build/js/src/element/token-values.js');

/** `${token('accent')}` in a template, with or without a variant. */
const IN_TEMPLATE = /\$\{token(?:Var)?\('([\w-]+)'(?:, '(\w+)')?\)\}/g;
/** Calls that return a table. */
const TABLE = /\b(tokenTypes|tokenDefaults|tokenSwatches|tokenDarkSwatches)\(\)/g;
/** `token(accent)` in a style sheet, with or without a variant. */
const IN_CSS = /\btoken\(([\w-]+)(?:, (\w+))?\)/g;
/** The modules that compute the values. */
const SOURCES = /\/element\/token(?:s|-values)?\.js$/;

/** A rollup plugin. Throws if a remaining call includes the tokens in the output. */
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

/** Inlines the defaults of tokens in a style sheet. */
export async function fillTokens(css) {
  const {tokenDefault} = await loadValues();
  return css.replaceAll(IN_CSS, (call, name, variant) => {
    const value = tokenDefault(name, variant);
    if (value === undefined) throw new Error(`${call}: src/element/tokens.ts has no such default.`);
    return value;
  });
}
