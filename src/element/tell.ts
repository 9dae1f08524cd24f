import type {EditionChanges} from '../data/compare-editions.js';
import type {Change, Claim, Summit} from '../data/summit.js';
import {formatDate, formatTime} from '../format/format-date.js';
import {formatList} from '../format/format-list.js';
import type {OwnDataTexts} from '../format/texts.js';
import {ownDataTexts} from '../format/texts/own-data.en.js';
import type {Words} from '../format/words.js';
import {entriesByTarget, entriesFor, tidySummit} from '../model/tidy-summit.js';
import type {Statement} from '../model/statement.js';
import type {LoadedSummit} from './box-state.js';
import type {NotePlace, Reading} from './reading.js';
import {isPast} from './fingerprint.js';
import {isOriginal, type KnownTranslation} from './translations.js';

/** What changed when another edition came while the page was open. */
export interface EditionChange extends EditionChanges {
  readonly summit: Summit;
  /** Milliseconds since the page started. */
  readonly changedAtMs: number;
}

/** What a reading is told with, besides itself. */
export interface Circumstances {
  /** The coming of the data on screen. */
  readonly loaded: LoadedSummit | undefined;
  readonly translation: KnownTranslation | undefined;
  /** What came with them, against the edition before. */
  readonly change: EditionChange | undefined;
  /** For what depends on the day. */
  readonly now?: Date;
}

type AllWords = OwnDataTexts & Words;

/** That of `reading.ts`, which is part of the entry: this chunk may import nothing of it. */
const DOT = '\u00a0· ';

/**
 * Puts into words what only data of a page's own, or in another language, have: dates, several sources, disputes,
 * corrections, translations, what is new. The texts stand in the summit where the figures were, so that the boxes show
 * all data alike.
 */
export function tell(reading: Reading, {loaded, translation, change, now}: Circumstances): Reading {
  const {summit: original, notice, html} = reading;
  const words: AllWords = {...ownDataTexts, ...reading.words};
  const foreign = !isOriginal(original, words);
  const summit = tellSummit(original, words, translation);
  const shownIn = words.fill(words.shownIn, languageName(words, original.lang));
  const untold = foreign && !translation ? shownIn : undefined;
  const fresh = new Set(change && [...change.added, ...change.changed]);
  const updated = change && words.fill(words.updatedAt, timeOf(words, change.changedAtMs));
  const isFresh = ({claims}: Partial<Statement>): boolean => claims?.some(({id}) => fresh.has(id)) ?? false;
  /** Statements whose name line has told already that they are new. */
  const told = new WeakSet<object>();

  const wordFor = (kind: Change['kind']): string => (kind === 'withdrawal' ? words.withdrawal : words.word(kind));
  const line = (...parts: unknown[]): unknown => html`<p class="small muted">${parts}</p>`;
  const entry = ({kind, date, text}: Change, isTold?: boolean): unknown => [
    html`<b>${wordFor(kind)}</b>`,
    DOT,
    date,
    isTold ? '' : [DOT, tellText(text)],
  ];
  const corrections = entriesByTarget(summit.changes);
  const places = new Map(summit.changes.map((change, i) => [change, i]));
  const toldEntries = new WeakSet<Change>();
  const notes: Readonly<Record<NotePlace, (about: Partial<Statement>) => unknown>> = {
    box: () => untold && line(untold),
    // Stands there from the beginning: a region that comes with its message is not announced.
    news: () =>
      loaded?.origin === 'bundled'
        ? undefined
        : html`<p class="small muted" role="status">${change && summarize(words, change, timeOf(words, change.changedAtMs))}</p>`,
    name: (about) => {
      if (!isFresh(about)) return undefined;
      told.add(about);
      return updated;
    },
    label: (about) => [
      isFresh(about) && !told.has(about) ? line(updated) : '',
      translation?.missing.has(about.label ?? '') ? line(shownIn) : '',
    ],
    ledger: ({claims = [], withdrawn = []}) => {
      const ids = claims.map(({id}) => id);
      const entries = new Set([...withdrawn, ...entriesFor(corrections, ids)]);
      // Most statements have none, and one none or one.
      const inOrder =
        entries.size > 1 ? [...entries].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)) : [...entries];
      return inOrder.map((change) => {
        // What a box has told in full once it names from then on.
        const isTold = toldEntries.has(change);
        toldEntries.add(change);
        return line(entry(change, isTold));
      });
    },
    log: () => summit.changes.map((change) => html`<li>${entry(change)}</li>`),
  };

  const tellText = (text: string | undefined, about?: Partial<Statement>): unknown => {
    if (!text) return text;
    const apart = translation ? translation.originals.has(text) : foreign;
    const shown = apart ? html`<bdi lang=${original.lang}>${text}</bdi>` : text;
    return about?.withdrawn && about.claims?.length === 0 ? html`<s>${shown}</s>` : shown;
  };

  return {
    ...reading,
    summit:
      fresh.size > 0
        ? {
            ...summit,
            claims: summit.claims.map((claim) =>
              fresh.has(claim.id) ? {...claim, asOf: join(claim.asOf, updated)} : claim,
            ),
          }
        : summit,
    words: {
      ...words,
      noDate: original.when ? formatDate(words.lang, original.when.start, original.when.end) : words.noDate,
      noCorrections: [
        original.changes.length > 0 ? words.count(words.changes, original.changes.length) : words.noCorrections,
        isPast(original.reviewBy, now) && words.fill(words.reviewed, formatDate(words.lang, reviewedOn(original))),
        translation?.machine && words.machine,
        translation?.stale && words.outdated,
      ]
        .filter(Boolean)
        .join(' '),
    },
    list: (items) => formatList(summit.lang, items),
    text: tellText,
    note: (place, about = {}) => notes[place](about),
    notice: notice && loaded && tellFailure(words, loaded),
  };
}

