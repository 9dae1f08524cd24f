// @ts-check
/** The table of this suite as Markdown, as docs/wordpress.md has it: `node test/wordpress/table.mjs` prints it. */
import {realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {expected} from './expected.mjs';
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
export const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) console.log(table);
