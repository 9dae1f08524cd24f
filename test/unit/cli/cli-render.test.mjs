/** `render` and `snippet` as an editor runs them. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {prerender, styleHash} from '../../../dist/prerender.js';
import {makeFolder} from '../../support/run-cli.mjs';

const {folder, run, runWith, save, remove} = makeFolder();

after(remove);

const base = 'https://cdn.example.org/summit-embeds/0.1.0/';
const {files} = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8'));
const starter = save('talks.yaml', run('init', '-').stdout);
const printed = (result) => {
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
};

describe('summit-embeds render', () => {
  it('prints what the prerenderer makes, in every shape', async () => {
    for (const as of ['both', 'shadow', 'plain', 'jsonld', 'text']) {
      const html = printed(run('render', 'region-list', '--as', as, '--lang', 'de', '--no-map', '--heading-level', '2'));
      assert.equal(html.trimEnd(), (await prerender('region-list', {as, attributes: {'heading-level': '2', lang: 'de', 'no-map': ''}})).trimEnd());
    }
  });

  it('takes a file, standard input and a translation', () => {
    assert.match(printed(run('render', 'fact-box', starter, '--as', 'text')), /^The talks in brief\n=+\n/);
    const yaml = readFileSync(join(folder, starter), 'utf8');
    assert.equal(runWith(yaml, 'render', 'summit-fact-box', '-').stdout, run('render', 'fact-box', starter).stdout);
    const [water, english] = ['water-talks-ar.json', 'water-talks-ar.en.json'].map((file) =>
      save(file, readFileSync(join('templates', file), 'utf8')),
    );
    const text = printed(run('render', 'goal-comparison', water, '--lang', 'en', '--translation', english, '--as', 'text'));
    assert.match(text, /Mirzal water talks/);
    assert.match(text, /Shown in Arabic/, 'what is not translated is told');
  });

  it('says so where a box speaks another language than the one asked for', () => {
    const {status, stderr, stdout} = run('render', 'fact-box', '--lang', 'nl');
    assert.equal(status, 0);
    assert.match(stderr, /no texts in 'nl' yet; the box speaks 'en'/);
    assert.match(stdout, /^<summit-fact-box lang="en">/);
  });

  it('names what is wrong with a file, with 1, and prints nothing', () => {
    const {status, stdout, stderr} = run('render', 'fact-box', save('bad.yaml', printed(run('init', '-')).replace('scheduled', 'sheduled')));
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^bad\.yaml:\d+:\d+ status\.value: .* did you mean 'scheduled'\?/m);
  });

  it('answers wrong usage with 2 and with what was probably meant', () => {
    for (const [args, message] of [
      [[], /name an element: goal-comparison, region-list, fact-box/],
      [['fact-bx'], /did you mean fact-box\?/],
      [['fact-box', '--as', 'html'], /there is no shape html; there are both, shadow/],
      [['fact-box', '--topics', 'territory'], /a fact-box has no --topics; it has .*--facts/],
      [['fact-box', '--src', 'https://example.org/a.json'], /name the file as well/],
      [['fact-box', starter, '--summit', 'alaska-2025'], /a file or --summit/],
      [['fact-box', starter, '--refresh', '60'], /--refresh needs --src/],
      [['fact-box', '--oembed'], /--oembed needs --url/],
      [['fact-box', '--oembed', '--url', 'data:text/html,x'], /--url takes an address with http/],
      [['fact-box', '--as', 'page'], /--base is needed/],
      [['fact-box', 'nowhere.json'], /nowhere\.json can’t be read/],
      [['fact-box', '--oembed', '--url', 'https://example.org/', '--height', '12em'], /--height must be whole pixels/],
    ]) {
      const {status, stdout, stderr} = run('render', ...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });

  it('stamps a nonce, and prints the hash of the very styles that it writes', async () => {
    assert.match(printed(run('render', 'fact-box', '--nonce', 'a"b')), /<style data-key="[^"]*" nonce="a&quot;b">/);
    for (const element of ['fact-box', 'region-list', 'goal-comparison']) {
      const hash = printed(run('render', element, '--csp-hash')).trim();
      const [, text] = /<style[^>]*>([^]*?)<\/style>/.exec(run('render', element, starter).stdout);
      assert.equal(hash, `sha256-${createHash('sha256').update(text).digest('base64')}`);
      assert.equal(hash, await styleHash(element));
    }
  });

  it('makes a page for a frame, and the oEmbed answer for it', () => {
    const page = printed(run('render', 'fact-box', '--as', 'page', '--base', base, '--oembed-url', 'https://example.org/talks.json'));
    assert.match(page, /<title>The Alaska summit in brief<\/title>/);
    assert.match(page, /<link rel="alternate" type="application\/json\+oembed" href="https:\/\/example\.org\/talks\.json"/);
    assert.match(page, new RegExp(`src="${base}frame\\.js"`));
    assert.match(page, /<template shadowrootmode="open">/);
    const answer = JSON.parse(printed(run('render', 'fact-box', '--oembed', '--url', 'https://example.org/talks.html?a&b', '--provider', 'The Paper')));
    assert.deepEqual(
      {...answer, html: undefined},
      {version: '1.0', type: 'rich', title: 'The Alaska summit in brief', provider_name: 'The Paper', html: undefined, width: 600, height: 600},
    );
    assert.match(answer.html, /^<iframe src="https:\/\/example\.org\/talks\.html\?a&amp;b" title="The Alaska summit in brief"/);
  });

  it('writes to a file', () => {
    const {status, stdout, stderr} = run('render', 'fact-box', '--out', 'box.html');
    assert.deepEqual([status, stdout, stderr], [0, '', 'Wrote box.html.\n']);
    assert.equal(readFileSync(join(folder, 'box.html'), 'utf8'), run('render', 'fact-box').stdout);
    assert.match(run('render', 'fact-box', '--out', 'no/such/folder.html').stderr, /can’t be written/);
  });
});

describe('summit-embeds snippet', () => {
  const script = (file) =>
    `<script type="module" src="${base}${file}" integrity="${files[file].integrity}" crossorigin="anonymous"></script>`;

  it('writes the prerendered form, and the script that takes it over', () => {
    const text = printed(run('snippet', 'fact-box', starter, '--base', base));
    assert.equal(text, `${run('render', 'fact-box', starter).stdout}${script('summit-embeds.full.js')}\n`);
    const bare = printed(run('snippet', 'fact-box', starter, '--base', base, '--no-script'));
    assert.equal(bare, run('render', 'fact-box', starter).stdout);
  });

  it('writes the script form in two lines, with a link for readers without script', () => {
    const lines = printed(run('snippet', 'fact-box', '--form', 'script', '--base', base, '--link', 'https://example.org/?a&b')).split('\n');
    assert.deepEqual(lines, [
      script('summit-embeds.full.js'),
      '<summit-fact-box><a href="https://example.org/?a&amp;b">The Alaska summit in brief</a></summit-fact-box>',
      '',
    ]);
    // In a language that the single file has no translation of the summit for.
    assert.match(printed(run('snippet', 'fact-box', '--form', 'script', '--base', base, '--lang', 'de')), /summit-embeds\.js/);
  });

  it('writes the frame form', () => {
    const text = printed(
      run('snippet', 'goal-comparison', '--form', 'frame', '--base', base.slice(0, -1), '--topics', 'territory', '--accent', '#00594f', '--resizer'),
    );
    assert.match(text, /^<iframe src="https:\/\/cdn\.example\.org\/summit-embeds\/0\.1\.0\/frame\.html\?element=goal-comparison&amp;topics=territory&amp;accent=%2300594f"/);
    assert.match(text, /title="The Alaska summit: who wants what"/);
    assert.match(text, /<script async src="[^"]*resize\.js"/);
  });

  it('asks for what a form needs', () => {
    for (const [args, message] of [
      [['fact-box'], /--base is needed/],
      [['fact-box', starter, '--base', base, '--form', 'script'], /--src has to say where FILE is published/],
      [['fact-box', '--base', base, '--form', 'iframe'], /there is no form iframe; there are prerendered, script, frame/],
      [['fact-box', '--base', base, '--accent', 'red;}'], /--accent must be a CSS colour/],
      [['fact-box', '--base', base, '--form', 'frame', '--accent', 'red;}'], /--accent must be a CSS colour/],
      [['fact-box', '--base', base, '--heading', 'gnp\u202Eexe'], /--heading has the character U\+202E/],
      [['fact-box', '--base', 'data:x/'], /--base takes an address with http/],
      [['fact-box', '--base', base, '--form', 'script', '--link', 'data:text/html,x'], /--link takes an address/],
      [['fact-box', '--base', base, '--form', 'script', '--link', '/\\example.org'], /--link takes an address/],
      [['fact-box', '--base', base, '--background', 'url(//example.org/x)'], /--background must be a CSS colour/],
    ]) {
      const {status, stdout, stderr} = run('snippet', ...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });
});
