// @ts-check
/** What the address of a frame page may choose, by the rules of whoever publishes the page. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {applyRules, readRules} from '../../src/frame/frame-rules.ts';

const PAGE = 'https://news.example/embeds/frame.html?element=fact-box';

/**
 * @param {Record<string, string>} attributes
 * @param {unknown} [rules]
 */
function choose(attributes, rules = JSON.parse(readFileSync('src/frame/frame.json', 'utf8'))) {
  /** @type {import('../../src/frame/read-address.ts').FrameAddress} */
  const address = {element: 'fact-box', attributes, theme: {accent: 'teal'}, childId: '', id: '', ignored: ['utm']};
  const {attributes: allowed, theme, ignored} = applyRules(address, readRules(rules), PAGE);
  return {allowed: Object.keys(allowed), theme, ignored};
}

describe('the rules that come with the package', () => {
  it('let the address choose data, language and looks', () => {
    const {allowed, theme, ignored} = choose({
      src: 'https://data.example/a.json',
      lang: 'de',
      facts: 'who',
      scheme: 'dark',
    });
    assert.deepEqual(allowed, ['src', 'lang', 'facts', 'scheme']);
    assert.deepEqual(theme, {accent: 'teal'});
    assert.deepEqual(ignored, ['utm']);
  });

  it('allow every other attribute that an element has', () => {
    const {options} = JSON.parse(readFileSync('src/frame/frame.json', 'utf8'));
    assert.deepEqual([...options].sort(), [...readRules({}).options].sort());
  });

  it('keep headings and links closed, also those to the page’s own host', () => {
    const {allowed, ignored} = choose({
      heading: 'URGENT',
      'policy-url': '/corrections',
      'feedback-url': 'https://evil.example/',
    });
    assert.deepEqual(allowed, []);
    assert.deepEqual(ignored, ['utm', 'heading', 'policy-url', 'feedback-url']);
  });
});

describe('a publisher’s rules', () => {
  it('limit data to some origins and the page’s own', () => {
    const rules = {dataOrigins: ['https://data.example']};
    for (const src of ['https://data.example/a.json', '/a.json', 'a.json', 'https://news.example/a.json', 'https://']) {
      assert.deepEqual(choose({src}, rules).allowed, ['src'], src);
    }
    for (const src of [
      'https://evil.example/a.json',
      '//evil.example/a.json',
      '\\\\evil.example/a.json',
      'http://data.example/a.json',
      'https://data.example@evil.example/a.json',
      'https://data.example:8443/a.json',
    ]) {
      assert.deepEqual(choose({src}, rules).ignored, ['utm', 'src'], src);
    }
  });

  it('open headings, and links to some hosts', () => {
    const rules = {linkHosts: ['news.example'], options: ['heading', 'policy-url', 'feedback-url']};
    const attributes = {
      heading: 'Our heading',
      'policy-url': '/corrections',
      'feedback-url': 'https://news.example/mail',
    };
    assert.deepEqual(choose(attributes, rules).allowed, ['heading', 'policy-url', 'feedback-url']);
    assert.deepEqual(
      choose({'policy-url': 'https://evil.example/', 'feedback-url': 'https://news.example.evil.example/'}, rules)
        .allowed,
      [],
    );
  });

  it('close looks and choices of topics', () => {
    const {allowed, theme, ignored} = choose({src: '/a.json', topics: 'water'}, {options: ['src']});
    assert.deepEqual(allowed, ['src']);
    assert.deepEqual(theme, {});
    assert.deepEqual(ignored, ['utm', 'topics', 'accent']);
  });

  for (const broken of [undefined, null, 7, [], {dataOrigins: '*'}, {linkHosts: [1], options: 'heading'}]) {
    it(`are closed where they can’t be read: ${JSON.stringify(broken)}`, () => {
      assert.deepEqual(
        choose({src: 'https://data.example/a.json', heading: 'URGENT', lang: 'de'}, broken ?? 0).allowed,
        ['lang'],
      );
    });
  }
});
