import {html, render, type TemplateResult} from 'lit';
import type {Summit} from '../../src/data/summit.js';
import type {Attributes} from '../../src/snippet/embed-options.js';
import {checkChoices} from './check-choices.js';
import {readChoices, writeChoices, type Choices} from './choices.js';
import {readChosenFile} from '../file/read-file.js';
import {emptyDraft} from '../store/draft.js';
import {cardOf, renderCard} from './card-panel.js';
import {copyFormatted, copyText} from './copy.js';
import {bundledData, readDataAddress, readDataText, readDraft, type DataState, type GoodData} from './data-file.js';
import {makePng, saveFile} from './draw-card.js';
import {renderForm} from './form.js';
import {makeBox} from './make-box.js';
import {Preview, renderJumpBar} from './preview.js';
import {readIntegrity} from './read-integrity.js';
import {renderSnippets, snippetOf} from './snippets-panel.js';
import type {Actions, CardChoices, View} from './view.js';

/** Delay while the user types, since rendering a box takes longer than a keystroke. */
const TYPING_MS = 100;

/** Has no entries, so that the form offers none of another summit. */
const NOTHING_WRITTEN = emptyDraft().summit;

/** The view in which a box is placed: holds the choices and shows the snippet. */
export class PlaceView implements Actions {
  readonly #root: HTMLElement;
  readonly #taken: () => void;
  readonly #preview = new Preview();
  #view: View;
  /** The summit in Write; `undefined` while nothing is written. */
  #draft: Summit | undefined;
  /** The current load. */
  #loading: AbortController | undefined;
  /** The inputs of the current box, so that the same box isn't made twice. */
  #made: string | undefined;
  #madeOf: GoodData | undefined;
  #making: Promise<void> | undefined;

