/**
 * Pages whose scripts are old, careless or hostile. Boxes show what they are to show, say so where they can't, and nothing is
 * thrown at the page.
 */
/* global watch -- what watchPage puts into a page */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {prerender} from '../../../dist/prerender.js';
import {inEveryEngine, onlyInChromium} from '../../support/engines.mjs';
import {
  boxes,
  EXPECTED,
  heard,
  NO_TROUBLE,
  OLD_SCRIPT,
  OLD_VERSION,
  SCRIPT,
  startHost,
  TAGS,
  talks,
  texts,
  troubles,
} from '../host-pages.mjs';

let host;
before(async () => {
  host = await startHost();
});
after(() => host.close());

const src = (attributes = '') => boxes(`src="/talks.json" ${attributes}`);

/** What scripts do to the things that all scripts share. Each runs before ours. */
const meddling = {
  'enumerable methods on the prototypes of all objects, arrays, texts and functions': () => {
    for (const {prototype} of [Object, Array, String, Function, Number, Map, Set]) {
      for (const name of [
        'each',
        'extend',
        'clone',
        'include',
        'first',
        'last',
        'contains',
        'merge',
        'size',
        'times',
        'pluck',
        'id',
        'title',
        'type',
        'lang',
      ]) {
        if (!Object.hasOwn(prototype, name)) prototype[name] = () => 'extended';
      }
    }
  },
  'an old library’s Array.from, reduce, toJSON, bind and remove': () => {
    Array.from = function from(iterable) {
      const list = [];
      for (let i = 0; i < (iterable?.length ?? 0); i += 1) list.push(iterable[i]);
      return list;
    };
    Array.prototype.toJSON = function toJSON() {
      return `[${this.map((item) => JSON.stringify(item)).join(', ')}]`;
    };
    Array.prototype.reduce = function reduce() {
      return this.length > 1 ? this : this[0];
    };
    const {bind} = Function.prototype;
    Function.prototype.bind = function old(context, ...rest) {
      return context === undefined && rest.length === 0 ? this : bind.call(this, context, ...rest);
    };
    Element.prototype.remove = function remove(element = this) {
      element.parentNode.removeChild(element);
      return element;
    };
    document.getElementsByClassName = () => [];
  },
  'polyfills of old in the place of what there is': () => {
    const {Promise: Native, URL: NativeUrl, fetch: nativeFetch} = window;
    window.Promise = class Promise extends Native {};
    delete window.Promise.prototype.finally;
    // Without canParse, as browsers had it until 2023.
    window.URL = class URL extends NativeUrl {};
    Object.defineProperty(window.URL, 'canParse', {value: undefined});
    // The usual one has no stream.
    window.fetch = async (...request) => {
      const answer = await nativeFetch(...request);
      const bytes = await answer.arrayBuffer();
      return {
        ok: answer.ok,
        status: answer.status,
        url: answer.url,
        headers: answer.headers,
        arrayBuffer: async () => bytes,
      };
    };
    delete Array.prototype.at;
    delete Array.prototype.flatMap;
    Array.prototype.flatMap = function flatMap(callback) {
      return [].concat(...this.map((item, i) => callback(item, i)));
    };
    Array.prototype.at = function at(index) {
      return this[index < 0 ? this.length + index : index];
    };
  },
  'frozen prototypes': () => {
    for (const {prototype} of [Object, Array, Function, Promise, Map, Set, String, RegExp]) Object.freeze(prototype);
  },
  'no console to speak of': () => {
    window.console = {log() {}};
  },
  'timers that return objects, and a microtask queue of its own': () => {
    const {setTimeout, clearTimeout} = window;
    window.setTimeout = (callback, ms, ...rest) => ({timer: setTimeout(callback, ms, ...rest)});
    window.clearTimeout = (handle) => clearTimeout(handle?.timer);
    window.queueMicrotask = (callback) => Promise.resolve().then(callback);
    window.requestAnimationFrame = (callback) => setTimeout(callback, 0);
  },
};

