import {contentHash} from '../../src/data/content-hash.js';
import type {Summit} from '../../src/data/summit.js';
import {fetchText} from './fetch-text.js';
import {
  canPickFiles,
  downloadFile,
  pickFile,
  pickNewFile,
  PickedFile,
  ServedFile,
  type DiskFile,
} from '../file/disk-file.js';
import {deleteDraft, listDrafts, loadDraft, saveDraft, type StoredDraft} from '../file/draft-store.js';
import {readChosenFile, readSummitText, type FileFormat} from '../file/read-file.js';
import {TabLock} from '../file/tab-lock.js';
import {writeSummitText} from '../file/write-file.js';
import {takeTranslation} from '../store/commands/translations.js';
import {completeShape} from '../store/complete-shape.js';
import {describeIssues} from '../store/desk-words.js';
import type {DeskState, DeskStore} from '../store/desk-store.js';
import {emptyDraft, finalIdOf, isEmpty, UNNAMED, type Draft} from '../store/draft.js';
import {isTranslation, readImport} from '../store/import-translation.js';
import {languageName} from '../store/language-name.js';
import {countLeftOut, unsavedTranslations, writeForPages, writeForTranslator} from '../store/translations.js';
import {initialTranslations} from '../write/translations/translations-ui.js';
import type {SessionUi} from './session-ui.js';

/** Steps that are kept with a draft, so that they can be undone after a reload. */
const KEPT_STEPS = 1000;

/** Where a tab remembers its draft over a reload. */
const TAB_KEY = 'summit-embeds-desk';

interface Original {
  readonly text: string;
  readonly format: FileFormat;
}

/** The file and the draft of the desk: opening, keeping, saving. Nothing that an editor wrote is ever dropped. */
export class DeskSession {
  readonly #store: DeskStore;
  #id: string = crypto.randomUUID();
  #lock: TabLock | undefined;
  #file: DiskFile | undefined;
  #name = '';
  /** The text that the draft was made from, with its comments; `undefined` for a new draft. */
  #original: Original | undefined;
  /** The summit that the file has. */
  #saved: Summit;

  constructor(store: DeskStore) {
    this.#store = store;
    this.#saved = store.state.draft.summit;
  }

