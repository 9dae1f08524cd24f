import type {Claim, Summit} from '../data/summit.js';
import {formatDate} from '../format/format-date.js';
import {formatList} from '../format/format-list.js';
import {ownDataTexts} from '../format/texts/own-data.en.js';
import {tidySummit} from '../model/tidy-summit.js';
import type {Reading} from './reading.js';

// What bundled summits do without and data of a page's own may need, loaded with the first such data. It imports
// nothing of the entry: a page may have loaded that by another address (`?v=2`), and would get it twice. What it needs
// of it comes with the reading.
export {loadSummit} from '../loading/load-summit.js';

const told = new WeakMap<Summit, Map<string, Summit>>();

/**
 * Puts into words what only data of a page's own have: dates, several sources, disputes, corrections. The texts stand
 * in the summit where the figures were, so that the boxes show both kinds of data alike.
 *
 * @param loadedAt When the data came that are on screen.
 */
export function tell(reading: Reading, loadedAt: Date): Reading {
  const {summit, words, notice} = reading;
  const texts = {...ownDataTexts, ...words};
  const {lang} = words;
  const {when, changes} = summit;
  const byLang = told.get(summit) ?? new Map<string, Summit>();
  told.set(summit, byLang.set(lang, byLang.get(lang) ?? tellSummit(reading, texts)));
  return {
    ...reading,
    summit: byLang.get(lang) ?? summit,
    words: {
      ...texts,
      noDate: when ? formatDate(lang, when.start, when.end) : words.noDate,
      word: (code) => (code === 'withdrawal' ? texts.withdrawal : words.word(code)),
      noCorrections: changes.length > 0 ? words.count(texts.changes, changes.length) : words.noCorrections,
    },
    list: (items) => formatList(summit.lang, items),
    // The one time in a box that is the reader's own: it tells of this page, not of the summit.
    notice: notice && words.fill(texts.stale, loadedAt.toLocaleTimeString(lang, {timeStyle: 'short'})),
  };
}

function tellSummit({summit, words}: Reading, texts: typeof ownDataTexts): Summit {
  const tidy = tidySummit(summit);
  const {asOf, claims, sources, changes} = tidy;
  const date = (day: string | undefined): string | undefined => day && formatDate(words.lang, day);
  const nameOf = (id: string): string[] =>
    summit.actors.filter((actor) => actor.id === id).map(({name, shortName}) => shortName ?? name);
  const tellClaim = (claim: Claim): Claim => ({
    ...claim,
    refs: claim.refs.map(({source, at}) => {
      const {title, shortTitle} = sources.find(({id}) => id === source) ?? {};
      return {source, at: [shortTitle ?? (at ? '' : title), at && words.place(at)].filter(Boolean).join(' ')};
    }),
    asOf: [
      date(claim.asOf),
      claim.disputedBy && words.fill(texts.disputedBy, formatList(summit.lang, claim.disputedBy.flatMap(nameOf))),
    ]
      .filter(Boolean)
      .join(' · '),
  });
  // Three boxes under one title alone would not say what each is; a heading half in another language would be worse.
  const titled = (title: string): {title: string} =>
    ({title: summit.lang.slice(0, 2) === words.lang.slice(0, 2) ? words.fill(title, summit.title) : summit.title});
  return {
    ...tidy,
    views: {
      comparison: {...titled(texts.comparisonTitle), ...summit.views?.comparison},
      regions: {...titled(texts.regionsTitle), ...summit.views?.regions},
      facts: {...titled(texts.factsTitle), ...summit.views?.facts},
    },
    asOf: asOf && {...asOf, date: asOf.date && words.fill(texts.asOf, formatDate(words.lang, asOf.date))},
    claims: claims.map(tellClaim),
    sources: sources.map((source) => ({...source, date: date(source.date)})),
    changes: changes.map((change) => ({...change, date: formatDate(words.lang, change.date)})),
  };
}