  /** @param taken Called when something made from the summit in Write is taken away: a snippet or a share card. */
  constructor(root: HTMLElement, taken: () => void) {
    this.#root = root;
    this.#taken = taken;
    const choices = readChoices(location.hash);
    const shown = bundledData(undefined) as GoodData;
    this.#view = {
      choices,
      linkedBase: choices.base,
      checked: checkChoices(choices, shown.summit),
      text: '',
      data: {kind: 'empty'},
      shown,
      summit: shown.summit,
      box: undefined,
      isMakingBox: false,
      boxFault: undefined,
      integrity: undefined,
      integrityFault: undefined,
      width: 'full',
      scheme: 'auto',
      said: '',
      copied: '',
      card: {size: 'landscape', scheme: 'light', paper: ''},
      cardSaid: '',
    };
  }

  start(): void {
    // Fires for back, forward and a pasted address, but not for this page's own `replaceState`.
    addEventListener('hashchange', () => {
      const choices = readChoices(location.hash);
      this.#update({choices, linkedBase: choices.base});
      this.#load();
    });
    readIntegrity().then(
      (integrity) => {
        this.#update({integrity});
      },
      (cause: unknown) => {
        this.#update({integrityFault: (cause as Error).message});
      },
    );
    this.#load();
  }

  choose(change: Partial<Choices>): void {
    const before = this.#view.choices;
    const choices = {...before, ...change};
    this.#update({choices});
    history.replaceState(null, '', this.hash);
    if (change.data !== undefined && change.data !== before.data) this.#load();
  }

  setAttribute(name: string, value: string | undefined): void {
    const {[name]: before, ...rest} = this.#view.choices.attributes;
    const attributes: Attributes = value === undefined ? rest : {...rest, [name]: value};
    this.choose({attributes});
    if (value === before) return;
    if (name === 'summit' || (name === 'src' && this.#view.choices.data === 'address')) this.#load();
  }

  setTheme(name: string, value: string): void {
    this.choose({theme: {...this.#view.choices.theme, [name]: value}});
  }

  setText(text: string): void {
    this.#update({text});
    this.#load();
  }

  takeFile(file: File | undefined): void {
    if (!file) return;
    void readChosenFile(file).then((text) => {
      this.choose({data: 'text'});
      if (typeof text === 'string') {
        this.setText(text);
        this.say(`${file.name} was read.`);
      } else {
        this.#take(text);
      }
    });
  }

  /** Takes the summit that is being written, which the box shows if the editor chose it. */
  setDraft(draft: Summit | undefined): void {
    if (draft === this.#draft) return;
    this.#draft = draft;
    if (this.#view.choices.data === 'draft') this.#load();
  }

  /** The choices as the hash of an address. */
  get hash(): string {
    return writeChoices(this.#view.choices);
  }

  loadAgain(): void {
    this.#load();
  }

  show(change: Partial<Pick<View, 'width' | 'scheme'>>): void {
    this.#update(change);
  }

  say(said: string): void {
    this.#update({said});
  }

  copy(as: 'html' | 'formatted'): void {
    // Cleared first, because a live region doesn't announce the same text twice.
    this.#update({copied: ''});
    void this.#copy(as).then((copied) => {
      this.#update({copied});
    });
  }

  setCard(change: Partial<CardChoices>): void {
    this.#update({card: {...this.#view.card, ...change}, cardSaid: ''});
  }

  takeCard(as: 'png' | 'svg' | 'alt'): void {
    this.#update({cardSaid: ''});
    void this.#takeCard(as).then(
      (cardSaid) => {
        this.#update({cardSaid});
      },
      (cause: unknown) => {
        this.#update({cardSaid: `Couldn’t make the file: ${(cause as Error).message}`});
      },
    );
  }

  async #takeCard(as: 'png' | 'svg' | 'alt'): Promise<string> {
    while (this.#view.isMakingBox) await this.#making;
    const drawn = cardOf(this.#view);
    if (drawn.kind === 'none') return '';
    const {card, src} = drawn;
    if (this.#view.choices.data === 'draft') this.#taken();
    if (as === 'alt') return copyText(card.alt, document.querySelector<HTMLTextAreaElement>('#card-alt'));
    const {size, scheme} = this.#view.card;
    const name = `${this.#view.shown.summit.id}-${size}-${scheme}.${as}`;
    saveFile(as === 'svg' ? new Blob([card.svg], {type: 'image/svg+xml'}) : await makePng(card, src), name);
    return `Saved as ${name}`;
  }

  async #copy(as: 'html' | 'formatted'): Promise<string> {
    while (this.#view.isMakingBox) await this.#making;
    const {text} = snippetOf(this.#view);
    const {box} = this.#view;
    if (text === undefined || !box) return '';
    if (this.#view.choices.data === 'draft') this.#taken();
    const field = document.querySelector<HTMLTextAreaElement>('#snippet');
    return as === 'html' ? copyText(text, field) : copyFormatted(box.formatted(), field);
  }

  /** Loads the selected data. */
  #load(): void {
    this.#loading?.abort();
    const {signal} = (this.#loading = new AbortController());
    const {choices, text} = this.#view;
    const {attributes} = choices;
    switch (choices.data) {
      case 'bundled':
        this.#take(bundledData(attributes['summit']));
        break;
      case 'text':
        void readDataText(text).then((data) => {
          if (!signal.aborted) this.#take(data);
        });
        break;
      case 'draft':
        this.#take(readDraft(this.#draft));
        break;
      case 'address': {
        const {src} = checkChoices(choices, this.#view.summit).attributes;
        if (src === undefined) {
          this.#take({kind: 'empty'});
          break;
        }
        this.#take({kind: 'loading'});
        readDataAddress(new URL(src, document.baseURI).href, signal).then(
          (data) => {
            this.#take(data);
          },
          // Aborted by a later load.
          () => undefined,
        );
      }
    }
  }

  #take(data: DataState): void {
    if (data.kind === 'good') this.#update({data, shown: data, summit: data.summit});
    else if ('draft' in data) this.#update({data, summit: data.draft, ...(data.part && {shown: data.part})});
    else if (this.#view.choices.data === 'draft') this.#update({data, summit: NOTHING_WRITTEN});
    else this.#update({data});
  }

  #update(change: Partial<View>): void {
    const view = {...this.#view, ...change};
    const isSame = view.choices === this.#view.choices;
    const copied = 'copied' in change || isSame ? view.copied : '';
    const cardSaid = isSame ? view.cardSaid : '';
    this.#view = {...view, copied, cardSaid, checked: checkChoices(view.choices, view.summit)};
    this.#makeBox();
    render(this.#renderPage(), this.#root);
  }

  /** Makes the prerendered box again if its inputs changed. */
  #makeBox(): void {
    const {shown, choices, checked} = this.#view;
    const recipe = JSON.stringify([choices.element, checked.attributes]);
    if (recipe === this.#made && shown === this.#madeOf) return;
    this.#made = recipe;
    this.#madeOf = shown;
    this.#view = {...this.#view, isMakingBox: true};
    const isLatest = (): boolean => recipe === this.#made && shown === this.#madeOf;
    const make = async (): Promise<void> => {
      if (this.#view.box) await new Promise((resolve) => setTimeout(resolve, TYPING_MS));
      if (!isLatest()) return;
      try {
        const box = await makeBox(choices.element, shown, checked.attributes);
        if (isLatest()) this.#update({box, boxFault: undefined, isMakingBox: false});
      } catch (cause) {
        const boxFault = `Couldn’t make the snippet: ${(cause as Error).message}. Open this page over https.`;
        if (isLatest()) this.#update({boxFault, isMakingBox: false});
      }
    };
    this.#making = make();
  }

  #renderPage(): TemplateResult {
    const view = this.#view;
    return html`<main class="place">
        <div class="desk">
          ${renderForm(view, this)}
          <div class="outcome">${this.#preview.render(view, this)} ${renderSnippets(view, this)}</div>
        </div>
        ${renderCard(view, this)} ${renderJumpBar()}
      </main>
      <p class="unseen" role="status">${view.said}</p>`;
  }
}
