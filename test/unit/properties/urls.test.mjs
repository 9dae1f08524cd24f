/**
 * Addresses, against the browser's own parser: whatever the data check lets through, and whatever a box makes a link of,
 * leads to http(s) and nowhere else; and an address that is plainly sound is never refused.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {html, nothing} from 'lit';
import {parseSummit} from '../../../src/data/parse-summit.ts';
import {renderLink} from '../../../src/element/footer.ts';
import {fetchJson} from '../../../src/loading/fetch-json.ts';
import {properties} from '../../support/runs.mjs';
import {character} from '../../support/summits.mjs';

const {check, report} = properties('addresses');

/** Pages that a box may stand on. */
const PAGES = ['https://example.org/news/a.html', 'http://example.org/'];

const SCHEMES = [
  'http',
  'https',
  'HTTPS',
  'hTtP',
  'javascript',
  'JaVaScRiPt',
  'data',
  'blob',
  'vbscript',
  'file',
  'ftp',
  'ws',
  'mailto',
  'about',
  'view-source',
  'filesystem',
  'intent',
  'x',
  'a-b+c.d',
  'httpx',
  'xhttp',
  'http+x',
  '',
];
/** What parsers drop, take for something else or stumble over. */
const ODD = [
  '\t',
  '\n',
  '\r',
  '\0',
  '\u0001',
  '\u001f',
  ' ',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u3000',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\u2066',
  '\u00ad',
  '\ud800',
  '\\',
  '\\\\',
  '/',
  '//',
  '///',
  ':',
  '%',
  '%0a',
  '%09',
  '%3a',
  '%2f',
  '%00',
  '&#58;',
  '&colon;',
  '&Tab;',
  '?',
  '#',
  '.',
  '..',
  '@',
  ';',
  '[',
  ']',
  '|',
  '<',
  '>',
  '"',
  "'",
  '`',
  '：',
  '／',
  '．',
  'ｈ',
  'ſ',
  'K',
  'ß',
  'xn--',
  '例え.jp',
  'user:pass@',
  '[::1]',
  '127.1',
  ':99999',
  ':80',
];
const REST = [
  '//',
  '/',
  '',
  'alert(1)',
  '//alert(1)',
  '//example.org',
  'example.org/a',
  '//%0aalert(1)',
  'text/html,<script>alert(1)</script>',
  'https://example.org/id',
  '//example.org/\\\\x',
  '//a@b:c@d/',
  '#x',
  '?x:y',
  'path/a:b',
];

const odd = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...ODD)},
  {weight: 1, arbitrary: fc.string({unit: character, maxLength: 3})},
);

/** Puts a text into another one, anywhere. */
const into = (address, at, put) =>
  address.slice(0, at % (address.length + 1)) + put + address.slice(at % (address.length + 1));

const address = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...SCHEMES),
        fc.constantFrom(':', ':', ':', '', '：', '%3a'),
        fc.constantFrom(...REST),
        fc.array(fc.tuple(fc.nat(60), odd), {maxLength: 3}),
      )
      .map(([scheme, colon, rest, odds]) =>
        odds.reduce((address, [at, put]) => into(address, at, put), scheme + colon + rest),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.webUrl({withQueryParameters: true, withFragments: true}), fc.nat(60), odd)
      .map(([address, at, put]) => into(address, at, put)),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(odd, fc.constantFrom(...SCHEMES, ...REST)), {maxLength: 6})
      .map((parts) => parts.join('')),
  },
);

/** What is plainly an address of the web. */
const sound = fc
  .tuple(
    fc.constantFrom('http', 'https', 'HTTP', 'Https'),
    fc.constantFrom(
      'example.org',
      'www.example.co.uk:8443',
      'xn--r8jz45g.jp',
      '例え.jp',
      '[2001:db8::1]',
      '192.0.2.7',
      'user@example.org',
      'EXAMPLE.org.',
    ),
    fc.constantFrom('', '/', '/a/b.html', '/a:b/c', '/%E4%BE%8B', '/пример', "/it's(1)", '/a//b', '/~x;y=1,2'),
    fc.constantFrom('', '?', '?a=1&b=2', '?u=https://example.com/&x=javascript:1', '?q=a+b%20c'),
    fc.constantFrom('', '#', '#p3', '#:~:text=a'),
  )
  .map(([scheme, ...rest]) => `${scheme}://${rest.join('')}`);

/** Where an address leads on a page; undefined if nowhere. */
const leads = (address, page) => (URL.canParse(address, page) ? new URL(address, page).protocol : undefined);

const hrefOn = (address, page) => (URL.canParse(address, page) ? new URL(address, page).href : undefined);

