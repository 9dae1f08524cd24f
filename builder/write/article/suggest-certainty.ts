/** Suggests how certain a statement is, from its words. The editor decides. */
import type {Actor, Certainty} from '../../../src/data/summit.js';

export interface Suggestion<T> {
  readonly value: T;
  /** The words that suggest it. */
  readonly because: string;
}

/** Words by language and certainty. The first certainty with a match is suggested: “may” weighs more than “said”. */
const WORDS: Readonly<Record<string, Readonly<Partial<Record<Certainty, string>>>>> = {
  en: {
    speculation:
      'may|might|could|perhaps|possibly|is expected to|are expected to|speculation|is likely to|are likely to',
    analysis: 'analysts?|observers?|experts?|suggests? that|seems?|appears? to|is seen as|in effect',
    stated: 'said|says|told|declared|announced|vowed|insisted|demanded|wrote|stated|“|"',
    reported: 'reportedly|according to|sources?|officials?|has|have|was|were',
  },
  de: {
    speculation: 'könnten?|dürften?|vielleicht|womöglich|möglicherweise|voraussichtlich',
    analysis: 'beobachter|experten|fachleute|scheint|offenbar|gilt als',
    stated: 'sagte|sagt|erklärte|forderte|betonte|kündigte|schrieb|„|»',
    reported: 'laut|nach angaben|soll|sollen|demnach|hat|haben|wurde|wurden',
  },
  fr: {
    speculation: 'pourrait|pourraient|peut-être|éventuellement|probablement',
    analysis: 'analystes?|observateurs|experts?|semble|semblent|apparemment',
    stated: 'a déclaré|a dit|affirme|a annoncé|exige|a écrit|«',
    reported: 'selon|d’après|aurait|auraient|a été|ont été|est|sont',
  },
  es: {
    speculation: 'podría|podrían|quizás?|tal vez|posiblemente|probablemente',
    analysis: 'analistas?|observadores|expertos?|parece|parecen|al parecer',
    stated: 'dijo|declaró|afirmó|anunció|exigió|escribió|«|“',
    reported: 'según|habría|habrían|fue|fueron|ha|han',
  },
};

/** The certainty that the words of a statement suggest, in the language of the article. */
export function suggestCertainty(text: string, lang: string): Suggestion<Certainty> | undefined {
  const words = WORDS[lang.split('-')[0] ?? ''];
  if (!words) return undefined;
  for (const certainty of ['speculation', 'analysis', 'stated', 'reported'] as const) {
    const found = new RegExp(`(?<![\\p{L}])(?:${words[certainty] ?? '(?!)'})(?![\\p{L}])`, 'iu').exec(text);
    if (found) return {value: certainty, because: found[0]};
  }
  return undefined;
}

/** The actor whose name is in the statement; the one named first. */
export function suggestSpeaker(text: string, actors: readonly Actor[]): Suggestion<string> | undefined {
  let first: (Suggestion<string> & {readonly place: number}) | undefined;
  for (const {id, name, shortName} of actors) {
    for (const known of [name, shortName, name.split(' ').at(-1)]) {
      const place = known && known.length > 2 ? text.indexOf(known) : -1;
      if (known && place >= 0 && (!first || place < first.place)) first = {value: id, because: known, place};
    }
  }
  return first;
}
