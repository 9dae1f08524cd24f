/** `card`: a picture of the goal comparison. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {shareCard} from '../../../src/prerender.ts';
import {makeFolder} from '../../support/command-line.mjs';
import {starter} from './starter.mjs';

const {folder, print, run, runWith, save} = makeFolder();
const talks = save('talks.yaml', starter);

describe('summit-embeds card', () => {
  it('prints what shareCard makes, in every size and scheme', async () => {
    for (const size of ['landscape', 'square', 'portrait']) {
      for (const scheme of ['light', 'dark']) {
        const options = ['--size', size, '--scheme', scheme, '--lang', 'de', '--paper', 'Der Kurier'];
        const {svg} = await shareCard({size, scheme, paper: 'Der Kurier', attributes: {lang: 'de'}});
        assert.equal(await print('card', ...options), svg);
      }
    }
  });

  it('prints the text alternative, and a page with only the picture', async () => {
    const {svg, alt} = await shareCard();
    assert.equal(await print('card', '--as', 'alt'), `${alt}\n`);
    const page = await print('card', '--as', 'html');
    assert.ok(page.includes(svg));
    assert.match(page, /^<!doctype html>\n<html lang="en" dir="ltr">/);
    assert.match(page, /content="default-src 'none'; style-src 'sha256-[\w+/=]+'"/);
    assert.doesNotMatch(page, /<script|<link|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
  });

  it('takes a file, standard input, a translation, sides, and writes a file', async () => {
    assert.match(await print('card', talks, '--as', 'alt'), /\((?:Stated|Reported|Analysis): /);
    const yaml = readFileSync(join(folder, talks), 'utf8');
    assert.equal((await runWith(yaml, 'card', '-')).stdout, (await run('card', talks)).stdout);
    const [water, english] = ['water-talks-ar.json', 'water-talks-ar.en.json'].map((file) =>
      save(file, readFileSync(join('templates', file), 'utf8')),
    );
    assert.match(await print('card', water), /lang="ar" xml:lang="ar" direction="rtl"/);
    assert.match(await print('card', water, '--lang', 'en', '--translation', english, '--as', 'alt'), /Mirzal/);
    const one = await print('card', '--actors', 'trump', '--as', 'alt', '--heading', 'One side');
    assert.match(one, /^One side\..*Donald Trump/);
    assert.doesNotMatch(one, /Vladimir Putin, President/);
    const {stderr} = await run('card', '--out', 'card.svg');
    assert.match(stderr, /Wrote card\.svg\./);
    assert.equal(readFileSync(join(folder, 'card.svg'), 'utf8'), (await shareCard()).svg);
  });

  it('says what a summit without main aims lacks', async () => {
    const file = save('aimless.yaml', starter.replaceAll(/^( *(?:- )?)rank: primary.*$/gm, '$1# no rank'));
    const {status, stdout, stderr} = await run('card', file);
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(
      stderr,
      /^summit-embeds card: A share card shows main aims, and this summit has none: .*rank: primary/,
    );
  });

  it('names wrong options', async () => {
    for (const [args, message] of [
      [['--size', 'wide'], /there is no size wide; there are landscape, square, portrait/],
      [['--scheme', 'auto'], /there is no scheme auto; there are light, dark/],
      [['--as', 'png'], /there is no shape png; there are svg, html, alt/],
      [['--accent', 'red'], /--accent takes a colour such as #00594f, not red/],
      [[talks, talks], /name at most one file/],
      [['--src', '/a.json'], /no option --src/],
    ]) {
      const {status, stderr} = await run('card', ...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, message);
    }
  });
});
