// @ts-check
/** Prints the table of this suite as Markdown: `node test/world/table.mjs`. */
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
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
