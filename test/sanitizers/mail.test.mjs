/**
 * Mail uses only what mail programs support, by the data of caniemail.com in the package `caniemail` (nothing is
 * downloaded). Mail for Windows 10, which Microsoft ended in 2024, isn't among them.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {caniemail} from 'caniemail';
import {builtBox} from '../delivery/built-box.mjs';
import {ELEMENTS, summits} from '../support/prerendered.mjs';

const clients = [
  ...['gmail.*', 'apple-mail.*', 'yahoo.*'],
  ...['outlook.windows', 'outlook.macos', 'outlook.ios', 'outlook.android'],
];

/** Features with known limits, and why mail stays within them. */
const WITHIN_LIMITS = new Map([
  ['align attribute', 'on cells only'],
  ['background', 'background-color only'],
  ['dir attribute', 'never on links'],
  ['font-size', 'in px'],
  ['font-weight', 'bold or normal'],
  ['lang attribute', 'on tables too, where Yahoo keeps it'],
  ['line-height', 'in px; Outlook adds to it for taller letters'],
  ['margin', 'not negative, not auto, on paragraphs and headings, whose cells have the same background'],
  ['max-width', 'on a table for Outlook; programs of phones that ignore it have narrow screens'],
  ['padding', 'on cells only'],
  ['role attribute', 'on tables only'],
  ['border', '1 px and 3 px wide, on cells only'],
  ['width attribute', 'on tables and cells only'],
  ['width property', 'on tables only'],
]);

/**
 * Names of the features that a program doesn't support, or supports within limits.
 *
 * @param {'errors' | 'warnings'} kind
 * @param {string} html
 */
function issuesOf(kind, html) {
  const {issues} = caniemail({clients, html});
  return (
    [...issues[kind]]
      .flatMap(([client, found]) => found.map(({title}) => `${title.trim()}: ${client}`))
      // The check itself adds a body to a fragment.
      .filter((issue) => !issue.startsWith('<body> element'))
  );
}

describe('mail programs', () => {
  for (const summit of summits) {
    for (const element of ELEMENTS) {
      it(`support all that a ${element} about ${summit.name} uses`, async () => {
        const html = await builtBox(element, summit, 'email');
        assert.deepEqual(issuesOf('errors', html), []);
        const limited = new Set(issuesOf('warnings', html).map((issue) => issue.replace(/: .*$/, '')));
        assert.deepEqual(
          [...limited].filter((title) => !WITHIN_LIMITS.has(title)),
          [],
        );
      });
    }
  }

  it('would not support what the check is for', () => {
    const issues = issuesOf('errors', '<p style="display:grid;text-wrap:balance"><bdi>a</bdi></p>').join();
    assert.match(issues, /outlook\.windows/);
    assert.match(issues, /bdi/);
  });
});
