/** Drafts, locks and files in a real browser. */
import {expect} from 'chai';
import {PickedFile, ServedFile} from '../../builder/file/disk-file.js';
import {
  deleteAll,
  deleteDraft,
  listDrafts,
  loadDraft,
  saveDraft,
  type StoredDraft,
} from '../../builder/file/draft-store.js';
import {TabLock, type LockState} from '../../builder/file/tab-lock.js';

function makeDraft(id: string, changedAt: number, title = id): StoredDraft {
  return {version: 1, id, title, changedAt, draft: {summit: {title}}};
}

describe('the store of drafts', () => {
  beforeEach(() => deleteAll());

  it('keeps drafts, the latest first, and deletes them', async () => {
    await saveDraft(makeDraft('a', 1));
    await saveDraft(makeDraft('b', 2));
    const listed = await listDrafts();
    expect(listed).to.deep.equal({
      kind: 'done',
      value: [
        {id: 'b', title: 'b', changedAt: 2},
        {id: 'a', title: 'a', changedAt: 1},
      ],
    });
    await deleteDraft('b');
    expect(await loadDraft('b')).to.deep.equal({kind: 'done', value: undefined});
    expect((await loadDraft('a')) as unknown).to.deep.equal({kind: 'done', value: makeDraft('a', 1)});
  });

  it('writes the first and the newest of many changes', async () => {
    const saves = [1, 2, 3, 4, 5].map((time) => saveDraft(makeDraft('a', time)));
    const times = (await Promise.all(saves)).map((result) => result.kind === 'done' && result.value);
    expect(times).to.deep.equal([1, 5, 5, 5, 5]);
    expect(await loadDraft('a')).to.have.nested.property('value.changedAt', 5);
  });

  it('gives a reason if the storage is full', async () => {
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const result = await saveDraft(makeDraft('a', 1));
      expect(result).to.include({kind: 'failed', reason: 'full'});
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await saveDraft(makeDraft('a', 2))).to.include({kind: 'done'});
  });
});

/** A tab with its own lock, and what happened in it. */
function openTab(id: string) {
  const events: string[] = [];
  const lock = new TabLock(id, {
    save: async () => void events.push('saved'),
    changed: (state: LockState) => void events.push(state),
  });
  return {lock, events};
}

describe('the lock of a draft', () => {
  for (const api of ['with locks', 'without locks']) {
    it(`lets one tab change it until another takes over, ${api}`, async () => {
      const {locks} = navigator;
      if (api === 'without locks') Object.defineProperty(navigator, 'locks', {value: undefined, configurable: true});
      const id = `draft ${api}`;
      const [first, second] = [openTab(id), openTab(id)];
      try {
        expect(await first.lock.open()).to.equal('held');
        expect(await second.lock.open()).to.equal('elsewhere');
        await second.lock.takeOver();
        expect([first.lock.state, second.lock.state]).to.deep.equal(['elsewhere', 'held']);
        expect(first.events).to.deep.equal(['held', 'elsewhere', 'saved']);
      } finally {
        for (const {lock} of [first, second]) lock.close();
        Object.defineProperty(navigator, 'locks', {value: locks, configurable: true});
      }
    });
  }

  it('is free again after the tab closes', async () => {
    const [first, second] = [openTab('closing'), openTab('closing')];
    await first.lock.open();
    first.lock.close();
    await navigator.locks.request('summit-embeds-desk closing', () => undefined);
    expect(await second.lock.open()).to.equal('held');
    second.lock.close();
  });
});

/** A file in the browser's private file system, which has the same handles. */
async function makeFile(text: string): Promise<FileSystemFileHandle> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle('talks.yaml', {create: true});
  await write(handle, text);
  return handle;
}

async function write(handle: FileSystemFileHandle, text: string): Promise<void> {
  const writable = await handle.createWritable();
  await writable.write(text);
  await writable.close();
}

describe('a file that the browser opened', () => {
  it('is saved, and kept if another program changed it', async () => {
    const handle = await makeFile('a: 1\n');
    const file = new PickedFile(handle);
    expect(await file.read()).to.equal('a: 1\n');
    expect(await file.save('a: 2\n')).to.deep.equal({kind: 'saved'});
    expect(await file.findNewer()).to.equal(undefined);
    await write(handle, 'a: 3\n');
    expect(await file.findNewer()).to.equal('a: 3\n');
    expect(await file.save('a: 4\n')).to.deep.equal({kind: 'newer', text: 'a: 3\n'});
    expect(await (await handle.getFile()).text()).to.equal('a: 3\n');
    expect(await file.save('a: 4\n', true)).to.deep.equal({kind: 'saved'});
    expect(await (await handle.getFile()).text()).to.equal('a: 4\n');
  });

  it('is kept after a reload if it isn’t the text that the draft was made from', async () => {
    const handle = await makeFile('a: 5\n');
    expect(await new PickedFile(handle, false, 'a: 4\n').save('a: 6\n')).to.deep.equal({kind: 'newer', text: 'a: 5\n'});
  });
});

describe('a file of the desk’s server', () => {
  it('has a reason if the server has ended', async () => {
    const file = new ServedFile('talks.yaml', 'http://127.0.0.1:9/file');
    const result = await file.save('a: 1\n');
    expect(result.kind === 'failed' && result.message).to.match(/talks\.yaml.*start it again/);
  });
});
