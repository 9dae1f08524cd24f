/**
 * Every payload on the command line; with FC_RUNS in more places: in files of data, JSON and YAML, in their names, in arguments. Nothing of it steers the
 * terminal or passes for a line of ours, nothing is read as more than data, and what is written holds it as a text.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it, mock} from 'node:test';
import {parseFragment} from 'parse5';
import {stringify} from 'yaml';
import {even, fillRound, write} from '../hosts/fields.mjs';
import {groups, isRefused, payloads} from '../hosts/payloads.mjs';
import {whole} from '../hosts/whole-summit.mjs';
import {makeFolder} from '../support/command-line.mjs';
import {named, nodesOf, textOf} from '../support/prerendered.mjs';
import {selectRounds} from '../support/runs.mjs';

const {run, save} = makeFolder();
const counts = {runs: 0, files: 0};

before(() => mock.method(console, 'warn', () => undefined));
after(() => mock.restoreAll());
after(() =>
  console.log(`# injection, command line: ${payloads.length} payloads, ${counts.files} files, ${counts.runs} runs`),
);

/** What a terminal obeys, or what turns a line around. Tabs and line breaks are ours to write. */
// eslint-disable-next-line no-control-regex
const STEERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const shown = payloads.filter((payload) => !isRefused(payload));

/** Runs a command, and asserts what holds for every run. */
async function calm(...args) {
  counts.runs += 1;
  const result = await run(...args);
  for (const stream of ['stdout', 'stderr']) {
    assert.doesNotMatch(result[stream], STEERS, args.join(' '));
    assert.doesNotMatch(result[stream], /^::error|^\s*at .*\.js:\d+/m, args.join(' '));
  }
  assert.ok([0, 1, 2].includes(result.status), `${args.join(' ')}: ${result.stderr}`);
  return result;
}

/** What a system hands on: no NUL, no half character. */
const asArgument = (text) => text.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '\ufffd');

