/** Saves a summit to the file it came from: through the browser, through the server of `summit-embeds desk`, or as a download. */

/** The result of saving or of looking for changes. A file that another program changed is never overwritten unasked. */
export type SaveResult =
  | {readonly kind: 'saved'}
  | {readonly kind: 'newer'; readonly text: string}
  /** The editor didn't allow the page to use the file, or closed the dialog. */
  | {readonly kind: 'denied'}
  | {readonly kind: 'failed'; readonly message: string};

export interface DiskFile {
  readonly name: string;
  /** The file's handle, to keep with the draft; only for files that the browser opened. */
  readonly handle?: FileSystemFileHandle;
  /** Reads the file; `undefined` if it doesn't exist yet. The text then counts as known. */
  read(): Promise<string | undefined>;
  /** The text of the file if another program has changed it since it was read or saved. */
  findNewer(): Promise<string | undefined>;
  /** @param overNewer Whether the editor has decided to overwrite the changes of another program. */
  save(text: string, overNewer?: boolean): Promise<SaveResult>;
}

/** Types that the standard library doesn't have yet. */
interface FilePickers {
  showOpenFilePicker?(options?: object): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options?: object): Promise<FileSystemFileHandle>;
}
interface PermittedHandle extends FileSystemFileHandle {
  queryPermission?(options: {mode: 'readwrite'}): Promise<PermissionState>;
  requestPermission?(options: {mode: 'readwrite'}): Promise<PermissionState>;
}

const TYPES = [{description: 'Summit', accept: {'application/yaml': ['.yaml', '.yml'], 'application/json': ['.json']}}];

/** Whether this browser can save to a file that the editor chooses. */
export function canPickFiles(): boolean {
  return typeof (globalThis as FilePickers).showSaveFilePicker === 'function';
}

/** Lets the editor choose a file; `undefined` if none was chosen. Needs a click. */
export async function pickFile(): Promise<DiskFile | undefined> {
  const picked = await cancelled((globalThis as FilePickers).showOpenFilePicker?.({types: TYPES}));
  const [handle] = picked ?? [];
  return handle && new PickedFile(handle);
}

/** Lets the editor choose where to save a new file. Needs a click. */
export async function pickNewFile(suggestedName: string): Promise<DiskFile | undefined> {
  const handle = await cancelled((globalThis as FilePickers).showSaveFilePicker?.({types: TYPES, suggestedName}));
  return handle && new PickedFile(handle, true);
}

async function cancelled<T>(picking: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await picking;
  } catch (cause) {
    if ((cause as Error).name === 'AbortError') return undefined;
    throw cause;
  }
}

/** A file that the browser opened. */
export class PickedFile implements DiskFile {
  readonly handle: FileSystemFileHandle;
  /** The text as it was last read or saved; `undefined`: any text may be overwritten, because the editor said so. */
  #known: string | undefined;
  #isNew: boolean;

  /**
   * @param isNew Whether the browser has just asked the editor whether to overwrite it.
   * @param known The text that the draft was made from, for a handle that was stored.
   */
  constructor(handle: FileSystemFileHandle, isNew = false, known?: string) {
    this.handle = handle;
    this.#isNew = isNew;
    this.#known = known;
  }

  get name(): string {
    return this.handle.name;
  }

  async read(): Promise<string> {
    this.#known = await this.#text();
    this.#isNew = false;
    return this.#known;
  }

  async findNewer(): Promise<string | undefined> {
    if (this.#isNew) return undefined;
    const text = await this.#text();
    return text === this.#known ? undefined : text;
  }

  async save(text: string, overNewer = false): Promise<SaveResult> {
    try {
      if (!(await isPermitted(this.handle))) return {kind: 'denied'};
      const newer = overNewer ? undefined : await this.findNewer();
      if (newer !== undefined) return {kind: 'newer', text: newer};
      // The browser replaces the file only when it is closed.
      const writable = await this.handle.createWritable();
      await writable.write(text);
      await writable.close();
      this.#known = text;
      this.#isNew = false;
      return {kind: 'saved'};
    } catch (cause) {
      if ((cause as Error).name === 'NotAllowedError') return {kind: 'denied'};
      return {kind: 'failed', message: `“${this.name}” couldn’t be saved: ${(cause as Error).message}`};
    }
  }

  async #text(): Promise<string> {
    return (await this.handle.getFile()).text();
  }
}

/** Asks the editor if needed. After a reload, the browser asks again, which needs a click. */
async function isPermitted(handle: PermittedHandle): Promise<boolean> {
  const mode = {mode: 'readwrite'} as const;
  if ((await handle.queryPermission?.(mode)) === 'granted') return true;
  // A question that is closed without an answer stays open: the state is then `prompt`.
  const answer = await handle.requestPermission?.(mode);
  return answer === undefined || answer === 'granted';
}

/** The file that `summit-embeds desk` serves. */
export class ServedFile implements DiskFile {
  readonly name: string;
  readonly #url: string;
  /** Its ETag; `undefined`: it doesn't exist. */
  #known: string | undefined;
  /** The text that a draft was made from, until its ETag is known. */
  #knownText: string | undefined;

  /** @param knownText The text that the draft was made from, for a draft that was stored. */
  constructor(name: string, url: string, knownText?: string) {
    this.name = name;
    this.#url = url;
    this.#knownText = knownText;
  }

  async read(): Promise<string | undefined> {
    const {text, tag} = await this.#get();
    this.#known = tag;
    return text;
  }

  async findNewer(): Promise<string | undefined> {
    const {text, tag} = await this.#get();
    if (this.#knownText !== undefined && text === this.#knownText) this.#known = tag;
    this.#knownText = undefined;
    return tag === this.#known ? undefined : text;
  }

  async save(text: string, overNewer = false): Promise<SaveResult> {
    try {
      if (overNewer) this.#known = (await this.#get()).tag;
      const condition: Record<string, string> =
        this.#known === undefined ? {'If-None-Match': '*'} : {'If-Match': this.#known};
      const response = await fetch(this.#url, {method: 'PUT', body: text, headers: condition});
      if (response.status === 412) return {kind: 'newer', text: (await this.#get()).text ?? ''};
      if (!response.ok) return this.#fail(await response.text());
      this.#known = response.headers.get('ETag') ?? undefined;
      return {kind: 'saved'};
    } catch {
      return this.#fail('summit-embeds desk doesn’t answer; start it again.');
    }
  }

  #fail(reason: string): SaveResult {
    return {kind: 'failed', message: `“${this.name}” couldn’t be saved: ${reason.trim()}`};
  }

  async #get(): Promise<{readonly text?: string; readonly tag?: string | undefined}> {
    const response = await fetch(this.#url, {cache: 'no-store'});
    if (response.status === 404) return {};
    if (!response.ok) throw new Error(await response.text());
    return {text: await response.text(), tag: response.headers.get('ETag') ?? undefined};
  }
}

/** Saves a copy in the folder for downloads. */
export function downloadFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], {type: 'text/plain'}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser reads it after the click.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
