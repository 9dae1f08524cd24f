/**
 * The three elements without a mouse, and with a coarse one: where Tab goes, what keys open, what shows where the focus
 * is, and how large and how far apart targets are (WCAG 2.2, 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 2.5.2, 2.5.8). That focus
 * survives a script that comes late, and news, take-over.test.mjs shows.
 */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {PNG} from 'pngjs';
import {openStates, watchFlat} from '../support/box-states.mjs';
import {contrast} from '../support/colours.mjs';
import {startPages} from '../support/page-server.mjs';
import {summits} from '../support/prerendered.mjs';
import {builtBox} from './built-box.mjs';

let pages;

before(async () => {
  pages = await startPages();
});

afterEach(async () => {
  await pages.leave();
});

after(async () => {
  await pages?.close();
});

const viewportOf = (width) => ({width, height: 700});

/** In the page: `focus` has what can be focused, in the order of the page, and tells about what has the focus. */
function watchFocus() {
  const SELECTOR = 'summary, a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';
  const {parentOf, childrenOf} = window.flat;
  const targets = [];
  const walk = (node) => {
    if (!(node instanceof Element) && !(node instanceof ShadowRoot)) return;
    if (node.matches?.(SELECTOR) && node.checkVisibility({visibilityProperty: true})) targets.push(node);
    for (const child of childrenOf(node)) walk(child);
  };
  walk(document.body);
  const current = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };
  window.focus = {
    targets,
    current,
    /** Number of what has the focus, and whether a reader sees all of it. */
    tell() {
      const target = current();
      const {left, top, right, bottom} = target.getBoundingClientRect();
      // What lies on top in the middle of it.
      let hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      while (hit?.shadowRoot?.elementFromPoint((left + right) / 2, (top + bottom) / 2)) {
        const deeper = hit.shadowRoot.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        if (deeper === hit) break;
        hit = deeper;
      }
      let uncovered = false;
      for (let node = hit; node; node = parentOf(node)) uncovered ||= node === target;
      return {
        at: targets.indexOf(target),
        name: target.textContent.trim().slice(0, 50),
        inView: top > -1 && bottom < innerHeight + 1 && left > -1 && right < innerWidth + 1,
        uncovered,
        ring: target.matches(':focus-visible'),
      };
    },
  };
}

async function openWatched(options) {
  const page = await openStates(pages, options);
  await page.evaluate(watchFocus);
  return page;
}

describe('Tab', () => {
  /** In the page: puts it into this direction, and tells where all targets are. */
  function turn(dir) {
    document.documentElement.dir = dir;
    return window.focus.targets.map((target) => {
      const {left, right, top, bottom} = target.getBoundingClientRect();
      return {name: target.textContent.trim().slice(0, 50), left, right, top, bottom};
    });
  }

  for (const [name, options] of Object.entries({
    closed: {opened: false, last: [320, 'ltr']},
    // A link that goes on in the next line has its middle elsewhere: there are none at this width.
    opened: {opened: true, elements: ['region-list', 'fact-box'], last: [680, 'rtl']},
  })) {
    const {last: shape, ...more} = options;
    it(`goes through all targets as they are read, at each width, there and back, and shows each: ${name}`, async () => {
      const page = await openWatched({states: ['edited', 'failed'], ...more});
      for (const [width, dir] of [[1168, 'ltr'], [320, 'rtl'], [680, 'ltr'], shape]) {
        await page.setViewport(viewportOf(width));
        const places = await page.evaluate(turn, dir);
        assert.ok(places.length > 40, `${places.length} targets`);
        // On from each lies the next one further down, or beside it where a line goes on.
        for (const [i, {left, right, top}] of places.entries()) {
          const next = places[i + 1];
          if (!next || next.bottom > top) continue;
          const beside = dir === 'rtl' ? next.right <= left : next.left >= right;
          assert.ok(beside, `${width} px: “${next.name}” comes after “${places[i].name}”, and is before it`);
        }
      }

      const last = (await page.evaluate(() => window.focus.targets.length)) - 1;
      const go = async (from, to) => {
        const step = Math.sign(to - from);
        if (step < 0) await page.keyboard.down('Shift');
        for (let i = from; i !== to; i += step) {
          await page.keyboard.press('Tab');
          const {at, name, inView, uncovered, ring} = await page.evaluate(() => window.focus.tell());
          assert.deepEqual(
            {at, inView, uncovered, ring},
            {at: i + step, inView: true, uncovered: true, ring: true},
            name,
          );
        }
        if (step < 0) await page.keyboard.up('Shift');
      };
      // From the button before the boxes to that after them, and back: no way in without a way out.
      await page.evaluate(() => window.focus.targets[0].focus());
      await go(0, last);
      if (name === 'closed') await go(last, 0);
    });
  }
});

