import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {bundledSummits, defaultSummitId} from '../data/bundled-summits.js';
import type {Summit} from '../data/summit.js';
import {SummitErrorEvent, SummitLoadEvent, type SummitOrigin} from './events.js';

/** Finds the data an element is asked for, and tells the page what came of it. */
export class SummitController implements ReactiveController {
  /** What is on screen, or about to be. Good data stays when a later choice fails. */
  summit: Summit | undefined;

  /** When `summit` was chosen. */
  loadedAt = new Date();

  /** Whether the latest choice failed: with a summit it is one from before, without there is nothing to show. */
  failed = false;

  /** Whether the host waits for its words, with nothing of the summit on screen yet. */
  waiting = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  /** The latest choice; answers to earlier ones are ignored. */
  #turn = 0;
  #news: Event | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Shows `data` if there is any, else the bundled summit `id`. A bundled summit is ready at once, on a server too. */
  select(data: unknown, id: string | undefined): void {
    const bundled = bundledSummits.get(id || defaultSummitId);
    const turn = ++this.#turn;
    if (bundled && !data) {
      this.#show(bundled, 'bundled');
      return;
    }
    void import('../loading/load-summit.js')
      .then(({loadSummit}) => {
        const {summit, failure} = loadSummit(data, id, bundledSummits.keys());
        if (turn !== this.#turn) return;
        if (summit) this.#show(summit, 'data');
        else this.#fail(new SummitErrorEvent(failure.code, failure.message, failure.issues));
      })
      .catch((cause: unknown) => {
        // The one way here is a file of the build that is not there; the browser's message names it.
        if (turn === this.#turn) this.#fail(new SummitErrorEvent('network', String(cause)));
      });
  }

  /** The page hears of news when it is on screen, not before. A server renders once and has nobody to tell. */
  hostUpdated(): void {
    const news = this.#news;
    if (!news || this.waiting) return;
    this.#news = undefined;
    this.#host.dispatchEvent(news);
  }

  #show(summit: Summit, origin: SummitOrigin): void {
    this.summit = summit;
    this.loadedAt = new Date();
    this.#tell(new SummitLoadEvent(summit, origin));
  }

  #fail(error: SummitErrorEvent): void {
    console.warn(this.#host.localName, error.code, error.message);
    this.#tell(error);
  }

  #tell(news: SummitLoadEvent | SummitErrorEvent): void {
    this.failed = news instanceof SummitErrorEvent;
    this.#news = news;
    this.#host.requestUpdate();
  }
}
