import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {asksForHeight, heightMessages} from '../../src/frame/height-messages.ts';

const identity = {childId: 'box-1', id: 'aBc12', href: 'https://files.example/frame.html?element=fact-box'};

describe('the height of a frame', () => {
  it('is told in the form of every host, with ours first', () => {
    assert.deepEqual(heightMessages(640, identity), [
      {'summit-embeds-height': 640},
      'pymxPYMxbox-1xPYMxheightxPYMx640',
      {sentinel: 'amp', type: 'embed-size', height: 640},
      {'datawrapper-height': {aBc12: 640}},
      `{"src":"${identity.href}","context":"iframe.resize","height":640}`,
      '{"type":"set-height","value":640}',
    ]);
  });

  it('is told to WordPress with its secret and within its bounds, before the others', () => {
    const inWordPress = {...identity, href: `${identity.href}#?secret=x1Y2`};
    for (const [height, value] of [
      [640, 640],
      [90, 200],
      [2000, 1000],
    ]) {
      assert.deepEqual(heightMessages(height, inWordPress)[0], {message: 'height', value, secret: 'x1Y2'});
    }
    assert.deepEqual(heightMessages(640, {...identity, href: `${identity.href}#?secret=<b>`})[0], {
      'summit-embeds-height': 640,
    });
  });

  it('is asked for by our script, Pym, the Guardian and WordPress, and by nobody else', () => {
    const href = `${identity.href}#?secret=x1Y2`;
    for (const question of [
      'summit-embeds-height?',
      'resize',
      'pymxPYMxbox-1xPYMxwidthxPYMx600',
      {message: 'ready', secret: 'x1Y2'},
    ]) {
      assert.equal(asksForHeight(question, href), true, JSON.stringify(question));
    }
    for (const other of [
      '',
      'resized',
      'pymxPYMxbox-1xPYMxheightxPYMx600',
      {message: 'ready', secret: 'other'},
      {message: 'ready'},
      null,
      7,
    ]) {
      assert.equal(asksForHeight(other, href), false, JSON.stringify(other));
    }
  });
});
