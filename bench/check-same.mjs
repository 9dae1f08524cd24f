const squeeze = (text) => text.replaceAll(/\s+/g, '');

/**
 * Fails unless all pages show the same: figures of pages that show different things must not be compared.
 *
 * @param {{name: string, same: string}[]} variants
 * @param {Record<string, {text: string, elements: number, height: number}>} shown
 * @param {{id: string, text: string}[]} claims What a page shows at least.
 */
export function checkSame(variants, shown, claims) {
  const model = shown['static-shadow'];
  for (const {name, same} of variants) {
    const {text, elements, height} = shown[name];
    if (same === 'claims') {
      const missing = claims.find((claim) => !text.includes(squeeze(claim.text)));
      if (missing) throw new Error(`${name} does not show the statement ${missing.id}.`);
      continue;
    }
    if (text !== model.text) {
      const at = [...text].findIndex((letter, i) => letter !== model.text[i]);
      const around = (whole) => whole.slice(Math.max(0, at - 40), at + 40);
      throw new Error(`${name} shows other text than static-shadow: “${around(text)}”, not “${around(model.text)}”.`);
    }
    if (same === 'all' && elements !== model.elements) {
      throw new Error(`${name} has ${elements} elements, static-shadow ${model.elements}.`);
    }
    if (same === 'all' && Math.abs(height - model.height) > 1) {
      throw new Error(`The page of ${name} is ${height} px high, that of static-shadow ${model.height} px.`);
    }
  }
}
