/**
 * Heights of frames, in a browser: the page under a strict policy, each host listening as the real one does.
 */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {followed, framesOf, heights, iframe, look, openDetails, startFrames, until} from './frame-page.mjs';

let frames;

before(async () => {
  frames = await startFrames();
});

afterEach(async () => {
  await frames.leave();
});

after(async () => {
  await frames?.close();
});

const FACTS = 'element=fact-box&facts=who+where';

describe('a frame is as tall as its box, and follows it, on a host that listens as', () => {
  for (const host of ['pym', 'amp', 'datawrapper', 'medium', 'guardian', 'wordpress', 'ours']) {
    it(host, async () => {
      const {page, console, exceptions} = await frames.host(host, FACTS);
      const [frame] = await framesOf(page, host === 'ours' ? 2 : 1);
      const closed = await followed(frame);
      assert.ok(closed.given > 200, `${closed.given} px`);
      await openDetails(frame);
      const open = await followed(frame, ({given}) => given > closed.given);
      await page.setViewport({width: 330, height: 900});
      if (host !== 'wordpress') await followed(frame, ({given}) => given > open.given);
      const {scrolls, bar} = await until(async () => {
        const seen = await look(frame);
        return seen.waits.length === 0 && seen;
      }, 'the certainty that the host follows');
      assert.deepEqual({scrolls, bar}, {scrolls: false, bar: 0});
      assert.deepEqual(await frame.evaluate(() => [...window.watch.violations, ...window.watch.errors]), []);
      assert.deepEqual([...console, ...exceptions], []);
    });
  }

  it('WordPress, without whose secret there is no message for it', async () => {
    const {page} = await frames.open(iframe(FACTS));
    const [frame] = await framesOf(page);
    const sent = () => page.evaluate(() => window.heard.filter(({message}) => message === 'height'));
    await until(async () => (await heights(page)).length > 0, 'a height');
    assert.deepEqual(await sent(), []);

    await frame.evaluate(() => (location.hash = '?secret=not-alphanumeric'));
    await until(async () => (await heights(page)).length > 1, 'a height after the change');
    assert.deepEqual(await sent(), []);

    await frame.evaluate(() => (location.hash = '?secret=a1B2'));
    const [message] = await until(async () => (await sent()).length > 0 && sent(), 'a message with the secret');
    assert.deepEqual(message, {message: 'height', value: (await look(frame)).content, secret: 'a1B2'});
  });

  it('WordPress, which shows 1000 px at most: the rest can be scrolled to', async () => {
    const {page} = await frames.host('wordpress', 'element=goal-comparison', {width: 320});
    const [frame] = await framesOf(page);
    const cut = await until(async () => {
      const seen = await look(frame);
      return seen.given === 1000 && seen;
    }, 'the most there is');
    assert.ok(cut.content > 1000);
    await wheelTo(page, frame);
  });

  it('WordPress, which shows 200 px at least', async () => {
    const {page} = await frames.host('wordpress', 'element=nothing');
    const [frame] = await framesOf(page);
    await until(async () => (await look(frame)).given === 200, 'the least there is');
  });
});

/** Lets the host's time run out, and scrolls to the end of a frame with the wheel, as a reader would. */
async function wheelTo(page, frame) {
  await until(async () => (await look(frame)).waits.length === 1, 'a look whether the host follows');
  assert.equal((await look(frame)).scrolls, false);
  await frame.evaluate(() => window.watch.clock.advance(1000));
  assert.equal((await look(frame)).scrolls, true);
  const box = await (await frame.frameElement()).boundingBox();
  await page.mouse.move(box.x + 50, box.y + 50);
  await until(async () => {
    await page.mouse.wheel({deltaY: 5000});
    return frame.evaluate(() => {
      const {bottom} = document.getElementById('content').getBoundingClientRect();
      return bottom <= innerHeight + 1;
    });
  }, 'the end of the box');
  assert.equal(await frame.evaluate(() => document.body.scrollWidth > document.body.clientWidth), false);
}

describe('a host that follows no height', () => {
  it('leaves a frame that scrolls down, and never sideways, even where it forbids that', async () => {
    const {page} = await frames.open(iframe('element=fact-box', 'width="300" height="200" scrolling="no"'));
    await wheelTo(page, (await framesOf(page))[0]);
  });

  it('hears the height once more, and is not asked again', async () => {
    const {page} = await frames.open(iframe('element=fact-box'));
    const [frame] = await framesOf(page);
    await until(async () => (await look(frame)).waits.length === 1, 'a look whether the host follows');
    const [height] = await heights(page);
    await frame.evaluate(() => window.watch.clock.advance(1000));
    await until(async () => (await heights(page)).length > 1, 'a second message');
    await frame.evaluate(() => window.watch.clock.advance(10_000));
    assert.deepEqual((await look(frame)).waits, []);
    // Where a bar takes room, the box may have grown.
    assert.equal((await heights(page))[1], height);
  });

  it('takes the bar away when it follows late', async () => {
    const {page} = await frames.open(iframe('element=fact-box'));
    const [frame] = await framesOf(page);
    await until(async () => (await look(frame)).waits.length === 1, 'a look whether the host follows');
    await frame.evaluate(() => window.watch.clock.advance(1000));
    await page.evaluate(() => (document.querySelector('iframe').height = '4000'));
    await until(async () => !(await look(frame)).scrolls, 'no bar');
  });
});

