// @ts-check
/**
 * An editor at the desk: what their hands do is counted.
 *
 *   const hands = new EditorHands(page);
 *   await hands.open('Sources');
 *   await hands.type('#field-title', 'The lake talks', 'text');
 *   hands.counts;   // {actions, texts, other, pasted}
 *   hands.describe();   // “2 clicks and choices, 14 characters typed, 0.0 % not text for readers, 0 pasted”
 *   hands.idsTyped(file);   // []
 */
import {basename} from 'node:path';

/** @typedef {import('puppeteer-core').Page} Page */

export class EditorHands {
  /** Clicks, choices and fields; characters typed for readers; other characters and keys; characters pasted. */
  counts = {actions: 0, texts: 0, other: 0, pasted: 0};
  /** @type {string[]} */
  #typed = [];
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
    await this.typeHere(text, kind);
  }

  /**
   * Types into the field that has the focus.
   *
   * @param {string} text
   * @param {'text' | 'other'} kind Whether readers will see it.
   * @param {{isAtOnce?: boolean}} [options] With `isAtOnce`, as one input, as of an input method: thousands of keys take
   *   minutes. Each character counts.
   */
  async typeHere(text, kind, {isAtOnce = false} = {}) {
    if (isAtOnce) await this.#page.keyboard.sendCharacter(text);
    else await this.#page.keyboard.type(text);
    this.counts[kind === 'text' ? 'texts' : 'other'] += [...text].length;
    this.#typed.push(text);
    await this.#settle();
  }

  /** Chooses a file on the disk: one click, and one choice in the browser's dialog. */
  async chooseFile(/** @type {string} */ selector, /** @type {string} */ path) {
    const field = await this.#page.waitForSelector(selector, {timeout: 5000});
    await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (field).uploadFile(path);
    this.counts.actions += 2;
    await this.#page.waitForFunction(
      (name) => document.body.textContent?.includes(name),
      {timeout: 5000},
      basename(path),
    );
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

  /** Share of the typed characters that readers won't see, in percent. */
  get otherPercent() {
    const {texts, other} = this.counts;
    return (100 * other) / Math.max(1, texts + other);
  }

  /** What was done, in one line. */
  describe() {
    const {actions, texts, other, pasted} = this.counts;
    return `${actions} clicks and choices, ${texts + other} characters typed, ${this.otherPercent.toFixed(1)} % not text for readers, ${pasted} pasted`;
  }

  /**
   * The ids of a file that were typed.
   *
   * @param {unknown} file
   */
  idsTyped(file) {
    /** @type {Set<string>} */
    const ids = new Set();
    JSON.stringify(file, (key, value) => {
      if (key === 'id') ids.add(value);
      return value;
    });
    return this.#typed.filter((text) => ids.has(text.trim()));
  }

  /** The page renders in a microtask. */
  async #settle() {
    await this.#page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }
}
