/**
 * Pages under the policies that big sites have: content security and Trusted Types, isolation, sandboxes, permissions,
 * integrity. Nothing of ours violates one; and where one keeps us out, what the editor has put into the tag stays readable.
 */
/* global watch -- what watchPage puts into a page */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, before, describe, it} from 'node:test';
import {prerender, styleHash} from '../../../dist/prerender.js';
import {makeFolder} from '../../support/run-cli.mjs';
import {inEveryEngine, onlyInChromium} from '../../support/engines.mjs';
import {boxes, EXPECTED, heard, NO_TROUBLE, SCRIPT, startHost, TAGS, talks, texts, troubles} from '../host-pages.mjs';

const {files: manifest} = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8'));
const CSP = 'Content-Security-Policy';
const NONCE = 'bm90LXNvLXJhbmRvbQ';

const counts = {policies: new Set(), pages: 0, engines: new Set(), violations: 0};

const digest = (algorithm, text) => `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

let host;
let assets;
let styles;
before(async () => {
  host = await startHost();
  assets = await startAssets();
  styles = (await Promise.all(['goal-comparison', 'region-list', 'fact-box'].map(styleHash)))
    .map((hash) => `'${hash}'`)
    .join(' ');
  host.put('/own/talks.json', JSON.stringify({...talks, translations: [{lang: 'de', src: 'talks.de.json'}]}));
  const of = {id: talks.id, revision: talks.revision};
  host.put(
    '/own/talks.de.json',
    JSON.stringify({schemaVersion: '1.0', of, lang: 'de', machine: true, texts: {'views.facts.title': 'Kurz gesagt'}}),
  );
  host.put('/invalid.json', '{"schemaVersion": "1.0"}');
});
after(async () => {
  await host.close();
  await assets.close();
  const {policies, pages, engines, violations} = counts;
  console.log(
    `# policies: ${policies.size} policies, ${engines.size} engines, ${pages} pages opened, ${violations} violations of ours`,
  );
});

/**
 * Another origin with our files, and the data: under /cors/ with leave to read them, under /corp/ with leave to embed them
 * alone, under /bare/ with neither, under /changed/ with one byte of every script changed.
 */