describe('validate', () => {
  it('says of every file of payloads what is wrong, in lines of its own', async () => {
    const files = [];
    for (const [n, i] of selectRounds(payloads.length, 7).entries()) {
      const payload = payloads[i];
      const data = write(
        whole.summit,
        [...whole.texts, ...whole.closed].filter((_, k) => k % 7 === n % 7),
        () => payload,
      );
      files.push(n % 2 === 0 ? save(`p${i}.json`, JSON.stringify(data)) : save(`p${i}.yaml`, stringify(data)));
    }
    counts.files += files.length;
    for (let from = 0; from < files.length; from += 30) {
      const some = files.slice(from, from + 30);
      const json = from % 60 === 0;
      const {status, stdout, stderr} = await calm('validate', ...(json ? ['--json'] : []), ...some);
      assert.deepEqual([status, stderr], [1, '']);
      if (json)
        assert.deepEqual(
          JSON.parse(stdout).files.map(({file}) => file),
          some,
        );
      else for (const line of stdout.trimEnd().split('\n')) assert.match(line, /^p\d+\.(?:json|yaml):/);
    }
  });

  it('takes what is written into YAML without quotation marks for a text, or refuses it', async () => {
    const {stdout: starter} = await run('init', '-');
    const written = selectRounds(payloads.length, 7).map((round) => payloads[round]);
    const files = written.map((payload, i) =>
      save(
        `raw${i}.yaml`,
        starter.replace('title: The Example Lake talks', () => `title: ${payload}`),
      ),
    );
    const keys = written.map((payload, i) => save(`key${i}.yaml`, `${payload}: 1\n${starter}`));
    counts.files += files.length + keys.length;
    const {stdout} = await calm('validate', '--json', ...files, ...keys);
    const results = JSON.parse(stdout).files;
    results.slice(files.length).forEach(({valid}, i) => {
      // Markers of documents and comments are no keys.
      if (valid) assert.match(written[i], /^(?:#|\.\.\.|\s*$)/, written[i]);
    });
    const good = results.slice(0, files.length).flatMap(({valid, file}, i) => (valid ? [[file, written[i]]] : []));
    assert.ok(good.length > written.length / 4);
    // A sample of those that are fine says what was written, as far as YAML has it for a text.
    for (const [file, payload] of good.filter((_, i) => i % 10 === 0)) {
      const {stdout: out} = await calm('render', 'fact-box', file, '--as', 'jsonld');
      const {about} = JSON.parse(textOf(parseFragment(out).childNodes[0]));
      assert.ok(payload.includes(about[0].name.slice(0, 3)), `${payload} became ${about[0].name}`);
    }
  });

  it('is not exploded by what refers to itself', async () => {
    const bomb = ['a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
    for (let i = 0; i < 20; i += 1)
      bomb.push(
        `${String.fromCharCode(98 + i)}: &${String.fromCharCode(98 + i)} [${Array(9)
          .fill(`*${String.fromCharCode(97 + i)}`)
          .join(', ')}]`,
      );
    const {status, stdout} = await calm('validate', save('bomb.yaml', bomb.join('\n')));
    assert.equal(status, 1);
    assert.match(stdout, /anchors and aliases aren’t supported/);
  });

  it('names files by every payload', async () => {
    const names = [...groups.terminal, ...groups.invisible, ...groups.addresses, ...groups.tags.slice(0, 10)].map(
      asArgument,
    );
    for (let from = 0; from < names.length; from += 30) {
      for (const json of [[], ['--json']]) {
        const {status, stdout, stderr} = await calm(
          'validate',
          ...json,
          '--',
          ...names.slice(from, from + 30).map((name) => `./${name}`),
        );
        assert.equal(status, 2);
        assert.match(stderr, /can’t be read/);
        for (const line of stderr.trimEnd().split('\n')) assert.match(line, /^summit-embeds validate: /);
        assert.doesNotMatch(stdout, /fine \(forged/);
      }
    }
  });
});

describe('arguments', () => {
  it('are named in messages without steering the terminal', async () => {
    for (const [i, payload] of [...groups.terminal, ...groups.invisible.filter((_, i) => i % 3 === 0)].entries()) {
      const text = asArgument(payload);
      // One of them in turn.
      const commands = [
        [text],
        ['render', text],
        ['render', 'fact-box', `--${text}`],
        ['render', 'fact-box', '--as', text],
        ['init', '--template', text],
      ];
      await calm(...commands[i % commands.length]);
    }
  });

  it('become texts of a box, or are refused', async () => {
    const options = [
      '--heading',
      '--lang',
      '--scheme',
      '--policy-url',
      '--feedback-url',
      '--facts',
      '--nonce',
      '--provider',
    ];
    const make = (values) =>
      calm(
        'render',
        'fact-box',
        '--as',
        'page',
        '--base',
        'https://files.example/',
        ...options.slice(0, -1).flatMap((option, i) => [`${option}=${values[i]}`]),
      );
    const skeleton = (html) =>
      [...nodesOf(parseFragment(html))]
        .filter(({attrs}) => attrs)
        .map(({nodeName, attrs}) => [nodeName, ...attrs.map(({name}) => name)].join(' '))
        .filter((entry) => !/^[ap]\b/.test(entry));
    const harmless = skeleton((await make(options.map((_, i) => `word${i}`))).stdout);
    let written = 0;
    for (const round of selectRounds(payloads.length, 24)) {
      const values = options.map((_, i) => asArgument(payloads[(round + i) % payloads.length]));
      const {status, stdout, stderr} = await make(values);
      if (values.slice(0, -1).some(isRefused)) {
        assert.equal(status, 2);
        assert.match(stderr, /has the character U\+/);
        continue;
      }
      written += 1;
      assert.equal(status, 0, stderr);
      assert.deepEqual(skeleton(stdout), harmless);
      if (values[0].trim()) assert.ok(even(textOf(parseFragment(stdout))).includes(even(values[0])), values[0]);
      for (const link of named(parseFragment(stdout), 'a'))
        assert.match(link.attrs.find(({name}) => name === 'href').value, /^(?:https?:|[/?#.]|[^:]*$)/i);
    }
    assert.ok(written > 5);
  });

  it('lead to http and https alone where they are addresses', async () => {
    const own = ['--base', 'https://files.example/'];
    const addresses = [
      ...groups.schemes.filter((_, i) => i % 3 === 0),
      `/\\canary.invalid/x`,
      '//canary.invalid/x',
    ].map(asArgument);
    for (const [i, address] of addresses.entries()) {
      const commands = [
        ['snippet', 'fact-box', ...own, '--form', 'script', `--link=${address}`],
        ['snippet', 'fact-box', '--form', 'frame', `--base=${address}`],
        ['render', 'fact-box', '--oembed', `--url=${address}`],
      ];
      // One of them in turn.
      for (const round of selectRounds(3, 3)) {
        const args = commands[(i + round) % 3];
        const {status, stdout} = await calm(...args);
        if (status !== 0) continue;
        const html = args.includes('--oembed') ? JSON.parse(stdout).html : stdout;
        for (const node of nodesOf(parseFragment(html))) {
          for (const {name, value} of node.attrs ?? []) {
            if (!['href', 'src'].includes(name) || !URL.canParse(value, 'https://own.example/')) continue;
            const {protocol, host} = new URL(value, 'https://own.example/');
            assert.match(protocol, /^https?:$/, value);
            // Another host has to be named as such.
            if (!/^https?:/i.test(value)) assert.equal(host, 'own.example', value);
          }
        }
      }
    }
  });
});

describe('diff', () => {
  it('tells what changed without steering the terminal', async () => {
    for (const round of selectRounds(shown.length, 120)) {
      const old = save('old.json', JSON.stringify(fillRound(whole, shown, round).data));
      const later = save('new.yaml', stringify({...fillRound(whole, shown, round + 30).data, revision: 2}));
      const {status, stdout} = await calm('diff', old, later, '--date', '2031-05-01');
      assert.equal(status, 0);
      assert.match(stdout, /^Changed claims \(/m);
      const {changed} = JSON.parse((await calm('diff', '--json', old, later, '--date', '2031-05-01')).stdout);
      assert.ok(changed.length > 3);
    }
  });
});

describe('map', () => {
  it('names features by every payload without steering the terminal', async () => {
    const features = payloads.map((payload, i) => ({
      type: 'Feature',
      properties: {name: payload},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [i / 100, 0],
            [i / 100, 1],
            [i / 100 + 0.01, 1],
            [i / 100, 0],
          ],
        ],
      },
    }));
    const file = save('geo.json', JSON.stringify({type: 'FeatureCollection', features}));
    for (const payload of [
      ...groups.terminal.slice(0, 3),
      ...groups.tags.slice(0, 2),
      ...groups.prototypes.slice(0, 2),
    ].map(asArgument)) {
      const {status, stdout} = await calm('map', file, `--ids=a=${payload}`, '--basis', 'b', '--credit', payload);
      if (status === 0) assert.equal(JSON.parse(stdout).map.credit, payload);
    }
    await calm('map', file, '--key', 'name', '--basis', 'b', '--credit', 'c');
  });
});
