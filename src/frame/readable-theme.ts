import type {Theme, ThemeName} from '../snippet/embed-options.js';

/** The least contrast of text, by WCAG 2.2 AA. */
const LEAST_CONTRAST = 4.5;

/** Red, green and blue, from 0 to 255, and how opaque, from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Texts that say who asserts a statement and where it was read, and what they are without a value of their own. */
const TEXTS = ['muted', 'links'] as const satisfies readonly ThemeName[];

/**
 * The theme without colours that would hide a text: who speaks and how certain it is must not vanish because an address says
 * so. Judged as the page is drawn now; a value may be readable on a light page and not on a dark one.
 *
 * @param content Where the box stands.
 */
export function readableTheme(theme: Theme, content: Element): Theme {
  const resolve = (value: string | undefined): Colour | undefined =>
    value === undefined ? undefined : colourOf(value, content);
  const dropped = new Set<string>();
  const drop = (...names: readonly ThemeName[]): void => {
    for (const name of names) dropped.add(name);
  };
  const given = resolve(theme.background);
  // Nothing of it means the page's own ground.
  const isOwnGround = !given || given[3] === 0;
  let ground = (isOwnGround ? undefined : given) ?? colourOf('Canvas', content);
  const ink = resolve(theme.ink) ?? colourOf('CanvasText', content);
  if ((theme.ink ?? theme.background) !== undefined && !isReadable(ink, ground)) {
    drop('ink', 'background');
    ground = colourOf('Canvas', content);
  }
  // The map is drawn on it, and so is a box whose scheme is forced.
  if (
    theme.paper !== undefined &&
    !isReadable(dropped.has('ink') ? colourOf('CanvasText', content) : ink, resolve(theme.paper))
  )
    drop('paper');
  for (const name of TEXTS) if (theme[name] !== undefined && !isReadable(resolve(theme[name]), ground)) drop(name);
  return Object.fromEntries(Object.entries(theme).filter(([name]) => !dropped.has(name)));
}

/** The colour that a value comes to, whatever notation it has. Undefined where it can't be told. */
function colourOf(value: string, content: Element): Colour | undefined {
  const probe = document.createElement('span');
  probe.className = 'probe';
  probe.style.setProperty('--probe', value);
  content.append(probe);
  const {color} = getComputedStyle(probe);
  probe.remove();
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  if (!context) return undefined;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function isReadable(text: Colour | undefined, ground: Colour | undefined): boolean {
  if (!text || !ground || text[3] < 1 || ground[3] < 1) return false;
  const [lighter, darker] = [luminance(text), luminance(ground)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05) >= LEAST_CONTRAST;
}

/** Relative luminance, as WCAG has it. */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number =>
    part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
