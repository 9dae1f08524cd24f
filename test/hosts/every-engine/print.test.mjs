/** What is printed has all that a closed box keeps for those who open it. Read back from the PDF that an engine makes. */
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
      'has the statements, speakers and sources of closed boxes',
      {skip: pdftotext && !process.env.CI ? pdftotext : false},
      async () => {
        const html = '<summit-fact-box></summit-fact-box><script type="module" src="/embed/summit-embeds.js"></script>';
        await engine.goto(server.origin + server.add(html, {prepare: [watchPage]}));
        const statements = await engine.evaluate(async () => {
          await window.watch.until(() => window.watch.events.length > 0);
          const {shadowRoot} = document.querySelector('summit-fact-box');
          return [...shadowRoot.querySelectorAll('details:not(footer *) li')].map(({textContent}) => textContent);
        });
        assert.ok(statements.length > 10);
        const text = execFileSync('pdftotext', ['-raw', '-', '-'], {input: await engine.pdf(), encoding: 'utf8'});
        // Hyphens and spaces are the line's, not the text's.
        const squeeze = (words) =>
          words
            .normalize('NFKC')
            .replaceAll(/[\s\u00ad-]/g, '')
            .toLowerCase();
        const printed = squeeze(text);
        for (const statement of statements) assert.ok(printed.includes(squeeze(statement)), statement);
        assert.match(text, /alaska-2025@1/);
      },
    );
  },
  ['chromium', 'firefox'],
);
