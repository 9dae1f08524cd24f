import {compareEditions, type EditionChanges} from '../data/compare-editions.js';
import type {Summit} from '../data/summit.js';
import {formatTime} from '../format/format-date.js';
import {formatList} from '../format/format-list.js';
import {customDataMessages} from '../format/languages/custom-data.en.js';
import type {Messages} from '../format/messages.js';
import type {BoxController, SummitHost} from './box-controller.js';
import type {LoadedSummit} from './box-state.js';
import {SummitChangeEvent} from './change-event.js';
import {fingerprintOf} from './fingerprint.js';
import type {AllMessages, EditionChange} from './full-context.js';
import {GroupMemo} from './group-memo.js';
import {isOriginal} from './is-original.js';
import type {RenderContext} from './render-context.js';
import type {KnownTranslation} from './translations.js';
import type {ViewState} from './view-state.js';

// Loaded only for boxes whose content is replaced or outdated, and for long lists. This module must not import a module
// of the entry, for the reason given in `custom-data.ts`.

/**
 * Replaces the content of one element with a later edition, or prerendered content with that of Lit: keeps what a reader
 * has open, renders what has changed, and says so.
 */
export class Replacement {
  readonly #host: SummitHost;
  readonly #controller: BoxController;
  readonly #viewState: ViewState;
  readonly #groups = new GroupMemo();
  /** Whether the next rendering replaces prerendered content. */
  #replacesPrerendered = false;
  #fingerprint: string | undefined;
  /** The summit that the fingerprint was computed from. */
  #fingerprinted: Summit | undefined;
  /** Notice in a prerendered box if an update failed. */
  #notice: HTMLElement | undefined;
  /** The latest change of edition, with the later edition. */
  #change: (EditionChange & {readonly summit: Summit}) | undefined;

  constructor(host: SummitHost, controller: BoxController, viewState: ViewState) {
    this.#host = host;
    this.#controller = controller;
    this.#viewState = viewState;
  }

  get fingerprint(): string | undefined {
    return this.#fingerprint;
  }

  /** Whether the next rendering inserts the live region, which must be empty then. */
  get isSilent(): boolean {
    return this.#replacesPrerendered;
  }

  readonly formatFailure = formatFailure;

  /** Returns what the edition has changed on screen. */
  changeOf(summit: Summit): EditionChange | undefined {
    return this.#change?.summit === summit ? this.#change : undefined;
  }

  /** Prepares for another summit, and returns the factory of the event for another edition. */
  begin(before: Summit | undefined, summit: Summit): (() => Event) | undefined {
    this.#fingerprint = undefined;
    const changes = before?.id === summit.id ? compareEditions(before, summit) : undefined;
    this.#change = changes && {...changes, ...describeChanges(changes, performance.now()), summit};
    this.#viewState.keep(this.#host.shadowRoot);
    return changes && (() => new SummitChangeEvent(summit, changes));
  }

