/**
 * What comes while a reader is there: news is announced once by each element, a failure is a status message too, and nothing
 * moves by itself (WCAG 2.2, 2.2.2, 2.3.1, 4.1.3). That a refresh from a server is announced once, custom-data.test.mjs shows.
 */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {edited, openStates, SCRIPT, watchFlat} from '../support/box-states.mjs';
import {startPages, watchPage} from '../support/page-server.mjs';
import {ELEMENTS} from '../support/prerendered.mjs';
import {prerender} from '../../dist/prerender.js';

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

/** A later edition: of one claim that all three elements show the text differs. */
const later = {
  ...edited,
  revision: 5,
  claims: edited.claims.map((claim) =>
    ['meeting-scheduled', 'putin-demands'].includes(claim.id)
      ? {...claim, text: `${claim.text} It is confirmed.`}
      : claim,
  ),
};

/** In the page: what is announced by these hosts from now on, change by change. */
function listen(ids) {
  window.heard = Object.fromEntries(
    ids.map((id) => {
      const heard = [];
      const [status] = document.getElementById(id).shadowRoot.querySelectorAll('[role=status]');
      new MutationObserver(() => heard.push(status.isConnected ? status.textContent : 'gone')).observe(status, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      return [id, heard];
    }),
  );
}

const statusesOf = (page, ids) =>
  page.evaluate(
    (ids) =>
      ids.map((id) => window.flat.inside(id, '[role=status], [role=alert]').map(({innerText}) => innerText.trim())),
    ids,
  );

describe('news', () => {
  const ids = ELEMENTS.map((element) => `${element}-edited`);

  it('has one place in each element, which is there and empty before there is any', async () => {
    const page = await openStates(pages, {states: ['edited', 'bundled']});
    assert.deepEqual(await statusesOf(page, ids), [[''], [''], ['']]);
    // Bundled data have no editions to come.
    assert.deepEqual(
      await statusesOf(
        page,
        ELEMENTS.map((element) => `${element}-bundled`),
      ),
      [[], [], []],
    );
  });

  it('is announced once for one edition, with what changed, and not again when the box is drawn again', async () => {
    const page = await openStates(pages, {states: ['edited']});
    await page.evaluate(listen, ids);
    const heard = await page.evaluate(
      async (ids, later) => {
        for (const id of ids) {
          const host = document.getElementById(id);
          host.data = later;
          await window.watch.until(() => window.watch.eventsOf(id, 'summit-change').length > 0);
          for (const name of ['heading', 'scheme', 'policy-url']) {
            host.setAttribute(name, 'dark');
            await host.updateComplete;
          }
        }
        return window.heard;
      },
      ids,
      later,
    );
    for (const id of ids) {
      assert.equal(heard[id].length, 1, `${id}: ${heard[id].join(' | ')}`);
      assert.match(heard[id][0], /^Updated at \d{1,2}:\d\d.*: 2 statements changed$/, id);
    }
    const told = await statusesOf(page, ids);
    assert.deepEqual(
      told.map((list) => list.length),
      [1, 1, 1],
    );
  });

  it('leaves the focus where it is', async () => {
    const page = await openStates(pages, {states: ['edited'], opened: false});
    const kept = await page.evaluate(
      async (ids, later) => {
        const kept = [];
        for (const id of ids) {
          const host = document.getElementById(id);
          const target = [...host.shadowRoot.querySelectorAll('summary')].at(-2);
          target.focus();
          host.data = later;
          await window.watch.until(() => window.watch.eventsOf(id, 'summit-change').length > 0);
          kept.push(host.shadowRoot.activeElement?.textContent === target.textContent);
        }
        return kept;
      },
      ids,
      later,
    );
    assert.deepEqual(kept, [true, true, true]);
  });
});

describe('a failure', () => {
  it('is a status message, with good data on screen and without', async () => {
    const page = await openStates(pages, {states: ['kept', 'failed', 'bare']});
    for (const element of ELEMENTS) {
      const [kept, failed, bare] = await statusesOf(
        page,
        ['kept', 'failed', 'bare'].map((state) => `${element}-${state}`),
      );
      assert.equal(kept.length, 2, element);
      assert.match(kept[0], /^The last update failed\. This is the version from \d/, element);
      assert.equal(kept[1], '', element);
      assert.deepEqual(failed, ['This box could not be loaded. A short version follows.'], element);
      assert.deepEqual(bare, ['This box could not be loaded.'], element);
    }
  });

  it('is one in a prerendered box too', async () => {
    const html = await prerender('fact-box', {data: edited, attributes: {src: '/nowhere.json'}});
    const named = html.replace('<summit-fact-box', '<summit-fact-box id="box"');
    const {page} = await pages.open(named + SCRIPT, {strict: false, prepare: [watchPage, watchFlat]});
    await page.evaluate(() => window.watch.until(() => window.watch.events.length > 0));
    const [told] = await statusesOf(page, ['box']);
    assert.equal(told.length, 2);
    assert.match(told[0], /^The last update failed/);
  });
});

describe('nothing moves by itself', () => {
  it('or slowly: no animation, no transition, no smooth scrolling, whether or not the reader has asked for that', async () => {
    const page = await openStates(pages, {states: ['edited', 'failed'], opened: false});
    for (const value of ['no-preference', 'reduce']) {
      await page.emulateMediaFeatures([{name: 'prefers-reduced-motion', value}]);
      const {count, moving} = await page.evaluate(async () => {
        const moving = [];
        let count = 0;
        const roots = [...document.querySelectorAll('main > *')].flatMap(({shadowRoot}) => shadowRoot ?? []);
        const look = () => {
          for (const root of [document, ...roots]) {
            for (const animation of root.getAnimations())
              moving.push(animation.animationName ?? animation.transitionProperty);
          }
        };
        for (const root of roots) {
          for (const element of [root.host, ...root.querySelectorAll('*')]) {
            for (const pseudo of [undefined, '::before', '::after', '::details-content']) {
              const {transitionDuration, transitionDelay, animationName, scrollBehavior} = getComputedStyle(
                element,
                pseudo,
              );
              count += 1;
              const still = /^0s(?:, 0s)*$/.test(transitionDuration) && /^0s(?:, 0s)*$/.test(transitionDelay);
              if (!still || animationName !== 'none' || scrollBehavior !== 'auto') {
                moving.push(`${element.localName}.${element.getAttribute('class')}${pseudo ?? ''}`);
              }
            }
          }
        }
        look();
        for (const root of roots) for (const details of root.querySelectorAll('details')) details.open = !details.open;
        look();
        await new Promise(requestAnimationFrame);
        look();
        roots[0].querySelector('summary').focus();
        look();
        return {count, moving};
      });
      assert.ok(count > 2000, `${count} looked at`);
      assert.deepEqual(moving, [], value);
    }
  });
});
