import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {bundledSummits, defaultSummitId} from '../data/bundled-summits.js';
import type {LoadFailure} from '../loading/load-summit.js';
import {SummitErrorEvent, SummitLoadEvent} from './events.js';
import type {tell} from './own-data.js';

/** Finds the data an element is asked for, and tells the page what came of it. */
export class SummitController implements ReactiveController {
  /** The good data on screen, or about to be. They stay when a later choice fails. */
  loaded: SummitLoadEvent | undefined;

  /** When they came. */
  loadedAt = new Date();

  /** What came of the latest choice, if that is known yet. */
  latest: SummitLoadEvent | SummitErrorEvent | undefined;

  /** Puts into words what only data of a page's own have; here once there was need of it. */
  tell: typeof tell | undefined;

  /** Whether the host waits for its words, with nothing of the summit on screen yet. */
  waiting = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  /** What the page was told of last. */
  #told: Event | undefined;
  /** The latest choice; answers to earlier ones are ignored. */
  #turn = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Shows `data` if there is any, else the bundled summit `id`. A bundled summit is ready at once, on a server too. */
  select(data: unknown, id: string | undefined): void {
    const bundled = bundledSummits.get(id || defaultSummitId);
    const turn = ++this.#turn;
    if (bundled && !data) {
      this.#settle(new SummitLoadEvent(bundled, 'bundled'));
      return;
    }
    void import('./own-data.js')
      .then((own) => {
        this.tell = own.tell;
        return new SummitLoadEvent(own.loadSummit(data, id, bundledSummits.keys()), 'data');
      })
      .catch((cause: unknown) => {
        // Without a code it is a file of the build that is not there; the browser's message names it.
        const {code = 'network', message, issues} = cause as Error & Partial<LoadFailure>;
        return new SummitErrorEvent(code, message, issues);
      })
      .then((news) => {
        if (turn === this.#turn) this.#settle(news);
      });
  }

  /** The page hears of news when it is on screen, not before. A server renders once and has nobody to tell. */
  hostUpdated(): void {
    if (!this.latest || this.latest === this.#told || this.waiting) return;
    this.#told = this.latest;
    this.#host.dispatchEvent(this.latest);
  }

  #settle(news: SummitLoadEvent | SummitErrorEvent): void {
    this.latest = news;
    if (news instanceof SummitErrorEvent) {
      console.warn(this.#host.localName, news.code, news.message);
    } else {
      this.loaded = news;
      this.loadedAt = new Date();
    }
    this.#host.requestUpdate();
  }
}