async function startAssets() {
  const ways = {
    cors: {'Access-Control-Allow-Origin': '*'},
    corp: {'Cross-Origin-Resource-Policy': 'cross-origin'},
    own: {'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'same-origin'},
    bare: {},
    changed: {'Access-Control-Allow-Origin': '*'},
  };
  const types = {js: 'text/javascript', json: 'application/json', html: 'text/html', css: 'text/css'};
  const requests = [];
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://localhost');
    requests.push(pathname);
    const [, way, path] = /^\/(\w+)\/([\w/.-]+)$/.exec(pathname) ?? [];
    if (!ways[way]) {
      response.writeHead(404).end();
      return;
    }
    const headers = {'Content-Type': types[path.split('.').at(-1)], 'X-Content-Type-Options': 'nosniff', ...ways[way]};
    let body;
    try {
      body = path === 'talks.json' ? JSON.stringify(talks) : readFileSync(`dist/embed/${path}`);
    } catch {
      response.writeHead(404, headers).end();
      return;
    }
    // A name in the licence at the start, so that the script would run as ever.
    response.writeHead(200, headers).end(way === 'changed' ? spoil(body) : body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** One byte more at the end, which makes no difference to what a script does. */
const spoil = (script) => `${script}\n`;

const strict = (scripts, more = {}) =>
  Object.entries({
    'default-src': "'none'",
    'script-src': scripts,
    'style-src': "'self'",
    'connect-src': "'self'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "lit-html 'allow-duplicates'",
    ...more,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** The inline script of a page whose policy names it. */
const loader = (file) => `import('/embed/${file}');`;
const loaders = ['summit-embeds.js', 'summit-embeds.full.js'];

/** Policies of scripts, with the way in which a page brings a file of ours, and the files that are tried besides the default. */
const scripting = {
  'their own origin alone': {
    scripts: "'self'",
    bring: (file) => `<script type="module" src="/embed/${file}"></script>`,
    entries: ['summit-embeds.full.js', 'goal-comparison.js', 'region-list.js', 'fact-box.js'],
  },
  'their own origin, and inline scripts by hash': {
    scripts: ["'self'", ...loaders.map((file) => `'${digest('sha256', loader(file))}'`)].join(' '),
    bring: (file) => `<script type="module">${loader(file)}</script>`,
    entries: ['summit-embeds.full.js'],
  },
  'those with the nonce': {
    scripts: `'nonce-${NONCE}'`,
    bring: (file) => `<script type="module" nonce="${NONCE}" src="/embed/${file}"></script>`,
    entries: ['summit-embeds.full.js'],
    nonce: NONCE,
  },
  'those with the nonce, and what they load (strict-dynamic)': {
    scripts: `'nonce-${NONCE}' 'strict-dynamic' https: 'unsafe-inline'`,
    bring: (file) => `<script type="module" nonce="${NONCE}" src="/embed/${file}"></script>`,
    entries: ['summit-embeds.full.js'],
    nonce: NONCE,
  },
};

/** In a page: opens a statement and the footer, waits for what a reader can do there, and does it. */
async function doEverything() {
  for (const {shadowRoot} of document.querySelectorAll(
    ':is(summit-goal-comparison, summit-region-list, summit-fact-box):not([lang])',
  )) {
    for (const details of [shadowRoot.querySelector('details'), shadowRoot.querySelector('footer details')])
      details.open = true;
    const buttons = (label) =>
      [...shadowRoot.querySelectorAll('[open] button')].filter(({textContent}) => textContent === label);
    await watch.until(() => buttons('Get the data').length > 0 && buttons('Copy').length > 0, 'buttons');
    buttons('Copy')[0].click();
    const told = () =>
      [...shadowRoot.querySelectorAll('[aria-live=polite]')].map(({textContent}) => textContent).find(Boolean);
    await watch.until(told, 'a word of what came of it');
    watch.told = [...(watch.told ?? []), told()];
    [...shadowRoot.querySelectorAll('[open] a')].find(({textContent}) => textContent === 'Link').click();
    // What is saved is under a blob: address. It is not saved here: a browser takes seconds for dozens of files.
    const {click} = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      watch.told.push(this.download && this.protocol);
    };
    buttons('Get the data')[0].click();
    HTMLAnchorElement.prototype.click = click;
    shadowRoot
      .querySelector('svg [data-region]')
      ?.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  }
  return watch.told;
}

/** In a page: width of the rule on top of a box, which it has from our styles alone. */
function ruleWidth() {
  const {shadowRoot} = document.querySelector('summit-fact-box');
  return getComputedStyle(shadowRoot.querySelector('[part=box]')).borderBlockStartWidth;
}

inEveryEngine('a page', (engine) => {
  const look = () => engine.evaluate(texts);

  /** What went wrong, but for the page's own icon, which no policy here lets in. */
  const refusals = async () => {
    const {violations, ...found} = await engine.evaluate(troubles);
    return {...found, violations: violations.filter((line) => !line.endsWith('/icon.svg'))};
  };

  /** The same where nothing of ours is to be refused: what is, counts. */
  const wrong = async () => {
    const found = await refusals();
    counts.violations += found.violations.length;
    return found;
  };

  /** Opens a page under some headers. */
  async function open(html, headers = {}, more = {}) {
    for (const [name, value] of Object.entries(headers)) counts.policies.add(`${name}: ${value}`);
    counts.engines.add(engine.name);
    counts.pages += 1;
    return host.open(engine, html, {strict: false, headers, ...more});
  }

  async function showsAll(expected = EXPECTED.bundled) {
    const found = await look();
    for (const tag of TAGS) assert.match(found[tag] ?? 'nothing', expected[tag]);
    assert.deepEqual(await wrong(), NO_TROUBLE);
  }

  /** Boxes with a data file and one in German are whole, and do all that readers can do with them. */
  async function showsTalksAndGerman() {
    await engine.evaluate(heard, 4, 'summit-load');
    const {de, ...found} = await look();
    assert.match(de, /Quellen/);
    for (const tag of TAGS) assert.match(found[tag], EXPECTED.talks[tag]);
    await engine.evaluate(doEverything);
    assert.deepEqual(await wrong(), NO_TROUBLE);
  }

  /** What a page with a refused script shows: the words in the tag, as they are. */
  const showsFallback = () =>
    engine.evaluate(() => {
      const box = document.querySelector('summit-fact-box');
      return {
        text: box.innerText.trim(),
        height: box.firstElementChild.getBoundingClientRect().height > 5,
        defined: Boolean(customElements.get('summit-fact-box')),
      };
    });
  const FALLBACK = {text: 'The summit in brief', height: true, defined: false};
  const fallback = '<summit-fact-box><a href="/alaska">The summit in brief</a></summit-fact-box>';

  for (const [name, {scripts, bring, entries, nonce}] of Object.entries(scripting)) {
    const isFirst = scripts === "'self'";
    if (engine.name !== 'chromium' && !isFirst) continue;
    describe(`that lets in scripts of ${name}, and Trusted Types of Lit`, () => {
      const under = (html, more) => open(html, {[CSP]: strict(scripts, more)}, {nonce});

      onlyInChromium(engine, () => {
        for (const file of entries) {
          it(`shows the default by ${file}`, async () => {
            await under(boxes() + bring(file));
            const tags = TAGS.filter(
              (tag) => file.startsWith('summit-embeds') || file === `${tag.slice('summit-'.length)}.js`,
            );
            await engine.evaluate(heard, tags.length, 'summit-load');
            const found = await engine.evaluate(
              (tags) => tags.map((tag) => watch.text(document.querySelector(tag))),
              tags,
            );
            tags.forEach((tag, i) => assert.match(found[i], EXPECTED.bundled[tag]));
            assert.deepEqual(await wrong(), NO_TROUBLE);
          });
        }
      });

      it('shows data by address and by property, translated, and what went wrong with others', async () => {
        await under(`${boxes('src="/talks.json"')}
          <summit-fact-box id="own"></summit-fact-box>
          <summit-fact-box id="translated" src="/own/talks.json" lang="de"></summit-fact-box>
          <summit-fact-box id="lost" src="/nowhere.json">Words</summit-fact-box>
          <summit-fact-box id="invalid" src="/invalid.json">Words</summit-fact-box>${bring('summit-embeds.js')}`);
        await engine.evaluate((data) => {
          document.querySelector('#own').data = {...data, views: {facts: {title: 'By property'}}};
        }, talks);
        await engine.evaluate(heard, 2, 'summit-error');
        await engine.evaluate(() => watch.until(() => /By property/.test(watch.text(document.querySelector('#own')))));
        await engine.evaluate(() =>
          watch.until(() => /Kurz gesagt/.test(watch.text(document.querySelector('#translated')))),
        );
        const {lost, invalid, ...found} = await look();
        for (const text of [lost, invalid]) assert.match(text, /could not be loaded/);
        for (const tag of TAGS) assert.match(found[tag], EXPECTED.talks[tag]);
        const {warnings, ...others} = await wrong();
        assert.deepEqual(others, {errors: [], violations: []});
        // What is wrong with a file is told to developers.
        assert.ok(
          warnings.every((line) => /nowhere|invalid/.test(line)),
          warnings.join('\n'),
        );
      });

      it('lets readers copy, link, follow and keep the data', async () => {
        await under(boxes() + bring('summit-embeds.js'));
        await engine.evaluate(heard, 3, 'summit-load');
        const told = await engine.evaluate(doEverything);
        assert.equal(told.length, 6, told.join());
        for (const word of told)
          assert.match(word, /^(?:Copied|Couldn’t copy\. Select the text and copy it manually\.|blob:)$/);
        await showsAll();
      });

      // Styles and languages do not depend on what scripts are let in.
      if (!isFirst) return;

      onlyInChromium(engine, () => {
        it('shows every language', async () => {
          const languages = {ar: 'المصادر', de: 'Quellen', es: 'Fuentes', fr: 'Sources', uk: 'Джерела'};
          await under(
            Object.keys(languages)
              .map((lang) => `<summit-fact-box id="${lang}" lang="${lang}"></summit-fact-box>`)
              .join('') + bring('summit-embeds.js'),
          );
          await engine.evaluate(heard, 5, 'summit-load');
          const found = await look();
          for (const [lang, word] of Object.entries(languages)) assert.match(found[lang], new RegExp(word));
          assert.deepEqual(await wrong(), NO_TROUBLE);
        });
      });

      it('styles what is prerendered and whose own styles it refuses', async () => {
        await under((await prerender('fact-box')) + bring('summit-embeds.js'));
        await engine.evaluate(heard, 1, 'summit-load');
        assert.equal(await engine.evaluate(ruleWidth), '3px');
        const {violations} = await refusals();
        assert.ok(
          violations.length > 0 && violations.every((text) => text.startsWith('style-src')),
          violations.join('\n'),
        );
      });

      for (const [way, stamp] of [
        ['hash', {}],
        ['nonce', {nonce: NONCE}],
      ]) {
        it(`takes over what is prerendered, whose style it knows by ${way}, and shows another one in its place`, async () => {
          const html = await Promise.all(
            TAGS.map(async (tag) =>
              (await prerender(tag.slice('summit-'.length), stamp)).replace(`<${tag}`, `<${tag} id="${tag}"`),
            ),
          );
          await under(html.join('') + bring('summit-embeds.js'), {
            'style-src': `'self' ${way === 'hash' ? styles : `'nonce-${NONCE}'`}`,
          });
          await engine.evaluate(heard, 3, 'summit-load');
          assert.equal(await engine.evaluate(ruleWidth), '3px');
          await showsAll();
          await engine.evaluate(async (data) => {
            const box = document.querySelector('summit-fact-box');
            box.data = {...data, views: {facts: {title: 'Another one'}}};
            await watch.until(() => /^Another one/.test(watch.text(box)));
          }, talks);
          assert.deepEqual(await wrong(), NO_TROUBLE);
        });
      }
    });
  }

  onlyInChromium(engine, () => {
    describe('whose own script brings ours, under strict-dynamic', () => {
      it('shows the default, and loads what it takes for readers', async () => {
        const bring = `const script = document.createElement('script'); script.type = 'module'; script.src = '/embed/summit-embeds.js'; document.head.append(script);`;
        const policy = strict(`'nonce-${NONCE}' 'strict-dynamic'`, {
          'trusted-types': undefined,
          'require-trusted-types-for': undefined,
        });
        await open(
          `${boxes()}<script nonce="${NONCE}">${bring}</script>`,
          {[CSP]: policy.replaceAll(/; [\w-]+ undefined/g, '')},
          {nonce: NONCE},
        );
        await engine.evaluate(heard, 3, 'summit-load');
        await engine.evaluate(doEverything);
        await showsAll();
      });
    });
  });

  describe('with two copies of Lit', () => {
    const [ours, another] = [SCRIPT, SCRIPT.replace('embeds.js', 'embeds.full.js')];

    for (const [name, order] of [
      ['one order', [ours, another]],
      ['the other order', [another, ours]],
    ]) {
      it(`under the documented policy, in ${name}: shows one box each, and says nothing`, async () => {
        await open(boxes() + order.join(''), {[CSP]: strict("'self'")});
        await engine.evaluate(heard, 3, 'summit-load');
        await engine.evaluate((file) => import(file), '/embed/summit-embeds.full.js');
        await engine.evaluate((file) => import(file), '/embed/summit-embeds.js');
        await showsAll();
      });
    }

    it('under a policy without duplicates: the second is refused where there are Trusted Types, the first goes on', async () => {
      await open(boxes() + ours, {[CSP]: strict("'self'", {'trusted-types': 'lit-html'})});
      await engine.evaluate(heard, 3, 'summit-load');
      // The first file loads Lit's templates for an attribute.
      await engine.evaluate(async () => {
        const box = document.querySelector('summit-fact-box');
        box.headingLevel = 2;
        await box.updateComplete;
      });
      const refused = await engine.evaluate(
        (file) =>
          import(file).then(
            () => false,
            () => true,
          ),
        '/embed/summit-embeds.full.js',
      );
      assert.equal(refused, await engine.evaluate(() => Boolean(window.trustedTypes)));
      await engine.evaluate(doEverything);
      const found = await look();
      for (const tag of TAGS) assert.match(found[tag], EXPECTED.bundled[tag]);
      // Lit's own, and it alone.
      const {errors, violations} = await refusals();
      assert.equal(errors.filter((text) => !/polic/i.test(text)).length, 0, errors.join('\n'));
      assert.ok(
        violations.every((text) => text.startsWith('trusted-types')),
        violations.join('\n'),
      );
    });
  });

  describe('that lets in no Trusted Types of Lit', () => {
    const under = async (html) => {
      await open(html, {[CSP]: strict("'self'", {'trusted-types': "'none'", 'style-src': `'self' ${styles}`})});
      return engine.evaluate(() => Boolean(window.trustedTypes));
    };
    /** One violation, for Lit. */
    const refusedOnce = async () => {
      const {errors, violations} = await refusals();
      assert.equal(violations.length, 1, violations.join('\n'));
      assert.match(violations[0], /^trusted-types/);
      assert.ok(errors.length <= 1, errors.join('\n'));
    };

    it('shows the bundled box, which needs no template', async () => {
      await under(fallback + SCRIPT);
      await engine.evaluate(heard, 1, 'summit-load');
      assert.match((await look())['summit-fact-box'], EXPECTED.bundled['summit-fact-box']);
      assert.deepEqual(await wrong(), NO_TROUBLE);
    });

    it('keeps the words in the tag of another box, and reports it; without Trusted Types shows the box', async () => {
      const known = await under(fallback.replace('>', ' heading="Talks">') + SCRIPT);
      await engine.evaluate(heard, 1, known ? 'summit-error' : 'summit-load');
      if (!known) return;
      assert.deepEqual(await showsFallback(), {...FALLBACK, defined: true});
      await refusedOnce();
    });

    it('reads what is prerendered, whose details open, without a script', async () => {
      await under((await prerender('fact-box')) + SCRIPT);
      const text = await engine.evaluate(() => {
        const {shadowRoot} = document.querySelector('summit-fact-box');
        for (const summary of shadowRoot.querySelectorAll('dl summary')) summary.click();
        return watch.text({shadowRoot});
      });
      assert.match(text, EXPECTED.bundled['summit-fact-box']);
      assert.match(text, /A meeting between US President Donald Trump/);
      assert.deepEqual(await wrong(), NO_TROUBLE);
    });
  });

  describe('that is isolated from other origins', () => {
    for (const embedder of ['require-corp', 'credentialless']) {
      // Chromium tries every way that the other origin may send; the others try a way that leads to another outcome each.
      const isFirst = embedder === 'require-corp';
      const [readable, refused] =
        engine.name !== 'chromium'
          ? isFirst
            ? [['cors'], []]
            : [[], ['bare']]
          : isFirst
            ? [
                ['cors', 'own'],
                ['corp', 'bare'],
              ]
            : [['cors'], ['bare']];
      const isolation = {'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': embedder};
      const from = (way, file = 'summit-embeds.js', attributes = 'crossorigin="anonymous"') =>
        `<script type="module" ${attributes} src="${assets.origin}/${way}/${file}"></script>`;

      onlyInChromium(engine, () => {
        it(`${embedder}: shows all that its own origin has`, async (t) => {
          await open(boxes() + SCRIPT, isolation);
          await engine.evaluate(heard, 3, 'summit-load');
          await engine.evaluate(doEverything);
          await showsAll();
          t.diagnostic(
            `${engine.name}, ${embedder}: ${(await engine.evaluate(() => window.crossOriginIsolated)) ? 'isolated' : 'not isolated'}`,
          );
        });
      });

      for (const way of readable) {
        it(`${embedder}: takes script, chunks and data from another origin that lets it read them (${way})`, async () => {
          assets.requests.length = 0;
          const address = await open(
            `${boxes(`src="${assets.origin}/${way}/talks.json"`)}<summit-fact-box id="de" lang="de"></summit-fact-box>${from(way)}`,
            isolation,
          );
          await showsTalksAndGerman();
          // Every chunk comes from where the script is.
          const chunks = assets.requests.filter((path) => path.startsWith(`/${way}/chunks/`));
          for (const name of ['custom-data', 'de', 'interactions'])
            assert.ok(
              chunks.some((path) => path.includes(`/${name}-`)),
              name,
            );
          // From this page on: a request of the page before may be late.
          const requests = host.requests.slice(host.requests.lastIndexOf(new URL(address).pathname));
          assert.ok(requests.length > 0);
          assert.deepEqual(
            requests.filter((path) => path.includes('.js') && !path.startsWith('/page-')),
            [],
          );
        });
      }

      for (const way of refused) {
        it(`${embedder}: keeps the words in the tag where the other origin does not let it read (${way})`, async () => {
          await open(fallback + from(way) + from(way, 'summit-embeds.full.js', ''), isolation);
          assert.deepEqual(await showsFallback(), FALLBACK);
          assert.deepEqual(await wrong(), NO_TROUBLE);
        });

        it(`${embedder}: says so where it does not let it read the data (${way})`, async () => {
          await open(boxes(`src="${assets.origin}/${way}/talks.json"`) + SCRIPT, isolation);
          await engine.evaluate(heard, 3, 'summit-error');
          const found = await look();
          for (const tag of TAGS) assert.match(found[tag], /could not be loaded/);
          assert.deepEqual((await wrong()).errors, []);
        });
      }
    }
  });

  describe('with a frame', () => {
    const listen = () => {
      window.heights = [];
      addEventListener('message', ({data}) => {
        if (data?.['summit-embeds-height']) window.heights.push(data['summit-embeds-height']);
      });
    };
    const RESIZE = '<script async src="/embed/resize.js" crossorigin="anonymous"></script>';
    const grown = () =>
      engine.evaluate(async () => {
        const frame = document.querySelector('iframe');
        await watch.until(
          () =>
            window.heights.length > 0 &&
            Math.abs(frame.getBoundingClientRect().height - window.heights.at(-1)) < 6 &&
            window.heights.at(-1) > 600,
          'its height',
        );
      });

    const sandboxes = ['allow-scripts', 'allow-scripts allow-same-origin'];
    for (const sandbox of engine.name === 'chromium' ? sandboxes : sandboxes.slice(0, 1)) {
      it(`in a sandbox, ${sandbox}: gets its height`, async () => {
        // To WebKit a page without an origin has no 'self'.
        const named = strict(host.origin, {'style-src': host.origin, 'connect-src': host.origin});
        host.put('/embed/sandboxed.html', readFileSync('dist/embed/frame.html'), {
          type: 'text/html',
          headers: {[CSP]: named},
        });
        const frame = `<iframe sandbox="${sandbox}" src="/embed/sandboxed.html?element=fact-box&amp;lang=de" width="400" height="100" frameborder="0"></iframe>`;
        await open(frame + RESIZE, {[CSP]: strict("'self'", {'frame-src': "'self'"})}, {prepare: [listen]});
        await grown();
        assert.deepEqual(await wrong(), NO_TROUBLE);
      });
    }

    it('in a sandbox without scripts: reads a published page', async () => {
      const {run, remove} = makeFolder();
      const {stdout} = run('render', 'fact-box', '--as', 'page', '--base', '/embed/');
      remove();
      host.put('/published.html', stdout, {type: 'text/html'});
      await open(
        '<iframe sandbox="" src="/published.html"></iframe><iframe id="seen" sandbox="allow-same-origin" src="/published.html"></iframe>',
      );
      const text = await engine.evaluate(() => {
        const {contentDocument} = document.querySelector('#seen');
        for (const details of contentDocument.querySelector('summit-fact-box').shadowRoot.querySelectorAll('details'))
          details.open = true;
        return watch.text(contentDocument.querySelector('summit-fact-box'));
      });
      assert.match(text, EXPECTED.bundled['summit-fact-box']);
      assert.match(text, /A meeting between US President Donald Trump/);
      // The one without an origin nobody may look into; it is laid out all the same.
      assert.equal(await engine.evaluate(() => document.querySelector('iframe').contentDocument), null);
      if (engine.name === 'chromium') {
        const tree = JSON.stringify(
          await engine.page.accessibility.snapshot({includeIframes: true, interestingOnly: false}),
        );
        assert.equal(tree.split('The Alaska summit in brief').length > 2, true);
      }
    });

    it('of its own text (srcdoc), which has the page’s policy: shows the box', async () => {
      const inner = `<!doctype html><html lang="en"><title>Box</title><summit-fact-box></summit-fact-box>${SCRIPT}`;
      await open(`<iframe srcdoc="${inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`, {
        [CSP]: strict("'self'", {'frame-src': "'self'"}),
      });
      await engine.evaluate(() =>
        watch.until(
          () =>
            document
              .querySelector('iframe')
              .contentDocument?.querySelector('summit-fact-box')
              ?.shadowRoot?.querySelector('dl'),
          'the box',
        ),
      );
      const text = await engine.evaluate(() =>
        watch.text(document.querySelector('iframe').contentDocument.querySelector('summit-fact-box')),
      );
      assert.match(text, EXPECTED.bundled['summit-fact-box']);
      // That it is the page's policy: an inline script does not run there.
      const {ran} = await engine.evaluate(async () => {
        const {contentDocument, contentWindow} = document.querySelector('iframe');
        const script = contentDocument.createElement('script');
        script.append('window.ran = true');
        try {
          contentDocument.body.append(script);
        } catch {
          // Where Trusted Types refuse it.
        }
        return {ran: contentWindow.ran === true};
      });
      assert.equal(ran, false);
    });
  });

  describe('that gives little away', () => {
    const off = [
      'accelerometer',
      'autoplay',
      'camera',
      'clipboard-read',
      'clipboard-write',
      'display-capture',
      'fullscreen',
      'geolocation',
      'gyroscope',
      'microphone',
      'midi',
      'payment',
      'picture-in-picture',
      'sync-xhr',
      'usb',
      'web-share',
    ];
    const headers = {
      'Permissions-Policy': off.map((name) => `${name}=()`).join(', '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Origin-Agent-Cluster': '?1',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Frame-Options': 'DENY',
      'X-Permitted-Cross-Domain-Policies': 'none',
      'Document-Policy': 'document-write=?0, force-load-at-top',
      [CSP]: strict("'self'"),
    };

    it('shows data, and what readers do works or says that it did not', async () => {
      await open(boxes('src="/talks.json"') + SCRIPT, headers);
      await engine.evaluate(heard, 3, 'summit-load');
      const told = await engine.evaluate(doEverything);
      for (const word of told)
        assert.match(word, /^(?:Copied|Couldn’t copy\. Select the text and copy it manually\.|blob:)$/);
      await showsAll(EXPECTED.talks);
    });
  });

  describe('that pins our files by their integrity', () => {
    const full = 'summit-embeds.full.js';
    const tag = (src, integrity) =>
      `<script type="module" src="${src}" crossorigin="anonymous" integrity="${integrity}"></script>`;

    onlyInChromium(engine, () => {
      it('shows all, in every language, by the full file alone', async () => {
        const asked = host.requests.length;
        await open(
          `${boxes('src="/talks.json"')}<summit-fact-box id="de" lang="de"></summit-fact-box>${tag(`/embed/${full}`, manifest[full].integrity)}`,
          {[CSP]: strict("'self'")},
        );
        await showsTalksAndGerman();
        assert.deepEqual(
          host.requests.slice(asked).filter((path) => path.startsWith('/embed/')),
          [`/embed/${full}`],
        );
      });

      it('takes the full file from another origin', async () => {
        await open(boxes() + tag(`${assets.origin}/cors/${full}`, manifest[full].integrity));
        await engine.evaluate(heard, 3, 'summit-load');
        await showsAll();
      });
    });

    const spoilt = {
      'a changed byte': () => tag(`${assets.origin}/changed/${full}`, manifest[full].integrity),
      'an older release': () => tag(`/old/${full}`, manifest[full].integrity),
    };
    for (const [name, make] of Object.entries(spoilt)) {
      // Engines refuse all alike.
      if (engine.name !== 'chromium' && name !== 'a changed byte') continue;
      it(`${name}: is refused, the words in the tag stay, nothing is thrown`, async () => {
        await open(fallback + make());
        assert.deepEqual(await showsFallback(), FALLBACK);
        const {errors} = await wrong();
        assert.deepEqual(errors, []);
      });
    }

    onlyInChromium(engine, () => {
      // The spoilt file does what the true one does: it is the hash alone that keeps it out.
      it('only then: a changed byte without a hash runs', async () => {
        await open(`${boxes()}<script type="module" src="${assets.origin}/changed/${full}"></script>`);
        await engine.evaluate(heard, 3, 'summit-load');
        await showsAll();
      });
    });

    describe('by an import map, chunks and all', () => {
      const all = readdirSync('dist/embed/chunks')
        .map((file) => `chunks/${file}`)
        .concat('summit-embeds.js');
      const map = (edit = (hash) => hash) =>
        `<script type="importmap">${JSON.stringify({integrity: Object.fromEntries(all.map((file) => [`/embed/${file}`, edit(manifest[file].integrity, file)]))})}</script>`;

      it('shows data, languages and what readers can do', async () => {
        await open(
          `${map()}${boxes('src="/talks.json"')}<summit-fact-box id="de" lang="de"></summit-fact-box>${SCRIPT}`,
        );
        await showsTalksAndGerman();
      });

      it('is refused a chunk that is another one: the box says so, its words stay', async (t) => {
        const wrongHash = (hash, file) => (file.includes('custom-data') ? manifest['frame.js'].integrity : hash);
        await open(
          `${map(wrongHash)}${boxes('src="/talks.json"')}<summit-fact-box id="plain"></summit-fact-box>${SCRIPT}`,
        );
        await engine.evaluate(heard, 4);
        const failed = await engine.evaluate(() =>
          watch.events.filter(({type}) => type === 'summit-error').map(({code}) => code),
        );
        t.diagnostic(`${engine.name}: integrity of import maps is ${failed.length > 0 ? 'kept' : 'ignored'}`);
        const {plain, ...found} = await look();
        assert.match(plain, EXPECTED.bundled['summit-fact-box']);
        for (const tag of TAGS)
          assert.match(found[tag], failed.length > 0 ? /could not be loaded/ : EXPECTED.talks[tag]);
        assert.deepEqual((await wrong()).errors, []);
      });
    });
  });
});
