/** Firefox, which tells by the clock when something is drawn, and nothing of work, memory or shifts. */
import puppeteer from 'puppeteer-core';
import {findEngines} from '../tools/browsers/engines.mjs';
import {BLANK, VIEWPORT} from './browser.mjs';
import {prepare, readPage, settle} from './in-page.mjs';

/** @returns {Promise<{browser?: import('puppeteer-core').Browser, missing?: string}>} */
export async function launchFirefox() {
  const found = (await findEngines()).find(({name}) => name === 'firefox');
  if (!found) return {missing: 'Firefox was left out.'};
  if (!found.path) return {missing: found.missing};
  return {browser: await puppeteer.launch({browser: 'firefox', executablePath: found.path})};
}

/** Opens a page in a context of its own. */
export async function visitInFirefox(browser, server, path, {name = path, read = false} = {}) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const troubles = [];
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) troubles.push(message.text());
    });
    await page.setViewport(VIEWPORT);
    await page.evaluateOnNewDocument(prepare);
    await page.goto(`${server.origin}${BLANK}`);
    await page.goto(server.origin + path);
    const {drawn} = await page.evaluate(settle);
    const shown = read ? await page.evaluate(readPage) : undefined;
    if (troubles.length > 0) throw new Error(`${name} had trouble in Firefox:\n  ${troubles.join('\n  ')}`);
    return {drawn, shown};
  } finally {
    await context.close();
  }
}
