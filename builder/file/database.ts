/** The browser's database of the desk. It has one store, of drafts by id. */
const NAME = 'summit-embeds-desk';
const STORE = 'drafts';

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    // Throws where the browser forbids storage.
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, {keyPath: 'id'});
    };
    request.onsuccess = () => {
      // Another tab may need a later version, or the browser may delete the data.
      request.result.onversionchange = request.result.onclose = forget;
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('The database can’t be opened.'));
    };
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

function forget(this: IDBDatabase): void {
  this.close();
  opened = undefined;
}

/** Runs one request. Resolves when its transaction is complete, so that the data are really stored. */
export async function runRequest<T>(
  mode: 'readonly' | 'readwrite',
  run: (drafts: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, {durability: 'strict'});
    const request = run(transaction.objectStore(STORE));
    transaction.oncomplete = () => {
      resolve(request.result);
    };
    transaction.onabort = transaction.onerror = () => {
      reject(transaction.error ?? request.error ?? new Error('The database refused it.'));
    };
  });
}
