/** What is printed has all that closed boxes keep for those who open them. Read back from the PDF that an engine makes. */
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {after, before, it} from 'node:test';
import {startServer, watchPage} from '../../support/page-server.mjs';
import {inEveryEngine} from '../../support/engines.mjs';

const pdftotext = spawnSync('pdftotext', ['-v']).error ? 'pdftotext (poppler-utils) is missing' : false;

let server;
before(async () => {
  server = await startServer();
});
after(() => server.close());

// WebKitGTK's driver cannot print.
inEveryEngine(
  'a printed page',
  (engine) => {
    it(
      'has all that the boxes have, opened or not, on at most six A4 sheets',
      {skip: pdftotext && !process.env.CI ? pdftotext : false},
      async () => {
        const boxes = ['goal-comparison', 'region-list', 'fact-box'].map((name) => `<summit-${name}></summit-${name}>`);
        const html = `<main style="font:17px/1.5 serif">${boxes.join('')}</main>
          <script type="module" src="/embed/summit-embeds.js"></script>`;
        await engine.goto(server.origin + server.add(html, {prepare: [watchPage], strict: false}));
        const expected = await engine.evaluate(async (count) => {
          await window.watch.until(() => window.watch.events.length >= count);
          const roots = [...document.querySelectorAll('main > *')].map(({shadowRoot}) => shadowRoot);
          const textsOf = (selector) =>
            roots.flatMap((root) => [...root.querySelectorAll(selector)].map(({textContent}) => textContent));
          return {
            claims: textsOf('details:not(footer *) li'),
            labels: textsOf('.say .label:not(.short)'),
            // Of the map, Firefox prints only text without a halo as text.
            places: textsOf('.scale text, figcaption, .place .name'),
          };
        }, boxes.length);
        assert.ok(expected.claims.length > 50);
        assert.ok(expected.labels.length > 30);
        assert.ok(expected.places.length > 5);
        const margin = {top: '15mm', right: '15mm', bottom: '15mm', left: '15mm'};
        const input = await engine.pdf({format: 'A4', margin});
        const text = execFileSync('pdftotext', ['-raw', '-', '-'], {input, encoding: 'utf8'});
        // Hyphens and spaces are the line's, not the text's.
        const squeeze = (words) =>
          words
            .normalize('NFKC')
            .replaceAll(/[\s\u00ad-]/g, '')
            .toLowerCase();
        const printed = squeeze(text);
        const all = Object.values(expected).flat().map(squeeze);
        for (const words of new Set(all)) {
          const found = printed.split(words).length - 1;
          assert.ok(found >= all.filter((other) => other === words).length, `${words}: ${found} times`);
        }
        assert.match(text, /alaska-2025@1/);
        // Each sheet ends with a form feed.
        const sheets = text.split('\f').length - 1;
        assert.ok(sheets <= 6, `${sheets} sheets`);
      },
    );
  },
  ['chromium', 'firefox'],
);
