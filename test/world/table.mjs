// @ts-check
/** The table of this suite as Markdown, as docs/embedding.md has it: `node test/world/table.mjs` prints it. */
import {realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {expected} from './expected.mjs';
import {formNames} from './forms.mjs';

/** @param {import('./expected.mjs').Outcome | undefined} outcome */
function toCell(outcome) {
  if (outcome === undefined) return '';
  return typeof outcome === 'string' ? outcome : outcome.join(', with script ');
}

const rows = [
  ['', ...formNames],
  ['---', ...formNames.map(() => '---')],
  ...Object.entries(expected).map(([system, row]) => [system, ...formNames.map((form) => toCell(row[form]))]),
];
export const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) console.log(table);