describe('Enter and Space', () => {
  async function toggle(page, count) {
    const total = await page.evaluate(() => {
      window.summaries = window.focus.targets.filter(({localName}) => localName === 'summary');
      return window.summaries.length;
    });
    assert.ok(total >= count, `${total} lines to open`);
    for (let i = 0; i < total; i += 1) {
      await page.evaluate((i) => window.summaries[i].focus(), i);
      const states = [];
      // Each key opens every second line, and closes the others.
      for (const key of i % 2 === 0 ? ['Enter', 'Space'] : ['Space', 'Enter']) {
        await page.keyboard.press(key);
        states.push(
          await page.evaluate((i) => {
            const {parentElement} = window.summaries[i];
            // Not merely said to be open: what is in it is on screen.
            const content = parentElement.lastElementChild;
            const shown = content.checkVisibility() && content.getBoundingClientRect().height > 0;
            return [parentElement.open, shown, window.focus.current() === window.summaries[i]];
          }, i),
        );
      }
      assert.deepEqual(
        states,
        [
          [true, true, true],
          [false, false, true],
        ],
        `line ${i}`,
      );
    }
  }

  it('open and close every line that can be opened, and the focus stays on it', async () => {
    const page = await openWatched({states: ['bundled'], opened: false, viewport: viewportOf(680)});
    await toggle(page, 30);
  });

  it('do so without script as well', async () => {
    const {page} = await pages.open(`<body>${await builtBox('fact-box', summits[0])}`, {
      strict: false,
      script: false,
      prepare: [watchFlat],
      viewport: viewportOf(680),
    });
    await page.evaluate(watchFlat);
    await page.evaluate(watchFocus);
    await toggle(page, 7);
  });
});

describe('a press', () => {
  it('that is taken back, by moving away before letting go, opens nothing', async () => {
    const page = await openWatched({
      elements: ['fact-box'],
      states: ['bundled'],
      opened: false,
      viewport: viewportOf(680),
    });
    const [x, y] = await page.evaluate(() => {
      const [summary] = window.flat.inside('fact-box-bundled', 'summary');
      const {left, top, height} = summary.getBoundingClientRect();
      return [left + 20, top + height / 2];
    });
    const opened = () => page.evaluate(() => window.flat.inside('fact-box-bundled', 'details[open]').length);
    await page.mouse.move(x, y);
    await page.mouse.down();
    assert.equal(await opened(), 0);
    await page.mouse.move(x, 2);
    await page.mouse.up();
    assert.equal(await opened(), 0);
    await page.mouse.click(x, y);
    assert.equal(await opened(), 1);
  });
});

describe('focus', () => {
  it('is shown by what is on screen: a line around it, 2 px and more, in a colour 3 times as strong', async (t) => {
    const page = await openWatched({states: ['edited'], viewport: viewportOf(680)});
    await page.evaluate(() => document.querySelector('#before').focus());
    await page.keyboard.press('Tab');
    const sample = await page.evaluate(() => {
      const {targets} = window.focus;
      const hosts = new Set(targets.map((target) => target.getRootNode().host).filter(Boolean));
      // Of each kind in each element the first; whatever comes to be a kind is looked at too.
      return [...hosts].flatMap((host) => {
        const own = targets.filter((target) => target.getRootNode().host === host);
        const kinds = new Set(own.map(({localName}) => localName));
        return [...kinds].map((kind) => targets.indexOf(own.find(({localName}) => localName === kind)));
      });
    });
    assert.ok(sample.length >= 6);
    const margin = 6;
    for (const index of sample) {
      const {clip, name} = await page.evaluate(
        (index, margin) => {
          const target = window.focus.targets[index];
          window.focus.current()?.blur();
          target.scrollIntoView({block: 'center'});
          const {left, top, width, height} = target.getBoundingClientRect();
          const x = Math.floor(left - margin);
          return {
            name: `${target.localName} ${target.textContent.trim().slice(0, 40)}`,
            clip: {
              x: Math.max(0, x),
              y: Math.floor(top + scrollY - margin),
              width: Math.ceil(width + 2 * margin),
              height: Math.ceil(height + 2 * margin),
            },
          };
        },
        index,
        margin,
      );
      const shoot = async () => PNG.sync.read(Buffer.from(await page.screenshot({clip, captureBeyondViewport: false})));
      const before = await shoot();
      await page.evaluate((index) => window.focus.targets[index].focus({preventScroll: true}), index);
      const after = await shoot();

      const pixel = ({data}, i) => [data[i] / 255, data[i + 1] / 255, data[i + 2] / 255];
      let changed = 0;
      for (let i = 0; i < before.data.length; i += 4)
        if (contrast(pixel(before, i), pixel(after, i)) >= 3) changed += 1;
      // Left and right of a line as wide as the page there is no room for it: two of its sides are enough.
      const {width, height} = after;
      const enough = 2 * 2 * (Math.max(width, height) - 2 * margin);
      t.diagnostic(`${name}: ${changed} px changed, ${enough} are enough`);
      assert.ok(changed >= enough, name);
    }
  });
});

