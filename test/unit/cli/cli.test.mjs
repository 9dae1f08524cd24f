/** The command line as somebody runs it: processes, files, exit codes. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {after, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {parse} from 'yaml';
import {dist, makeFolder} from '../../support/run-cli.mjs';

const {folder, run, runWith, save, remove} = makeFolder();

after(remove);

const starter = () => run('init', '-').stdout;

/** The starter with one change, which must be one. */
function starterWith(from, to) {
  const text = starter();
  assert.ok(text.includes(from), `the starter has ${from}`);
  return text.replace(from, to);
}

/** Where the text stands, as an editor counts. */
function placeOf(text, part) {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return `${before.length}:${before.at(-1).length + 1}`;
}

describe('summit-embeds', () => {
  it('explains itself and each command', () => {
    const help = run('--help');
    assert.equal(help.status, 0);
    for (const name of ['validate', 'render', 'snippet', 'init', 'diff', 'map']) {
      assert.match(help.stdout, new RegExp(`^  ${name} `, 'm'));
      const own = run(name, '--help');
      assert.equal(own.status, 0);
      assert.match(own.stdout, new RegExp(`^Usage: summit-embeds ${name} `));
      assert.equal(run('help', name).stdout, own.stdout);
      for (const flag of own.stdout.match(/^ {2}--[\w-]+/gm)) {
        assert.doesNotMatch(run(name, flag.trim(), '--help').stderr, /there is no option/, `${name} ${flag}`);
      }
    }
  });

  it('tells its version', () => {
    const {version} = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    assert.deepEqual(run('--version'), {status: 0, stdout: `${version}\n`, stderr: ''});
  });

  it('answers wrong usage with 2, on standard error, and with what was probably meant', () => {
    for (const [args, message] of [
      [[], /Usage/],
      [['vaildate'], /did you mean validate\?/],
      [['publish'], /there are validate/],
      [['--json'], /no option --json before a command/],
      [['validate'], /at least one file/],
      [['validate', '--jsn', 'x'], /did you mean --json\?/],
      [['validate', '-', '-'], /read once/],
      [['validate', 'nowhere.yaml'], /nowhere\.yaml can’t be read: there is no such file/],
      [['validate', '.'], /it is a folder/],
      [['diff', 'one.yaml'], /two files/],
      [['diff', 'a', 'b', '--date', '2031-02-30'], /--date takes a day/],
      [['diff', 'a', 'b', '--date'], /--date/],
      [['init', 'a', 'b'], /one file at most/],
      [['init', '--template', 'startr'], /did you mean starter\?/],
      [['map', 'x.json', '--basis', 'b', '--credit', 'c'], /--ids or --key/],
      [['map', 'x.json', '--ids', 'a=b', '--credit', 'c'], /--basis is needed/],
      [['map', 'x.json', '--ids', 'a=b', '--basis', 'b', '--credit', ' '], /--credit is needed/],
      [['map', 'x.json', '--ids', 'A=b', '--basis', 'b', '--credit', 'c'], /"A" is no id/],
      [['map', 'x.json', '--ids', 'a=b', '--basis', 'b', '--credit', 'c', '--width', '1e9'], /--width/],
    ]) {
      const {status, stdout, stderr} = run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.equal(stdout, '', args.join(' '));
      assert.match(stderr, message);
    }
  });
});

