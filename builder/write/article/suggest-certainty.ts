/** Suggests who says a statement and how certain it is, from the words of the article. The editor decides. */
import type {Actor, Certainty} from '../../../src/data/summit.js';

export interface Suggestion<T> {
  readonly value: T;
  /** The words that suggest it. */
  readonly because: string;
}

interface Words {
  readonly speculation: string;
  readonly analysis: string;
  readonly reported: string;
  /** Words for speaking; they suggest “stated”. */
  readonly stated: string;
}

/** Alternatives of a regular expression, by language. */
const WORDS: Readonly<Record<string, Words>> = {
  en: {
    speculation: 'may|might|could|perhaps|possibly|is expected to|are expected to|is likely to|are likely to',
    analysis: 'analysts?|experts?|observers?|seems?|appears? to|is seen as',
    reported: 'according to|reportedly|a source close|sources close|officials familiar',
    stated:
      'said|says|told|tells|announced|announces|declared|vowed|insisted|demanded|wrote|stated|warned|rejected|called for',
  },
  de: {
    speculation: 'könnten?|dürften?|vielleicht|womöglich|möglicherweise|voraussichtlich|wahrscheinlich',
    analysis: 'beobachter|experten|fachleute|scheint|scheinen|offenbar|gilt als',
    reported: 'laut|nach angaben|angeblich|soll|sollen|demnach|aus kreisen',
    stated: 'sagte|sagt|sagten|erklärte|erklärten|forderte|forderten|betonte|kündigte|schrieb|warnte|mitgeteilt',
  },
  fr: {
    speculation: 'pourrait|pourraient|peut-être|éventuellement|probablement',
    analysis: 'analystes?|observateurs|experts?|semble|semblent|apparemment',
    reported: "selon|d[’']après|aurait|auraient",
    stated:
      'a déclaré|ont déclaré|a dit|ont dit|affirme|a affirmé|a annoncé|ont annoncé|exige|a exigé|a écrit|a averti',
  },
  es: {
    speculation: 'podría|podrían|quizás?|tal vez|posiblemente|probablemente',
    analysis: 'analistas?|observadores|expertos?|parece|parecen|al parecer',
    reported: 'según|habría|habrían|supuestamente',
    stated: 'dijo|dijeron|dice|declaró|afirmó|anunció|exigió|escribió|advirtió',
  },
};

/** The weakest word decides: somebody who “said” that it “may” happen says that it is possible. */
const ORDER = ['speculation', 'analysis', 'reported', 'stated'] as const;

const wordPattern = (alternatives: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, flags);

const patterns = new Map<string, ReadonlyMap<Certainty, RegExp>>();

function patternsOf(lang: string): ReadonlyMap<Certainty, RegExp> {
  const language = lang.split('-')[0] ?? '';
  let found = patterns.get(language);
  if (!found) {
    const words = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
    found = new Map(words && ORDER.map((certainty) => [certainty, wordPattern(words[certainty], 'giu')]));
    patterns.set(language, found);
  }
  return found;
}

/** The certainty that the words of the article suggest. */
export function suggestCertainty(text: string, lang: string): Suggestion<Certainty> | undefined {
  for (const [certainty, pattern] of patternsOf(lang)) {
    const word = wordsIn(text, pattern)[0]?.[0];
    if (word !== undefined) return {value: certainty, because: word};
  }
  return undefined;
}

/** The words that fit, without those in quotation marks: what is quoted says nothing of how it is told. */
function wordsIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const unquoted = text.replace(/[“«„][^“”«»„]*[”»“]|"[^"]*"/g, (quoted) => ' '.repeat(quoted.length));
  return [...unquoted.matchAll(pattern)];
}

/** Characters between a name and a word for speaking. */
const MAX_DISTANCE = 50;

/** The actor whose name is next to a word for speaking: before it, or after it as in “…, said Ann Example”. */
export function suggestSpeaker(text: string, actors: readonly Actor[], lang: string): Suggestion<string> | undefined {
  const found = patternsOf(lang);
  const verbs = (['stated', 'reported'] as const).flatMap((certainty) => {
    const pattern = found.get(certainty);
    return pattern ? wordsIn(text, pattern).map((match) => ({match, certainty})) : [];
  });
  const names = verbs.length > 0 ? namesIn(text, actors) : [];
  let best: (Suggestion<string> & {readonly distance: number}) | undefined;
  for (const {match, certainty} of verbs) {
    const end = match.index + match[0].length;
    for (const {start, name, id} of names) {
      const isBefore = start < match.index;
      // “according to” is followed by its name.
      if (isBefore && certainty === 'reported') continue;
      const distance = isBefore ? match.index - (start + name.length) : start - end;
      if (distance > MAX_DISTANCE || (best && best.distance <= distance)) continue;
      const between = distance > 1 ? ' … ' : ' ';
      best = {value: id, because: isBefore ? name + between + match[0] : match[0] + between + name, distance};
    }
  }
  return best && {value: best.value, because: best.because};
}

/** Where the actors are named: in full, short, or with the last name. */
function namesIn(text: string, actors: readonly Actor[]): readonly {start: number; name: string; id: string}[] {
  const ids = new Map<string, string>();
  for (const {id, name, shortName, kind} of actors) {
    const known = [name, shortName, kind === undefined || kind === 'person' ? name.split(' ').at(-1) : undefined];
    for (const one of known) if (one && one.length > 1 && !ids.has(one)) ids.set(one, id);
  }
  if (ids.size === 0) return [];
  // The longest name first: “North Korea” isn't “Korea”.
  const alternatives = [...ids.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const matches = [...text.matchAll(wordPattern(alternatives.join('|'), 'gu'))];
  return matches.map(({0: name, index}) => ({start: index, name, id: ids.get(name) ?? ''}));
}
