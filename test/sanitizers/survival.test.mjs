/**
 * Prerendered boxes after content systems and reader views have been at them: every claim still stands there with its
 * certainty and its speakers, in order, under headings, with its links.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {parseFragment} from 'parse5';
import {addHostileTexts} from '../support/hostile-texts.mjs';
import {builtBox} from '../delivery/built-box.mjs';
import {startPages} from '../support/page-server.mjs';
import {
  claimsIn,
  claimsOf,
  ELEMENTS,
  findings,
  named,
  nodesOf,
  shadowOf,
  summits,
  textOf,
} from '../support/prerendered.mjs';
import {articlePage, readerView, sanitizers} from './sanitizers.mjs';

const without = (text) => text.replaceAll(/\s+/g, '');

for (const summit of summits) {
  const all = claimsOf(summit);

  describe(summit.name, () => {
    it('shows every claim of the data in one box or another', async () => {
      const boxes = await Promise.all(ELEMENTS.map((element) => builtBox(element, summit, 'plain')));
      const shown = new Set(claimsIn(textOf(parseFragment(boxes.join(''))), all));
      assert.deepEqual(
        all.filter(({id}) => !shown.has(id)),
        [],
      );
    });

    for (const element of ELEMENTS) {
      describe(element, () => {
        let plain;
        let both;
        let whole;
        /** The plain layer of the full form: a line with the role of a heading stands for the heading. */
        let layer;
        let wholeLayer;

        before(async () => {
          plain = await builtBox(element, summit, 'plain');
          // As a snippet has it.
          both = `<div>${await builtBox(element, summit)}</div>`;
          whole = findings(parseFragment(plain), all);
          [, layer] = /<\/template>(.*)<\/summit-[a-z-]+><\/div>$/.exec(both);
          wholeLayer = {...whole, headings: []};
        });

        it('tells the same claims in both layers, in the same order', () => {
          assert.ok(whole.claims.length > 2, String(whole.claims.length));
          assert.deepEqual(whole.claims, claimsIn(textOf(shadowOf(both).content), all));
        });

        it('has one heading, a table where up to three sides are compared, lists, and links to the sources', () => {
          assert.match(whole.headings.join(), /^h3 \S[^,]*/);
          assert.equal(whole.headings.length, 1);
          const count = (name) => Number(whole.built.find((entry) => entry.startsWith(`${name} `)).split(' ')[1]);
          // More columns would be wider than a phone.
          const sides = summit.summit.actors.filter(({role}) => role === 'principal').length;
          assert.equal(count('table'), element === 'goal-comparison' && sides <= 3 ? 1 : 0);
          assert.ok(count('ul') > 2 && count('li') > 4);
          if (element === 'fact-box') assert.ok(count('dt') > 4 && count('dd') === count('dt'));
          if (element === 'region-list') assert.equal(count('ol'), 1);
          const urls = summit.summit.sources.filter(({role, url}) => role === 'reporting' && url).map(({url}) => url);
          for (const url of urls)
            assert.ok(
              whole.links.some((link) => link.startsWith(`${url} `)),
              url,
            );
          assert.ok(whole.links.every((link) => /^https?:\/\/\S+ \S/.test(link)));
        });

        for (const [name, sanitize] of Object.entries(sanitizers)) {
          it(`${name} leaves the plain form whole and adds nothing`, () => {
            assert.deepEqual(findings(parseFragment(sanitize(plain)), all), whole);
          });

          it(`${name} leaves the plain layer of the full form whole, in one piece, at the end`, () => {
            const {remains, kept} = cut(sanitize(both), sanitize(`<div>${layer}</div>`));
            assert.deepEqual(findings(parseFragment(kept), all), wholeLayer);
            const tree = parseFragment(remains);
            const shadow = shadowOf(both);
            const text = without(textOf(tree));
            if (name === 'sanitize-html') {
              // The words of the shadow layer, once more: its template is opened, its styles are gone.
              assert.equal(text, without(textOf(shadow.content)));
            } else if (name === 'WordPress kses') {
              // The same, after the style sheet as running text; and the shadow layer's ids, one for each box on a page.
              assert.equal(text, without(shadow.css) + without(textOf(shadow.content)));
              assert.match(remains, /id="heading"/);
              assert.deepEqual(named(tree, 'template', 'style', `summit-${element}`), []);
            } else {
              assert.equal(text, '');
              const left = [...nodesOf(tree)]
                .map(({nodeName}) => nodeName)
                .filter((nodeName) => !nodeName.startsWith('#'));
              assert.doesNotMatch(remains, /shadowroot/);
              assert.deepEqual(left, name === 'DOMPurify' ? ['div', 'template'] : ['div']);
              // A template without its attribute is one that nothing shows, with all that it held.
              if (name === 'DOMPurify')
                assert.equal(without(textOf(shadowOf(remains).content)), without(textOf(shadow.content)));
            }
          });
        }

        for (const [shape, html] of [
          ['plain form', () => plain],
          ['full form', () => both],
        ]) {
          it(`a reader view shows the ${shape} whole within its story`, () => {
            const content = parseFragment(readerView(articlePage(html(), summit.lang)));
            const [section] = named(content, 'section');
            assert.ok(section, 'The box is gone.');
            assert.deepEqual(findings(section, all), shape === 'plain form' ? whole : wholeLayer);
            // And nothing of it twice.
            assert.deepEqual(claimsIn(textOf(content), all), whole.claims);
          });
        }
      });
    }
  });
}

