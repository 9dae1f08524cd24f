import type {EditionChanges} from '../data/compare-editions.js';
import type {Actor, Change, Claim, Outcome, Question, Summit} from '../data/summit.js';
import {formatDate} from '../format/format-date.js';
import {formatList, listSeparator} from '../format/format-list.js';
import type {CustomDataMessages, MessageCode} from '../format/message-types.js';
import {customDataMessages} from '../format/languages/custom-data.en.js';
import type {Messages} from '../format/messages.js';
import {entriesByTarget, entriesFor, normalizeSummit, publisherId} from '../model/normalize-summit.js';
import type {Statement} from '../model/statement.js';
import type {LoadedSummit} from './box-state.js';
import {isOriginal} from './is-original.js';
import {isPast} from './is-past.js';
import type {RenderContext, ViewName} from './render-context.js';
import type * as Results from './results.js';
import type {ResultsContext} from './results.js';
import type {KnownTranslation} from './translations.js';

/** Changes that another edition brought while the page was open. */
export interface EditionChange extends EditionChanges {
  /** Formats the note at a changed statement, such as “Updated at 14:05”. */
  formatNote(messages: AllMessages): string;
  /** Summarizes the changes, such as “Updated at 14:05: 1 statement changed, 2 new”. */
  summarize(messages: AllMessages): string;
}

/** Inputs of a full context besides its basic context. */
export interface FullContextOptions {
  readonly loaded: LoadedSummit | undefined;
  readonly translation: KnownTranslation | undefined;
  /** Difference from the edition that was on screen before. */
  readonly change: EditionChange | undefined;
  /** Leaves the live region empty: it is inserted by this rendering, and the next one fills it. */
  readonly isSilent?: boolean | undefined;
  /** Formats the notice that an update failed. Undefined: that of the basic context. */
  readonly formatFailure?: ((messages: Messages, loaded: LoadedSummit | undefined) => string) | undefined;
  /** Module for outcomes, figures and meetings. Undefined if the data have none. */
  readonly results?: typeof Results | null | undefined;
  /** Day that `reviewBy` is compared with. Default: today. */
  readonly now?: Date | undefined;
}

export type AllMessages = CustomDataMessages & Messages;

/** Copy of the constant in `render-context.ts`: this chunk must not import a module of the entry. */
const DOT = '\u00a0· ';

/**
 * Adds the fields that only custom or translated data needs: dates, several sources, disputes, corrections,
 * translations, updates.
 */
