/** `render`: boxes as HTML, text, linked data and pages for frames. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {prerender, styleHash} from '../../../src/prerender.ts';
import {makeFolder} from '../../support/command-line.mjs';
import {starter} from './starter.mjs';

const {folder, print, run, runWith, save} = makeFolder();
const base = 'https://cdn.example.org/summit-embeds/0.1.0/';
const talks = save('talks.yaml', starter);

describe('summit-embeds render', () => {
  it('prints what the prerenderer makes, in every shape', async () => {
    for (const as of ['both', 'shadow', 'plain', 'jsonld', 'text', 'email']) {
      const html = await print('render', 'region-list', '--as', as, '--lang', 'de', '--no-map', '--heading-level', '2');
      assert.equal(
        html.trimEnd(),
        (await prerender('region-list', {as, attributes: {'heading-level': '2', lang: 'de', 'no-map': ''}})).trimEnd(),
      );
    }
  });

  it('links mail to the page that it is given', async () => {
    const mail = await print(
      'render',
      'fact-box',
      '--as',
      'email',
      '--page-url',
      'https://example.org/a',
      '--lang',
      'de',
    );
    assert.match(mail, /href="https:\/\/example\.org\/a"[^>]*><b>Auf der Website lesen, mit allen Quellen<\/b>/);
  });

  it('takes a file, standard input and a translation', async () => {
    assert.match(await print('render', 'fact-box', talks, '--as', 'text'), /^The talks in brief\n=+\n/);
    const yaml = readFileSync(join(folder, talks), 'utf8');
    assert.equal(
      (await runWith(yaml, 'render', 'summit-fact-box', '-')).stdout,
      (await run('render', 'fact-box', talks)).stdout,
    );
    const [water, english] = ['water-talks-ar.json', 'water-talks-ar.en.json'].map((file) =>
      save(file, readFileSync(join('templates', file), 'utf8')),
    );
    const text = await print(
      'render',
      'goal-comparison',
      water,
      '--lang',
      'en',
      '--translation',
      english,
      '--as',
      'text',
    );
    assert.match(text, /Mirzal water talks/);
    assert.match(text, /Shown in Arabic/, 'what is not translated is told');
  });

  it('says so where a box speaks another language than the one asked for', async () => {
    const {status, stderr, stdout} = await run('render', 'fact-box', '--lang', 'sv');
    assert.equal(status, 0);
    assert.match(stderr, /'sv' isn’t supported yet; the box is in 'en'/);
    assert.match(stdout, /^<summit-fact-box lang="en">/);
  });

  it('names a summit that is not bundled, and a translation of another summit', async () => {
    const unknown = await run('render', 'fact-box', '--summit', 'nope');
    assert.deepEqual([unknown.status, unknown.stdout], [2, '']);
    assert.match(
      unknown.stderr,
      /^summit-embeds render: No registered summit has the id "nope"\. Use one of: alaska-2025/,
    );
    const english = save('water-talks-ar.en.json', readFileSync(join('templates', 'water-talks-ar.en.json'), 'utf8'));
    const foreign = await run('render', 'fact-box', talks, '--translation', english, '--lang', 'de');
    assert.deepEqual([foreign.status, foreign.stdout], [1, '']);
    assert.match(foreign.stderr, /^summit-embeds render: The translation belongs to water-talks-2033@2, not to /);
  });

  it('names what is wrong with a file, with 1, and prints nothing', async () => {
    const {status, stdout, stderr} = await run(
      'render',
      'fact-box',
      save('bad.yaml', starter.replace('scheduled', 'sheduled')),
    );
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^bad\.yaml:\d+:\d+ status\.value: .* did you mean 'scheduled'\?/m);
  });

  it('answers wrong usage with 2 and with what was probably meant', async () => {
    for (const [args, message] of [
      [[], /name an element: goal-comparison, region-list, fact-box/],
      [['fact-bx'], /did you mean fact-box\?/],
      [['fact-box', '--as', 'html'], /there is no shape html; there are both, shadow/],
      [['fact-box', '--topics', 'territory'], /a fact-box has no --topics; it has .*--facts/],
      [['fact-box', '--src', 'https://example.org/a.json'], /name the file too/],
      [['fact-box', talks, '--summit', 'alaska-2025'], /a file or --summit/],
      [['fact-box', talks, '--refresh', '60'], /--refresh needs --src/],
      [['fact-box', '--oembed'], /--oembed needs --url/],
      [['fact-box', '--oembed', '--url', 'data:text/html,x'], /--url takes an address with http/],
      [['fact-box', '--page-url', 'https://example.org/'], /--page-url needs --as email/],
      [['fact-box', '--as', 'email', '--page-url', '/talks'], /--page-url takes an address with http/],
      [['fact-box', '--as', 'page'], /--base is required/],
      [['fact-box', 'nowhere.json'], /nowhere\.json can’t be read/],
      [
        ['fact-box', '--oembed', '--url', 'https://example.org/', '--height', '12em'],
        /--height must be a whole number of pixels/,
      ],
    ]) {
      const {status, stdout, stderr} = await run('render', ...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });

  it('stamps a nonce, and prints the hash of the very styles that it writes', async () => {
    assert.match(await print('render', 'fact-box', '--nonce', 'a"b'), /<style nonce="a&quot;b">/);
    for (const element of ['fact-box', 'region-list', 'goal-comparison']) {
      const hash = (await print('render', element, '--csp-hash')).trim();
      const [, text] = /<style[^>]*>([^]*?)<\/style>/.exec((await run('render', element, talks)).stdout);
      assert.equal(hash, `sha256-${createHash('sha256').update(text).digest('base64')}`);
      assert.equal(hash, await styleHash(element));
    }
  });

  it('makes a page for a frame, and the oEmbed answer for it', async () => {
    const page = await print(
      'render',
      'fact-box',
      '--as',
      'page',
      '--base',
      base,
      '--oembed-url',
      'https://example.org/talks.json',
    );
    assert.match(page, /<title>The Alaska summit in brief<\/title>/);
    assert.match(
      page,
      /<link rel="alternate" type="application\/json\+oembed" href="https:\/\/example\.org\/talks\.json"/,
    );
    assert.match(page, new RegExp(`src="${base}frame\\.js"`));
    assert.match(page, /<template shadowrootmode="open" shadowrootclonable="">/);
    const answer = JSON.parse(
      await print(
        'render',
        'fact-box',
        '--oembed',
        '--url',
        'https://example.org/talks.html?a&b',
        '--provider',
        'The Paper',
      ),
    );
    assert.deepEqual(
      {...answer, html: undefined},
      {
        version: '1.0',
        type: 'rich',
        title: 'The Alaska summit in brief',
        provider_name: 'The Paper',
        html: undefined,
        width: 600,
        height: 600,
      },
    );
    // WordPress loads the script that follows the height for an answer with this blockquote.
    assert.match(
      answer.html,
      /^<blockquote class="wp-embedded-content"><a href="https:\/\/example\.org\/talks\.html\?a&amp;b">The Alaska summit in brief<\/a><\/blockquote><iframe src="https:\/\/example\.org\/talks\.html\?a&amp;b" title="The Alaska summit in brief" width="100%" height="600"/,
    );
  });

  it('writes to a file', async () => {
    const {status, stdout, stderr} = await run('render', 'fact-box', '--out', 'box.html');
    assert.deepEqual([status, stdout, stderr], [0, '', 'Wrote box.html.\n']);
    assert.equal(readFileSync(join(folder, 'box.html'), 'utf8'), (await run('render', 'fact-box')).stdout);
    assert.match((await run('render', 'fact-box', '--out', 'no/such/folder.html')).stderr, /can’t be written/);
  });
});
