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

/** Abbreviations after which a sentence goes on, without their dot. A segmenter knows none of them. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof gen sen rep gov lt col sgt capt st jr sr vs no inc ltd co corp etc al jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'bzw ca vgl nr bd abs art hrsg ggf usw bspw str m mm mme mlle av env sra srta ud uds pág núm'
  ).split(' '),
);

/** Whether a piece ends with an abbreviation or an initial, such as “Mr.”, “U.S.” or “z. B.”. */
function endsWithAbbreviation(piece: string): boolean {
  const [, word = ''] = /([\p{L}.]+)\.\s*$/u.exec(piece) ?? [];
  return ABBREVIATIONS.has(word.toLowerCase()) || /^(?:\p{L}\.)*\p{L}$/u.test(word);
}

/** The sentences of a paragraph, without blanks around them. */
function splitSentences(paragraph: string, segmenter: Intl.Segmenter): readonly string[] {
  const sentences: string[] = [];
  let open = '';
  for (const {segment} of segmenter.segment(paragraph)) {
    open += segment;
    if (endsWithAbbreviation(open)) continue;
    if (open.trim()) sentences.push(open.trim());
    open = '';
  }
  if (open.trim()) sentences.push(open.trim());
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
  const text = article.replace(/\r\n?/g, '\n').trim();
  const blocks = text.split(/\n[^\S\n]*\n\s*/.test(text) ? /\n[^\S\n]*\n\s*/ : /\n/);
  const paragraphs: Paragraph[] = [];
  let number = 0;
  for (const [i, block] of blocks.entries()) {
    const line = block.replace(/\s+/g, ' ').trim();
    if (!line) continue;
    if (i === 0 && line === headline.trim()) {
      paragraphs.push({number: 0, sentences: [{text: line, at: 'headline'}]});
      continue;
    }
    number += 1;
    const sentences = splitSentences(line, segmenter).map((sentence, s) => ({
      text: sentence,
      at: `p${String(number)} s${String(s + 1)}`,
    }));
    paragraphs.push({number, sentences});
  }
  return paragraphs;
}

function segmenterLanguage(lang: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(lang)[0];
  } catch {
    return undefined;
  }
}

/** The first line of an article, if it looks like a headline: short, and without a full stop. */
export function headlineOf(article: string): string {
  const [line = ''] = article.trimStart().split(/\r?\n/, 1);
  const words = line.replace(/\s+/g, ' ').trim();
  return words.length <= 160 && !/[.。।]$/.test(words) && article.trim() !== line.trim() ? words : '';
}
