/** Keeps drafts in this browser. Nothing is sent anywhere. */
import {runRequest} from './database.js';
import type {FileFormat} from './read-file.js';

/** A stored draft: data that the browser can copy. */
export interface StoredDraft {
  /** Version of this record. */
  readonly version: 1;
  readonly id: string;
  /** Title for the list of drafts. */
  readonly title: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly changedAt: number;
  readonly draft: unknown;
  /** The file that it was read from or last saved to. */
  readonly file?: {readonly name: string; readonly format: FileFormat; readonly text: string} | undefined;
  /** The file on the disk, where the browser can save to it. */
  readonly handle?: FileSystemFileHandle | undefined;
}

/** What a list of drafts shows. */
export type DraftSummary = Pick<StoredDraft, 'id' | 'title' | 'changedAt'>;

/** A result instead of an exception: the page says the reason and offers a download. */
export type StoreResult<T> =
  | {readonly kind: 'done'; readonly value: T}
  | {readonly kind: 'failed'; readonly reason: 'full' | 'forbidden' | 'other'; readonly message: string};

/** Lists the drafts, the latest first. */
export async function listDrafts(): Promise<StoreResult<readonly DraftSummary[]>> {
  const result = await attempt(() =>
    runRequest<StoredDraft[]>('readonly', (drafts) => drafts.getAll() as IDBRequest<StoredDraft[]>),
  );
  if (result.kind === 'failed') return result;
  const summaries = result.value.map(({id, title, changedAt}) => ({id, title, changedAt}));
  return {kind: 'done', value: summaries.sort((one, other) => other.changedAt - one.changedAt)};
}

export function loadDraft(id: string): Promise<StoreResult<StoredDraft | undefined>> {
  return attempt(() =>
    runRequest<StoredDraft | undefined>('readonly', (drafts) => drafts.get(id) as IDBRequest<StoredDraft | undefined>),
  );
}

/** The draft that waits until the write before it ends, and who waits for it. */
interface Waiting {
  draft: StoredDraft;
  readonly result: Promise<StoreResult<number>>;
  readonly settle: (result: StoreResult<number>) => void;
}

const running = new Map<string, {waiting?: Waiting | undefined}>();

/**
 * Stores a draft. A write starts at once; while one is running, only the newest draft waits.
 *
 * @returns When the draft, or a newer one in its place, is stored: the time of its last change.
 */
export function saveDraft(draft: StoredDraft): Promise<StoreResult<number>> {
  const write = running.get(draft.id);
  if (!write) {
    running.set(draft.id, {});
    return writeDraft(draft);
  }
  if (write.waiting) write.waiting.draft = draft;
  else {
    let settle: Waiting['settle'] = () => undefined;
    const result = new Promise<StoreResult<number>>((resolve) => (settle = resolve));
    write.waiting = {draft, result, settle};
  }
  return write.waiting.result;
}

async function writeDraft(draft: StoredDraft): Promise<StoreResult<number>> {
  const result = await attempt(async () => {
    await runRequest('readwrite', (drafts) => drafts.put(draft));
    return draft.changedAt;
  });
  const waiting = running.get(draft.id)?.waiting;
  if (!waiting) running.delete(draft.id);
  else {
    running.set(draft.id, {});
    void writeDraft(waiting.draft).then(waiting.settle);
  }
  return result;
}

/** Deletes a draft, after the writes that are still running. */
export async function deleteDraft(id: string): Promise<StoreResult<undefined>> {
  await running.get(id)?.waiting?.result;
  return attempt(() => runRequest<undefined>('readwrite', (drafts) => drafts.delete(id)));
}

export async function deleteAll(): Promise<StoreResult<undefined>> {
  for (const {waiting} of running.values()) await waiting?.result;
  return attempt(() => runRequest<undefined>('readwrite', (drafts) => drafts.clear()));
}

async function attempt<T>(run: () => Promise<T>): Promise<StoreResult<T>> {
  try {
    return {kind: 'done', value: await run()};
  } catch (cause) {
    return describeFailure(cause);
  }
}

function describeFailure(cause: unknown): StoreResult<never> {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  if (name === 'QuotaExceededError') {
    return {kind: 'failed', reason: 'full', message: 'This browser’s storage is full. Download the file to keep it.'};
  }
  if (name === 'SecurityError' || name === 'InvalidStateError' || name === 'ReferenceError' || name === 'TypeError') {
    return {
      kind: 'failed',
      reason: 'forbidden',
      message: 'This browser stores nothing for this page. Download the file to keep it.',
    };
  }
  return {
    kind: 'failed',
    reason: 'other',
    message: `The draft couldn’t be stored: ${(cause as Error).message} Download the file to keep it.`,
  };
}