export function makeFullContext(
  basic: RenderContext,
  {loaded, translation, change, isSilent, formatFailure, results, now}: FullContextOptions,
): RenderContext {
  const {summit: original, notice, html} = basic;
  const table: AllMessages = {...customDataMessages, ...basic.messages};
  const hasSources = original.sources.filter(({role}) => role === 'reporting').length > 1;
  const messages: AllMessages = {
    ...table,
    // The data know which English: a page often says only `en`.
    lang: table.lang === table.language && isOriginal(original, table) ? original.lang : table.lang,
    ...(hasSources && {gap: table.gapInSources, nothingGiven: table.nothingInSources}),
    label: (code) => table[code as MessageCode] ?? basic.messages.label(code),
  };
  const summit = normalize(translation?.summit ?? original);
  const isForeign = !isOriginal(original, messages);
  const comma = listSeparator(messages.lang);
  const [openQuote = '', closeQuote = ''] = messages.quote.split('{x}');
  // Made only if it is shown: the browser takes several milliseconds to load the names of languages.
  const languageNote = (): string => messages.fill(messages.shownIn, languageName(messages, original.lang));
  const updated = new Set(change && [...change.added, ...change.changed]);
  const updateNote = change?.formatNote(messages);
  const updates = !isSilent && change?.summarize(messages);
  const isUpdated = ({claims}: Partial<Statement>): boolean => claims?.some(({id}) => updated.has(id)) ?? false;
  const date = (day: string | undefined): string | undefined => day && formatDate(messages.lang, day);
  const names = new Map(summit.actors.map(({id, name, shortName}) => [id, shortName ?? name]));
  /** Made only if claims conflict: there may be thousands. */
  let claimsById: ReadonlyMap<string, Claim> | undefined;
  const findClaim = (id: string): Claim | undefined =>
    (claimsById ??= new Map(summit.claims.map((claim) => [claim.id, claim]))).get(id);
  const isOver = original.status.value === 'ended';
  const sources = new Map(summit.sources.map((source) => [source.id, source]));

  /** Remarks on a claim after its place in the source. */
  const remarksOn = ({id, text, asOf, disputedBy, anonymous, quote, conflictsWith = []}: Claim): readonly unknown[] => [
    date(asOf),
    anonymous && [messages.anonymous, ' ', formatText(anonymous)],
    disputedBy &&
      messages.fill(
        messages.disputedBy,
        formatList(
          summit.lang,
          disputedBy.flatMap((actor) => names.get(actor) ?? []),
        ),
      ),
    quote && [
      messages.originalWords,
      messages.colon,
      html`${openQuote}<span lang=${quote.lang} dir="auto">${quote.text}</span>${closeQuote}`,
      quote.translator && [comma, messages.fill(messages.translatedBy, quote.translator)],
    ],
    conflictsWith.length > 0 && [
      messages.otherSources,
      messages.colon,
      conflictsWith.map((other, i) => [i > 0 && messages.separator, formatText(findClaim(other)?.text)]),
    ],
    translation?.missing.has(text) && languageNote(),
    updated.has(id) && updateNote,
  ];
  const line = (...parts: unknown[]): unknown => html`<p class="small">${parts}</p>`;
  /** A note inside the control that opens a statement. */
  const note = (...parts: unknown[]): unknown => html`<span class="small note">${parts}</span>\x20`;
  const formatText = (text: string | undefined, label?: Partial<Statement>): unknown => {
    if (!text) return text;
    const isMarked = translation ? translation.originals.has(text) : isForeign;
    const shown = isMarked ? html`<bdi lang=${original.lang}>${text}</bdi>` : text;
    return label?.withdrawn && label.claims?.length === 0 ? html`<s>${shown}</s>` : shown;
  };
  const formatChange = ({kind, date: day, text}: Change, isShort?: boolean): unknown => [
    html`<b>${kind === 'withdrawal' ? messages.withdrawal : messages.label(kind)}</b>`,
    DOT,
    date(day),
    isShort ? '' : [DOT, formatText(text)],
  ];
  const changesByTarget = entriesByTarget(summit.changes);
  const positions = new Map(summit.changes.map((entry, i) => [entry, i]));

  /** Statements whose name line already says that they are updated. */
  const namedStatements = new WeakSet<object>();
  /** Log entries that the box has shown in full. */
  const shownChanges = new WeakSet<Change>();

  // The title alone would not distinguish three boxes, but a heading in two languages would be worse.
  const isWhole = isOriginal(summit, messages);
  const defaultTitles: Readonly<Record<ViewName, string>> = {
    comparison: isOver ? messages.comparisonTitlePast : messages.comparisonTitle,
    regions: messages.regionsTitle,
    facts: messages.factsTitle,
  };

  const full: ResultsContext = {
    ...basic,
    summit,
    messages,
    narrator: basic.findNarrator(summit),
    notice: notice && formatFailure ? formatFailure(messages, loaded) : notice,
    statusLabel: isOver ? endedLabel(messages, summit) : undefined,
    dateLine: original.when ? formatDate(messages.lang, original.when.start, original.when.end) : messages.noDate,
    asOfLine: summit.asOf?.date && messages.fill(messages.asOf, formatDate(messages.lang, summit.asOf.date)),
    correctionsLine: [
      original.changes.length > 0 && messages.count(messages.changes, original.changes.length),
      isPast(original.reviewBy, now) &&
        messages.fill(messages.reviewed, formatDate(messages.lang, reviewedOn(original))),
      translation?.machine && messages.machine,
      translation?.stale && messages.outdated,
    ]
      .filter(Boolean)
      .join(' '),
    formatTitle: (view) =>
      summit.views?.[view]?.title ?? (isWhole ? messages.fill(defaultTitles[view], summit.title) : summit.title),
    formatList: (items) => formatList(summit.lang, items),
    formatText,
    formatPlaces: ({refs, by = []}) => {
      const places = new Map(
        refs.map(({source, at}) => {
          const {title, shortTitle, publisher, url} = sources.get(source) ?? {};
          // The only speaker is the source itself: its name is there already.
          const isNamed = refs.length === 1 && by[0] === publisherId(source);
          const name = isNamed ? '' : (shortTitle ?? publisher ?? (at ? '' : title));
          const place = at && messages.place(at);
          const text = [formatText(name), name && place && ' ', place];
          return [`${name ?? ''} ${place ?? ''}`, text.some(Boolean) && basic.renderLink(url, text, text)];
        }),
      );
      const shown = [...places.values()].filter(Boolean);
      return shown.length > 0 && shown.flatMap((place, i) => (i > 0 ? [comma, place] : [place]));
    },
    formatRemarks: (claim) => joinRemarks(remarksOn(claim)),
    formatName: ({role, kind, name, shortName = name, speaksFor}) => {
      // A participant speaks for itself. Files of format 1.0 look as before, and a bundled summit as in its own language,
      // where this context isn't used.
      const isShown = role === 'source' && summit.schemaVersion !== '1.0' && loaded?.origin !== 'bundled';
      const principal = isShown && names.get(speaksFor ?? '');
      return principal
        ? `${kind === 'person' ? name : shortName}${comma}${messages.fill(messages.speaksFor, principal)}`
        : undefined;
    },
    formatRole: ({role}) => (isRole(role) ? messages.label(role) : undefined),
    formatQuestion: (question) => formatQuestion(messages, question, isOver),
    formatSourceTitle: ({title, shortTitle, publisher}) => {
      const name = [...new Set([shortTitle, publisher])].filter(Boolean).join(', ');
      return name && name !== title ? [name, messages.colon, formatText(title)] : undefined;
    },
    formatSourceDate: date,
    languageNote: isForeign && !translation && html`<p class="small muted">${languageNote()}</p>`,
    // Rendered from the start: a live region that is inserted with its message isn't announced.
    updatesNote: loaded?.origin !== 'bundled' && html`<p class="small" role="status">${updates || ''}</p>`,
    formatNameNote: (statement) => {
      const since = date(statement.asOf);
      const sinceNote = since && html`<span class="muted since">${messages.fill(messages.since, since)}</span>\x20`;
      if (!isUpdated(statement)) return sinceNote;
      namedStatements.add(statement);
      return [sinceNote, html`<b>${updateNote}</b>\x20`];
    },
    formatLabelNotes: (statement) => [
      statement.condition ? note(messages.condition, messages.colon, formatText(statement.condition)) : '',
      isUpdated(statement) && !namedStatements.has(statement) ? note(updateNote) : '',
      translation?.missing.has(statement.label ?? '') ? note(languageNote()) : '',
    ],
    formatChanges: ({claims = [], withdrawn = [], earlier = []}) => {
      const ids = claims.map(({id}) => id);
      const entries = new Set([...withdrawn, ...entriesFor(changesByTarget, ids)]);
      // Most statements have no entry or one, so skip the sort.
      const inOrder =
        entries.size > 1
          ? [...entries].sort((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0))
          : [...entries];
      return [
        ...inOrder.map((entry) => {
          const isShort = shownChanges.has(entry);
          shownChanges.add(entry);
          return line(formatChange(entry, isShort));
        }),
        ...earlier.map((view) => [
          line(
            [messages.before, date(view.asOf), view.stance && messages.label(view.stance)].filter(Boolean).join(DOT),
          ),
          html`<div class="earlier">${basic.renderView(full, view)}</div>`,
        ]),
      ];
    },
    formatRegionNote: ({native, code}) =>
      html`${native || code ? '\u2002' : ' '}<span class="small muted">${messages.notOnMap}</span>`,
    logItems: summit.changes.map((entry) => html`<li>${formatChange(entry)}</li>`),
  };
  return results?.addResults(full) ?? full;
}

