// @ts-check
/**
 * An editor at the desk: what their hands do is counted.
 *
 *   const hands = new EditorHands(page);
 *   await hands.open('Sources');
 *   await hands.type('#field-title', 'The lake talks', 'text');
 *   hands.counts;   // {actions, texts, other, pasted}
 */

/** @typedef {import('puppeteer-core').Page} Page */

export class EditorHands {
  /** Clicks, choices and fields; characters typed for readers; other characters and keys; characters pasted. */
  counts = {actions: 0, texts: 0, other: 0, pasted: 0};
  #page;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
  }

  /** Opens a section by its name. */
  async open(/** @type {string} */ section) {
    await this.#page.$$eval(
      '.sections button',
      (buttons, name) => {
        const button = buttons.find(({innerText}) => innerText.startsWith(name));
        if (!button) throw new Error(`There is no section “${name}”.`);
        button.click();
      },
      section,
    );
    this.counts.actions += 1;
    await this.#settle();
  }

  async click(/** @type {string} */ selector) {
    await this.#page.waitForSelector(selector, {timeout: 5000});
    await this.#page.$eval(selector, (element) => element.scrollIntoView({block: 'center'}));
    await this.#page.click(selector);
    this.counts.actions += 1;
    await this.#settle();
  }

  /** Clicks the first element with this text. */
  async clickText(/** @type {string} */ selector, /** @type {string} */ text) {
    const handle = await this.#page.waitForFunction(
      (selector, text) => {
        const found = [...document.querySelectorAll(selector)].find((one) =>
          (one.textContent ?? '').replace(/\s+/g, ' ').includes(text),
        );
        found?.scrollIntoView({block: 'center'});
        return found;
      },
      {timeout: 5000},
      selector,
      text,
    );
    await /** @type {any} */ (handle).click();
    this.counts.actions += 1;
    await this.#settle();
  }

  /**
   * Types into a field.
   *
   * @param {string} selector
   * @param {string} text
   * @param {'text' | 'other'} kind Whether readers will see it.
   */
  async type(selector, text, kind) {
    await this.click(selector);
    await this.#page.$eval(selector, (field) => /** @type {HTMLInputElement} */ (field).select());
    await this.#page.keyboard.type(text);
    this.counts[kind === 'text' ? 'texts' : 'other'] += [...text].length;
    await this.#settle();
  }

  /** Pastes into a field. */
  async paste(/** @type {string} */ selector, /** @type {string} */ text) {
    await this.click(selector);
    await this.#page.$eval(
      selector,
      (field, text) => {
        const input = /** @type {HTMLInputElement} */ (field);
        input.value = text;
        input.dispatchEvent(new Event('input', {bubbles: true}));
        input.dispatchEvent(new Event('change', {bubbles: true}));
      },
      text,
    );
    this.counts.pasted += [...text].length;
    await this.#settle();
  }

  async press(/** @type {import('puppeteer-core').KeyInput} */ key) {
    await this.#page.keyboard.press(key);
    this.counts.other += 1;
    await this.#settle();
  }

  /** Chooses an option by what it says. */
  async choose(/** @type {string} */ selector, /** @type {string} */ label) {
    await this.#page.waitForSelector(selector, {timeout: 5000});
    const value = await this.#page.$eval(
      selector,
      (select, label) => {
        const options = [.../** @type {HTMLSelectElement} */ (select).options];
        const found = options.find(({textContent}) => (textContent ?? '').trim().startsWith(label));
        if (!found) throw new Error(`No “${label}” among ${options.map((one) => one.textContent?.trim()).join(', ')}.`);
        return found.value;
      },
      label,
    );
    await this.#page.select(selector, value);
    this.counts.actions += 1;
    await this.#settle();
  }

  /** The page renders in a microtask. */
  async #settle() {
    await this.#page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }
}