/** Answers that a page's own `fetch` may give. A box fails with a word, or shows the file; it never throws. */
const fetches = {
  'throws at once': () => {
    window.fetch = () => {
      throw new Error('patched');
    };
  },
  'answers nothing': () => {
    window.fetch = () => undefined;
  },
  'rejects with nothing': () => {
    window.fetch = () => Promise.reject();
  },
  'answers something else': () => {
    window.fetch = async () => ({ok: true, json: async () => ({})});
  },
  'answers a text instead of a stream': () => {
    window.fetch = async () => ({ok: true, status: 200, body: 'text', arrayBuffer: async () => 'text'});
  },
  'answers with a body that was read': () => {
    const {fetch} = window;
    window.fetch = async (...request) => {
      const answer = await fetch(...request);
      await answer.text();
      return answer;
    };
  },
  'is none': () => {
    delete window.fetch;
    window.fetch = undefined;
  },
};

/** What a page may have in the place of JSON.parse; for data files alone, since WebKit's driver uses it as well. */
const parsers = {
  throws: () => {
    const {parse} = JSON;
    JSON.parse = (text, ...rest) => {
      if (String(text).includes('schemaVersion')) throw new Error('patched');
      return parse(text, ...rest);
    };
  },
  'answers nothing': () => {
    const {parse} = JSON;
    JSON.parse = (text, ...rest) => (String(text).includes('schemaVersion') ? undefined : parse(text, ...rest));
  },
  'makes dates of what looks like one': () => {
    const {parse} = JSON;
    JSON.parse = (text) => parse(text, (key, value) => (/^\d{4}-\d\d-\d\d/.test(value) ? new Date(value) : value));
  },
  'wraps what it gives': () => {
    const {parse} = JSON;
    JSON.parse = (text, ...rest) =>
      String(text).includes('schemaVersion') ? new Proxy(Object.freeze(parse(text)), {}) : parse(text, ...rest);
  },
};