  /**
   * Prepares a rendering. Returns undefined if nothing has to be computed for it.
   *
   * @param shown The summit in the language of the box.
   */
  prepare({origin}: LoadedSummit, shown: Summit): Promise<void> | undefined {
    this.#replacesPrerendered = this.#controller.markup.kind === 'adopted';
    if (!this.#replacesPrerendered) return undefined;
    if (origin !== 'bundled' && this.#fingerprinted !== shown) {
      return fingerprintOf(shown).then((fingerprint) => {
        this.#fingerprint = fingerprint;
        this.#fingerprinted = shown;
      });
    }
    return undefined;
  }

  /** Returns the fields of the context that skip unchanged groups of regions. */
  continueRegions(
    {summit, messages}: RenderContext,
    translation: KnownTranslation | undefined,
  ): Pick<RenderContext, 'isContinued' | 'stateOf'> {
    const change = this.changeOf(summit);
    const updated = new Set(change && [...change.added, ...change.changed]);
    const rendering = {
      of: [summit, messages, translation, this.#change],
      isWhole: this.#replacesPrerendered,
      isUpdated: (id: string) => updated.has(id),
      // In a translated box more than the data can change. A new object never equals the previous context, so nothing
      // is reused.
      context: translation || !isOriginal(summit, messages) ? {} : contextOf(summit, messages),
    };
    return {
      isContinued: this.#groups.isContinuedBy(rendering.of),
      stateOf: (number, group, dependencies) =>
        this.#groups.stateOf(this.#host.shadowRoot, number, group, dependencies, rendering),
    };
  }

  /** Restores open details and focus, and continues a rendering that is split over several tasks. */
  updated(): void {
    this.#groups.updated(this.#host.shadowRoot);
    const hasUnannounced = this.#replacesPrerendered && this.#change !== undefined;
    this.#replacesPrerendered = false;
    if (!this.#groups.hasMore) this.#viewState.restore();
    if (this.#groups.hasMore || hasUnannounced) {
      // Continues in a new task, so that readers can scroll and click in between.
      setTimeout(() => {
        this.#host.requestUpdate();
      });
    }
    this.#updateNotice();
  }

  /** Shows or removes the notice of a failure in a prerendered box, where Lit doesn't render. */
  #updateNotice(): void {
    const {markup, state, nextMessages} = this.#controller;
    if (markup.kind !== 'adopted' || state.kind !== 'failed' || !nextMessages) {
      this.#notice?.remove();
      this.#notice = undefined;
      return;
    }
    const text = formatFailure(nextMessages, state.last);
    if (!this.#notice) {
      this.#notice = this.#host.ownerDocument.createElement('p');
      this.#notice.className = 'notice small';
      this.#notice.role = 'status';
      this.#host.shadowRoot?.querySelector('[part=box]')?.prepend(this.#notice);
    }
    const notice = this.#notice;
    // Later, because a live region that is inserted with its message isn't announced.
    setTimeout(() => {
      if (notice.textContent !== text) notice.textContent = text;
    });
  }
}

/** Cache key: everything a formatted claim or region depends on except itself and the translation. */
function contextOf({id, lang, sources, actors, changes}: Summit, messages: Messages): string {
  return JSON.stringify([id, lang, messages.lang, sources, actors, changes]);
}

/**
 * Makes the texts about the changes of an edition.
 *
 * @param changedAtMs Milliseconds since the time origin of the page.
 */
function describeChanges(
  {added, changed, withdrawn}: EditionChanges,
  changedAtMs: number,
): Pick<EditionChange, 'formatNote' | 'summarize'> {
  const formatNote = (messages: AllMessages): string =>
    messages.fill(messages.updatedAt, timeOf(messages, changedAtMs));
  return {
    formatNote,
    summarize: (messages) => {
      const counts = (
        [
          [messages.changedClaims, changed],
          [messages.newClaims, added],
          [messages.withdrawnClaims, withdrawn],
        ] as const
      )
        .filter(([, ids]) => ids.length > 0)
        .map(([forms, ids]) => messages.count(forms, ids.length));
      return [formatNote(messages), formatList(messages.lang, counts)].filter(Boolean).join(messages.colon);
    },
  };
}

/**
 * Formats a time on this page in the reader's time zone. All other dates in a box are those of the data.
 *
 * @param ms Milliseconds since the time origin of the page.
 */
function timeOf({lang}: Messages, ms: number): string {
  const {timeZone} = new Intl.DateTimeFormat().resolvedOptions();
  return formatTime(lang, new Date(performance.timeOrigin + ms), timeZone);
}

/**
 * Formats the notice that an update failed, with the time of the data on screen. Without `loaded` that is the page
 * load.
 */
function formatFailure(messages: Messages, loaded: Pick<LoadedSummit, 'loadedAtMs'> | undefined): string {
  return messages.fill({...customDataMessages, ...messages}.stale, timeOf(messages, loaded?.loadedAtMs ?? 0));
}
