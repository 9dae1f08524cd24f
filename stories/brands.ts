import type {Theme} from '../src/snippet/embed-options.js';

/** A house style: values of the custom properties and nothing else, no `::part()`. */
export interface Brand {
  readonly name: string;
  readonly theme: Theme;
}

/** A broadsheet: big serif headings, much air, thin rules, cream paper. */
export const broadsheet: Brand = {
  name: 'A serif broadsheet',
  theme: {
    accent: '#23395b',
    'accent-width': '1px',
    ink: '#1d1a16',
    background: '#fbf6ec',
    paper: '#fbf6ec',
    rule: '#1d1a16',
    line: '#cfc6b4',
    font: 'Charter, Georgia, Noto Serif, serif',
    'heading-font': 'Didot, Bodoni MT, Georgia, Noto Serif, serif',
    'heading-size': '1.75em',
    'heading-weight': 'normal',
    size: '1em',
    'line-height': '1.5',
    space: '1.25',
    padding: '1.25em',
  },
};

/** A wire: dense, sans serif, a thick bar on top, blue links. */
export const wire: Brand = {
  name: 'A dense wire site',
  theme: {
    accent: '#c2410c',
    'accent-width': '6px',
    ink: '#111418',
    background: '#fff',
    paper: '#fff',
    rule: '#9aa1a9',
    links: '#0b57d0',
    focus: '#0b57d0',
    land: '#eef0f2',
    region: '#f3c4ae',
    font: 'Arial, Helvetica, Liberation Sans, sans-serif',
    'heading-size': '1.15em',
    size: '0.8125em',
    'small-size': '0.92em',
    'line-height': '1.3',
    space: '0.65',
    margin: '1em',
    padding: '0.75em',
  },
};

/** A magazine: dark whatever the page is, warm, with large light headings. */
export const magazine: Brand = {
  name: 'A dark magazine',
  theme: {
    accent: '#e0a458',
    'accent-width': '0px',
    ink: '#f1eae0',
    muted: '#bdb2a2',
    background: '#17130f',
    paper: '#17130f',
    rule: '#8b7f70',
    line: '#463d33',
    focus: '#e0a458',
    land: '#2a241d',
    region: '#6d4d26',
    font: 'Avenir Next, Segoe UI, system-ui, sans-serif',
    'heading-font': 'Hoefler Text, Georgia, Noto Serif, serif',
    'heading-size': '2em',
    'heading-weight': 'normal',
    'line-height': '1.45',
    space: '1.5',
    padding: '1.75em',
  },
};
