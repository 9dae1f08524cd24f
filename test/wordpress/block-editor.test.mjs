// @ts-check
/** The block in WordPress’s own editor, used by an author. */
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {claimsIn} from '../support/prerendered.mjs';
import {readerSees} from '../world/reader-sees.mjs';
import {openEditor} from './block-editor.mjs';
import {renderBoxes} from './forms.mjs';
import {claims, startReader} from './reader.mjs';
import {startSite} from './site.mjs';
import {skip} from './skip.mjs';

describe('the block editor of WordPress', {skip}, () => {
  /** @type {import('./site.mjs').Site} */
  let site;
  /** @type {import('./reader.mjs').Reader} */
  let reader;

  before(async () => {
    site = await startSite({});
    reader = await startReader(site.origin);
  });

  after(async () => {
    await reader?.close();
    await site?.close();
  });

  it('an author uploads a file, sees each claim once, sets a heading, and publishes the same box', async () => {
    const [body = ''] = await renderBoxes();
    const file = path.join(site.folder, 'fact-box.txt');
    writeFileSync(file, body);
    const editor = await openEditor(site, reader.context);
    await editor.insertBlock('Story', 'Before.');
    await editor.uploadFile(file);

    const shown = claimsIn(await editor.readPreview('The talks in brief'), claims);
    assert.ok(shown.length > 0);
    assert.deepEqual(shown, reader.expected.slice(0, shown.length));

    await editor.setControl('Heading', 'Who said what');
    const text = await editor.readPreview('Who said what');
    assert.deepEqual(claimsIn(text, claims), shown);
    assert.doesNotMatch(text, /The talks in brief|[{}<>]|:host/);

    const id = await editor.publish();
    assert.deepEqual(editor.errors, []);
    await editor.page.close();

    const [stored] = await site.run({do: 'stored', id});
    assert.match(stored, /<!-- wp:summit-embeds\/box \{"mediaId":\d+,"heading":"Who said what"\} \/-->$/);
    const seen = await reader.visit(`p=${id}`, {}, (page) => readerSees(page, false));
    assert.deepEqual(claimsIn(seen.text, claims), shown);
    assert.ok(seen.inRoots.includes('Who said what'));
  });
});
