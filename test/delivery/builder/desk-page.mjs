// @ts-check
/** The view Write in a browser: opening a file that was dropped, and the file that the desk downloads. */
import {textOf} from './builder-page.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * Drops a file on an element.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string | number[]} content Text, or bytes.
 */
export async function dropFile(page, name, content, selector = 'body') {
  await page.$eval(
    selector,
    (element, name, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([typeof content === 'string' ? content : new Uint8Array(content)], name));
      element.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
    },
    name,
    content,
  );
}

/**
 * Opens a section by its name.
 *
 * @param {Page} page
 * @param {string} label
 */
export async function openSection(page, label) {
  await page.waitForSelector('.sections button');
  await page.$$eval(
    '.sections button',
    (buttons, label) => buttons.find(({innerText}) => innerText.startsWith(label))?.click(),
    label,
  );
}

/**
 * Opens a section of Write with a summit that was dropped on the page.
 *
 * @param {any} builder
 * @param {string} label
 * @param {object} summit
 */
export async function openWith(builder, label, summit, reader = {}) {
  const tab = await builder.openTab(reader);
  const {page} = tab;
  await page.goto(`${builder.url}builder/?write`);
  await page.waitForSelector('.sections');
  await dropFile(page, 'talks.json', JSON.stringify(summit));
  await textOf(page, '.file-bar', /talks/);
  await openSection(page, label);
  await textOf(page, '#section h2', new RegExp(label));
  return tab;
}

/**
 * The file that the desk downloads for the page.
 *
 * @param {Page} page
 */
export async function downloaded(page) {
  return page.evaluate(async () => {
    const create = URL.createObjectURL.bind(URL);
    /** @type {Promise<Blob>} */
    const blob = new Promise((resolve) => {
      URL.createObjectURL = (given) => {
        resolve(/** @type {Blob} */ (given));
        return create(given);
      };
    });
    const buttons = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.file-bar button'))];
    buttons.find(({textContent}) => /Download JSON/.test(textContent ?? ''))?.click();
    const text = await (await blob).text();
    URL.createObjectURL = create;
    return JSON.parse(text);
  });
}
