/** Six houses: what the style sheets of news sites set, with typefaces that are on no machine by themselves. */

/** @typedef {{name: string, families: string[], css: string}} HostStyle */

/** @type {readonly HostStyle[]} */
export const hostStyles = [
  {
    name: 'serif broadsheet, with its size on p',
    families: ['source-serif-4'],
    css: `body {font: 15px/1.4 'Source Serif 4', serif; color: #1b1d20; background: #fff}
p {font-size: 18px; line-height: 1.55}
h2, h3, h4 {font-weight: 600; letter-spacing: -0.01em}
summit-goal-comparison, summit-region-list, summit-fact-box {--summit-size: 18px}`,
  },
  {
    name: 'salmon financial daily',
    families: ['libre-franklin', 'playfair-display'],
    css: `body {font: 17px/1.5 'Libre Franklin', sans-serif; color: #33302e; background: #fff1e5}
h2, h3 {font-family: 'Playfair Display', serif}
summit-goal-comparison, summit-region-list, summit-fact-box {--summit-accent: #990f3d; --summit-heading-font: 'Playfair Display', serif}`,
  },
  {
    name: 'condensed tabloid',
    families: ['roboto-condensed'],
    css: `body {font: 18px/1.35 'Roboto Condensed', sans-serif; color: #000; background: #fff}
h2, h3, h4 {font-weight: 700; text-transform: uppercase; font-size: 32px}
summit-goal-comparison, summit-region-list, summit-fact-box {--summit-accent: #d0021b; --summit-accent-width: 6px}`,
  },
  {
    name: 'dense wire',
    families: ['inter'],
    css: `* {margin: 0; padding: 0; box-sizing: border-box}
body {font: 14px/1.3 Inter, sans-serif; color: #111418; background: #fff}
p {margin-block: 6px}
summit-goal-comparison, summit-region-list, summit-fact-box {--summit-space: 0.65; --summit-line-height: 1.3}`,
  },
  {
    name: 'dark magazine',
    families: ['merriweather'],
    css: `:root {color-scheme: dark}
body {font: 19px/1.65 Merriweather, serif; color: #f1eae0; background: #17130f}
a {color: #e0a458}
summit-goal-comparison, summit-region-list, summit-fact-box {--summit-accent: #e0a458; --summit-space: 1.3}`,
  },
  {
    name: 'root of 62.5 %',
    families: ['libre-franklin'],
    css: `html {font-size: 62.5%}
body {font: 1.7rem/1.5 'Libre Franklin', sans-serif; color: #222; background: #fff}
h3 {font-size: 2.4rem}`,
  },
];

/** Declares a typeface as a site would. @param {string} family Its package in @fontsource. */
export function fontFaces(family) {
  const name = family
    .replace(/-4$/, ' 4')
    .replace(/(^|-)(\w)/g, (_, dash, letter) => (dash ? ' ' : '') + letter.toUpperCase());
  return [400, 700]
    .map(
      (weight) =>
        `@font-face {font-family: '${name}'; font-weight: ${weight}; src: url('/fonts/${family}/files/${family}-latin-${weight}-normal.woff2') format('woff2')}`,
    )
    .join('\n');
}
