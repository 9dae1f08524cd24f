/**
 * The summits in templates/, which editors start from: each is one that our own checks pass, and says that it is invented.
 */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {parseSummit} from '../../src/data/parse-summit.ts';
import {checkLedger, checkReferences} from '../../src/data/check-references.ts';
import {checkUnknownKeys} from '../../src/data/check-unknown-keys.ts';
import {parseFittingTranslation} from '../../src/data/parse-fitting-translation.ts';
import {translateSummit} from '../../src/data/translate-summit.ts';
import {withdrawnClaims} from '../../src/data/compare-editions.ts';

const folder = path.resolve(import.meta.dirname, '../../templates');
const files = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(path.join(folder, name), 'utf8'))]),
);
const isTranslation = (data) => 'of' in data;
const summits = [...files].filter(([, data]) => !isTranslation(data));
const translations = [...files].filter(([, data]) => isTranslation(data));

/** “Invented”, in the languages of the templates. */
const INVENTED = {en: /\binvented\b/i, ar: /مُختلَق/};

/** The corners of a region's outline. */
function cornersOf({shape}) {
  assert.match(shape.d, /^M\d+ \d+l(?:-?\d+ ?-?\d+ ?)+z$/);
  const [x, y, ...steps] = shape.d.match(/-?\d+/g).map(Number);
  const corners = [[x, y]];
  for (let i = 0; i < steps.length; i += 2) {
    const [left, top] = corners.at(-1);
    corners.push([left + steps[i], top + steps[i + 1]]);
  }
  return corners;
}

/** Whether a point lies within an outline: a line from it to the far left crosses the outline an odd number of times. */
function isInside([x, y], corners) {
  return (
    corners.filter(([x1, y1], i) => {
      const [x2, y2] = corners[(i + 1) % corners.length];
      return y1 > y !== y2 > y && x > x1 + ((x2 - x1) * (y - y1)) / (y2 - y1);
    }).length %
      2 ===
    1
  );
}

describe('templates', () => {
  it('have the two summits and the translation that this test is about', () => {
    for (const name of ['climate-talks.json', 'water-talks-ar.json', 'water-talks-ar.en.json']) {
      assert.ok(files.has(name), name);
    }
  });

  for (const [name, data] of summits) {
    describe(name, () => {
      it('has the shape of a summit and no key that is not known', () => {
        assert.deepEqual(parseSummit(data).issues, undefined);
        assert.deepEqual(checkUnknownKeys(data), []);
      });

      it('has no reference to nothing', () => {
        assert.deepEqual(checkReferences(data), []);
      });

      it('has a speaker, a source and a view for every claim, and a claim for every view', () => {
        assert.deepEqual(checkLedger(data), []);
      });

      it('leaves no view without a claim when what was withdrawn is gone', () => {
        const withdrawn = withdrawnClaims(data);
        const answers = data.facts.flatMap(({items = [], ...fact}) => [fact, ...items]);
        const views = [data.status, ...data.positions, ...(data.constraints ?? []), ...answers];
        const emptied = views.filter(({claims}) => claims?.length > 0 && claims.every((id) => withdrawn.has(id)));
        assert.deepEqual(emptied, []);
      });

      it('says in each box and of each source that it is invented', () => {
        const invented = INVENTED[data.lang];
        const {comparison, regions, facts} = data.views;
        for (const view of [comparison, regions, facts]) assert.match(`${view.title} ${view.subtitle}`, invented);
        assert.match(data.asOf.note, invented);
        for (const source of data.sources) assert.match(source.note, invented, source.id);
      });

      it('names the schema, for an editor’s program', () => {
        assert.equal(data.$schema, '../schema/summit.schema.json');
      });

      it('has an outline for each place, with its number inside', () => {
        for (const region of data.regions) assert.ok(isInside(region.shape.label, cornersOf(region)), region.id);
      });

      it('lists translations that lie beside it', () => {
        for (const {lang, src} of data.translations ?? []) assert.equal(files.get(src)?.lang, lang, src);
      });
    });
  }

  for (const [name, data] of translations) {
    describe(name, () => {
      const [file, summit] = summits.find(([, {id}]) => id === data.of.id) ?? [];

      it('is the translation of a template, and fits it', () => {
        assert.ok(summit, data.of.id);
        assert.deepEqual(parseFittingTranslation(data, summit).issues, undefined);
        assert.ok(
          summit.translations.some(({src}) => src === name),
          `${file} does not list ${name}`,
        );
      });

      it('leaves out a few texts, which show in the original', () => {
        const {missing, stale} = translateSummit(summit, data);
        assert.equal(stale, false);
        assert.ok(missing.size > 0 && missing.size < 10, `${missing.size} texts are missing`);
      });

      it('says in its language that the summit is invented', () => {
        const translated = translateSummit(summit, data).summit;
        for (const {subtitle} of Object.values(translated.views)) assert.match(subtitle, INVENTED[data.lang]);
        assert.match(translated.asOf.note, INVENTED[data.lang]);
      });
    });
  }
});

describe('the climate template', () => {
  const data = files.get('climate-talks.json');

  it('has five principals and sixty places', () => {
    assert.equal(data.actors.filter(({role}) => role === 'principal').length, 5);
    assert.equal(data.regions.length, 60);
  });

  it('has positions about all places, about some, and about a single one', () => {
    const counts = new Set(data.positions.flatMap(({regions}) => regions?.length ?? []));
    assert.ok(
      counts.has(60) && counts.has(1) && [...counts].some((count) => count > 1 && count < 60),
      [...counts].join(),
    );
  });

  it('has a withdrawn claim that is gone and one that still stands in the file', () => {
    const ids = new Set(data.claims.map(({id}) => id));
    const kept = [...withdrawnClaims(data)].map((id) => ids.has(id));
    assert.deepEqual([...new Set(kept)].sort(), [false, true]);
  });

  it('has every certainty and every question there is', () => {
    assert.deepEqual([...new Set(data.claims.map(({certainty}) => certainty))].sort(), [
      'analysis',
      'reported',
      'speculation',
      'stated',
    ]);
    assert.deepEqual([...new Set(data.facts.map(({question}) => question))].sort(), [
      'expect',
      'follows',
      'what',
      'when',
      'where',
      'who',
      'why',
      'why-here',
    ]);
  });
});

describe('the Arabic template', () => {
  it('has Latin letters within Arabic texts, and no character that sets a direction', () => {
    const texts = JSON.stringify(files.get('water-talks-ar.json'));
    assert.match(texts, /[\u0600-\u06FF] [A-Z][A-Za-z\d -]*[ .]/);
    assert.doesNotMatch(texts, /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
  });
});
