/** `diff`: what a later edition changes, as entries for its log. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {makeFolder} from '../../support/command-line.mjs';
import {draftLanguages, draftMessages} from '../../../src/authoring/draft-messages.ts';
import {draftChanges} from '../../../src/data/compare-editions.ts';
import {parseSummit} from '../../../src/data/parse-summit.ts';
import {claimFields} from '../../../src/data/schema-paths.ts';
import {starter, starterWith} from './starter.mjs';

const {run, runWith, runOnTerminal, save} = makeFolder();

describe('summit-embeds diff', () => {
  /** A later edition: one claim new, one changed, one gone. */
  function saveEditions(revision) {
    save('old.yaml', starter);
    const later = parse(starter);
    later.revision = revision;
    later.claims = later.claims.filter(({id}) => id !== 'no-deal-yet');
    later.claims.push({...later.claims[0], id: 'deal-near', text: 'A deal is near.', by: ['northland']});
    later.claims.find(({id}) => id === 'north-water').text = 'Northland wants a third of the water.';
    later.facts.at(-1).items[0].claims = ['deal-near'];
    save('new.json', JSON.stringify(later));
    return later;
  }

  it('drafts entries that fit into the later edition', async () => {
    const later = saveEditions(2);
    const {status, stdout} = await run('diff', 'old.yaml', 'new.json', '--date', '2031-04-29');
    assert.equal(status, 0);
    assert.match(stdout, /revision 1 → 2/);
    assert.doesNotMatch(stdout, /not raised/);
    assert.match(stdout, /^New claims \(1\)\n {2}deal-near\n {4}\+ A deal is near\.$/m);
    assert.match(stdout, /^ {4}- .*half of the water\.\n {4}\+ .*third of the water\.$/m);
    assert.match(stdout, /^Withdrawn claims \(1\)\n {2}no-deal-yet\n {4}- /m);

    const drafted = parse(stdout.slice(stdout.indexOf('Add to changes:\n')).replace('Add to ', ''));
    const {changes, ...rest} = JSON.parse(
      (await run('diff', 'old.yaml', 'new.json', '--date', '2031-04-29', '--json')).stdout,
    );
    assert.deepEqual(drafted, {changes});
    assert.deepEqual(changes.map(({kind, targets}) => [kind, targets]).sort(), [
      ['update', ['deal-near']],
      ['update', ['north-water']],
      ['withdrawal', ['no-deal-yet']],
    ]);
    assert.ok(changes.every(({date, revision}) => date === '2031-04-29' && revision === 2));
    assert.deepEqual(rest.revisions, {before: 1, after: 2, raised: true});
    assert.deepEqual(
      [rest.added, rest.changed, rest.withdrawn].map(([{id}]) => id),
      ['deal-near', 'north-water', 'no-deal-yet'],
    );

    save('pasted.json', JSON.stringify({...later, changes}));
    const checked = await run('validate', 'pasted.json');
    assert.equal(checked.status, 0, checked.stdout);
    assert.deepEqual(JSON.parse((await run('diff', 'old.yaml', 'pasted.json', '--json')).stdout).changes, []);
  });

  it('dates entries today without --date', async () => {
    saveEditions(2);
    const days = [new Date(), new Date(Date.now() + 60_000)].map((time) => time.toISOString().slice(0, 10));
    const {changes} = JSON.parse((await run('diff', 'old.yaml', 'new.json', '--json')).stdout);
    assert.ok(days.includes(changes[0].date));
  });

  it('says when the revision was not raised', async () => {
    saveEditions(1);
    assert.match((await run('diff', 'old.yaml', 'new.json')).stdout, /not raised: write "revision: 2"/);
  });

  it('says when nothing changed', async () => {
    saveEditions(2);
    const {status, stdout} = await runWith(starter, 'diff', 'old.yaml', '-');
    assert.equal(status, 0);
    assert.match(stdout, /No claim is new, changed or withdrawn[^]*log of changes is complete/);
  });

  /** Saves the starter with changes as `new.json` and compares it. */
  async function compare(change, ...args) {
    save('old.yaml', starter);
    const later = parse(starter);
    later.revision = 2;
    change(later);
    save('new.json', JSON.stringify(later));
    return run('diff', 'old.yaml', 'new.json', '--date', '2031-04-29', ...args);
  }

  const entry = (list, id) => list.find((one) => one.id === id);
  for (const [what, change, ...lines] of [
    ['the status', (summit) => (summit.status.value = 'cancelled'), '  status: scheduled → cancelled'],
    ['a date', (summit) => (summit.when.end = '2031-05-06'), '  when.end: 2031-05-05 → 2031-05-06'],
    ['a date that is gone', (summit) => delete summit.when.end, '  when.end: 2031-05-05 → (none)'],
    ['the place', (summit) => (summit.venue.name = 'Town'), '  venue.name: Harbour House, Middletown → Town'],
    [
      'an actor’s name',
      (summit) => (summit.actors[0].shortName = 'North'),
      'Actors\n  northland.shortName: Northland → North',
    ],
    [
      'a label in another place of the list',
      ({positions}) => (positions.reverse()[0].label = 'Perhaps'),
      'Positions\n  order\n    - north-on-water, south-on-water, north-on-border, south-on-border\n    + south-on-border, north-on-border, south-on-water, north-on-water',
      '  south-on-border.label: Perhaps through the middle of the lake → Perhaps',
    ],
    ['a new topic', ({topics}) => topics.push({id: 'fish', label: 'Fish'}), 'Topics\n  + fish: Fish'],
    [
      'new constraints',
      (summit) => (summit.constraints = [{id: 'vote', label: 'A vote', claims: ['talks-set']}]),
      'Constraints\n  + vote: A vote',
    ],
    ['an entry that is gone', ({facts}) => facts.splice(1, 1), 'Facts\n  - when: 4 and 5 May'],
    [
      'a part of an answer',
      ({facts}) => (entry(facts, 'expect').items[0].label = 'No deal'),
      'Facts\n  expect.items.no-deal.label: No agreement yet → No deal',
    ],
    [
      'the claims of a label',
      ({facts}) => (entry(facts, 'what').claims = ['north-water']),
      'Facts\n  what.claims: + north-water, - talks-set',
    ],
    [
      'the map',
      ({regions}) => (regions[0].shape = {d: 'M1 1l9 0 0 9z', label: [5, 5]}),
      'Summit\n  map outlines changed',
    ],
    [
      'a claim’s certainty',
      ({claims}) => (claims[1].certainty = 'reported'),
      '  north-water\n    certainty: stated → reported',
    ],
  ]) {
    it(`lists ${what}`, async () => {
      const {stdout} = await compare(change);
      for (const line of lines) {
        assert.ok(stdout.includes(`\n${line}\n`), `${line} is not in\n${stdout}`);
      }
      assert.doesNotMatch(stdout, /log of changes is complete/);
    });
  }

  it('has every difference in its JSON', async () => {
    const {stdout} = await compare((summit) => {
      summit.status.value = 'cancelled';
      summit.topics.push({id: 'fish', label: 'Fish'});
    }, '--json');
    const {fields, hasOtherOutlines} = JSON.parse(stdout);
    assert.equal(hasOtherOutlines, false);
    assert.deepEqual(fields, [
      {kind: 'changed', path: 'status.value', before: 'scheduled', after: 'cancelled'},
      {kind: 'added', path: 'topics.fish', after: {id: 'fish', label: 'Fish'}},
    ]);
  });

  /** Two changed claims, in a language. */
  function changeTwo(lang = 'en') {
    return (summit) => {
      summit.lang = lang;
      for (const id of ['north-water', 'south-water']) entry(summit.claims, id).text = `New words of ${id}.`;
    };
  }

  const kindsIn = (stdout) => JSON.parse(stdout).changes.map(({kind}) => kind);

  for (const [args, kinds, hasHint] of [
    [[], ['update', 'update'], true],
    [['--kind', 'correction'], ['correction', 'correction'], false],
    [['--kind', 'north-water=superseded'], ['superseded', 'update'], true],
    [['--kind', 'superseded', '--kind', 'south-water=correction'], ['superseded', 'correction'], false],
  ]) {
    it(`drafts changed claims as ${kinds.join(' and ')} with ${args.join(' ') || 'no kind'}`, async () => {
      const {stdout, stderr} = await compare(changeTwo(), '--json', ...args);
      assert.deepEqual(kindsIn(stdout), kinds);
      assert.equal(stderr.includes('Changed claims are drafted as update'), hasHint, stderr);
    });
  }

  for (const [args, message] of [
    [['--kind', 'wrong'], /takes correction, update, superseded/],
    [['--kind', 'withdrawal'], /takes correction, update, superseded/],
    [['--kind', 'north-wate=correction'], /did you mean north-water/],
    [['--kind', 'talks-set=correction'], /no changed claim has this id/],
    [['--kind', 'update', '--kind', 'correction'], /given twice/],
  ]) {
    it(`refuses ${args.join(' ')}`, async () => {
      const {status, stderr} = await compare(changeTwo(), ...args);
      assert.equal(status, 2);
      assert.match(stderr, message);
    });
  }

  it('says why a claim that is gone has no kind', async () => {
    saveEditions(2);
    const {status, stderr} = await run('diff', 'old.yaml', 'new.json', '--kind', 'no-deal-yet=superseded');
    assert.equal(status, 2);
    assert.match(stderr, /keep the claim in claims/);
  });

  for (const [answers, kinds, hasHint] of [
    [['c', 's'], ['correction', 'superseded'], false],
    [['', 'correction'], ['update', 'correction'], false],
    [['s'], ['superseded', 'update'], true],
  ]) {
    it(`asks on a terminal, where ${JSON.stringify(answers)} is answered`, async () => {
      await compare(changeTwo());
      const {stdout, stderr} = await runOnTerminal(answers, 'diff', 'old.yaml', 'new.json');
      const drafted = parse(stdout.slice(stdout.indexOf('Add to changes:\n')).replace('Add to ', ''));
      assert.deepEqual(
        drafted.changes.map(({kind}) => kind),
        kinds,
      );
      assert.match(stderr, /south-water\n {4}- .*\n {4}\+ New words of south-water\.\n {2}Is this/);
      assert.equal(stderr.includes('Changed claims are drafted as update'), hasHint, stderr);
    });
  }

  for (const [lang, start] of [
    ['en', 'Until April 29, 2031 it said: “'],
    ['en-GB', 'Until 29 April 2031 it said: “'],
    ['de', 'Bis zum 29. April 2031 hieß es: „'],
    ['es', 'Hasta el 29 de abril de 2031 decía: «'],
    ['fr', 'Jusqu’au 29 avril 2031, le texte disait\u00a0: «'],
    ['uk', 'До 29 квітня 2031 року твердження було таким: «'],
    ['ar', 'حتى 29 أبريل 2031 كان النص: «'],
    ['pt-BR', 'Até 29 de abril de 2031, o texto dizia: “'],
    ['pt-PT', 'Até 29 de abril de 2031, o texto dizia: «'],
    ['fa', 'تا ۲۹ آوریل ۲۰۳۱ متن چنین بود: «'],
    ['ja', '2031年4月29日までの記述：「'],
    ['zh-TW', '2031年4月29日之前的內容：「'],
    ['zh-CN', '2031年4月29日之前的内容：“'],
    ['sv', 'Until April 29, 2031 it said: “'],
  ]) {
    it(`drafts in the language of the file: ${lang}`, async () => {
      const {stdout, stderr} = await compare(changeTwo(lang), '--json', '--kind', 'superseded');
      const [{text}] = JSON.parse(stdout).changes;
      assert.ok(text.startsWith(start), text);
      assert.equal(/drafted in English.* zh-Hant/.test(stderr), lang === 'sv', stderr);
    });
  }

  it('doesn’t double the quotation marks of a claim', () => {
    const {messages} = draftMessages('es');
    assert.deepEqual(['Sí', '«Sí», dijo'].map(messages.quote), ['«Sí»', '“«Sí», dijo”']);
    const japanese = draftMessages('ja').messages;
    assert.deepEqual(['和平', '「和平」と述べた'].map(japanese.quote), ['「和平」', '『「和平」と述べた』']);
  });

  for (const lang of draftLanguages) {
    it(`has in ${lang} a name for every field of a claim, and drafts that fit into an entry`, () => {
      const before = parse(starter);
      const [first, second, ...claims] = before.claims;
      // All fields differ, and both texts are as long as possible.
      const differing = Object.fromEntries(claimFields.map(([field]) => [field, `other ${field}`]));
      const after = {
        ...before,
        claims: [{...differing, id: first.id, text: 'b'.repeat(2000)}, {...second, by: ['report']}, ...claims],
      };
      before.claims[0].text = 'a'.repeat(2000);
      for (const kind of ['correction', 'superseded']) {
        const {messages} = draftMessages(lang);
        const changes = draftChanges(before, after, '2031-04-29', {kindOf: () => kind, messages});
        assert.equal(changes.length, 2);
        const {issues = []} = parseSummit({...parse(starter), changes});
        assert.deepEqual(issues, []);
        if (lang === 'en') continue;
        for (const [, words] of claimFields) if (words !== 'text') assert.ok(!changes[0].text.includes(words), words);
      }
    });
  }

  it('refuses what is no summit, and two that are not the same', async () => {
    saveEditions(2);
    const broken = await run('diff', 'old.yaml', save('bad.yaml', starterWith('lang: en ', 'lang: English ')));
    assert.equal(broken.status, 1);
    assert.match(broken.stderr, /bad\.yaml:\d+:7 lang: /);
    save('other.yaml', starterWith('id: example-lake-talks', 'id: other-talks'));
    const other = await run('diff', 'old.yaml', 'other.yaml');
    assert.equal(other.status, 2);
    assert.match(other.stderr, /two different summits/);
  });
});
