/** The choices of the builder in the hash of its address, and what an element can show. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {formOf, readChoices, writeChoices} from '../../../builder/place/choices.ts';
import {hosts} from '../../../builder/place/hosts.ts';
import {chosenOf, inOrder, listsOf, move, toggle, valueOf} from '../../../builder/place/pick-lists.ts';
import {alaska2025} from '../../../src/data/summits/alaska-2025.ts';
import {attributeNames, flags, themeNames} from '../../../src/snippet/embed-options.ts';

const usual = readChoices('');

describe('a hash', () => {
  it('holds every choice, and gives it back', () => {
    const choices = {
      element: 'region-list',
      data: 'text',
      attributes: Object.fromEntries(
        attributeNames.map((name) => [name, flags.includes(name) ? '' : `a "${name}" & so on, https://x/?y#z`]),
      ),
      theme: Object.fromEntries(themeNames.map((name) => [name, `of ${name}`])),
      host: 'arc-xp',
      form: 'frame',
      script: false,
      resizer: true,
      link: '/a?b=c#d',
      base: 'https://cdn.example.org/1.0.0/',
    };
    assert.deepEqual(readChoices(writeChoices(choices)), choices);
  });

  it('says no more than what was chosen', () => {
    assert.equal(writeChoices(usual), '#element=goal-comparison');
    assert.equal(
      writeChoices({...usual, attributes: {src: 'https://paper.example/a,b.json'}}),
      '#element=goal-comparison&src=https://paper.example/a,b.json',
    );
  });

  it('is passed over where it says what there is not', () => {
    assert.deepEqual(readChoices('#element=nix&data=nix&form=nix&evil=%3Cscript%3E&%%%'), usual);
    assert.deepEqual(readChoices('#element=constructor&form=toString&lang='), usual);
  });

  it('with an address of data means those', () => {
    assert.equal(readChoices('#src=/talks.json').data, 'address');
    assert.equal(readChoices('#src=/talks.json&data=text').data, 'text');
  });

  it('takes a switch whatever is behind it', () => {
    for (const value of ['', '=', '=yes', '=no'])
      assert.equal(readChoices(`#no-map${value}`).attributes['no-map'], '', value);
  });
});

describe('the form', () => {
  it('is the one that suits the host, unless another is chosen', () => {
    for (const {name, form} of hosts) assert.equal(formOf(readChoices(`#host=${name}`)), form, name);
    assert.equal(formOf(readChoices('#host=frames-only&form=script')), 'script');
    assert.equal(formOf(readChoices('#host=nix')), hosts[0].form);
  });
});

describe('what an element can show', () => {
  const [sides, topics] = listsOf('goal-comparison', alaska2025);

  it('is named as the data have it', () => {
    assert.deepEqual([sides.attribute, topics.attribute], ['actors', 'topics']);
    assert.deepEqual(sides.usual, ['putin', 'trump']);
    assert.ok(sides.entries.some(({label}) => / \(third party\)$/.test(label)));
    assert.equal(topics.entries.at(-1).label, 'What holds them back');
    assert.deepEqual(listsOf('region-list', alaska2025), []);
    assert.match(listsOf('fact-box', alaska2025)[0].entries[0].label, /^Who/);
  });

  it('is what is usual where nothing known is asked for, and then no attribute says so', () => {
    for (const value of [undefined, '', ' , ', 'nobody']) assert.deepEqual(chosenOf(sides, value), ['putin', 'trump']);
    assert.deepEqual(chosenOf(sides, 'trump, nobody putin trump'), ['trump', 'putin']);
    assert.equal(valueOf(sides, ['putin', 'trump']), undefined);
    assert.equal(valueOf(sides, []), undefined);
    assert.equal(valueOf(sides, ['trump', 'putin']), 'trump putin');
  });

  it('changes places and comes and goes, at the place that it has in the data', () => {
    assert.deepEqual(move(['a', 'b', 'c'], 'b', -1), ['b', 'a', 'c']);
    assert.deepEqual(move(['a', 'b', 'c'], 'b', 1), ['a', 'c', 'b']);
    assert.deepEqual(move(['a', 'b'], 'a', -1), ['a', 'b']);
    assert.deepEqual(move(['a', 'b'], 'nobody', 1), ['a', 'b']);
    const ids = topics.entries.map(({id}) => id);
    const without = toggle(topics, ids, ids[1]);
    assert.deepEqual(
      without,
      ids.filter((id) => id !== ids[1]),
    );
    assert.deepEqual(toggle(topics, without, ids[1]), ids);
    const swapped = [ids[2], ids[0]];
    assert.deepEqual(
      inOrder(topics, swapped).map(({id}) => id),
      [ids[2], ids[1], ids[0], ...ids.slice(3)],
    );
  });
});
