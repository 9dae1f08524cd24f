/** What docs/accessibility.md claims: every criterion of WCAG 2.2, A and AA, once; and no check that is not there. */
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const page = readFileSync('docs/accessibility.md', 'utf8');
const {scripts} = JSON.parse(readFileSync('package.json', 'utf8'));
const rows = [...page.matchAll(/^\| (\d\.\d\.\d+) [^|]+ \| (AA?) \|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map((row) => {
  const [number, level, how, checks, left] = row.slice(1).map((cell) => cell.trim());
  return {number, level, how, checks, left};
});

/** How many criteria of level A and AA each guideline of WCAG 2.2 has; 4.1.1 is gone. */
const GUIDELINES = {
  1.1: 1,
  1.2: 5,
  1.3: 5,
  1.4: 9,
  2.1: 3,
  2.2: 2,
  2.3: 1,
  2.4: 8,
  2.5: 6,
  3.1: 2,
  3.2: 5,
  3.3: 6,
  4.1: 2,
};

describe('docs/accessibility.md', () => {
  it('has every criterion of level A and AA, once, in order', () => {
    const counts = {};
    for (const {number} of rows) {
      const guideline = number.slice(0, 3);
      counts[guideline] = (counts[guideline] ?? 0) + 1;
    }
    assert.deepEqual(counts, GUIDELINES);
    const numbers = rows.map(({number}) => number);
    const inOrder = [...new Set(numbers)].sort((a, b) => a.localeCompare(b, 'en', {numeric: true}));
    assert.deepEqual(numbers, inOrder);
    const of = (wanted) => rows.filter(({level}) => level === wanted).length;
    assert.deepEqual([of('A'), of('AA')], [31, 24]);
    assert.match(page, /All 55 of level A and AA: 31 and 24\./);
  });

  it('says of each how it is met, and how that is known or why there is nothing to know', () => {
    for (const {number, how, checks, left} of rows) {
      assert.ok(how, number);
      assert.ok(checks || left || /^Does not apply|^No /.test(how), `${number} claims something that nobody checks`);
    }
  });

  it('names files that are there, and commands', () => {
    const files = [...page.matchAll(/`((?:test|src|docs)\/[\w./-]+)`/g)].map(([, file]) => file);
    assert.ok(files.length > 40);
    for (const file of files) assert.ok(existsSync(file), file);
    for (const [, name] of page.matchAll(/npm run ([\w:]+)/g)) assert.ok(scripts[name], name);
  });

  it('explains every file it names as a check', () => {
    const explained = page.slice(page.indexOf('\n## The checks\n'), page.indexOf('\n## By hand\n'));
    for (const {checks} of rows)
      for (const [file] of checks.matchAll(/`[^`]+`/g)) assert.ok(explained.includes(file), file);
  });

  it('links to headings of its own', () => {
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replace(/\s/g, '-'),
    );
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    assert.ok(links.length > 6);
    for (const link of links) assert.ok(headings.includes(link), link);
  });
});
