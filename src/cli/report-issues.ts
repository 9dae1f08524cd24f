import type {Checked} from '../authoring/check-data-file.js';
import {printableLine} from './printable.js';
import type {PlacedIssue} from '../authoring/parse-data-file.js';

/** Maximum number of listed issues. The first ones often explain the rest. */
const MAX_LINES = 100;

/** Formats the issues of a file, one per line in the format of compilers, with a summary in the last line. */
export function reportIssues(name: string, {kind, errors, warnings, summit}: Checked): string {
  const issues = [
    ...errors.map((issue) => ({issue, word: ''})),
    ...warnings.map((issue) => ({issue, word: 'warning: '})),
  ];
  const lines = issues.slice(0, MAX_LINES).map(({issue, word}) => lineOf(name, issue, word));
  if (issues.length > MAX_LINES) lines.push(`${name}: ${String(issues.length - MAX_LINES)} more are not listed`);

  const counts = [count(errors.length, 'error'), count(warnings.length, 'warning')].filter(Boolean).join(', ');
  if (errors.length > 0) lines.push(`${name}: ${counts}`);
  else {
    const what = summit
      ? `${summit.id}, revision ${String(summit.revision)}, ${count(summit.claims.length, 'claim')}`
      : kind;
    lines.push(`${name}: fine (${what})${counts && `, ${counts}`}`);
  }
  return lines.map((line) => `${printableLine(line)}\n`).join('');
}

function lineOf(name: string, {line, column, path, message}: PlacedIssue, word: string): string {
  return `${name}:${String(line)}:${String(column)}${path && ` ${path}`}: ${word}${message}`;
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
