/** `translate`: a translation file to fill in. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {makeFolder} from '../../support/command-line.mjs';
import {starter, starterWith} from './starter.mjs';

const {folder, print, run, runWith, save} = makeFolder();

const fill = (yaml, key, text) => {
  assert.ok(yaml.includes(`  # ${key}: ""`), key);
  return yaml.replace(`# ${key}: ""`, `${key}: ${JSON.stringify(text)}`);
};

describe('summit-embeds translate', () => {
  save('talks.yaml', starter);

  it('writes each original above its key, and a file that is valid at any time', async () => {
    const draft = await print('translate', 'talks.yaml', '--lang', 'es');
    assert.deepEqual(parse(draft), {
      schemaVersion: '1.0',
      of: {id: 'example-lake-talks', revision: 1},
      lang: 'es',
      machine: false,
      texts: null,
    });
    assert.match(
      draft,
      /^ {2}# Northland wants each side to take half of the water\.\n {2}# claims\.north-water\.text: ""$/m,
    );
    assert.doesNotMatch(draft, /sources\..*title/, 'titles of sources are never translated');
    save('talks.es.yaml', draft);
    assert.match(await print('validate', 'talks.yaml', 'talks.es.yaml'), /^talks\.es\.yaml: fine/m);

    save('talks.es.yaml', fill(draft, 'claims.north-water.text', 'Norte: la mitad #1'));
    await print('validate', 'talks.es.yaml', '--out', 'talks.es.json');
    const {texts} = JSON.parse(readFileSync(join(folder, 'talks.es.json'), 'utf8'));
    assert.deepEqual(texts, {'claims.north-water.text': 'Norte: la mitad #1'});
  });

  it('writes the original of several lines as a comment', async () => {
    save('lines.yaml', starterWith('note: Written before the talks.', 'note: "One\\ntwo: x\\rthree"'));
    assert.match(
      await print('translate', 'lines.yaml', '--lang', 'es'),
      /^ {2}# One\n {2}# two: x\n {2}# three\n {2}# asOf\.note: ""$/m,
    );
  });

  it('writes JSON with every key for a summit in JSON', async () => {
    save('talks.json', JSON.stringify(parse(starter)));
    const {of, texts} = JSON.parse(await print('translate', 'talks.json', '--lang', 'es'));
    assert.deepEqual(of, {id: 'example-lake-talks', revision: 1});
    assert.equal(texts['claims.north-water.text'], '');
  });

  describe('from an earlier translation', () => {
    const changes = (targets) =>
      starterWith('revision: 1 ', 'revision: 2 ').replace(
        /changes: \[\][^]*/,
        `changes:\n  - {kind: correction, date: 2031-04-29, text: "It said: x.", targets: [${targets}], revision: 2}\n`,
      );
    const earlier = (extra = '') =>
      'schemaVersion: "1.0"\nof: {id: example-lake-talks, revision: 1}\nlang: es\nmachine: true\ntexts:\n' +
      `  title: Las conversaciones\n  claims.north-water.text: La mitad\n${extra}`;

    it('keeps its texts, and marks those whose original has changed', async () => {
      save('talks-2.yaml', changes('north-water'));
      save('old.es.yaml', earlier('  claims.gone.text: "Ya no"\n'));
      const {status, stdout, stderr} = await run('translate', 'talks-2.yaml', '--lang', 'es', '--from', 'old.es.yaml');
      assert.equal(status, 0, stderr);
      const {of, machine, texts} = parse(stdout);
      assert.deepEqual(texts, {title: 'Las conversaciones', 'claims.north-water.text': 'La mitad'});
      assert.deepEqual([of.revision, machine], [1, true], 'pages show the original until somebody has reviewed it');
      assert.deepEqual(stdout.match(/CHANGED since revision 1.*\n.*/g), [
        'CHANGED since revision 1: review this text\n  claims.north-water.text: "La mitad"',
      ]);
      assert.match(stdout, /^ {2}# changes\.0\.text: ""$/m);
      assert.match(stdout, /^ {2}# "claims\.gone\.text": "Ya no"$/m);
      assert.match(stderr, /original is gone: claims\.gone\.text/);
    });

    it('is for the new revision if no translated text has changed', async () => {
      save('talks-2.yaml', changes('south-water'));
      save('old.es.yaml', earlier());
      const draft = await print('translate', 'talks-2.yaml', '--lang', 'es', '--from', 'old.es.yaml');
      assert.equal(parse(draft).of.revision, 2);
      assert.doesNotMatch(draft, /CHANGED/);
    });
  });

  it('overwrites a file only with --force', async () => {
    await print('translate', 'talks.yaml', '--lang', 'fr', '--out', 'talks.fr.yaml');
    save('talks.fr.yaml', 'mine');
    const args = ['translate', 'talks.yaml', '--lang', 'fr', '--out', 'talks.fr.yaml'];
    const {status, stderr} = await run(...args);
    assert.equal(status, 2);
    assert.match(stderr, /already exists; --force/);
    assert.equal(readFileSync(join(folder, 'talks.fr.yaml'), 'utf8'), 'mine');
    await print(...args, '--force');
    assert.match(readFileSync(join(folder, 'talks.fr.yaml'), 'utf8'), /^lang: "fr"$/m);
  });

  it('answers wrong usage with 2 and an invalid file with 1', async () => {
    save('bad.yaml', starterWith('lang: en ', 'lang: English '));
    save('de.yaml', 'schemaVersion: "1.0"\nof: {id: example-lake-talks, revision: 1}\nlang: de\ntexts: {title: See}\n');
    save(
      'later.yaml',
      'schemaVersion: "1.0"\nof: {id: example-lake-talks, revision: 9}\nlang: es\ntexts: {title: See}\n',
    );
    save(
      'empty.yaml',
      'schemaVersion: "1.0"\nof: {id: example-lake-talks, revision: 1}\nlang: es\ntexts: {title: ""}\n',
    );
    for (const [args, code, message] of [
      [['--lang', 'es'], 2, /name one file/],
      [['talks.yaml'], 2, /--lang is required/],
      [['talks.yaml', '--lang', 'Spanish'], 2, /--lang takes a language tag/],
      [['talks.yaml', '--lang', 'en'], 2, /is in en already/],
      [['de.yaml', '--lang', 'es'], 2, /is a translation/],
      [['talks.yaml', '--lang', 'es', '--from', 'talks.yaml'], 2, /isn’t a translation/],
      [['talks.yaml', '--lang', 'es', '--from', 'de.yaml'], 2, /is in de, not in es/],
      [['talks.yaml', '--lang', 'es', '--from', 'later.yaml'], 2, /revision 9, but the summit is at 1/],
      [['bad.yaml', '--lang', 'es'], 1, /lang: must be a language tag/],
      [['talks.yaml', '--lang', 'es', '--from', 'empty.yaml'], 1, /must not be empty/],
    ]) {
      const {status, stdout, stderr} = await run('translate', ...args);
      assert.deepEqual([status, stdout], [code, ''], args.join(' '));
      assert.match(stderr, message);
    }
    assert.match((await runWith(starter, 'translate', '-', '--lang', 'es')).stdout, /^lang: "es"$/m);
  });
});
