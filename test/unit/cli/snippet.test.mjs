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

  it('writes the prerendered form, and the script that takes it over', async () => {
    const text = await print('snippet', 'fact-box', talks, '--base', base);
    assert.equal(text, `${(await run('render', 'fact-box', talks)).stdout}${script('summit-embeds.full.js')}\n`);
    const bare = await print('snippet', 'fact-box', talks, '--base', base, '--no-script');
    assert.equal(bare, (await run('render', 'fact-box', talks)).stdout);
  });

  it('writes the script form in two lines, with a link for readers without script', async () => {
    const lines = (await print('snippet', 'fact-box', '--form', 'script', '--base', base, '--link', 'https://example.org/?a&b')).split('\n');
    assert.deepEqual(lines, [
      script('summit-embeds.full.js'),
      '<summit-fact-box><a href="https://example.org/?a&amp;b">The Alaska summit in brief</a></summit-fact-box>',
      '',
    ]);
    // In a language that the single file has no translation of the summit for.
    assert.match(await print('snippet', 'fact-box', '--form', 'script', '--base', base, '--lang', 'de'), /summit-embeds\.js/);
  });

  it('writes the frame form', async () => {
    const text = await print('snippet', 'goal-comparison', '--form', 'frame', '--base', base.slice(0, -1), '--topics', 'territory', '--accent', '#00594f', '--resizer');
    assert.match(text, /^<iframe src="https:\/\/cdn\.example\.org\/summit-embeds\/0\.1\.0\/frame\.html\?element=goal-comparison&amp;topics=territory&amp;accent=%2300594f"/);
    assert.match(text, /title="The Alaska summit: who wants what"/);
    assert.match(text, /<script async src="[^"]*resize\.js"/);
  });

  it('asks for what a form needs', async () => {
    for (const [args, message] of [
      [['fact-box'], /--base is needed/],
      [['fact-box', talks, '--base', base, '--form', 'script'], /--src has to say where FILE is published/],
      [['fact-box', '--base', base, '--form', 'iframe'], /there is no form iframe; there are prerendered, script, frame/],
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
