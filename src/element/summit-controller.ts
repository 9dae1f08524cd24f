import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {
  findSummit,
  knownIds,
  offRegister,
  onRegister,
  sharedTranslations,
  shareTranslations,
  type RegisteredSummit,
} from '../data/summit-registry.js';
import type {Summit} from '../data/summit.js';
import {findWords, type Words} from '../format/words.js';
import type {LoadFailure} from '../loading/load-failure.js';
import type {BoxKey} from './box-key.js';
import {SummitErrorEvent, SummitLoadEvent, type SummitOrigin} from './events.js';
import type {OwnData} from './own-data.js';

/** What a controller reads of its element. */
export interface SummitHost extends ReactiveControllerHost, HTMLElement {
  readonly summit: string | undefined;
  readonly src: string | undefined;
  readonly data: unknown;
  readonly refresh: number | string | undefined;
  childrenChanged(): void;
}

/** What was in a shadow root before the script rendered anything: prerendered, cloned, or a slot for a plain layer. */
export interface AdoptedMarkup extends BoxKey {
  readonly key: string | undefined;
  readonly nodes: readonly ChildNode[];
}

shareTranslations(() => import('./own-data.js'));

/** One for all elements: what it watches does not keep them alive. */
const children =
  typeof MutationObserver === 'undefined'
    ? undefined
    : new MutationObserver((records) => {
        const hosts = records.map(({target}) =>
          (target as Element).closest<SummitHost>('summit-goal-comparison,summit-region-list,summit-fact-box'),
        );
        for (const host of new Set(hosts)) host?.childrenChanged();
      });

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
  prerendered: AdoptedMarkup | undefined;

  /** Whether data that the page asked for are on their way. */
  isLoading = false;

  /** Translations that this copy of the package and others in the page have. */
  readonly copies = sharedTranslations();

  /** Those that the next box is to speak, once they are there. */
  words: Words | undefined;

  readonly #host: SummitHost;
  /** The registered summit that was found for the host when it was last asked for; null before. */
  #registered: RegisteredSummit | null | undefined = null;
  #asked: Promise<OwnData> | undefined;
  /** What the page is to hear of. */
  #news: Event[] = [];

  constructor(host: SummitHost) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Whether content in the host's children comes before what is on screen: nothing is, or a summit that nobody asked for, or
   * another one than the content's.
   *
   * @param id Of the content's summit; empty where it doesn't say.
   * @param isWhole Whether it is a shadow root, and not merely a plain layer.
   */
  canAdopt(id: string, isWhole: boolean): boolean {
    const {data, src, summit} = this.#host;
    const {loaded, prerendered} = this;
    if (data) return false;
    if (loaded ? !src && !summit && loaded.origin === 'bundled' : isWhole || !prerendered) return true;
    return !!id && id !== (loaded?.summit ?? prerendered)?.id;
  }

  /** Drops what was loaded, since adopted content has taken its place. */
  forget(): void {
    this.loaded = this.latest = undefined;
    this.#news = [];
    this.select();
    this.#host.requestUpdate();
  }

  /**
   * Shows the host's `data` if there are any, else those at `src`, else the registered summit. A bundled summit is ready at
   * once, on a server too. Without any of them the host waits.
   */
  select(): void {
    const {data, src, summit} = this.#host;
    const registered = findSummit(summit);
    this.#registered = registered;
    this.own?.leave?.();
    this.isLoading = !!(data || src);
    if (!data && !src) {
      if (this.#keepsContent()) {
        // What failed before is not asked for any more.
        this.latest = this.loaded;
        this.#host.requestUpdate();
        return;
      }
      if (registered?.isBundled) {
        this.show(registered.summit, 'bundled');
        return;
      }
      // A summit of this id may still be registered, where none is the default.
      if (!registered && !(summit && knownIds())) return;
    }
    this.#need().then(
      // By now the host may ask for something else.
      (own) => {
        const now = this.#host;
        if (now.data || now.src || !this.#keepsContent()) own.select(findSummit(now.summit), knownIds());
      },
      // A file of the build that is not there; the browser's message names it.
      (cause: unknown) => {
        this.fail({code: 'network', message: String(cause), issues: []});
      },
    );
  }

  /**
   * Whether content that is already there stays, since the page asks for nothing else that is to be had. A default summit
   * replaces no other content than its own.
   */
  #keepsContent(): boolean {
    const {prerendered} = this;
    if (!prerendered) return false;
    const {summit} = this.#host;
    const registered = findSummit(summit);
    // Data of the page's own can be prerendered without an address: nothing else is to be had of them then.
    const {id, revision, fingerprint} = prerendered;
    // An older script has an older edition of the bundled summit.
    if (registered?.isBundled && id === registered.summit.id && revision > registered.summit.revision) return true;
    if (!summit) return !!fingerprint || id !== registered?.summit.id;
    return registered ? registered.isBundled && !!fingerprint && id === summit : !id || id === summit;
  }

  /** A summit was registered, which may be the one that the host waits for, or a newer edition; or translations of it. */
  readonly #onRegister = (): void => {
    const {data, src, summit} = this.#host;
    if (this.#registered === null || data || src) return;
    if (findSummit(summit) !== this.#registered) this.select();
    else if (this.loaded) this.#host.requestUpdate();
  };

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
    children?.observe(this.#host, {childList: true, subtree: true});
    onRegister(this.#onRegister);
    this.#onRegister();
    this.own?.connect?.();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#arrive);
    offRegister(this.#onRegister);
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
