/** Data files that do not come, each in a way of its own: engines tell apart what a network does wrong, and boxes say which it was. */
/* global watch -- what watchPage puts into a page */
import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {startDataServer} from '../../support/data-server.mjs';
import {inEveryEngine} from '../../support/engines.mjs';
import {FAILURES} from '../failures.mjs';
import {SCRIPT, startHost, talks} from '../host-pages.mjs';
import {takeTime} from '../long-time.mjs';

let host;
let server;
before(async () => {
  server = await startDataServer();
  host = await startHost({connect: [server.origin]});
});
after(() => Promise.all([host.close(), server.close()]));

inEveryEngine('a data file that does not come', (engine) => {
  it('is told by its code, and the box says so', async () => {
    server.put('/no-cors/news.json', talks, {headers: {'Access-Control-Allow-Origin': 'null'}});
    server.put('/wrong.json', {...talks, claims: 'none'});
    server.put('/later.json', {...talks, schemaVersion: '2.0'});
    // WebKitGTK takes an answer that breaks off between two chunks for a whole one.
    const expected = FAILURES.map(
      ([path, code]) => `${path} ${engine.name === 'webkit' && path === '/truncated-chunked' ? 'invalid' : code}`,
    );
    const boxes = FAILURES.map(
      ([path]) => `<summit-fact-box id="${path}" src="${server.url(path)}"></summit-fact-box>`,
    );
    await host.open(engine, boxes.join('') + SCRIPT, {prepare: [takeTime]});
    const silent = FAILURES.filter(([, code]) => code === 'timeout').length;
    const {told, texts, thrown} = await engine.evaluate(
      async (all, silent) => {
        await watch.until(() => watch.events.length === all - silent, 'the failures that tell of themselves');
        watch.time.advance(watch.time.LIMIT_MS);
        await watch.until(() => watch.events.length === all, 'the others');
        return {
          told: watch.events.map(({id, type, code}) => `${id} ${type === 'summit-error' ? code : type}`),
          texts: [...document.querySelectorAll('summit-fact-box')].map(watch.text),
          thrown: watch.errors,
        };
      },
      FAILURES.length,
      silent,
    );
    assert.deepEqual(told.sort(), expected.sort());
    for (const text of texts) assert.match(text, /could not be loaded/);
    assert.deepEqual(thrown, []);
  });
});