describe('summit-embeds init', () => {
  it('writes a starter that is valid, and overwrites it only with --force', () => {
    const written = run('init');
    assert.equal(written.status, 0);
    assert.match(written.stderr, /summit\.yaml/);
    const checked = run('validate', 'summit.yaml');
    assert.equal(checked.stdout, 'summit.yaml: fine (example-lake-talks, revision 1, 6 claims)\n');
    assert.equal(checked.status, 0);

    save('summit.yaml', 'mine');
    assert.equal(run('init').status, 2);
    assert.equal(readFileSync(join(folder, 'summit.yaml'), 'utf8'), 'mine');
    assert.equal(run('init', 'summit.yaml', '--force').status, 0);
    assert.equal(run('validate', 'summit.yaml').status, 0);
  });

  it('explains every field of the starter and names the schema', () => {
    const text = starter();
    assert.match(text, /^# yaml-language-server: \$schema=\S+\/dist\/schema\/summit\.schema\.json\n/);
    assert.ok(text.split('\n').length < 200, 'it can be read in ten minutes');
  });

  it('writes every template in both formats', () => {
    const names = run('init', '--template', 'list').stdout.trim().split('\n');
    assert.ok(names.includes('starter'));
    for (const name of names) {
      for (const file of [`${name}.yaml`, `${name}.json`]) {
        assert.equal(run('init', file, '--template', name).status, 0, file);
        const {status, stdout} = run('validate', file);
        assert.equal(status, 0, stdout);
      }
      assert.deepEqual(
        {...JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')), $schema: ''},
        {...parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')), $schema: ''},
      );
    }
  });

  it('says so where it can’t write', () => {
    const {status, stderr} = run('init', 'no/such/folder.yaml');
    assert.equal(status, 2);
    assert.match(stderr, /can’t be written/);
    assert.equal(existsSync(join(folder, 'no')), false);
  });
});

describe('summit-embeds validate', () => {
  /** One defect in the starter, and the line that names it. */
  const defects = [
    [
      'a misspelt key',
      '    certainty: reported',
      '    certanty: reported',
      'certanty',
      /claims\[0\]\.certanty: .*did you mean 'certainty'/,
    ],
    [
      'a wrong word',
      'certainty: reported',
      'certainty: reportd',
      'reportd',
      /claims\[0\]\.certainty: .*did you mean 'reported'/,
    ],
    ['an id that leads nowhere', 'by: [northland]', 'by: [nortland]', 'nortland]', /claims\[1\]\.by\[0\]: .*northland/],
    [
      'a number for a text',
      'schemaVersion: "1.0"',
      'schemaVersion: 1.0',
      '1.0 ',
      /schemaVersion: must be a text, not a number/,
    ],
    [
      'a claim without a source',
      'refs: [{source: example-report, at: p2 s1}]',
      'refs: []',
      'refs: []',
      /claims\[1\]\.refs: has no source/,
    ],
    ['a key that stands twice', 'lang: en ', 'id: again\nlang: en ', 'id: again', / id: stands twice/],
  ];
  for (const [name, from, to, at, line] of defects) {
    it(`names the line and column of ${name}, in YAML and in JSON`, () => {
      const yaml = starterWith(from, to);
      const file = save('defect.yaml', yaml);
      const {status, stdout} = run('validate', file);
      assert.equal(status, 1);
      const found = stdout.split('\n').find((text) => line.test(text));
      assert.ok(found, stdout);
      assert.ok(found.startsWith(`defect.yaml:${placeOf(yaml, at)} `), found);

      if (name === 'a key that stands twice') return;
      const json = JSON.stringify(parse(yaml), null, 2);
      const checked = run('validate', save('defect.json', json));
      assert.equal(checked.status, 1);
      assert.match(checked.stdout, line);
      const place = /^defect\.json:(\d+):(\d+) (\S+): /m.exec(checked.stdout.split('\n').find((text) => line.test(text)));
      const key = place[3]
        .split('.')
        .at(-1)
        .replace(/\[\d+\]$/, '');
      const lines = json.split('\n').slice(0, Number(place[1])).reverse();
      assert.match(lines.slice(0, 2).join('\n'), new RegExp(`"${key}"`), checked.stdout);
      assert.match(lines[0].slice(Number(place[2]) - 1), /^["[{\d]/, checked.stdout);
    });
  }

  it('places a duplicate key and broken syntax of JSON', () => {
    assert.match(
      run('validate', save('twice.json', '{\n  "id": "a",\n  "id": "b"\n}')).stdout,
      /^twice\.json:3:3 id: stands twice/m,
    );
    for (const [text, place] of [
      ['{\n  "id": "a",\n}', '3:1'],
      ['{\n  "id" "a"\n}', '2:8'],
      ['{\n  // no\n}', '2:3'],
      ['{"id": "a"', '1:11'],
      ['', '1:1'],
    ]) {
      const {status, stdout} = run('validate', save('broken.json', text));
      assert.equal(status, 1);
      assert.ok(stdout.startsWith(`broken.json:${place}: `), stdout);
    }
  });

  it('places broken syntax of YAML, and what it does without', () => {
    for (const [text, place, message] of [
      ['title: he said: no\n', '1:8', /colon/],
      ['views:\n\ttitle: x\n', '2:1', /spaces, not with tabs/],
      ['lang: en\ntitle: "abc\nid: x\n', '2:8', /closing quotation mark/],
      ['venue: {name: Harbour House, Middletown}\n', '1:30', /comma/],
      ['id: !!binary eHg=\n', '1:5', /tags are not read/],
      ['id: &a x\ntitle: *a\n', '1:5', /anchors and aliases are not read/],
      ['%YAML 1.1\n---\nid: no\n', '1:1', /begins with %/],
      ['id: a\n---\nid: b\n', '2:1', /second document/],
      ['revision: .inf\n', '1:11', /no number that JSON can hold/],
      ['# nothing\n', '1:1', /is empty/],
    ]) {
      const {status, stdout} = run('validate', save('broken.yaml', text));
      assert.equal(status, 1, text);
      assert.ok(
        stdout.split('\n').some((line) => line.startsWith(`broken.yaml:${place}`) && message.test(line)),
        stdout,
      );
    }
  });

  it('takes dates and words such as no for the texts they are', () => {
    const {status, stdout} = run('validate', save('words.yaml', starterWith('name: West Shore', 'name: no')));
    assert.equal(status, 0, stdout);
  });

  it('knows no merge key', () => {
    const {stdout} = run('validate', save('merge.yaml', starterWith('lang: en ', '<<: {lang: en}\n')));
    assert.match(stdout, /'<<'.*not known/);
    assert.match(stdout, / lang: is missing/);
  });

  it('refuses what would take forever', () => {
    const level = (name, inner) => `${name}: &${name} [${Array(9).fill(`*${inner}`)}]`;
    const bomb = ['a: &a [x]', ...Array.from('bcdefghijk', (name, i) => level(name, 'abcdefghij'[i]))].join('\n');
    for (const [name, text, message] of [
      ['bomb.yaml', bomb, /aliases are not read/],
      ['deep.yaml', '['.repeat(1_000_000), /nested too deep/],
      ['deep.json', '['.repeat(900_000) + ']'.repeat(900_000), /nested too deep/],
      ['big.yaml', 'x'.repeat(50_000_000), /larger than 2 MB/],
    ]) {
      const {status, stdout} = run('validate', save(name, text));
      assert.equal(status, 1, name);
      assert.match(stdout, message);
      assert.ok(stdout.length < 10_000, name);
    }
    assert.match(runWith('x'.repeat(50_000_000), 'validate', '-').stdout, /^<stdin>:1:1: is larger/);
  });

  it('takes the names of prototypes for keys like any other', () => {
    for (const [name, text] of [
      ['own.yaml', starterWith('lang: en ', '__proto__: {lang: de}\nconstructor: 1\nlang: en ')],
      ['own.json', `{"__proto__": {"x": 1}, "constructor": 1, "toString": {"lang": "de"}}`],
    ]) {
      const {status, stdout} = run('validate', save(name, text));
      assert.equal(status, 1);
      assert.match(stdout, /__proto__.*not known/);
      assert.match(stdout, /constructor.*not known/);
    }
  });

  it('lets nothing of a file steer the terminal', () => {
    const {stdout} = run('validate', save('escape.yaml', starterWith('id: example-lake-talks', 'id: "\\e[2J\\u202e"')));
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(stdout, /[\u001b\u202e]/);
  });

  it('lets no argument and no name of a file steer the terminal, or pass for a line of ours', () => {
    const odd = 'a\u001b[2J\u009b1m\u202e\nx.yaml: fine (forged)';
    const named = save(odd.replaceAll('/', ''), '{"id": "A\\nx.yaml: fine"}');
    for (const args of [[odd], ['validate', odd], ['validate', named], ['validate', '--json', named], ['render', odd], ['init', '--template', odd], ['validate', '--out', odd, 'no.yaml']]) {
      const {stdout, stderr} = run(...args);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(stdout + stderr, /[\u001b\u0080-\u009f\u202e]|^x\.yaml/m, args.join(' '));
    }
    const [{file}] = JSON.parse(run('validate', '--json', named).stdout).files;
    assert.equal(file, named);
  });

  it('says where a file is not UTF-8', () => {
    assert.match(
      run('validate', save('latin.yaml', Buffer.from('id: a\ntitle: caf\xe9\n', 'latin1'))).stdout,
      /^latin\.yaml:2:11: .*UTF-8/,
    );
  });

  it('warns of one-sided topics and of a review that is due, and ends with 0', () => {
    const text = starterWith('reviewBy: 2031-05-06', 'reviewBy: 2021-05').replace(
      / {2}- id: south-on-border[^]*?(?=\nregions:)/,
      '',
    );
    const {status, stdout} = run(
      'validate',
      save('warned.yaml', text.replaceAll('claims: [north-border]', 'claims: [north-border, south-border]')),
    );
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^warned\.yaml:\d+:5 topics\[1\]: warning: .*'southland'/m);
    assert.match(stdout, /^warned\.yaml:\d+:11 reviewBy: warning: /m);
    assert.match(stdout, /fine .*, 2 warnings$/m);
  });

  it('warns of a fingerprint of other data', () => {
    const {status, stdout} = run('validate', save('hash.yaml', starterWith('lang: en ', 'hash: "0123456789ab"\nlang: en ')));
    assert.equal(status, 0, stdout);
    assert.match(stdout, / hash: warning: /);
  });

  it('reads standard input, YAML or JSON', () => {
    assert.match(runWith(starter(), 'validate', '-').stdout, /^<stdin>: fine/);
    assert.match(runWith(JSON.stringify(parse(starter())), 'validate', '-').stdout, /^<stdin>: fine/);
  });

  it('checks every file, and says so if one can’t be read', () => {
    save('good.yaml', starter());
    save('bad.yaml', starterWith('lang: en ', 'lang: English '));
    const {status, stdout, stderr} = run('validate', 'nowhere.yaml', 'good.yaml', 'bad.yaml');
    assert.equal(status, 2);
    assert.match(stderr, /nowhere\.yaml/);
    assert.match(stdout, /^good\.yaml: fine/m);
    assert.match(stdout, /^bad\.yaml:\d+:7 lang: /m);
    assert.equal(run('validate', 'good.yaml', 'bad.yaml').status, 1);
  });

  it('prints JSON for programs', () => {
    save('good.yaml', starter());
    save('bad.yaml', starterWith('lang: en ', 'lang: English '));
    const {status, stdout} = run('validate', '--json', 'good.yaml', 'bad.yaml');
    assert.equal(status, 1);
    const {valid, files} = JSON.parse(stdout);
    assert.equal(valid, false);
    assert.deepEqual(files[0], {file: 'good.yaml', kind: 'summit', valid: true, errors: [], warnings: []});
    const [{path, line, column, message}] = files[1].errors;
    assert.equal(path, 'lang');
    assert.equal(`${line}:${column}`, placeOf(starterWith('lang: en ', 'lang: English '), 'English'));
    assert.ok(message);
  });

  describe('of a translation', () => {
    const translation = (extra = {}) =>
      JSON.stringify(
        {
          schemaVersion: '1.0',
          of: {id: 'example-lake-talks', revision: 1},
          lang: 'de',
          texts: {title: 'Die Gespräche am Beispielsee', 'claims.north-water.text': 'Nordland will die Hälfte.'},
          ...extra,
        },
        null,
        1,
      );

    it('knows one when it sees it, with its summit or without', () => {
      const file = save('de.json', translation());
      assert.equal(run('validate', file).stdout, 'de.json: fine (translation)\n');
      const both = run('validate', save('good.yaml', starter()), file);
      assert.equal(both.status, 0);
      assert.match(both.stdout, /^de\.json:\d+:\d+ texts: warning: \d+ texts are missing/m);
    });

    it('names a text that the summit has not, in whatever order the files come', () => {
      const text = translation({texts: {'claims.north-watr.text': 'Nordland'}});
      const {status, stdout} = run('validate', save('de.json', text), save('good.yaml', starter()));
      assert.equal(status, 1);
      const found = stdout.split('\n').find((line) => line.includes('claims.north-watr.text'));
      assert.ok(found.startsWith(`de.json:${placeOf(text, '"Nordland"')} `), stdout);
      assert.match(found, /did you mean 'claims\.north-water\.text'/);
    });

    it('names keys that no translation has', () => {
      assert.match(
        run('validate', save('de.json', translation({machin: true}))).stdout,
        / machin: .*did you mean 'machine'/,
      );
    });

    it('warns of one that is behind', () => {
      save('second.yaml', starterWith('revision: 1 ', 'revision: 2 '));
      const {status, stdout} = run('validate', 'second.yaml', save('de.json', translation()));
      assert.equal(status, 0, stdout);
      assert.match(stdout, / of\.revision: warning: .*revision 2/);
    });
  });
});

describe('summit-embeds validate --out', () => {
  it('writes what is fine as JSON for a page, with the fingerprint of the edition', async () => {
    save('talks.yaml', starter());
    const {status, stderr} = run('validate', 'talks.yaml', '--out', 'talks.json');
    assert.equal(status, 0, stderr);
    const written = JSON.parse(readFileSync(join(folder, 'talks.json'), 'utf8'));
    assert.equal(written.id, 'example-lake-talks');
    const {contentHash} = await import(pathToFileURL(resolve(dist, 'data/content-hash.js')).href);
    assert.equal(written.hash, await contentHash(written));
    assert.equal(run('validate', 'talks.json').status, 0);
  });

  it('writes nothing where there is a defect, and leaves what was there', () => {
    save('talks.yaml', starterWith('certainty: analysis', 'certainty: analisis'));
    save('shown.json', 'as before');
    assert.equal(run('validate', 'talks.yaml', '--out', 'shown.json').status, 1);
    assert.equal(readFileSync(join(folder, 'shown.json'), 'utf8'), 'as before');
  });

  it('takes one file', () => {
    save('talks.yaml', starter());
    assert.equal(run('validate', 'talks.yaml', 'talks.yaml', '--out', 'x.json').status, 2);
  });
});

describe('summit-embeds diff', () => {
  /** A later edition: one claim new, one changed, one gone. */
  function saveEditions(revision) {
    save('old.yaml', starter());
    const later = parse(starter());
    later.revision = revision;
    later.claims = later.claims.filter(({id}) => id !== 'no-deal-yet');
    later.claims.push({...later.claims[0], id: 'deal-near', text: 'A deal is near.', by: ['northland']});
    later.claims.find(({id}) => id === 'north-water').text = 'Northland wants a third of the water.';
    later.facts.at(-1).items[0].claims = ['deal-near'];
    save('new.json', JSON.stringify(later));
    return later;
  }

  it('drafts entries that fit into the later edition', () => {
    const later = saveEditions(2);
    const {status, stdout} = run('diff', 'old.yaml', 'new.json', '--date', '2031-04-29');
    assert.equal(status, 0);
    assert.match(stdout, /revision 1 → 2/);
    assert.doesNotMatch(stdout, /not raised/);
    assert.match(stdout, /^New \(1\)\n {2}deal-near\n {4}\+ A deal is near\.$/m);
    assert.match(stdout, /^ {4}- .*half of the water\.\n {4}\+ .*third of the water\.$/m);
    assert.match(stdout, /^Withdrawn \(1\)\n {2}no-deal-yet\n {4}- /m);

    const drafted = parse(stdout.slice(stdout.indexOf('To add under changes:\n')).replace('To add under ', ''));
    const {changes, ...rest} = JSON.parse(run('diff', 'old.yaml', 'new.json', '--date', '2031-04-29', '--json').stdout);
    assert.deepEqual(drafted, {changes});
    assert.deepEqual(changes.map(({kind, targets}) => [kind, targets]).sort(), [
      ['correction', ['north-water']],
      ['update', ['deal-near']],
      ['withdrawal', ['no-deal-yet']],
    ]);
    assert.ok(changes.every(({date, revision}) => date === '2031-04-29' && revision === 2));
    assert.deepEqual(rest.revisions, {before: 1, after: 2, raised: true});
    assert.deepEqual(
      [rest.added, rest.changed, rest.withdrawn].map(([{id}]) => id),
      ['deal-near', 'north-water', 'no-deal-yet'],
    );

    save('pasted.json', JSON.stringify({...later, changes}));
    const checked = run('validate', 'pasted.json');
    assert.equal(checked.status, 0, checked.stdout);
    assert.deepEqual(JSON.parse(run('diff', 'old.yaml', 'pasted.json', '--json').stdout).changes, []);
  });

  it('dates entries today without --date', () => {
    saveEditions(2);
    const days = [new Date(), new Date(Date.now() + 60_000)].map((time) => time.toISOString().slice(0, 10));
    const {changes} = JSON.parse(run('diff', 'old.yaml', 'new.json', '--json').stdout);
    assert.ok(days.includes(changes[0].date));
  });

  it('says when the revision was not raised', () => {
    saveEditions(1);
    assert.match(run('diff', 'old.yaml', 'new.json').stdout, /not raised: write "revision: 2"/);
  });

  it('says when nothing changed', () => {
    saveEditions(2);
    const {status, stdout} = runWith(starter(), 'diff', 'old.yaml', '-');
    assert.equal(status, 0);
    assert.match(stdout, /No claim is new, changed or withdrawn/);
  });

  it('refuses what is no summit, and two that are not the same', () => {
    saveEditions(2);
    const broken = run('diff', 'old.yaml', save('bad.yaml', starterWith('lang: en ', 'lang: English ')));
    assert.equal(broken.status, 1);
    assert.match(broken.stderr, /bad\.yaml:\d+:7 lang: /);
    save('other.yaml', starterWith('id: example-lake-talks', 'id: other-talks'));
    const other = run('diff', 'old.yaml', 'other.yaml');
    assert.equal(other.status, 2);
    assert.match(other.stderr, /two summits/);
  });
});

describe('summit-embeds map', () => {
  const needed = ['--basis', 'As the ministry draws them.', '--credit', 'Invented'];

  /** Two lands side by side, with a ragged border between them, and an island that is a speck. */
  function geoJson() {
    const border = Array.from({length: 41}, (_, i) => [12 + (i % 2) * 0.03 + Math.sin(i / 6) * 0.4, 50 + i / 20]);
    const area = (name, id, coordinates) => ({
      type: 'Feature',
      id,
      properties: {name, code: `X-${id}`},
      geometry: {type: 'MultiPolygon', coordinates},
    });
    return {
      type: 'FeatureCollection',
      features: [
        // The one wound one way, the other the other: files come like that.
        area('West Land', 1, [
          [[[10, 50], ...border, [10, 52], [10, 50]]],
          [
            [
              [11, 52.2],
              [11.001, 52.2],
              [11, 52.201],
              [11, 52.2],
            ],
          ],
        ]),
        area('East Land', 2, [[[[14, 50], ...border, [14, 52], [14, 50]]]]),
      ],
    };
  }

  /** The corners of a path of relative lines. */
  function corners(path) {
    let [x, y] = [0, 0];
    return path
      .split('z')
      .filter(Boolean)
      .map((ring) => {
        [x, y] = [0, 0];
        const numbers = ring.match(/-?\d+/g).map(Number);
        const points = [];
        for (let i = 0; i < numbers.length; i += 2) points.push([(x += numbers[i]), (y += numbers[i + 1])]);
        return points;
      });
  }

  function isInside([x, y], ring) {
    return ring.reduce((inside, [x1, y1], i) => {
      const [x2, y2] = ring.at(i - 1);
      return y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1) ? !inside : inside;
    }, false);
  }

  it('draws regions and land from GeoJSON, in whole units and with one border between neighbours', () => {
    save('lands.json', JSON.stringify(geoJson()));
    const {status, stdout, stderr} = run(
      'map',
      'lands.json',
      '--ids',
      'west=West Land,east=X-2',
      '--land',
      'Both Lands=*',
      '--width',
      '400',
      ...needed,
    );
    assert.equal(status, 0, stderr);
    const {map, regions} = JSON.parse(stdout);
    assert.deepEqual(map.viewBox.slice(0, 3), [0, 0, 400]);
    assert.equal(map.basis, 'As the ministry draws them.');
    assert.equal(map.credit, 'Invented');
    assert.deepEqual(
      map.land.map(({name}) => name),
      ['Both Lands'],
    );
    assert.deepEqual(
      regions.map(({id}) => id),
      ['west', 'east'],
    );

    const [[west, ...specks], [east]] = regions.map(({shape}) => corners(shape.d));
    assert.deepEqual(specks, []);
    const shared = east.filter((corner) => west.some((other) => String(other) === String(corner)));
    assert.ok(shared.length > 5, 'the border is shared, corner by corner');
    // Put together, the two are one area, with the border gone from inside it.
    const [outline, ...pieces] = corners(map.land[0].d);
    assert.deepEqual(pieces, []);
    const inner = shared.filter((corner) => outline.some((other) => String(other) === String(corner)));
    assert.ok(inner.length <= 2, 'only the ends of the border are left');
    const [left, right] = [Math.min(...west.map(([x]) => x)), Math.max(...east.map(([x]) => x))];
    assert.ok(left >= 0 && left < 10 && right > 390 && right <= 400);
    for (const [i, ring] of [west, east].entries()) assert.ok(isInside(regions[i].shape.label, ring));

    const summit = parse(starter());
    summit.regions = regions.map((region) => ({...region, name: region.id}));
    summit.positions.forEach((position) => delete position.regions);
    const checked = run('validate', save('mapped.json', JSON.stringify({...summit, map})));
    assert.equal(checked.status, 0, checked.stdout);
  });

  it('makes ids from a property and keeps as many points as told', () => {
    save('lands.json', JSON.stringify(geoJson()));
    const pointsAt = (percent) => {
      const {stdout} = run('map', 'lands.json', '--key', 'name', '--simplify', percent, ...needed);
      const {regions} = JSON.parse(stdout);
      assert.deepEqual(
        regions.map(({id}) => id),
        ['west-land', 'east-land'],
      );
      return corners(regions[0].shape.d)[0].length;
    };
    assert.ok(pointsAt('100') > 35);
    assert.ok(pointsAt('20') < 15);
  });

  it('draws from TopoJSON, across the date line, and leaves a hole for an enclave', () => {
    const topology = {
      type: 'Topology',
      transform: {scale: [0.01, 0.01], translate: [0, 0]},
      arcs: [
        [
          [17000, 0],
          [900, 0],
          [0, 1000],
          [-900, 0],
          [0, -1000],
        ],
        [
          [17300, 300],
          [300, 0],
          [0, 300],
          [-300, 0],
          [0, -300],
        ],
        [
          [-17900, 0],
          [500, 0],
          [0, 1000],
          [-500, 0],
          [0, -1000],
        ],
      ],
      objects: {
        lands: {
          type: 'GeometryCollection',
          geometries: [
            {type: 'Polygon', id: 'outer', arcs: [[0], [1]]},
            {type: 'Polygon', id: 'inner', arcs: [[1]]},
            {type: 'Polygon', id: 'across', arcs: [[2]]},
          ],
        },
      },
    };
    const file = save('topo.json', JSON.stringify(topology));
    const {status, stdout, stderr} = run(
      'map',
      file,
      '--ids',
      'outer=outer,inner=inner',
      '--ids',
      'across=across',
      ...needed,
    );
    assert.equal(status, 0, stderr);
    const {regions} = JSON.parse(stdout);
    const [outer, inner, across] = regions.map(({shape}) => corners(shape.d));
    assert.equal(outer.length, 2);
    assert.deepEqual([...outer[1]].sort(), [...inner[0]].sort());
    assert.ok(!isInside(regions[0].shape.label, outer[1]) && isInside(regions[0].shape.label, outer[0]));
    assert.ok(
      Math.min(...across[0].map(([x]) => x)) > Math.max(...outer[0].map(([x]) => x)),
      'east of the date line is to the right',
    );
    assert.ok(Math.max(...across[0].map(([x]) => x)) > 580, 'and close by, not around the globe');
  });

  it('says what keeps a file from being drawn, with 1', () => {
    const lands = save('lands.json', JSON.stringify(geoJson()));
    const projected = geoJson();
    for (const end of [0, -1]) projected.features[0].geometry.coordinates[0][0].splice(end, 1, [500000, 4649776]);
    const points = {
      type: 'FeatureCollection',
      features: [{type: 'Feature', properties: {}, geometry: {type: 'Point', coordinates: [1, 2]}}],
    };
    for (const [file, value, message] of [
      [lands, 'West Lan', /no feature has the value "West Lan"; did you mean "West Land"/],
      [save('projected.json', JSON.stringify(projected)), 'West Land', /degrees/],
      [save('points.json', JSON.stringify(points)), 'x', /no polygon/],
      [save('other.json', '{"type": "Feature"}'), 'x', /neither GeoJSON/],
      [save('null.json', 'null'), 'x', /neither GeoJSON/],
      [save('cut.json', '{"type":\n "Topology"'), 'x', /not JSON; line 2/],
      [
        save('topo-cut.json', '{"type": "Topology", "arcs": [], "objects": {"a": {"type": "Polygon", "arcs": [[7]]}}}'),
        'x',
        /is broken/,
      ],
    ]) {
      const {status, stdout, stderr} = run('map', file, '--ids', `a=${value}`, ...needed);
      assert.equal(status, 1, file);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    }
    const property = run('map', lands, '--key', 'nam', ...needed);
    assert.match(property.stderr, /no feature has the property "nam"; there are name, code/);
  });
});