/** Waits until a frame has been laid out and drawn anew. */
function drawn(frame) {
  return frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

describe('messages', () => {
  it('come once for each height, however often the frame is resized, and never grow by themselves', async () => {
    const {page} = await frames.open(iframe('element=fact-box'));
    const [frame] = await framesOf(page);
    const told = await until(async () => (await heights(page)).length > 0 && heights(page), 'a height');
    assert.equal(told.length, 1);
    // A host that adds to every height it is told, and one that takes away.
    for (const more of [10, 200, 2000, -30, 20]) {
      await page.evaluate((px) => (document.querySelector('iframe').height = String(px)), told[0] + more);
      await frame.waitForFunction((px) => innerHeight === px, {}, told[0] + more);
      await drawn(frame);
    }
    assert.deepEqual(await heights(page), told);
  });

  it('do not come again from a frame that only gets wider', async () => {
    const {page} = await frames.open(iframe('element=none', 'width="1000" height="150"'));
    const [frame] = await framesOf(page);
    const told = await until(async () => (await heights(page)).length > 0 && heights(page), 'a height');
    await page.evaluate(() => (document.querySelector('iframe').width = '1010'));
    await frame.waitForFunction(() => innerWidth === 1010);
    await drawn(frame);
    assert.deepEqual(await heights(page), told);
  });

  it('are sent to nobody from a page that is opened by itself, which scrolls', async () => {
    const {page} = await frames.visit('/embed/frame.html?element=fact-box', {width: 320});
    await page.waitForFunction(() => document.getElementById('content').offsetHeight > innerHeight);
    assert.deepEqual(await page.evaluate(() => window.heard), []);
    await page.mouse.move(50, 50);
    await until(async () => {
      await page.mouse.wheel({deltaY: 500});
      return page.evaluate(() => document.body.scrollTop > 0);
    }, 'scrolling');
  });
});

describe('resize.js', () => {
  const script = '<script src="/embed/resize.js"></script>';

  it('gives each of several frames its own height, also one that comes later, under a strict policy', async () => {
    const {page} = await frames.open(
      script + iframe('element=fact-box') + iframe('element=region-list') + iframe('element=none'),
    );
    const shown = await framesOf(page, 3);
    const given = [];
    for (const frame of shown) given.push((await followed(frame)).given);
    assert.equal(new Set(given).size, 3);

    await page.evaluate(() => {
      const late = document.querySelector('iframe').cloneNode();
      late.src += '&facts=who';
      late.removeAttribute('style');
      document.body.append(late);
    });
    const late = (await framesOf(page, 4)).find((frame) => frame.url().endsWith('&facts=who'));
    const {given: lateGiven} = await followed(late);
    assert.ok(lateGiven < given[0]);
    for (const [index, frame] of shown.entries()) assert.equal((await look(frame)).given, given[index]);
    assert.deepEqual(await page.evaluate(() => [...window.watch.violations, ...window.watch.errors]), []);
  });

  it('is harmless when loaded twice, before the frame and after it', async () => {
    const {page, exceptions} = await frames.open(script + iframe('element=fact-box') + script);
    await followed((await framesOf(page))[0]);
    assert.deepEqual([...exceptions, ...(await page.evaluate(() => window.watch.errors))], []);
  });

  it('obeys no frame of somebody else, unless the page marks it, and gives none more than 20,000 px', async () => {
    const other = (name, more = '') =>
      `<iframe id="${name}" src="/schema/summit.schema.json?${name}" height="250" ${more}></iframe>`;
    const {page} = await frames.open(
      script + other('ad') + other('marked', 'data-summit-frame') + iframe('element=fact-box'),
    );
    const shown = page.frames().filter((frame) => frame.parentFrame());
    for (const frame of shown) {
      await frame.evaluate(() => {
        window.parent.postMessage({'summit-embeds-height': 99_999}, '*');
        window.parent.postMessage('done', '*');
      });
    }
    await page.waitForFunction(() => window.heard.filter((data) => data === 'done').length === 3);
    assert.deepEqual(await page.$$eval('iframe', (all) => all.map(({style}) => style.height)), [
      '',
      '20000px',
      '20000px',
    ]);
  });

  it('takes no height that is none, and none from anybody but the frame', async () => {
    const {page} = await frames.open(script + iframe('element=fact-box'));
    const [frame] = await framesOf(page);
    const {given} = await followed(frame);
    await page.evaluate(() => window.postMessage({'summit-embeds-height': 77}, '*'));
    await frame.evaluate(() => {
      const name = 'summit-embeds-height';
      for (const data of [
        null,
        undefined,
        7,
        name,
        [77],
        {[name]: '77'},
        {[name]: -77},
        {[name]: 0},
        {[name]: NaN},
        {[name]: 1e9},
      ]) {
        window.parent.postMessage(data, '*');
      }
      for (const height of [Infinity, {valueOf: undefined}, [77], null])
        window.parent.postMessage({[name]: height}, '*');
      window.parent.postMessage('the last one', '*');
    });
    await page.waitForFunction(() => window.heard.includes('the last one'));
    assert.equal((await look(frame)).given, given);
    assert.deepEqual(await page.evaluate(() => window.watch.errors), []);
  });
});
