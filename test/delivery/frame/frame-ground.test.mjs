/**
 * What is behind the text of a frame: the host's own ground where text and ground go together, another where they would not.
 */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {framesOf, pixel, shows, startFrames} from './frame-page.mjs';

const LIGHT = [250, 240, 220];
const DARK = [30, 40, 60];

for (const reader of ['light', 'dark']) {
  describe(`the ground of a frame, for a reader who prefers ${reader}`, () => {
    let frames;

    before(async () => {
      frames = await startFrames(reader);
    });

    afterEach(async () => {
      await frames.leave();
    });

    after(async () => {
      await frames?.close();
    });

    /** Opens a host of this scheme and ground. Tells its frame's ground, right of the first line or further down, and how light the text is. */
    async function see({scheme, ground, query = '', y = 12}) {
      const {page} = await frames.open(
        `${scheme ? `<meta name="color-scheme" content="${scheme}">` : ''}
        <style>body { margin: 0; background: rgb(${ground}) } iframe { display: block; border: 0 }</style>
        <iframe src="/embed/frame.html?element=fact-box${query}" title="Box" width="600" height="800"></iframe>`,
        {strict: false},
      );
      const [frame] = await framesOf(page);
      await shows(frame, /Alaska/);
      const colour = await frame.evaluate(() => {
        const heading = document.querySelector('#content > *').shadowRoot.querySelector('[part=heading]');
        return getComputedStyle(heading).color;
      });
      const [red] = /\d+/.exec(colour);
      return {ground: await pixel(page, 597, y), text: red > 127 ? 'light' : 'dark'};
    }

    const declared = reader === 'dark' ? DARK : LIGHT;
    for (const [scheme, ground, text] of [
      ['light', LIGHT, 'dark'],
      ['dark', DARK, 'light'],
      ['light dark', declared, reader === 'dark' ? 'light' : 'dark'],
    ]) {
      it(`is that of a host which declares ${scheme}`, async () => {
        assert.deepEqual(await see({scheme, ground}), {ground, text});
      });
    }

    if (reader === 'light') {
      it('is that of a host which declares nothing', async () => {
        assert.deepEqual(await see({ground: LIGHT}), {ground: LIGHT, text: 'dark'});
      });
    } else {
      it('is dark on a host which declares nothing: readable, whatever the host looks like', async () => {
        const {ground, text} = await see({ground: LIGHT});
        assert.ok(
          ground.every((part) => part < 40),
          String(ground),
        );
        assert.equal(text, 'light');
      });

      it('is that of such a host again, around a box of a scheme that the address forces', async () => {
        const seen = await see({ground: LIGHT, query: '&facts=who&scheme=light', y: 790});
        assert.deepEqual(seen, {ground: LIGHT, text: 'dark'});
      });
    }

    it('is the box’s own under a scheme that the address forces', async () => {
      assert.deepEqual(await see({scheme: 'dark', ground: DARK, query: '&scheme=light&paper=%23ffe'}), {
        ground: [255, 255, 238],
        text: 'dark',
      });
      assert.deepEqual(await see({ground: LIGHT, query: '&scheme=dark&paper=%23112'}), {
        ground: [17, 17, 34],
        text: 'light',
      });
    });
  });
}
