import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeList} from '../../bench/list-data.mjs';
import {makeWorst} from '../../bench/worst-data.mjs';
import {acceptSummit} from './accept-summit.js';
import {parseSummit} from './parse-summit.js';

/** What the check says of a file of this shape. */
function consoleError(shape: Parameters<typeof makeWorst>[0]): string | undefined {
  const data = makeWorst(shape);
  const [issue] = parseSummit(data).issues ?? [];
  if (issue) expect(acceptSummit(data)).to.equal(undefined);
  return issue && `${issue.path}: ${issue.message}`;
}

describe('parseSummit, with a file that would show too much', () => {
  it('names what is too much, what a page can draw, and where it comes from', () => {
    expect(consoleError({sides: 200, topics: 200})).to.equal(
      'topics: the goal comparison would show 40,803 parts; a page can draw 2,000. ' +
        '40,400 come from 200 topics × 200 sides: leave some out, or split the file',
    );
  });

  const shapes = {
    'cells of 10,000 topics and 10,000 sides': [{sides: 10_000, topics: 10_000}, 'topics'],
    'corrections of one claim under many facts': [{facts: 200, changes: 200}, 'facts'],
    'speakers of many claims under many facts': [{others: 100, by: 100, claims: 100, views: 100, facts: 100}, 'facts'],
    'long texts under many facts': [{facts: 40, claims: 40, views: 40, text: 2000}, 'facts'],
    'corrections of withdrawn claims': [
      {facts: 100, claims: 1000, views: 100, changes: 100, targets: 1000, withdrawals: 1, topics: 0},
      'facts',
    ],
    'positions on many places, but not on all': [
      {regions: 101, positions: 100, places: 100, topics: 0, claims: 100, views: 10},
      'positions',
    ],
    'very much about places that follow one another': [
      {regions: 60, positions: 100, places: 50, topics: 0},
      'positions',
    ],
    'a claim under the parts of many facts': [{facts: 100, items: 100}, 'facts'],
    'outlines and their numbers on the map': [{regions: 3000, shapes: 1}, 'regions'],
    sources: [{sources: 5000}, 'sources'],
    'names of land': [{land: 5000, shapes: 1}, 'map.land'],
  } as const;
  for (const [name, [shape, path]] of Object.entries(shapes)) {
    it(`refuses ${name}`, () => {
      expect(consoleError(shape)).to.match(new RegExp(`^${path}: the .* would show [\\d,]+ \\w+; a page can draw`));
    });
  }

  it('lets through what a page can draw: 30 sides and 60 topics, and a list of 5,000 places', () => {
    expect(consoleError({sides: 30, topics: 60})).to.equal(undefined);
    expect(parseSummit(makeList(5000)).issues).to.equal(undefined);
  });
});