/** Joins remarks and omits empty ones. */
function joinRemarks(remarks: readonly unknown[]): unknown {
  const present = remarks.filter(Boolean);
  return present.length > 0 && present.flatMap((remark, i) => (i > 0 ? [DOT, remark] : [remark]));
}

/** Roles of third parties that have a name. */
function isRole(role: Actor['role']): role is 'mediator' | 'guarantor' | 'observer' {
  return ['mediator', 'guarantor', 'observer'].includes(role);
}

/** Formats the status of a summit that has ended, by its outcome. Undefined if the data give none. */
function endedLabel(messages: AllMessages, {outcomes = []}: Summit): string | undefined {
  const {value} = outcomes.find(({topic}) => !topic) ?? {};
  const labels: Partial<Readonly<Record<Outcome['value'], string>>> = {
    agreed: messages.endedAgreed,
    partly: messages.endedPartly,
    'not-agreed': messages.endedNotAgreed,
  };
  return value && (labels[value] ?? `${messages.label('ended')}${DOT}${messages.label(value)}`);
}

/** Formats a question. After the end, expectations are in the past. */
function formatQuestion(messages: AllMessages, question: Question, isOver: boolean): string {
  const labels: Partial<Readonly<Record<Question, string>>> = {
    agreed: messages.whatAgreed,
    'not-agreed': messages.whatNotAgreed,
    votes: messages.howVoted,
    money: messages.howMuch,
    ...(isOver && {expect: messages.expectPast, follows: messages.followsPast}),
  };
  return labels[question] ?? messages.label(question);
}

const normalized = new WeakMap<Summit, Summit>();

/** Normalizes each summit once, so that unchanged parts are the same objects in two renderings. */
function normalize(summit: Summit): Summit {
  const known = normalized.get(summit) ?? normalizeSummit(summit);
  normalized.set(summit, known);
  return known;
}

/** Normalizes a long summit in a task of its own, before it is rendered in another one. Undefined: nothing to wait for. */
export function normalizeFirst(summit: Summit): Promise<void> | undefined {
  if (normalized.has(summit)) return undefined;
  return new Promise((resolve) => {
    setTimeout(() => {
      normalize(summit);
      setTimeout(resolve);
    });
  });
}

/** Returns the name of a language in the language of `messages`, such as “English”, as written inside a sentence. */
function languageName({lang, smallLanguageNames}: AllMessages, of: string): string {
  const name = new Intl.DisplayNames(lang, {type: 'language'}).of(of) ?? of;
  return smallLanguageNames ? name.charAt(0).toLocaleLowerCase(lang) + name.slice(1) : name;
}

/** Returns the day of the last review: `asOf`, else the latest change. Validation requires one of them. */
function reviewedOn({asOf, changes, reviewBy}: Summit): string {
  return (
    asOf?.date ??
    changes
      .map(({date}) => date)
      .sort()
      .at(-1) ??
    reviewBy ??
    ''
  );
}
