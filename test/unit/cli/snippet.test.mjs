/** `snippet`: what an editor pastes into a page. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {makeFolder} from '../../support/command-line.mjs';
import {starter} from './starter.mjs';

const {print, run, save} = makeFolder();
const base = 'https://cdn.example.org/summit-embeds/0.1.0/';
const talks = save('talks.yaml', starter);
/** Beside the commands there is an invented manifest. */
const {files} = JSON.parse(readFileSync(new URL('../../support/embed-manifest.json', import.meta.url), 'utf8'));

describe('summit-embeds snippet', () => {
  const script = (file) =>
    `<script type="module" src="${base}${file}" integrity="${files[file].integrity}" crossorigin="anonymous"></script>`;

  it('writes the prerendered form, with the small script that loads the elements when a reader uses them', async () => {
    const box = (await run('render', 'fact-box', talks)).stdout.trimEnd();
    const lazy = script('summit-embeds.lazy.js').replace('type="module"', 'async');
    assert.equal(await print('snippet', 'fact-box', talks, '--base', base), `<div>${box}${lazy}</div>\n`);
  });

  it('needs no address for what loads nothing', async () => {
    const box = (await run('render', 'fact-box', talks)).stdout.trimEnd();
    assert.equal(await print('snippet', 'fact-box', talks, '--no-script'), `<div>${box}</div>\n`);
    const plain = (await run('render', 'fact-box', talks, '--as', 'plain')).stdout.trimEnd();
    assert.equal(await print('snippet', 'fact-box', talks, '--form', 'plain'), `<div>${plain}</div>\n`);
    assert.equal(
      await print('snippet', 'fact-box', talks, '--form', 'markdown'),
      (await run('render', 'fact-box', talks, '--as', 'markdown')).stdout,
    );
  });

  it('says that a list of places without places is empty', async () => {
    const empty = save(
      'empty.yaml',
      starter.replace(/regions: {3}[^]*(?=\nfacts:)/, 'regions: []\n').replace(/^ +regions: \[west.*\n/gm, ''),
    );
    for (const command of ['snippet', 'render']) {
      const args = command === 'snippet' ? ['--no-script'] : [];
      const {status, stderr} = await run(command, 'region-list', empty, ...args);
      assert.equal(status, 0, stderr);
      assert.match(stderr, /empty\.yaml has no regions: the box is empty\n/);
      assert.equal((await run(command, 'fact-box', empty, ...args)).stderr, '');
      assert.equal((await run(command, 'region-list', talks, ...args)).stderr, '');
    }
  });

  it('writes every form of HTML as one block on one line', async () => {
    for (const form of ['prerendered', 'plain', 'script', 'frame']) {
      for (const element of ['fact-box', 'goal-comparison', 'region-list']) {
        const text = await print('snippet', element, '--base', base, '--form', form);
        assert.match(text, /^<div>[^\n]*<\/div>\n$/, `${form} ${element}`);
      }
    }
  });

  it('writes no heading into the layer that the element hides, and one into the plain form', async () => {
    const [, hidden] = (await print('snippet', 'goal-comparison', '--no-script')).split('</template>');
    assert.match(hidden, /<p aria-level="3" role="heading"><b>The Alaska summit: who wants what<\/b><\/p>/);
    assert.doesNotMatch(hidden, /<h\d/);
    assert.equal((await print('snippet', 'goal-comparison', '--form', 'plain')).match(/<h\d/g).length, 1);
  });

  it('writes nothing into the plain form that MDX reads as more than text', async () => {
    const text = await print(
      'snippet',
      'fact-box',
      talks,
      '--form',
      'plain',
      '--heading',
      'Talks {1+1} *now* [a](b) `c` \\d _e_ ~f~',
    );
    assert.match(
      text,
      /Talks &#123;1\+1&#125; &#42;now&#42; &#91;a&#93;\(b\) &#96;c&#96; &#92;d &#95;e&#95; &#126;f&#126;/,
    );
    assert.doesNotMatch(text.replaceAll(/<[^>]*>/g, ''), /[{}*_`[\]\\~]/);
  });

  it('writes Markdown without HTML: headings, lists, a table for what stands side by side', async () => {
    const text = await print('snippet', 'goal-comparison', '--form', 'markdown', '--heading', '1. <b> *x* | {y}');
    assert.match(text, /^### 1\. \\<b\\> \\\*x\\\* \\\| &#123;y&#125;\n/);
    assert.match(text, /\n#### Territory\s· Opposed\n/);
    assert.match(text, /\n\| Vladimir Putin[^|]*\| Donald Trump[^|]*\|\n\| --- \| --- \|\n\| \*\*/);
    assert.match(text, /\n- /);
    assert.doesNotMatch(text, /(?<!\\)</);
  });

  it('writes the script form, with a link for readers without script', async () => {
    const text = await print(
      'snippet',
      'fact-box',
      '--form',
      'script',
      '--base',
      base,
      '--link',
      'https://example.org/?a&b',
    );
    assert.equal(
      text,
      `<div>${script('summit-embeds.full.js')}<summit-fact-box><a href="https://example.org/?a&amp;b">The Alaska summit in brief</a></summit-fact-box></div>\n`,
    );
    // In a language that the single file has no translation of the summit for.
    assert.match(
      await print('snippet', 'fact-box', '--form', 'script', '--base', base, '--lang', 'de'),
      /summit-embeds\.js/,
    );
  });

  it('loads no bundled summit for other data', async () => {
    const text = await print(
      'snippet',
      'fact-box',
      talks,
      '--form',
      'script',
      '--base',
      base,
      '--src',
      'https://example.org/talks.json',
    );
    assert.match(text, /summit-elements\.js/);
  });

  it('writes the frame form, with a link for hosts that drop frames', async () => {
    const text = await print(
      'snippet',
      'goal-comparison',
      '--form',
      'frame',
      '--base',
      base.slice(0, -1),
      '--topics',
      'territory',
      '--accent',
      '#00594f',
      '--resizer',
    );
    const address =
      'https://cdn.example.org/summit-embeds/0.1.0/frame.html?element=goal-comparison&amp;topics=territory&amp;accent=%2300594f';
    const title = 'The Alaska summit: who wants what';
    assert.ok(text.startsWith(`<div><iframe src="${address}" title="${title}"`), text);
    assert.ok(text.includes(`><a href="${address}">${title}</a></iframe><script async src="`), text);
    assert.match(text, /<script async src="[^"]*resize\.js"/);
    assert.match(
      await print('snippet', 'fact-box', '--form', 'frame', '--base', base, '--link', '/talks'),
      /<a href="\/talks">/,
    );
  });

  it('asks for what a form needs', async () => {
    for (const [args, message] of [
      [['fact-box'], /--base is required/],
      [['fact-box', talks, '--base', base, '--form', 'script'], /--src must be the published address of FILE/],
      [
        ['fact-box', '--base', base, '--form', 'iframe'],
        /there is no form iframe; there are prerendered, plain, markdown, script, frame/,
      ],
      [['fact-box', '--base', base, '--accent', 'red;}'], /--accent must be a CSS colour/],
      [['fact-box', '--base', base, '--form', 'frame', '--accent', 'red;}'], /--accent must be a CSS colour/],
      [['fact-box', '--base', base, '--heading', 'gnp\u202Eexe'], /--heading has the character U\+202E/],
      [['fact-box', '--base', 'data:x/'], /--base takes an address with http/],
      [['fact-box', '--base', base, '--form', 'script', '--link', 'data:text/html,x'], /--link takes an address/],
      [['fact-box', '--base', base, '--form', 'script', '--link', '/\\example.org'], /--link takes an address/],
      [['fact-box', '--base', base, '--background', 'url(//example.org/x)'], /--background must be a CSS colour/],
    ]) {
      const {status, stdout, stderr} = await run('snippet', ...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });
});
