// @ts-check
import puppeteer from 'puppeteer-core';
import {launchOptions} from '../../tools/browsers/find-browser.mjs';
import {atEnd} from './at-end.mjs';

/** Ends what hangs, in milliseconds; a busy machine may need a while for one call. */
const protocolTimeout = 300_000;

/** @type {Promise<import('puppeteer-core').Browser> | undefined} */
let shared;

/**
 * The Chromium that all test files of this process share. Whoever takes it opens a browser context of their own and closes
 * that one; the browser itself ends with the process.
 *
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export function sharedBrowser() {
  shared ??= launch();
  return shared;
}

async function launch() {
  const options = await launchOptions();
  // Where the focus or an address leads the page is at once.
  const browser = await puppeteer.launch({
    ...options,
    protocolTimeout,
    args: [...options.args, '--disable-smooth-scrolling'],
  });
  atEnd(() => browser.close());
  return browser;
}
