/** Splits an article into paragraphs and sentences, so that the place of each is known. */

/** A sentence, with its place in the article and in the notation of the file. */
export interface Sentence {
  readonly text: string;
  /** Such as “p3 s2” or “headline”. */
  readonly at: string;
}

export interface Paragraph {
  /** Its number, counted from 1; 0 for the headline. */
  readonly number: number;
  readonly sentences: readonly Sentence[];
}

/** The places of a paragraph: of each sentence, and of the whole. */
export function placesIn({number, sentences}: Paragraph): readonly string[] {
  return [...sentences.map(({at}) => at), ...(number > 0 ? [`p${String(number)}`] : [])];
}

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Abbreviations that stand before a capital letter, without their dot. A segmenter knows none of them. */
const BEFORE_WORDS = wordsOf(
  'mr mrs ms dr prof gen sen rep gov lt col sgt capt st vs ' +
    'bzw ca vgl hrsg ggf bspw dipl ing inkl sog evtl ' +
    'mme mlle me mgr sr sra srta ud uds',
);

/** Abbreviations that stand before a number. “He said no.” ends a sentence, “No. 5” doesn’t. */
const BEFORE_NUMBERS = wordsOf(
  'no nos vol p pp fig sec ch jan feb mar apr jun jul aug sep sept oct nov dec nr bd abs art ziff kap núm pág págs',
);

/** Languages that write an ordinal number with a dot, as in “am 3. Mai”. */
const DOTTED_ORDINALS = wordsOf('de da nb nn no fi is cs sk sl hr sr pl hu et lv tr');

/** Characters at the end of a piece that decide whether a sentence ends there. */
const MAX_TAIL = 40;

/** Whether a sentence goes on after a piece: it ends with an abbreviation, an initial or an ordinal number. */
function goesOn(piece: string, next: string, language: string): boolean {
  const tail = piece.slice(-MAX_TAIL).trimEnd();
  if (!tail.endsWith('.')) return false;
  const word = /[\p{L}\p{N}.]*$/u.exec(tail.slice(0, -1))?.[0] ?? '';
  if (/^\d{1,2}$/.test(word)) return DOTTED_ORDINALS.has(language);
  const plain = word.toLowerCase();
  // An initial, or letters with dots such as “U.S.” or “z. B.”.
  if (/^(?:\p{L}\.)*\p{L}$/u.test(word) || BEFORE_WORDS.has(plain)) return true;
  return BEFORE_NUMBERS.has(plain) && /^\p{N}/u.test(next);
}

/** The sentences of a paragraph, without blanks around them. */
function splitSentences(paragraph: string, segmenter: Intl.Segmenter, language: string): readonly string[] {
  const pieces = [...segmenter.segment(paragraph)].map(({segment}) => segment);
  const sentences: string[] = [];
  let open = '';
  for (const [i, piece] of pieces.entries()) {
    open += piece;
    const next = pieces[i + 1];
    if (next !== undefined && goesOn(piece, next, language)) continue;
    if (open.trim()) sentences.push(open.trim());
    open = '';
  }
  return sentences;
}

/**
 * The paragraphs of an article. Blank lines separate them; if there are none, each line is one.
 *
 * @param headline The title of the source. If the article begins with it, that line isn't a paragraph.
 * @param lang Language of the article, as a BCP 47 tag.
 */
export function splitArticle(article: string, headline: string, lang: string): readonly Paragraph[] {
  const segmenter = new Intl.Segmenter(segmenterLanguage(lang), {granularity: 'sentence'});
  const language = lang.split('-')[0] ?? '';
  const lines = article.split(/\r\n?|\n|\u2029/).map((line) => line.replace(/\s+/g, ' ').trim());
  const paragraphs: Paragraph[] = [];
  let number = 0;
  for (const [i, block] of joinLines(lines).entries()) {
    if (i === 0 && block === headline.replace(/\s+/g, ' ').trim()) {
      paragraphs.push({number: 0, sentences: [{text: block, at: 'headline'}]});
      continue;
    }
    number += 1;
    const sentences = splitSentences(block, segmenter, language).map((sentence, s) => ({
      text: sentence,
      at: `p${String(number)} s${String(s + 1)}`,
    }));
    paragraphs.push({number, sentences});
  }
  return paragraphs;
}

/** Lines joined to paragraphs at the blank lines between them; without blank lines, each line is one. */
function joinLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex(Boolean);
  const filled = lines.slice(first, lines.findLastIndex(Boolean) + 1);
  if (!filled.includes('')) return filled.filter(Boolean);
  const blocks: string[][] = [[]];
  for (const line of filled) {
    if (line) blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length) blocks.push([]);
  }
  return blocks.map((block) => block.join(' ')).filter(Boolean);
}

function segmenterLanguage(lang: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(lang)[0];
  } catch {
    return undefined;
  }
}

/** Longest first line that is a headline. */
const MAX_HEADLINE = 160;

/** The first line of an article, if it looks like a headline: short, and without a full stop. Otherwise its start. */
export function headlineOf(article: string): string {
  const text = article.trim();
  const line =
    text
      .split(/\r\n?|\n/, 1)[0]
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';
  if (line.length <= MAX_HEADLINE) return line.replace(/[.。।۔]$/u, '');
  return `${line.slice(0, MAX_HEADLINE).replace(/\s+\S*$/, '')} …`;
}