const withSingleSpaces = (text) => text.replaceAll(/\s+/g, ' ').trim();

describe('a summit full of markup', () => {
  for (const summit of summits.slice(2)) {
    const hostile = {name: `${summit.name}, hostile`, summit: addHostileTexts(summit.summit)};
    hostile.options = {data: hostile.summit};
    for (const element of ELEMENTS) {
      it(`stays text after every sanitizer in a ${element} about the ${summit.name}`, async () => {
        const plain = await builtBox(element, hostile, 'plain');
        const expected = withSingleSpaces(textOf(parseFragment(plain)));
        for (const [name, sanitize] of Object.entries(sanitizers)) {
          assert.equal(withSingleSpaces(textOf(parseFragment(sanitize(plain)))), expected, name);
        }
        const both = sanitizers['a Markdown pipeline'](`<div>${await builtBox(element, hostile)}</div>`);
        assert.equal(withSingleSpaces(textOf(parseFragment(both))), expected);
      });
    }
  }
});

/** Divides what a sanitizer made of the full form into the plain layer, which it ends with, and what stands before that. */
function cut(sanitized, plain) {
  const end = sanitized.trimEnd();
  // The block around it begins before what was taken out of the tag.
  const rest = plain.trimEnd().replace('<div>', '');
  assert.ok(end.endsWith(rest), `It ends with ${end.slice(-300)}`);
  return {remains: end.slice(0, -rest.length), kept: plain};
}

describe('a reader view in a browser, where the shadow layer is what stands on the page', () => {
  let pages;

  before(async () => {
    pages = await startPages();
  });

  after(async () => {
    await pages?.close();
  });

  for (const element of ELEMENTS) {
    it(`shows the plain layer of a ${element} once`, async () => {
      const [alaska] = summits;
      const all = claimsOf(alaska);
      const {page} = await pages.open(articlePage(await builtBox(element, alaska)).replace('<!doctype html>', ''), {
        strict: false,
      });
      await page.addScriptTag({path: 'test/sanitizers/node_modules/@mozilla/readability/Readability.js'});
      const {content, attached} = await page.evaluate((tag) => {
        const attached = document.querySelector(tag).shadowRoot !== null;
        return {attached, content: new window.Readability(document.cloneNode(true)).parse().content};
      }, `summit-${element}`);
      assert.equal(attached, true);
      const tree = parseFragment(content);
      const whole = findings(parseFragment(await builtBox(element, alaska, 'plain')), all);
      assert.deepEqual(findings(named(tree, 'section')[0], all), {...whole, headings: []});
      assert.equal(named(tree, 'section').length, 1);
    });
  }
});
