/** `diff`: what a later edition changes, as entries for its log. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {makeFolder} from '../../support/command-line.mjs';
import {starter, starterWith} from './starter.mjs';

const {run, runWith, save} = makeFolder();

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
    assert.match(stdout, /^New \(1\)\n {2}deal-near\n {4}\+ A deal is near\.$/m);
    assert.match(stdout, /^ {4}- .*half of the water\.\n {4}\+ .*third of the water\.$/m);
    assert.match(stdout, /^Withdrawn \(1\)\n {2}no-deal-yet\n {4}- /m);

    const drafted = parse(stdout.slice(stdout.indexOf('Add to changes:\n')).replace('Add to ', ''));
    const {changes, ...rest} = JSON.parse(
      (await run('diff', 'old.yaml', 'new.json', '--date', '2031-04-29', '--json')).stdout,
    );
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
    assert.match(stdout, /No claim is new, changed or withdrawn/);
  });

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