/** In the page: all targets of elements with their places, and whether they stand in a line of other text. */
function readTargets() {
  return window.focus.targets
    .filter((target) => target.getRootNode() instanceof ShadowRoot)
    .map((target) => {
      const {left, top, width, height} = target.getBoundingClientRect();
      const line = target.closest('p, li');
      const inText =
        getComputedStyle(target).display === 'inline' && line?.textContent.trim() !== target.textContent.trim();
      return {name: `${target.localName} ${target.textContent.trim().slice(0, 60)}`, left, top, width, height, inText};
    });
}

const MINIMUM = 24;

/** Whether a circle of 24 px around the middle of a small target meets no other target, nor the circle of another small one. */
function isApart(target, targets) {
  const middle = ({left, top, width, height}) => [left + width / 2, top + height / 2];
  const [x, y] = middle(target);
  return targets.every((other) => {
    if (other === target) return true;
    if (isSmall(other)) {
      const [otherX, otherY] = middle(other);
      if (Math.hypot(x - otherX, y - otherY) < MINIMUM) return false;
    }
    const nearestX = Math.min(Math.max(x, other.left), other.left + other.width);
    const nearestY = Math.min(Math.max(y, other.top), other.top + other.height);
    return Math.hypot(x - nearestX, y - nearestY) >= MINIMUM / 2;
  });
}

const isSmall = ({width, height}) => width < MINIMUM || height < MINIMUM;

describe('targets', () => {
  it('are 24 px wide and high, or that far apart, or stand in running text', async (t) => {
    const page = await openWatched({states: ['edited', 'climate'], without: ['fact-box-climate']});
    for (const [width, size] of [
      [240, 16],
      [680, 12],
      [1168, 16],
    ]) {
      await page.setViewport(viewportOf(width));
      await page.evaluate((size) => {
        document.body.style.fontSize = `${size}px`;
      }, size);
      const targets = await page.evaluate(readTargets);
      const small = targets.filter(isSmall);
      const close = small.filter((target) => !isApart(target, targets));
      const lines = targets.filter(({name}) => name.startsWith('summary'));
      t.diagnostic(
        `${width} px, text of ${size} px: ${targets.length} targets, lines to open at least ` +
          `${Math.min(...lines.map(({height}) => height)).toFixed(1)} px high; ${small.length} small, ` +
          `${close.length} of these not apart`,
      );
      assert.ok(targets.length > 80 && lines.length > 60);
      assert.deepEqual(
        close.filter(({inText}) => !inText),
        [],
      );
      assert.deepEqual(lines.filter(isSmall), []);
    }
  });

  it('that are too close are found', () => {
    const row = (top, height = 18) => ({left: 0, top, width: 200, height});
    const [a, b, c] = [row(0), row(20), row(50)];
    assert.deepEqual(
      [a, b, c].map((target) => isApart(target, [a, b, c])),
      [false, false, true],
    );
    // A large one may not come within the circle of a small one either.
    assert.equal(isApart(row(0), [row(20, 40)]), false);
    assert.equal(isApart(row(0), [row(22, 40)]), true);
  });
});
