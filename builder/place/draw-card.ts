import type {CardContent} from '../../src/snippet/card-content.js';
import type {CardLook} from '../../src/snippet/card-options.js';
import type {MeasureText} from '../../src/snippet/card-text.js';
import {cardFontFamily, writeCard, type Card} from '../../src/snippet/write-card.js';

/** A share card, or the reason why there is none. */
export type DrawnCard =
  | {readonly kind: 'drawn'; readonly card: Card; readonly src: string}
  | {readonly kind: 'none'; readonly reason: string};

let context: CanvasRenderingContext2D | null | undefined;

/** Measures in the fonts of this machine, which also draw the PNG file. */
const measure: MeasureText = (text, {sizePx, weight}) => {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return Infinity;
  context.font = `${String(weight)} ${String(sizePx)}px ${cardFontFamily()}`;
  return context.measureText(text).width;
};

let drawn: {readonly content: CardContent; readonly recipe: string; readonly result: DrawnCard} | undefined;

/** Draws a card. Returns the same card while nothing changes. */
export function drawCard(content: CardContent, look: CardLook): DrawnCard {
  const recipe = JSON.stringify(look);
  if (drawn?.content !== content || drawn.recipe !== recipe) drawn = {content, recipe, result: draw(content, look)};
  return drawn.result;
}

function draw(content: CardContent, look: CardLook): DrawnCard {
  try {
    const card = writeCard(content, look, measure);
    return {kind: 'drawn', card, src: `data:image/svg+xml,${encodeURIComponent(card.svg)}`};
  } catch (cause) {
    return {kind: 'none', reason: (cause as Error).message};
  }
}

/** Makes a PNG file of the card's size. The picture has no external parts, so that the canvas isn't tainted. */
export async function makePng(card: Card, src: string): Promise<Blob> {
  const image = new Image(card.widthPx, card.heightPx);
  image.src = src;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = card.widthPx;
  canvas.height = card.heightPx;
  canvas.getContext('2d')?.drawImage(image, 0, 0, card.widthPx, card.heightPx);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('this browser can’t make a PNG file; download the SVG file'));
    }, 'image/png');
  });
}

/** Saves a file on the editor's machine. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own copy once it has started.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
