import type {Theme, ThemeName} from '../snippet/embed-options.js';

/** Minimum contrast of text, WCAG 2.2 AA. */
const LEAST_CONTRAST = 4.5;

/** Red, green and blue, 0–255; alpha, 0–1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Theme colours of attributions and links, which must stay readable. */
const TEXTS = ['muted', 'links'] as const satisfies readonly ThemeName[];

/**
 * Removes colours that would make text unreadable: a URL must not be able to hide who speaks and how certain it is. The
 * check uses the current colours of the page, since a value may be readable on a light page and not on a dark one.
 *
 * @param content Parent of the box.
 */
export function readableTheme(theme: Theme, content: Element): Theme {
  const resolve = (value: string | undefined): Colour | undefined =>
    value === undefined ? undefined : colourOf(value, content);
  const dropped = new Set<string>();
  const drop = (...names: readonly ThemeName[]): void => {
    for (const name of names) dropped.add(name);
  };
  const given = resolve(theme.background);
  // Without an opaque value the page's background applies.
  const isOwnGround = !given || given[3] === 0;
  let ground = (isOwnGround ? undefined : given) ?? colourOf('Canvas', content);
  const ink = resolve(theme.ink) ?? colourOf('CanvasText', content);
  if ((theme.ink ?? theme.background) !== undefined && !isReadable(ink, ground)) {
    drop('ink', 'background');
    ground = colourOf('Canvas', content);
  }
  // Background of the map, and of a box with a forced scheme.
  if (
    theme.paper !== undefined &&
    !isReadable(dropped.has('ink') ? colourOf('CanvasText', content) : ink, resolve(theme.paper))
  )
    drop('paper');
  for (const name of TEXTS) if (theme[name] !== undefined && !isReadable(resolve(theme[name]), ground)) drop(name);
  return Object.fromEntries(Object.entries(theme).filter(([name]) => !dropped.has(name)));
}

/** Computes a colour in any notation. Undefined if that isn't possible. */
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

/** Relative luminance as defined by WCAG. */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number =>
    part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
