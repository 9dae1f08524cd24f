import {html, nothing, render, type TemplateResult} from 'lit';
import {VERSION} from '../src/element/version.js';
import {DeskSession} from './session/desk-session.js';
import {renderFileBar} from './session/file-bar.js';
import {renderStart} from './session/start-panel.js';
import {PlaceView} from './place/place-view.js';
import {checkDraft} from './store/check-draft.js';
import {raiseRevision} from './store/commands/changes.js';
import {asPlaced, emptyDraft} from './store/draft.js';
import {DeskStore, type Recipe} from './store/desk-store.js';
import {views, type ViewName} from './store/desk-ui.js';
import {toStablePath} from './store/unfinished.js';
import {sectionOf} from './write/sections.js';
import type {DeskActions, WriteContext} from './write/write-context.js';
import {WritePreview} from './write/write-preview.js';
import {renderWrite} from './write/write-view.js';

const VIEWS: Readonly<Record<ViewName, string>> = {write: 'Write', place: 'Place'};

/** The click follows the end of a press, and what it folds or unfolds tells so after it. */
const AFTER_PRESS_MS = 100;

/** The page: one store, two views. An address with choices opens Place, any other address opens Write. */
export class Desk implements DeskActions {
  readonly #root: HTMLElement;
  readonly #store = new DeskStore(emptyDraft());
  readonly #session = new DeskSession(this.#store);
  readonly #writePreview = new WritePreview();
  readonly #placeRoot = document.createElement('div');
  #place: PlaceView | undefined;
  #isRenderPlanned = false;
  /** Whether a mouse button or a finger is down. */
  #isPressed = false;
  /** Where the editor was since then. */
  #visited: readonly string[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  start(): void {
    this.#root.replaceChildren();
    this.#store.subscribe(() => {
      this.#planRender();
    });
    addEventListener('hashchange', () => {
      this.#openAddressed();
    });
    addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    // Accepts drops on the whole page: otherwise the browser would open a file that missed its field.
    addEventListener('drop', (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      this.#takeFile(file);
    });
    addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    addEventListener('pointerdown', () => (this.#isPressed = true), {capture: true});
    for (const end of ['pointerup', 'pointercancel']) {
      addEventListener(end, () => {
        this.#isPressed = false;
        setTimeout(() => {
          this.visit([]);
        }, AFTER_PRESS_MS);
      });
    }
    this.#openAddressed();
    this.#render();
    void this.#session.start();
  }

  readonly edit: DeskActions['edit'] = (label: string, recipe: Recipe, {mergeKey, said} = {}) => {
    if (!this.#session.isWritable) {
      this.say('This draft is open in another tab. To change it here, choose “Go on here”.');
      this.#render();
      return;
    }
    const {published} = this.#store.state.ui.corrections;
    const raising: Recipe = (draft) => {
      recipe(draft);
      if (published) raiseRevision(draft, published.summit);
    };
    const isChanged = this.#store.edit(label, raising, mergeKey);
    if (isChanged && said !== undefined) this.say(said);
  };

  readonly endMerge = (): void => {
    this.#store.endMerge();
  };

  readonly undo = (): void => {
    const label = this.#session.isWritable ? this.#store.undo() : undefined;
    if (label !== undefined) this.say(`Undone: ${label}.`);
  };

  readonly redo = (): void => {
    const label = this.#session.isWritable ? this.#store.redo() : undefined;
    if (label !== undefined) this.say(`Done again: ${label}.`);
  };

  readonly show: DeskActions['show'] = (change) => {
    this.#store.show(typeof change === 'function' ? change(this.#store.state.ui) : change);
  };

  readonly downloadTranslation: DeskActions['downloadTranslation'] = (lang, format) => {
    this.#session.downloadTranslation(lang, format);
  };

  readonly markTranslationSaved: DeskActions['markTranslationSaved'] = (lang) => {
    this.#session.markTranslationSaved(lang);
  };

  readonly say = (said: string): void => {
    this.#store.show({said});
  };

  readonly visit: DeskActions['visit'] = (paths) => {
    this.#visited = [...this.#visited, ...paths];
    // A message that appears would move a button away from under a pointer that presses it.
    if (this.#isPressed || this.#visited.length === 0) return;
    const {draft, ui} = this.#store.state;
    const places = this.#visited.map((path) => toStablePath(draft.summit, path));
    this.#visited = [];
    if (places.every((place) => ui.visited.has(place))) return;
    this.#store.show({visited: new Set([...ui.visited, ...places])});
  };

  readonly goTo = (path: string): void => {
    const entry = /^\w+\[\d+\]/.exec(path)?.[0] ?? '';
    this.#store.show({view: 'write', section: sectionOf(path), opened: entry});
    this.#render();
    focusField(path, entry);
  };

  /** Opens the view that the address asks for. */
  #openAddressed(): void {
    this.#openView(location.hash.length > 1 ? 'place' : 'write');
  }

  #openView(view: ViewName): void {
    if (view === 'place' && !this.#place) {
      this.#place = new PlaceView(this.#placeRoot, () => {
        this.#session.nameSummit();
      });
      this.#place.start();
    }
    this.#store.show({view});
  }

  #switchTo(view: ViewName): void {
    const isFirst = !this.#place;
    this.#openView(view);
    if (view === 'place' && isFirst && !this.#store.isEmpty) this.#place?.choose({data: 'draft'});
    history.replaceState(null, '', view === 'place' ? (this.#place?.hash ?? '') : location.pathname + location.search);
  }

  #takeFile(file: File): void {
    if (this.#store.state.ui.view === 'place') this.#place?.takeFile(file);
    else void this.#session.takeFile(file);
  }

  /** Undo, redo and save by keyboard. In a text field they are the desk's too, since it stores each keystroke. */
  #onKey(event: KeyboardEvent): void {
    if (this.#store.state.ui.view !== 'write' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y' && key !== 's') return;
    event.preventDefault();
    if (key === 's') void this.#session.save();
    else if (key === 'y' || event.shiftKey) this.redo();
    else this.undo();
  }

  #planRender(): void {
    if (this.#isRenderPlanned) return;
    this.#isRenderPlanned = true;
    queueMicrotask(() => {
      this.#render();
    });
  }

  #render(): void {
    this.#isRenderPlanned = false;
    const {state} = this.#store;
    const check = checkDraft(state.draft.summit);
    this.#place?.setDraft(this.#store.isEmpty ? undefined : asPlaced(state.draft.summit));
    render(this.#renderPage({state, check, summit: state.draft.summit, actions: this}), this.#root);
  }

  #renderPage(context: WriteContext): TemplateResult {
    const {view, said} = context.state.ui;
    return html`<header>
        <p class="name">summit-embeds <span>${VERSION}</span></p>
        <h1>${view === 'write' ? 'Write a box' : 'Place a box'}</h1>
        <nav class="views" aria-label="Views">
          ${views.map(
            (name) =>
              html`<button
                type="button"
                aria-current=${name === view ? 'page' : nothing}
                @click=${() => {
                  this.#switchTo(name);
                }}
              >${VIEWS[name]}</button>`,
          )}
        </nav>
        <p class="lead">
          ${
            view === 'write'
              ? 'From an article to a box. Everything stays in your browser until you save or publish it.'
              : 'Choose, preview, copy. Everything happens in your browser; the page’s address stores your choices.'
          }
        </p>
      </header>
      ${
        view === 'write'
          ? renderWrite(context, {
              preview: this.#writePreview,
              fileBar: renderFileBar(context.state, {undo: this.undo, redo: this.redo, session: this.#session}),
              start: this.#store.isEmpty ? renderStart(context.state.ui.session, this.#session) : undefined,
            })
          : this.#placeRoot
      }
      <p class="unseen" role="status">${view === 'write' ? said : nothing}</p>`;
  }
}

/** Moves the focus to the field at a path, or to the closest one that is there. */
function focusField(path: string, entry: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-path]')];
  const found =
    all.find(({dataset}) => dataset['path'] === path) ??
    all.find(({dataset}) => path.startsWith(dataset['path'] ?? '\0')) ??
    document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(entry)}"] summary`) ??
    document.querySelector<HTMLElement>('#section');
  found?.closest('details')?.setAttribute('open', '');
  const control = found?.matches('fieldset') ? (found.querySelector<HTMLElement>('select, button') ?? found) : found;
  control?.focus();
  control?.scrollIntoView({block: 'center'});
}
