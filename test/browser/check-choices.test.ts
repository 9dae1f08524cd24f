import {expect} from 'chai';
import {checkChoices, type Checked} from '../../builder/place/check-choices.js';
import {readChoices} from '../../builder/place/choices.js';
import {alaska2025} from '../../src/data/summits/alaska-2025.js';
import {VERSION} from '../../src/element/version.js';

/** What choices in the builder's address come to. */
function check(given: Readonly<Record<string, string>>): Checked {
  return checkChoices(readChoices(`#${new URLSearchParams(given).toString()}`), alaska2025);
}

describe('choices in the builder', () => {
  it('leave out what the chosen element does not have', () => {
    const given = {'no-map': 'yes', facts: 'who', topics: 'territory', lang: 'de'};
    expect(check({element: 'region-list', ...given}).attributes).to.deep.equal({'no-map': '', lang: 'de'});
    expect(check({element: 'fact-box', ...given}).attributes).to.deep.equal({facts: 'who', lang: 'de'});
    expect(check({element: 'goal-comparison', ...given}).attributes).to.deep.equal({topics: 'territory', lang: 'de'});
  });

  it('leave out what says nothing, and ids that the data do not have', () => {
    expect(check({element: 'goal-comparison', actors: 'putin trump', heading: '  '}).attributes).to.deep.equal({});
    expect(check({element: 'goal-comparison', actors: 'trump nobody putin'}).attributes).to.deep.equal({
      actors: 'trump putin',
    });
  });

  for (const address of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'ftp://example.org/a.json',
    '//evil.example/a',
    '/\\evil.example/a',
    'nowhere',
    'https://',
  ]) {
    it(`take no address that could run, or is none: ${address}`, () => {
      const {attributes, link, base, errors} = check({data: 'address', src: address, link: address, base: address});
      expect(Object.keys(errors).sort()).to.deep.equal(['base', 'link', 'src']);
      expect(attributes).to.deep.equal({});
      expect(link).to.equal(undefined);
      expect(base).to.equal(new URL('../embed/', document.baseURI).href);
    });
  }

  it('take addresses with https, and paths', () => {
    for (const address of ['https://example.org/a', '/a']) {
      const {attributes, link, base, errors} = check({data: 'address', src: address, link: address, base: address});
      expect(errors).to.deep.equal({});
      expect([attributes['src'], link, base]).to.deep.equal([address, address, `${address}/`]);
    }
  });

  it('take no scheme but http in the addresses of the publisher', () => {
    for (const name of ['policy-url', 'feedback-url']) {
      expect(check({[name]: '/corrections'}).attributes).to.deep.equal({[name]: '/corrections'});
      for (const bad of ['javascript:alert(1)', 'vbscript:x', 'data:text/html,x']) {
        const {attributes, errors} = check({[name]: bad});
        expect(attributes, bad).to.deep.equal({});
        expect(errors[name], bad).to.match(/^Enter an address/);
      }
    }
  });

  it('know that an address of this machine is none for readers, and that one has a version', () => {
    expect(check({base: 'http://127.0.0.1:8000/embed/'}).hints['base']).to.match(/Readers can’t reach this machine/);
    expect(check({base: 'https://cdn.example.org/summit-embeds/'}).hints['base']).to.match(/version in the address/);
    expect(check({base: `https://cdn.example.org/${VERSION}`}).hints).to.deep.equal({});
  });

  it('take an interval of 15 seconds or more, for data that have an address', () => {
    const src = 'https://example.org/a.json';
    expect(check({src, refresh: '15'}).attributes).to.deep.equal({src, refresh: '15'});
    for (const refresh of ['14', 'often', '-60']) {
      expect(check({src, refresh}).attributes).to.deep.equal({src});
      expect(check({src, refresh}).errors['refresh']).to.match(/15 or more/);
    }
    expect(check({refresh: '60'}).attributes).to.deep.equal({});
  });

  it('take a language tag', () => {
    expect(check({lang: 'en-GB'}).attributes).to.deep.equal({lang: 'en-GB'});
    expect(check({lang: '%%%'}).errors).to.have.property('lang');
  });

  it('take what CSS takes, and nothing that reaches further', () => {
    const good = {accent: 'rgb(0 89 79)', size: '17px', font: 'Georgia, serif', space: '1.2'};
    expect(check(good).theme).to.deep.equal(good);
    for (const [name, bad] of [
      ['accent', 'red}body{display:none'],
      ['accent', 'reddish'],
      ['accent', 'url(/x)'],
      ['size', 'big'],
      ['font', '"; x: y'],
    ] as const) {
      const {theme, errors} = check({[name]: bad});
      expect(theme, bad).to.deep.equal({});
      expect(errors[name], bad).to.match(/^Enter /);
    }
  });
});