/** All that what is told of a claim or a place depends on, besides itself and the translation. */
export function contextOf({id, lang, sources, actors, changes}: Summit, words: Words): string {
  return JSON.stringify([id, lang, words.lang, sources, actors, changes]);
}

/**
 * The one time in a box that is the reader's own: it tells of this page, not of the summit.
 *
 * @param ms Milliseconds since the page started.
 */
function timeOf({lang}: Words, ms: number): string {
  const {timeZone} = new Intl.DateTimeFormat().resolvedOptions();
  return formatTime(lang, new Date(performance.timeOrigin + ms), timeZone);
}

/** That news failed, and of when the data on screen are; without `loaded` they came with the page. */
export function tellFailure(words: Words, loaded: LoadedSummit | undefined): string {
  return words.fill({...ownDataTexts, ...words}.stale, timeOf(words, loaded?.loadedAtMs ?? 0));
}

/** A claim that is in several editions is told once. */
const toldClaims = new WeakMap<Claim, {readonly context: string; readonly told: Claim}>();

const toldSummits = new WeakMap<Summit, Map<string, Summit>>();

/** Told once for each language, and shared by all elements: what was asked of a summit is asked of its translation. */
function tellSummit(original: Summit, words: AllWords, translation: KnownTranslation | undefined): Summit {
  const summit = translation?.summit ?? original;
  const byLang = toldSummits.get(summit) ?? new Map<string, Summit>();
  toldSummits.set(summit, byLang);
  const told = byLang.get(words.lang) ?? makeTold(summit, words, original, translation?.missing);
  byLang.set(words.lang, told);
  return told;
}

function makeTold(summit: Summit, words: AllWords, original: Summit, missing: ReadonlySet<string> | undefined): Summit {
  // The log first: what tells of a withdrawal is an entry of it.
  const changes = summit.changes.map((change) => ({...change, date: formatDate(words.lang, change.date)}));
  const tidy = tidySummit({...summit, changes});
  const {asOf, claims, sources, actors} = tidy;
  const date = (day: string | undefined): string | undefined => day && formatDate(words.lang, day);
  const names = new Map(actors.map(({id, name, shortName}) => [id, shortName ?? name]));
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  const context = missing ? undefined : contextOf(original, words);
  const tellClaim = (claim: Claim): Claim => {
    const known = toldClaims.get(claim);
    if (known && known.context === context) return known.told;
    const told = makeClaim(claim);
    if (context) toldClaims.set(claim, {context, told});
    return told;
  };
  const makeClaim = (claim: Claim): Claim => ({
    ...claim,
    refs: claim.refs.map(({source, at}) => {
      const {title, shortTitle} = sourcesById.get(source) ?? {};
      return {source, at: join(shortTitle ?? (at ? '' : title), at && words.place(at), ' ')};
    }),
    asOf: [
      date(claim.asOf),
      claim.disputedBy &&
        words.fill(
          words.disputedBy,
          formatList(
            summit.lang,
            claim.disputedBy.flatMap((id) => names.get(id) ?? []),
          ),
        ),
      missing?.has(claim.text) && words.fill(words.shownIn, languageName(words, original.lang)),
    ]
      .filter(Boolean)
      .join(DOT),
  });
  // Three boxes under one title alone would not say what each is; a heading half in another language would be worse.
  const whole = isOriginal(summit, words);
  const titled = (title: string): {title: string} => ({title: whole ? words.fill(title, summit.title) : summit.title});
  return {
    ...tidy,
    views: {
      comparison: {...titled(words.comparisonTitle), ...summit.views?.comparison},
      regions: {...titled(words.regionsTitle), ...summit.views?.regions},
      facts: {...titled(words.factsTitle), ...summit.views?.facts},
    },
    asOf: asOf && {...asOf, date: asOf.date && words.fill(words.asOf, formatDate(words.lang, asOf.date))},
    claims: claims.map(tellClaim),
    // In the language of the place itself its name would stand twice.
    regions: tidy.regions.map((region) =>
      region.native?.name === region.name ? {...region, native: undefined} : region,
    ),
    sources: sources.map((source) => ({...source, date: date(source.date)})),
  };
}

/** “Updated at 14:05: 1 statement changed, 2 new.” */
function summarize(words: AllWords, {added, changed, withdrawn}: EditionChanges, time: string): string {
  const counts = (
    [
      [words.changedClaims, changed],
      [words.newClaims, added],
      [words.withdrawnClaims, withdrawn],
    ] as const
  )
    .filter(([, ids]) => ids.length > 0)
    .map(([forms, ids]) => words.count(forms, ids.length));
  return [words.fill(words.updatedAt, time), formatList(words.lang, counts)].filter(Boolean).join(': ');
}

/** A language's name in the language of these words, such as “English”, as it stands inside a sentence. */
function languageName({lang, smallLanguageNames}: AllWords, of: string): string {
  const name = new Intl.DisplayNames(lang, {type: 'language'}).of(of) ?? of;
  return smallLanguageNames ? name.charAt(0).toLocaleLowerCase(lang) + name.slice(1) : name;
}

/** The day the data say of themselves, else that of their latest change; the check of the data asks for one of them. */
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

function join(a: string | undefined, b: string | undefined, separator = DOT): string {
  return [a, b].filter(Boolean).join(separator);
}