  async start(): Promise<void> {
    this.#store.subscribe((state, before) => {
      const isSameLanguage = state.ui.translations.lang === before.ui.translations.lang;
      if (state.draft !== before.draft || !isSameLanguage) void this.#keep(state);
    });
    addEventListener('focus', () => void this.#lookForNewer());
    addEventListener('beforeunload', (event) => {
      const {stored, isSaved} = this.#store.state.ui.session;
      const isInFiles = isSaved && this.#unsavedTranslations.length === 0;
      // The draft is in the browser's storage. Only if that failed, leaving would lose it.
      if (stored.kind === 'failed' && !isInFiles) event.preventDefault();
    });
    this.#show({canSave: this.#canSave});
    const served = new URLSearchParams(location.search).get('file');
    const kept = readTabKey();
    if (kept !== undefined && (await this.openDraft(kept))) return;
    if (served !== null) await this.#openServed(served);
    await this.#listDrafts();
  }

  /** Whether the draft may be changed in this tab. */
  get isWritable(): boolean {
    return !this.#store.state.ui.session.isElsewhere;
  }

  /** Lets the editor choose a file. Without a picker, the page shows a file field. */
  async choose(): Promise<void> {
    const file = await pickFile();
    if (file) await this.#openDisk(file);
  }

  async takeFile(file: File): Promise<void> {
    const text = await readChosenFile(file);
    if (typeof text === 'string') await this.openText(text, file.name);
    else this.#show({problem: text});
  }

  async openAddress(address: string): Promise<void> {
    this.#show({isOpening: true, problem: undefined});
    const {text, message} = await fetchText(address);
    this.#show({isOpening: false});
    if (text === undefined) this.#show({problem: {message: message ?? '', issues: []}});
    else await this.openText(text, new URL(address, document.baseURI).pathname.split('/').at(-1) ?? 'summit.yaml');
  }

  /** Opens the text of a file as a new draft. The earlier draft stays in the browser. */
  async openText(text: string, name: string, file?: DiskFile): Promise<boolean> {
    const read = await readSummitText(text, name);
    if (read.kind === 'bad') {
      this.#show({problem: read});
      return false;
    }
    if (isTranslation(read.value)) {
      this.#takeTranslation(name, read.value);
      return false;
    }
    const shaped = completeShape(read.value);
    if ('issue' in shaped) {
      this.#show({
        problem: {message: `“${name}” can’t be edited here:`, issues: describeIssues(read.value, [shaped.issue])},
      });
      return false;
    }
    await this.#begin(
      {...emptyDraft(), summit: shaped.summit},
      {
        name,
        file,
        original: {text: read.text, format: read.format},
        isSaved: true,
      },
    );
    return true;
  }

  /** Begins a new draft. The earlier one stays in the browser. */
  async openNew(lang = 'en'): Promise<void> {
    await this.#begin(emptyDraft(lang), {name: '', isSaved: true});
  }

  /** Opens a draft that this browser keeps. Returns whether there is one. */
  async openDraft(id: string): Promise<boolean> {
    const result = await loadDraft(id);
    if (result.kind === 'failed' || !result.value) return false;
    const {draft: content, file, handle} = result.value;
    const {draft, past, future, saved, savedTranslations = {}, openLanguage = ''} = content as StoredContent;
    await this.#take(id);
    this.#name = file?.name ?? '';
    this.#original = file?.text === undefined || file.text === '' ? undefined : file;
    const served = new URLSearchParams(location.search).get('file');
    if (handle) this.#file = new PickedFile(handle, false, file?.text);
    else if (served !== null && served === this.#name) this.#file = new ServedFile(served, '../file', file?.text);
    else this.#file = undefined;
    this.#saved = saved ? draft.summit : emptyDraft().summit;
    const {session} = this.#store.state.ui;
    // Keeping the opened draft at once must not keep the translations of the one before.
    this.#store.open(
      draft,
      {past, future},
      {session: {...session, savedTranslations}, translations: {...initialTranslations, lang: openLanguage}},
    );
    this.#show({
      name: this.#name,
      isSaved: saved,
      canSave: this.#canSave,
      stored: {kind: 'stored', at: result.value.changedAt},
    });
    await this.#lookForNewer();
    return true;
  }

  /** Deletes a draft that this browser keeps. */
  async forget(id: string): Promise<void> {
    const result = await deleteDraft(id);
    if (result.kind === 'failed') this.#show({problem: {message: result.message, issues: []}});
    await this.#listDrafts();
  }

  /** Deletes the open draft from this browser and begins a new one. */
  async forgetThis(): Promise<void> {
    const id = this.#id;
    await this.openNew();
    await this.forget(id);
  }

  /** Saves to the file, or downloads it where the browser can't. */
  async save({
    overNewer = false,
    as = false,
  }: {readonly overNewer?: boolean; readonly as?: boolean} = {}): Promise<void> {
    if (as || (!this.#file && canPickFiles())) {
      const file = await pickNewFile(this.#suggestedName());
      if (!file) return;
      this.#file = file;
      this.#name = file.name;
    }
    if (!this.#file) {
      await this.download();
      return;
    }
    this.nameSummit();
    const {summit} = this.#store.state.draft;
    const text = await this.#write(this.#file.name);
    const result = await this.#file.save(text, overNewer);
    switch (result.kind) {
      case 'saved':
        this.#savedAs(text, summit);
        break;
      case 'newer':
        this.#show({newer: result.text});
        break;
      case 'denied':
        this.#say('Not saved: the browser wasn’t allowed to change the file. Save again, or download the file.');
        break;
      case 'failed':
        this.#show({problem: {message: result.message, issues: []}});
    }
  }

  /** Downloads the file, in YAML or JSON. */
  async download(format?: FileFormat): Promise<void> {
    this.nameSummit();
    const name = format ? this.#suggestedName().replace(/\.\w+$/, `.${format}`) : this.#suggestedName();
    const {summit} = this.#store.state.draft;
    const text = await this.#write(name);
    downloadFile(name, text);
    this.#say(`Downloaded as ${name}.`);
    if (!this.#file) this.#savedAs(text, summit);
  }

  /** Downloads a translation: for the site in JSON, for a translator in YAML. */
  downloadTranslation(lang: string, format: FileFormat): void {
    this.nameSummit();
    const {summit, translations} = this.#store.state.draft;
    const translation = translations[lang];
    if (!translation) return;
    const name = `${summit.id}.${lang}.${format}`;
    downloadFile(name, (format === 'json' ? writeForPages : writeForTranslator)(summit, translation));
    const leftOut = countLeftOut(summit, translation, format);
    if (leftOut === 0) this.markTranslationSaved(lang);
    const texts = leftOut === 1 ? '1 text to review isn’t' : `${String(leftOut)} texts to review aren’t`;
    this.#say(`Downloaded as ${name}.${leftOut > 0 ? ` ${texts} in it; the draft keeps them.` : ''}`);
  }

  /** Notes that a file has all of a translation. */
  markTranslationSaved(lang: string): void {
    const {draft, ui} = this.#store.state;
    const translation = draft.translations[lang];
    if (!translation) return;
    this.#show({savedTranslations: {...ui.session.savedTranslations, [lang]: translation}});
    void this.#keep(this.#store.state);
  }

  /** Takes the version that another program wrote. It is a step that can be undone. */
  async takeNewer(): Promise<void> {
    const {newer} = this.#store.state.ui.session;
    if (newer === undefined || !this.#file) return;
    const read = await readSummitText(newer, this.#file.name);
    const shaped = read.kind === 'read' ? completeShape(read.value) : undefined;
    if (read.kind === 'bad' || !shaped || 'issue' in shaped) {
      const issues =
        read.kind === 'read' && shaped && 'issue' in shaped ? describeIssues(read.value, [shaped.issue]) : [];
      this.#show({problem: {message: 'The version on the disk can’t be read. Yours stays.', issues}});
      return;
    }
    await this.#file.read();
    this.#store.edit('Take the version on the disk', (draft) => {
      draft.summit = shaped.summit as typeof draft.summit;
    });
    this.#original = {text: newer, format: read.format};
    this.#saved = this.#store.state.draft.summit;
    this.#show({newer: undefined, isSaved: true});
  }

  async takeOver(): Promise<void> {
    await this.#lock?.takeOver();
    // The other tab has stored its last changes.
    await this.openDraft(this.#id);
  }

  closeProblem(): void {
    this.#show({problem: undefined});
  }

  get #unsavedTranslations(): readonly string[] {
    const {draft, ui} = this.#store.state;
    return unsavedTranslations(draft, ui.session.savedTranslations).map(({lang}) => lang);
  }

  /** Imports a translation that was opened or dropped like a summit. */
  #takeTranslation(name: string, value: Readonly<Record<string, unknown>>): void {
    if (!this.isWritable) {
      this.#say('This draft is open in another tab. To change it here, choose “Go on here”.');
      return;
    }
    const imported = readImport(name, value, this.#store.isEmpty ? undefined : this.#store.state.draft.summit);
    if (!imported.translation) {
      this.#show({problem: imported});
      return;
    }
    const {translation, label, said} = imported;
    this.#store.edit(label, (draft) => {
      takeTranslation(draft, translation);
    });
    this.markTranslationSaved(translation.lang);
    this.#show({problem: undefined});
    this.#store.show({
      said,
      view: 'write',
      section: 'translations',
      opened: '',
      translations: {...initialTranslations, lang: translation.lang},
    });
  }

  get #canSave(): boolean {
    return this.#file !== undefined || canPickFiles();
  }

  async #openServed(name: string): Promise<void> {
    const file = new ServedFile(name, '../file');
    try {
      const text = await file.read();
      if (text === undefined || text.trim() === '') {
        await this.#begin(emptyDraft(), {name, file, isSaved: true});
      } else if (!(await this.openText(text, name, file))) this.#file = undefined;
    } catch (cause) {
      this.#show({problem: {message: `“${name}” can’t be read: ${(cause as Error).message}`, issues: []}});
    }
  }

  async #openDisk(file: DiskFile): Promise<void> {
    const text = await file.read().catch(() => undefined);
    if (text === undefined) this.#show({problem: {message: `“${file.name}” can’t be read.`, issues: []}});
    else await this.openText(text, file.name, file);
  }

  async #begin(
    draft: Draft,
    {name, file, original, isSaved}: {name: string; file?: DiskFile | undefined; original?: Original; isSaved: boolean},
  ): Promise<void> {
    await this.#take(crypto.randomUUID());
    this.#file = file;
    this.#name = name;
    this.#original = original;
    this.#saved = draft.summit;
    this.#store.open(draft);
    this.#show({
      name,
      isSaved,
      savedTranslations: {},
      canSave: this.#canSave,
      problem: undefined,
      newer: undefined,
      stored: {kind: 'nothing'},
    });
    void this.#keep(this.#store.state);
    this.#say(name ? `Opened ${name}.` : 'A new draft.');
  }

  /** Makes `id` the draft of this tab. */
  async #take(id: string): Promise<void> {
    if (this.#lock && id === this.#id) return;
    this.#lock?.close();
    this.#id = id;
    writeTabKey(id);
    const lock = new TabLock(id, {
      save: () => this.#keep(this.#store.state),
      changed: (state) => {
        if (this.#lock === lock) this.#show({isElsewhere: state === 'elsewhere'});
      },
    });
    this.#lock = lock;
    this.#show({isElsewhere: (await lock.open()) === 'elsewhere'});
  }

  /** Keeps the draft in this browser. */
  async #keep(state: DeskState): Promise<void> {
    const isSaved = state.draft.summit === this.#saved;
    if (this.#store.state.ui.session.isSaved !== isSaved) this.#show({isSaved});
    if (!this.isWritable || (isEmpty(state.draft) && state.past.length === 0)) return;
    if (this.#store.state.ui.session.stored.kind === 'stored') this.#show({stored: {kind: 'pending'}});
    if (!this.#lock) await this.#take(this.#id);
    const content: StoredContent = {
      draft: state.draft,
      past: state.past.slice(-KEPT_STEPS),
      future: state.future.slice(-KEPT_STEPS),
      saved: isSaved,
      savedTranslations: this.#store.state.ui.session.savedTranslations,
      openLanguage: state.ui.translations.lang,
    };
    const stored: StoredDraft = {
      version: 1,
      id: this.#id,
      title: state.draft.summit.title || this.#name || 'Untitled',
      changedAt: Date.now(),
      draft: content,
      file: this.#name
        ? {name: this.#name, format: this.#original?.format ?? 'yaml', text: this.#original?.text ?? ''}
        : undefined,
      handle: this.#file?.handle,
    };
    const result = await saveDraft(stored);
    if (result.kind !== 'done') this.#show({stored: {kind: 'failed', message: result.message}});
    // A later change is being stored.
    else if (this.#store.state.draft === state.draft) this.#show({stored: {kind: 'stored', at: result.value}});
  }

  /** Gives a new summit its id, which never changes once it has been saved or a box of it was copied. */
  nameSummit(): void {
    const {summit} = this.#store.state.draft;
    const id = finalIdOf(summit);
    if (id === summit.id || !this.isWritable) return;
    this.#store.edit('Name the summit', (draft) => {
      draft.summit.id = id;
      for (const entry of draft.summit.translations ?? [])
        if (entry.src === `${UNNAMED}.${entry.lang}.json`) entry.src = `${id}.${entry.lang}.json`;
    });
  }

  async #write(name: string): Promise<string> {
    const {summit} = this.#store.state.draft;
    // The fingerprint is that of the edition.
    const value = summit.hash === undefined ? summit : {...summit, hash: await contentHash(summit)};
    const format: FileFormat = name.endsWith('.json') ? 'json' : 'yaml';
    if (this.#original?.format === format) return writeSummitText(this.#original, value);
    return writeSummitText(format === 'json' ? {text: '', format} : undefined, value);
  }

  #savedAs(text: string, summit: Summit): void {
    const format = this.#name.endsWith('.json') ? 'json' : 'yaml';
    this.#original = {text, format};
    this.#saved = summit;
    this.#show({
      name: this.#name,
      newer: undefined,
      isSaved: this.#store.state.draft.summit === summit,
      problem: undefined,
    });
    const others = this.#unsavedTranslations.map(languageName);
    if (this.#file) {
      const more = others.length > 0 ? ` It has no translations: download ${others.join(', ')} too.` : '';
      this.#say(`Saved ${this.#file.name}.${more}`);
    }
    void this.#keep(this.#store.state);
  }

  #suggestedName(): string {
    return this.#name || `${finalIdOf(this.#store.state.draft.summit)}.yaml`;
  }

  async #lookForNewer(): Promise<void> {
    const newer = await this.#file?.findNewer().catch(() => undefined);
    if (newer !== undefined && newer !== this.#store.state.ui.session.newer) {
      this.#show({newer});
      this.#say('Another program changed the file.');
    }
  }

  async #listDrafts(): Promise<void> {
    const result = await listDrafts();
    if (result.kind === 'done') this.#show({drafts: result.value.filter(({id}) => id !== this.#id)});
  }

  #show(change: Partial<SessionUi>): void {
    this.#store.show({session: {...this.#store.state.ui.session, ...change}});
  }

  #say(said: string): void {
    this.#store.show({said});
  }
}

/** What is stored of the desk's state. */
interface StoredContent {
  readonly draft: Draft;
  readonly past: DeskState['past'];
  readonly future: DeskState['future'];
  readonly saved: boolean;
  /** Drafts of earlier versions of the desk don't have it. */
  readonly savedTranslations?: SessionUi['savedTranslations'];
  /** The translation that was open, so that it is after a reload. */
  readonly openLanguage?: string;
}

function readTabKey(): string | undefined {
  try {
    return sessionStorage.getItem(TAB_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function writeTabKey(id: string): void {
  try {
    sessionStorage.setItem(TAB_KEY, id);
  } catch {
    // Without storage, a reload shows the list of drafts, or nothing.
  }
}
