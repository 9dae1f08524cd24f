import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeSummit} from '../../test/support/make-summit.js';
import {checkAddresses} from './check-addresses.js';

/** What is said of a source with this address. */
function doubts(url: string): readonly string[] {
  const [source] = makeSummit().sources;
  return checkAddresses(makeSummit({sources: [{...source!, url}]})).map(({path, message}) => `${path} ${message}`);
}

describe('checkAddresses', () => {
  const dubious = {
    'https://reuters.com@evil.example.org/a': "leads to 'evil.example.org'",
    'https://reuters.com:80@evil.example.org/a': "leads to 'evil.example.org'",
    'https://rеuters.com/a': "it is 'xn--",
    'https://ｒeuters.intra.lan/': "leads to 'reuters.intra.lan'",
    'http://localhost:3000/': 'which readers can’t reach',
    'http://10.0.0.7/a': 'which readers can’t reach',
    'http://0x7f000001/': 'which readers can’t reach',
    'http://[::1]/': 'which readers can’t reach',
    'http://intranet/a': 'which readers can’t reach',
    'https://203.0.113.9/a': 'readers can’t see who owns it',
    'https://%zz/': 'isn’t an address that a browser can open',
  };
  for (const [url, messages] of Object.entries(dubious)) {
    it(`warns of ${url}`, () => {
      const [doubt, ...others] = doubts(url);
      expect(doubt).to.contain('sources[0].url ').and.to.contain(messages);
      expect(others).to.deep.equal([]);
    });
  }

  for (const url of [
    'https://www.reuters.com/a@b?c=@',
    'http://blogs.example.co.uk:8080/',
    'HTTPS://DE.WIKIPEDIA.ORG/wiki/Köln',
  ]) {
    it(`has nothing to say of ${url}`, () => {
      expect(doubts(url)).to.deep.equal([]);
    });
  }

  it('warns of a translation with a host of its own', () => {
    const translations = [
      {lang: 'de', src: 'https://other.org/de.json'},
      {lang: 'fr', src: 'talks.fr.json'},
    ];
    expect(checkAddresses(makeSummit({translations})).map(({path}) => path)).to.deep.equal(['translations[0].src']);
  });
});