function assertWeb(address) {
  for (const page of PAGES)
    assert.match(leads(address, page) ?? 'https:', /^https?:$/, `${JSON.stringify(address)} on ${page}`);
}

const talks = (overrides) => ({
  schemaVersion: '1.0',
  id: 'talks',
  revision: 1,
  lang: 'en',
  title: 'Talks',
  status: {value: 'planned', claims: []},
  actors: [],
  topics: [],
  claims: [],
  positions: [],
  regions: [],
  facts: [],
  sources: [],
  changes: [],
  ...overrides,
});
const withSource = (url) => parseSummit(talks({sources: [{id: 'story', role: 'reporting', title: 'Story', url}]}));
const withTranslation = (src) => parseSummit(talks({translations: [{lang: 'de', src}]}));

/** The address that a box links to; undefined if it does without a link. */
function linked(address) {
  const rendered = renderLink(address, 'text', nothing);
  if (rendered === nothing) return undefined;
  const [, template] = rendered;
  assert.equal(template.strings.join(''), html`<a href=${address}>${'text'}</a>`.strings.join(''));
  return template.values[0];
}

/** Counts how often something was let through, so that no test passes because nothing was. */
function counter() {
  const counts = {in: 0, out: 0};
  return {
    count: (passes) => (counts[passes ? 'in' : 'out'] += 1),
    assertBoth: () => assert.ok(counts.in > 20 && counts.out > 20, JSON.stringify(counts)),
  };
}

describe('an address in a file', () => {
  it('of a source leads to http(s) with its own host, if it passes', async () => {
    const {count, assertBoth} = counter();
    await check(
      fc.property(address, (url) => {
        const {summit, issues = []} = withSource(url);
        count(summit);
        if (!summit)
          return assert.ok(
            issues.every(({path}) => path === 'sources[0].url'),
            JSON.stringify(issues),
          );
        assertWeb(url);
        // The same wherever it stands, so it means no place on the page's own host.
        assert.equal(hrefOn(url, PAGES[0]), hrefOn(url, PAGES[1]));
        // And what passes here is a link at the last door as well.
        assert.equal(linked(url), url);
      }),
      1500,
    );
    assertBoth();
  });

  it('of a translation leads to http(s), and with no scheme to the host of the file', async () => {
    const {count, assertBoth} = counter();
    await check(
      fc.property(address, (src) => {
        const {summit, issues = []} = withTranslation(src);
        count(summit);
        if (!summit)
          return assert.ok(
            issues.every(({path}) => path === 'translations[0].src'),
            JSON.stringify(issues),
          );
        assertWeb(src);
        for (const page of /^https?:/i.test(src) ? [] : PAGES) {
          if (URL.canParse(src, page)) assert.equal(new URL(src, page).host, new URL(page).host, JSON.stringify(src));
        }
      }),
      1500,
    );
    assertBoth();
  });

  it('passes if it is plainly sound', () =>
    check(
      fc.property(sound, (url) => {
        assert.deepEqual(withSource(url).issues, undefined);
        assert.deepEqual(withTranslation(url).issues, undefined);
        assert.equal(linked(url), url);
      }),
      200,
    ));
});

describe('a link in a box', () => {
  it('leads to http(s), whatever address the page or the data give it', async () => {
    const {count, assertBoth} = counter();
    await check(
      fc.property(address, (url) => {
        const href = linked(url);
        count(href !== undefined);
        if (href !== undefined) assertWeb(href);
      }),
      2000,
    );
    assertBoth();
  });
});

describe('an address of data', () => {
  it('is fetched only if it leads to http(s), without a name or a password, and is refused by name if not', async (t) => {
    const {count, assertBoth} = counter();
    const asked = [];
    t.mock.method(globalThis, 'fetch', async (url) => {
      asked.push(url);
      throw new TypeError('no network here');
    });
    await check(
      fc.asyncProperty(fc.oneof(address, sound), async (url) => {
        asked.length = 0;
        const {code} = await fetchJson(url).then(
          () => assert.fail('there is no network'),
          (failure) => failure,
        );
        count(asked.length > 0);
        if (asked.length === 0) {
          assert.equal(code, 'bad-url');
          const parsed = URL.canParse(url) ? new URL(url) : undefined;
          assert.ok(
            !parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password,
            `${JSON.stringify(url)} was refused`,
          );
        } else {
          assert.equal(code, 'network');
          const {protocol, username, password} = new URL(asked[0]);
          assert.match(protocol, /^https?:$/);
          assert.equal(username + password, '');
        }
      }),
      600,
    );
    assertBoth();
  });
});

it('were tried in great number', report);
