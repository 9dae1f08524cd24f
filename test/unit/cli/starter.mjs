// @ts-check
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';

/** The file that `init` writes. */
export const starter = readFileSync(new URL('../../../templates/starter.yaml', import.meta.url), 'utf8');

/**
 * The starter with one change.
 *
 * @param {string} from
 * @param {string} to
 */
export function starterWith(from, to) {
  assert.ok(starter.includes(from), `the starter has ${from}`);
  return starter.replace(from, to);
}

/**
 * Line and column of a part of a text, as an editor counts.
 *
 * @param {string} text
 * @param {string} part
 */
export function placeOf(text, part) {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
