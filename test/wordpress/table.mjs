// @ts-check
/**
 * The tables of this suite as Markdown, as docs/wordpress.md has them: `node test/wordpress/table.mjs` prints the one of
 * roles, and with the argument `themes` the one of themes.
 */
import {realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {expected, expectedInThemes, themes} from './expected.mjs';
import {roles} from './forms.mjs';

/** @param {import('./expected.mjs').Outcome} outcome */
const toText = (outcome) => (typeof outcome === 'string' ? outcome : outcome.join('; with script '));

/** @param {import('./expected.mjs').Entry} entry */
function toCell(entry) {
  if (typeof entry === 'string' || Array.isArray(entry)) return toText(entry);
  return `${toText(entry.posted)}. Then saved by an author: ${toText(entry.saved)}`;
}

const rows = [
  ['posted as', ...roles],
  ['---', ...roles.map(() => '---')],
  ...Object.entries(expected).map(([form, row]) => [form, ...roles.map((role) => toCell(row[role]))]),
];
const themeRows = [
  ['posted as', ...themes.map(({kind}) => kind)],
  ['---', ...themes.map(() => '---')],
  ...expectedInThemes.map(({form, outcome}) => [form, ...themes.map(() => toText(outcome))]),
];

const toTable = (/** @type {string[][]} */ lines) => lines.map((line) => `| ${line.join(' | ')} |`).join('\n');

export const tables = {roles: toTable(rows), themes: toTable(themeRows)};

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  console.log(process.argv[2] === 'themes' ? tables.themes : tables.roles);
