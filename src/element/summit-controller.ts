import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {bundledSummits, defaultSummitId} from '../data/bundled-summits.js';
import type {Summit} from '../data/summit.js';
import {findWords, type Words} from '../format/words.js';
import type {LoadFailure} from '../loading/load-failure.js';
import {SummitErrorEvent, SummitLoadEvent, type SummitOrigin} from './events.js';
import type {OwnData} from './own-data.js';

/** What a controller reads of its element. */
export interface SummitHost extends ReactiveControllerHost, HTMLElement {
  readonly summit: string | undefined;
  readonly src: string | undefined;
  readonly data: unknown;
  readonly refresh: number | string | undefined;
}

/** What stands in a shadow root before the script comes. */
export interface Prerendered {
  /** See `keyOf` of the element; undefined if somebody else made it. */
  readonly key: string | undefined;
  readonly nodes: readonly ChildNode[];
}

/** Finds the data an element is asked for, and tells the page what came of it. */
export class SummitController implements ReactiveController {
  /** The good data on screen, or about to be. They stay when a later choice fails. */
  loaded: SummitLoadEvent | undefined;

  /** What came of the latest choice, if that is known yet. */
  latest: SummitLoadEvent | SummitErrorEvent | undefined;

  /** What other data than the plain bundled ones need; here once there was need of it, empty if it is lost. */
  own: Partial<OwnData> | undefined;

  /** Whether the host waits for its words, or for a translation. */
  waiting = false;

  /** What was prerendered, as long as it stands there. */
  prerendered: Prerendered | undefined;

  /** Those that the next box is to speak, once they are there. */
  words: Words | undefined;

  readonly #host: SummitHost;
  #asked: Promise<OwnData> | undefined;
  /** What the page is to hear of. */
  #news: Event[] = [];

  constructor(host: SummitHost) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Shows the host's `data` if there are any, else those at `src`, else the bundled summit. A bundled summit is ready at
   * once, on a server too.
   */
  select(): void {
    const {data, src, summit} = this.#host;
    const bundled = bundledSummits.get(summit || defaultSummitId);
    this.own?.leave?.();
    const [, id, , fingerprint] = this.prerendered?.key?.split('|') ?? [];
    // Own data can be prerendered without an address. Nothing else is to be had of them then, and so they stand.
    if (!data && !src && fingerprint && id === summit) return;
    if (bundled && !data && !src) {
      this.show(bundled, 'bundled');
    } else {
      this.#need().then(
        // By now the host may ask for something else.
        (own) => {
          own.select(bundledSummits);
        },
        // A file of the build that is not there; the browser's message names it.
        (cause: unknown) => {
          this.fail({code: 'network', message: String(cause), issues: []});
        },
      );
    }
  }

  /** Serves a reader who did something; without an event one whom an address led to a statement. */
  readonly attend = (event?: Event): void => {
    import('./comforts.js').then(
      ({attend}) => {
        attend(this.#host, this, findWords, event);
      },
      // The box is to be read without it.
      () => undefined,
    );
  };

  /** Links inside the box lead there whatever `base` the page has, which would lead to another page. */
  readonly follow = (event: Event): void => {
    const {target, ctrlKey, metaKey, shiftKey} = event as MouseEvent;
    const hash = (target as Element).closest('a')?.getAttribute('href');
    // A reader who opens another tab knows why.
    if (!hash?.startsWith('#') || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    location.hash = hash;
  };

  /** The page's address may name a statement of this box. */
  readonly #arrive = (): void => {
    if (location.hash.startsWith('#summit-')) this.attend();
  };

  /** Whether everything is here to show the data in these words; what is not is asked for. */
  ready(words: Words | undefined): boolean {
    const {loaded, own, prerendered} = this;
    this.words = words;
    const isPlain =
      words && (!loaded || (!prerendered && loaded.origin === 'bundled' && loaded.summit.lang === words.texts));
    if (!isPlain && !own) {
      const update = (): void => {
        this.#host.requestUpdate();
      };
      this.#need().then(update, update);
    }
    // Where it is lost, readers get the words they asked for around data as they are: better than nothing.
    this.waiting = !isPlain && !(words && loaded && own && (own.ready?.(loaded, words) ?? true));
    return !this.waiting;
  }

  /** Good data; `change` tells of another edition of what is on screen. */
  show(summit: Summit, origin: SummitOrigin, change?: Event): void {
    this.latest = this.loaded = new SummitLoadEvent(summit, origin);
    this.#tell(this.loaded, change);
  }

  fail({code, message, issues}: Pick<LoadFailure, 'code' | 'message' | 'issues'>): void {
    (console as Partial<Console>).warn?.(this.#host.localName, code, message);
    this.latest = new SummitErrorEvent(code, message, issues);
    this.#tell(this.latest);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#arrive);
    this.own?.connect?.();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#arrive);
    this.own?.disconnect?.();
  }

  /** The page hears of news when it is on screen, not before. A server renders once and has nobody to tell. */
  hostUpdated(): void {
    if (this.waiting) return;
    for (const event of this.#news.splice(0)) this.#host.dispatchEvent(event);
    this.own?.updated?.();
    this.#arrive();
  }

  #tell(...news: (Event | undefined)[]): void {
    this.#news = news.flatMap((event) => event ?? []);
    this.#host.requestUpdate();
  }

  async #need(): Promise<OwnData> {
    this.#asked ??= import('./own-data.js').then(({OwnData}) => new OwnData(this.#host, this));
    try {
      return (this.own = await this.#asked);
    } catch (cause) {
      this.own = {};
      throw cause;
    }
  }
}
