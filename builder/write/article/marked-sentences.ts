/** A run of sentences of a paragraph, and the words of them that are marked. */
export interface MarkedSentences {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/**
 * What is marked in a paragraph, by mouse or by keyboard. What a screen reader hears after a sentence isn't part of it.
 *
 * @param paragraph The element whose `.sentence` elements are its sentences.
 */
export function markedSentences(paragraph: Element): MarkedSentences | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const marked = [...paragraph.querySelectorAll('.sentence')].flatMap((sentence, i) => {
    const words = markedWords(sentence, range);
    return words ? [{i, words}] : [];
  });
  const [first] = marked;
  const last = marked.at(-1);
  return first && last && {from: first.i, to: last.i, words: marked.map(({words}) => words).join(' ')};
}

function markedWords(sentence: Element, range: Range): string {
  const text = [...sentence.childNodes].find((node): node is Text => node instanceof Text && node.data.trim() !== '');
  if (!text || !range.intersectsNode(text)) return '';
  const from = range.startContainer === text ? range.startOffset : 0;
  const to = range.endContainer === text ? range.endOffset : text.length;
  return text.data.slice(from, to).replace(/\s+/g, ' ').trim();
}