inEveryEngine('a page', (engine) => {
  const look = () => engine.evaluate(texts);
  const wrong = () => engine.evaluate(troubles);

  /** All boxes show what they should, and nothing went wrong. */
  async function showsAll(expected = EXPECTED.bundled, trouble = NO_TROUBLE) {
    const found = await look();
    for (const tag of TAGS) assert.match(found[tag] ?? 'nothing', expected[tag]);
    assert.deepEqual(await wrong(), trouble);
  }

  onlyInChromium(engine, () => {
    describe('that has meddled with what all scripts share', () => {
      for (const [name, prepare] of Object.entries(meddling)) {
        it(`shows the default, a data file, and what readers can do with it: ${name}`, async () => {
          await host.open(engine, boxes() + src().replaceAll('id="', 'id="own-') + SCRIPT, {prepare: [prepare]});
          await engine.evaluate(heard, 6, 'summit-load');
          await engine.evaluate(async () => {
            const {shadowRoot} = document.querySelector('#own-summit-fact-box');
            for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
            await watch.until(() =>
              /Copy Link/.test(shadowRoot.querySelector('[part=box]').innerText.replaceAll(/\s+/g, ' ')),
            );
          });
          const found = await look();
          for (const tag of TAGS) assert.match(found[`own-${tag}`], EXPECTED.talks[tag]);
          await showsAll();
        });

        it(`shows a summit of its own, then a bad one’s failure, then a good one: ${name}`, async () => {
          await host.open(engine, boxes() + SCRIPT, {prepare: [prepare]});
          await engine.evaluate(heard, 3);
          await engine.evaluate(
            async (data) => {
              const box = document.querySelector('summit-fact-box');
              box.data = data;
              await watch.until(() => watch.eventsOf(box.id, 'summit-load').length === 2, 'own data');
              box.data = {...data, claims: 'none'};
              await watch.until(() => watch.eventsOf(box.id, 'summit-error').length === 1, 'the failure');
              box.data = {...data, title: 'The last word'};
              await watch.until(() => watch.text(box).includes('The last word'), 'the last word');
            },
            {...talks, views: undefined},
          );
          const {errors, violations} = await wrong();
          assert.deepEqual({errors, violations}, {errors: [], violations: []});
          const [failure] = await engine.evaluate(() => watch.eventsOf('summit-fact-box', 'summit-error'));
          assert.equal(failure.code, 'invalid');
          assert.match(failure.message, /claims/);
        });
      }
    });

    describe('whose fetch', () => {
      for (const [name, prepare] of Object.entries(fetches)) {
        it(`${name}: says that the box could not be loaded, and why`, async () => {
          await host.open(engine, src() + SCRIPT, {prepare: [prepare]});
          await engine.evaluate(heard, 3, 'summit-error');
          const found = await look();
          for (const tag of TAGS) assert.match(found[tag], /could not be loaded/);
          const events = await engine.evaluate(() => watch.events);
          for (const {code, message} of events)
            assert.ok(['network', 'not-json', 'http'].includes(code) && message, code);
          assert.deepEqual((await wrong()).errors, []);
        });
      }
    });

    describe('whose JSON.parse', () => {
      for (const [name, prepare] of Object.entries(parsers)) {
        it(`${name}: shows the file, or says that the box could not be loaded`, async () => {
          await host.open(engine, src() + SCRIPT, {prepare: [prepare]});
          await engine.evaluate(heard, 3);
          const found = await look();
          for (const tag of TAGS) assert.match(found[tag], /could not be loaded|Orrin Bay|Merrow Sea/);
          assert.deepEqual((await wrong()).errors, []);
        });
      }
    });

    describe('with our script more than once', () => {
      it('as two files and a second address shows one box each, and says nothing', async () => {
        const again = '<script type="module" src="/embed/summit-embeds.js?v=2"></script>';
        const full = '<script type="module" src="/embed/summit-embeds.full.js"></script>';
        await host.open(engine, boxes() + src('data-x').replaceAll('id="', 'id="own-') + SCRIPT + again + full, {
          strict: false,
        });
        await engine.evaluate(heard, 6, 'summit-load');
        await showsAll();
      });

      for (const [name, scripts, kept, other] of [
        ['an older release first', OLD_SCRIPT + SCRIPT, OLD_VERSION, 'newer'],
        ['an older release last', SCRIPT + OLD_SCRIPT, undefined, 'older'],
      ]) {
        it(`${name}: the first goes on working with its own files, the other one warns once (${other})`, async () => {
          await host.open(engine, boxes() + src().replaceAll('id="', 'id="own-') + scripts, {strict: false});
          await engine.evaluate(heard, 6, 'summit-load');
          const {warnings, errors} = await wrong();
          assert.deepEqual(errors, []);
          assert.equal(warnings.filter((line) => line.includes('summit-embeds')).length, 1, warnings.join('\n'));
          const found = await look();
          for (const tag of TAGS) {
            assert.match(found[tag], EXPECTED.bundled[tag]);
            assert.match(found[`own-${tag}`], EXPECTED.talks[tag]);
          }
          const version = await engine.evaluate(() => customElements.get('summit-fact-box').version);
          assert.equal(version === OLD_VERSION, kept === OLD_VERSION);
        });
      }

      it('takes over, by an older release, what a newer one prerendered, and the other way round', async () => {
        const html = await prerender('fact-box', {shape: 'both'});
        for (const script of [OLD_SCRIPT, SCRIPT]) {
          await host.open(
            engine,
            html.replaceAll('<summit-fact-box', '<summit-fact-box id="summit-fact-box"') + script,
            {strict: false},
          );
          await engine.evaluate(heard, 1, 'summit-load');
          const found = await look();
          assert.match(found['summit-fact-box'], EXPECTED.bundled['summit-fact-box']);
          assert.equal(
            await engine.evaluate(
              () => document.querySelector('summit-fact-box').shadowRoot.querySelectorAll('[part~=box]').length,
            ),
            1,
          );
          assert.deepEqual((await wrong()).errors, []);
        }
      });

      it('or somebody else’s element of that name: theirs stays, the others work, one warning', async () => {
        const theirs = () => customElements.define('summit-fact-box', class extends HTMLElement {});
        await host.open(engine, boxes() + SCRIPT, {prepare: [theirs]});
        await engine.evaluate(heard, 2, 'summit-load');
        const {warnings, errors} = await wrong();
        assert.deepEqual(errors, []);
        assert.equal(warnings.length, 1);
        assert.match(warnings[0], /<summit-fact-box>/);
      });
    });
  });

  describe('that makes its own elements', () => {
    it('shows what was set before the script came', async () => {
      await host.open(engine, '<main></main>');
      await engine.evaluate(async (data) => {
        const box = document.createElement('summit-fact-box');
        Object.assign(box, {id: 'early', data, heading: 'Set early', headingLevel: 2});
        document.querySelector('main').append(box);
        const off = document.createElement('summit-goal-comparison');
        Object.assign(off, {id: 'off', data});
        await import('/embed/summit-embeds.js');
        await watch.until(() => watch.eventsOf('early', 'summit-load').length === 1);
        document.querySelector('main').append(off);
        await watch.until(() => watch.eventsOf('off', 'summit-load').length === 1);
      }, talks);
      const found = await look();
      assert.match(found.early, /^Set early/);
      assert.match(found.off, /Orrin Bay/);
      assert.deepEqual(await wrong(), NO_TROUBLE);
    });

    it('shows clones, alive or prerendered, as what they are clones of', async () => {
      const prerendered = (await prerender('fact-box', {shape: 'both'})).replace(
        '<summit-fact-box',
        '<summit-fact-box id="made"',
      );
      await host.open(engine, boxes() + src('lang="de"').replaceAll('id="', 'id="own-') + prerendered + SCRIPT, {
        strict: false,
      });
      await engine.evaluate(heard, 7, 'summit-load');
      await engine.evaluate(async () => {
        for (const box of [
          ...document.querySelectorAll('summit-goal-comparison, summit-region-list, summit-fact-box'),
        ]) {
          const clone = box.cloneNode(true);
          clone.id = `${box.id}-clone`;
          document.body.append(clone);
        }
        await watch.until(() => watch.events.length === 14);
      });
      const found = await look();
      assert.equal(Object.keys(found).length, 14);
      // What a reader sees of a text does not depend on how a line was broken.
      const squeeze = (text) => text.replaceAll(/\s+/g, ' ');
      for (const tag of [...TAGS, ...TAGS.map((tag) => `own-${tag}`), 'made']) {
        assert.equal(squeeze(found[`${tag}-clone`]), squeeze(found[tag]), tag);
      }
      assert.deepEqual(await wrong(), NO_TROUBLE);
    });

    it('moves them about: what a reader opened stays open, nothing is asked for again, and news arrive', async () => {
      await host.open(engine, `<main></main>${src('refresh="60"')}${SCRIPT}`);
      await engine.evaluate(heard, 3, 'summit-load');
      const asked = host.requests.length;
      const open = await engine.evaluate(async (data) => {
        const box = document.querySelector('summit-fact-box');
        box.shadowRoot.querySelector('details').open = true;
        for (let i = 0; i < 50; i += 1) document.querySelector(i % 2 ? 'body' : 'main').append(box);
        const stayed = box.shadowRoot.querySelector('details').open;
        box.data = {...data, title: 'After the moves', views: undefined};
        await watch.until(() => watch.text(box).includes('After the moves'));
        return stayed;
      }, talks);
      assert.equal(open, true);
      assert.deepEqual(
        host.requests.slice(asked).filter((path) => path === '/talks.json'),
        [],
      );
      assert.deepEqual(await wrong(), NO_TROUBLE);
    });

    it('puts them into the document of a frame, and back: they keep their looks, and go on', async () => {
      await host.open(engine, `<iframe></iframe>${src()}${SCRIPT}`);
      await engine.evaluate(heard, 3, 'summit-load');
      const seen = await engine.evaluate(async (data) => {
        const looks = (box) => {
          const frame = box.shadowRoot.querySelector('[part=box]');
          const {borderBlockStartWidth, containerType} = frame.ownerDocument.defaultView.getComputedStyle(frame);
          return [borderBlockStartWidth, containerType, box.shadowRoot.adoptedStyleSheets.length > 0].join();
        };
        const {contentDocument} = document.querySelector('iframe');
        const box = document.querySelector('summit-fact-box');
        const seen = [looks(box)];
        // With the looks of what a reader can do.
        box.shadowRoot.querySelector('details').open = true;
        await watch.until(() => box.shadowRoot.querySelector('[open] button'));
        contentDocument.body.append(box);
        seen.push(looks(box));
        box.data = {...data, title: 'In the frame', views: undefined};
        await watch.until(() => watch.text(box).includes('In the frame'));
        seen.push(looks(box));
        document.implementation.createHTMLDocument('').body.append(box);
        document.body.append(box);
        seen.push(looks(box));
        // Never on a page before it is in the frame.
        const late = document.createElement('summit-goal-comparison');
        contentDocument.body.append(late);
        await watch.until(() => late.shadowRoot?.querySelector('[part=box] table'));
        seen.push(looks(late));
        const other = contentDocument.importNode(document.querySelector('summit-region-list'), true);
        contentDocument.body.append(other);
        return seen;
      }, talks);
      assert.deepEqual(new Set(seen), new Set(['3px,inline-size,true']));
      assert.deepEqual(await wrong(), NO_TROUBLE);
    });

    it('keeps them in a template until they are wanted, and in shadow roots within shadow roots', async () => {
      await host.open(engine, `<template>${boxes()}</template><section id="outer" lang="de"></section>${SCRIPT}`);
      const inert = await engine.evaluate(async () => {
        await customElements.whenDefined('summit-fact-box');
        const {content} = document.querySelector('template');
        const inert = content.querySelector('summit-fact-box').shadowRoot === null;
        const outer = document.querySelector('#outer').attachShadow({mode: 'open'});
        const inner = outer.appendChild(document.createElement('div')).attachShadow({mode: 'closed'});
        inner.append(document.importNode(content, true));
        await watch.until(() => [...inner.children].every((box) => box.shadowRoot?.querySelector('footer')));
        watch.inner = [...inner.children].map((box) => watch.text(box));
        return inert;
      });
      assert.equal(inert, true);
      const told = await engine.evaluate(() => watch.inner);
      // In the language of the page around the outer root.
      for (const text of told) assert.match(text, /Maschinell übersetzt/);
      assert.deepEqual(await wrong(), NO_TROUBLE);
    });
  });

  onlyInChromium(engine, () => {
    describe('that has them in odd places', () => {
      const places = {
        'a paragraph': (html) => `<p>Before ${html} after</p>`,
        'a table, outside of its cells': (html) => `<table>${html}<tr><td>cell</table>`,
        'a cell of a table': (html) => `<table><tr><td>${html}</table>`,
        'a heading': (html) => `<h2>${html}</h2>`,
        'a link': (html) => `<a href="/elsewhere">${html}</a>`,
        'a list': (html) => `<ul>${html}</ul>`,
        'a button': (html) => `<button>${html}</button>`,
        'an open dialog': (html) => `<dialog open>${html}</dialog>`,
        'a form': (html) => `<form action="/elsewhere">${html}</form>`,
      };
      it(`${Object.keys(places).join(', ')}: shows them whole`, async () => {
        const html = Object.entries(places).map(([name, place]) => place(boxes().replaceAll('id="', `id="${name}: `)));
        await host.open(engine, html.join('\n') + SCRIPT);
        await engine.evaluate(heard, html.length * TAGS.length);
        const found = await look();
        for (const name of Object.keys(places)) {
          for (const tag of TAGS) assert.match(found[`${name}: ${tag}`] ?? 'nothing', EXPECTED.bundled[tag], name);
        }
        assert.deepEqual(await wrong(), NO_TROUBLE);
      });

      it('under a base address: its own files come from where the script is, data from where the base says', async () => {
        host.put('/deep/er/talks.json', JSON.stringify(talks));
        const base = '<base href="/deep/er/" target="_top">';
        await host.open(engine, base + boxes('src="talks.json"') + SCRIPT);
        await engine.evaluate(heard, 3, 'summit-load');
        await engine.evaluate(() => {
          const {shadowRoot} = document.querySelector('summit-region-list');
          shadowRoot.querySelector('.place a').click();
        });
        await engine.evaluate(() => watch.until(() => location.hash.startsWith('#summit-')));
        assert.match(await engine.evaluate(() => location.pathname), /^\/page-/);
        await showsAll(EXPECTED.talks);
      });
    });

    describe('that a browser has translated', () => {
      /** As browsers do it: the texts go, and elements with others come in their place. */
      const translate = () => {
        const roots = [
          document.body,
          ...[...document.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? []),
        ];
        for (const root of roots) {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) found.push(walker.currentNode);
          for (const text of found) {
            if (!text.data.trim()) continue;
            const outer = document.createElement('font');
            const inner = outer.appendChild(document.createElement('font'));
            inner.textContent = 'übersetzt';
            text.replaceWith(outer);
          }
        }
      };

      it('shows a later edition all the same, and lets readers go on', async () => {
        await host.open(engine, src() + SCRIPT);
        await engine.evaluate(heard, 3, 'summit-load');
        await engine.evaluate(translate);
        await engine.evaluate(async (data) => {
          const claims = data.claims.map((claim) => ({...claim, text: `${claim.text} Corrected.`}));
          for (const box of document.querySelectorAll('summit-goal-comparison, summit-region-list, summit-fact-box')) {
            box.data = {...data, revision: data.revision + 1, claims};
          }
          await watch.until(() => watch.events.filter(({type}) => type === 'summit-change').length === 3);
          for (const box of document.querySelectorAll('summit-goal-comparison, summit-region-list, summit-fact-box')) {
            for (const details of box.shadowRoot.querySelectorAll('details')) details.open = true;
          }
        }, talks);
        const found = await look();
        for (const tag of TAGS) {
          assert.match(found[tag], EXPECTED.talks[tag]);
          assert.match(found[tag], /Corrected\./);
          assert.doesNotMatch(found[tag], /übersetzt/);
        }
        assert.deepEqual(await wrong(), NO_TROUBLE);
      });

      it('shows a heading and a language that the page sets then', async () => {
        await host.open(engine, boxes() + SCRIPT);
        await engine.evaluate(heard, 3, 'summit-load');
        await engine.evaluate(translate);
        await engine.evaluate(async () => {
          const box = document.querySelector('summit-fact-box');
          box.heading = 'Another heading';
          await box.updateComplete;
        });
        assert.match((await look())['summit-fact-box'], /^Another heading[^]*Anchorage/);
        assert.deepEqual(await wrong(), NO_TROUBLE);
      });

      it('or whose script has taken markers or texts out of a box: the next edition is whole', async () => {
        const harm = [
          (root) => {
            for (const element of root.querySelectorAll('*')) element.normalize();
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
            const comments = [];
            while (walker.nextNode()) comments.push(walker.currentNode);
            for (const comment of comments) comment.remove();
          },
          (root) => {
            for (const element of root.querySelectorAll('p, li, b')) element.textContent = 'übersetzt';
          },
        ];
        for (const spoil of harm) {
          await host.open(engine, src() + SCRIPT, {strict: false});
          await engine.evaluate(heard, 3, 'summit-load');
          const text = await engine.evaluate(
            async (data, spoil) => {
              const box = document.querySelector('summit-fact-box');
              // eslint-disable-next-line no-eval -- In a page of our own.
              (0, eval)(spoil)(box.shadowRoot);
              const claims = data.claims.map((claim) => ({...claim, text: `${claim.text} Corrected.`}));
              box.data = {
                ...data,
                revision: data.revision + 1,
                claims,
                title: 'The Orrin Bay conference, corrected',
                views: undefined,
              };
              await watch.until(() => watch.eventsOf(box.id, 'summit-change').length === 1);
              for (const details of box.shadowRoot.querySelectorAll('details')) details.open = true;
              return watch.text(box);
            },
            talks,
            String(spoil),
          );
          assert.match(text, /conference, corrected in brief[^]*Corrected\./, String(spoil));
          assert.deepEqual((await wrong()).errors, [], String(spoil));
        }
      });
    });
  });

  it('that a reader comes back to shows the same, and follows news again', async (t) => {
    const address = await host.open(engine, src('refresh="60"') + SCRIPT);
    await engine.evaluate(heard, 3, 'summit-load');
    await engine.evaluate(async () => {
      addEventListener('pageshow', ({persisted}) => {
        watch.persisted = persisted;
      });
      const {shadowRoot} = document.querySelector('summit-fact-box');
      shadowRoot.querySelector('details').open = true;
      await watch.until(() => shadowRoot.querySelector('[open] button'));
    });
    const before = await look();
    await engine.goto(host.origin + host.add('<p>Elsewhere'));
    await engine.back();
    assert.equal(await engine.evaluate(() => location.href), address);
    await engine.evaluate(heard, 3, 'summit-load');
    const kept = await engine.evaluate(() => watch.persisted === true);
    t.diagnostic(`${engine.name}: the page came ${kept ? 'back as it was' : 'anew'}`);
    const now = await look();
    for (const tag of TAGS) assert.match(now[tag], EXPECTED.talks[tag]);
    if (kept) assert.deepEqual(now, before);
    await engine.evaluate(async (data) => {
      const box = document.querySelector('summit-fact-box');
      box.data = {...data, title: 'Back again', views: undefined};
      await watch.until(() => watch.text(box).includes('Back again'));
    }, talks);
    assert.deepEqual(await wrong(), NO_TROUBLE);
  });

  onlyInChromium(engine, () => {
    it('whose listeners throw hears of it itself; the box goes on', async () => {
      const careless = () => {
        for (const type of ['summit-load', 'summit-change', 'summit-error']) {
          addEventListener(type, () => {
            throw new Error('the page’s own fault');
          });
        }
      };
      await host.open(engine, src() + SCRIPT, {prepare: [careless]});
      await engine.evaluate(heard, 3, 'summit-load');
      await showsAll(EXPECTED.talks, {...NO_TROUBLE, errors: await engine.evaluate(() => watch.errors)});
      for (const error of await engine.evaluate(() => watch.errors)) assert.match(error, /own fault/);
    });
  });
});
