/** Unit tests of publishers: a statement is opened in a DOM without a browser. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {describe, it} from 'node:test';
import {promisify} from 'node:util';

const program = fileURLToPath(new URL('open-statement.mjs', import.meta.url));

describe('a statement that a unit test opens', () => {
  for (const name of ['jsdom', 'happy-dom']) {
    it(`has its actions and throws nothing in ${name}`, async () => {
      const {stdout, stderr} = await promisify(execFile)(process.execPath, [program, name]);
      assert.deepEqual([stdout, stderr], ['with actions\n', '']);
    });
  }
});
