import {css} from 'lit';
import {token} from './token.js';

/**
 * Styles that all boxes share; `more.styles.ts` has those that only some data need. Frame, type, statement, attribution, marks, footer. Sizes are in em of the host's text,
 * so that a box keeps its proportions on any page. Columns need 576 px, which is 36 rem if a rem is 16 px (on many news
 * sites it is 10 px), and enough space for the text at its actual size.
 *
 * A box inherits on purpose: typeface, weight, size and colour of the text, its direction, its spacing (which the
 * reader may set), hyphenation, `color-scheme`, `visibility`. Other inherited properties are meant for headlines,
 * tables or code and are reset at `.box`.
 *
 * There are two block spaces: `--_gap` between separate parts, `--_near` between parts that belong together.
 *
 * Muted text is a mixture with the surrounding text colour. It gets paler when nested, so use it on leaf elements only.
 */
export const styles = css`
  :host {
    display: block;
    margin-block: ${token('margin')};
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  b {
    font-weight: bold;
  }

  .box {
    /* Not on the host: a page's reset reaches the host, and without containment the column layout would never apply. */
    container-type: inline-size;
    /* Containment hides the intrinsic width: without this size a box would collapse in a flex row or a float. */
    contain-intrinsic-inline-size: 40em;
    --_muted: ${token('muted')};
    --_rule: 1px solid ${token('rule')};
    --_line: 1px solid ${token('line')};
    --_accent: ${token('accent')};
    --_paper: ${token('paper')};
    --_gap: calc(${token('space')} * 0.7em);
    --_near: calc(${token('space')} * 0.45em);
    /* Without a value these declarations are invalid and the page's own colours apply. */
    background: ${token('background')};
    color: ${token('ink')};
    font-family: ${token('font')};
    font-size: max(${token('size')}, 16px);
    font-style: normal;
    font-variant: normal;
    line-height: ${token('line-height')};
    overflow-wrap: anywhere;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    border-block-start: ${token('accent-width')} solid var(--_accent);
    border-block-end: var(--_rule);
    padding: var(--_gap) ${token('padding')};
  }

  .heading,
  .sub {
    font-family: ${token('heading-font')};
    font-size: ${token('heading-size')};
    font-weight: ${token('heading-weight')};
    line-height: 1.2;
    text-wrap: balance;
    margin-block-end: 0.2em;
  }
  .sub {
    font-size: 1.1em;
    margin: 0;
  }
  .small {
    font-size: max(${token('small-size')}, 13px);
    line-height: 1.45;
  }
  .muted {
    color: var(--_muted);
  }
  a {
    color: ${token('links')};
  }
  :focus-visible {
    outline: 2px solid ${token('focus')};
    outline-offset: 2px;
  }
  .group {
    border-block-start: var(--_rule);
    padding-block: var(--_gap) var(--_near);
  }
  footer.group {
    padding-block: var(--_near) 0;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    /* At the end of a full line it must not make the box wider. */
    margin-inline-start: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* A statement is one block, with its sign in a hanging gutter. All of it is the control. */
  .say,
  .gap {
    position: relative;
    padding-block: 0.1em;
  }
  .text::before {
    position: absolute;
    inset-inline-start: -1.1em;
    font-weight: bold;
  }
  summary,
  .text,
  .marks {
    display: block;
  }
  summary {
    position: relative;
    box-sizing: border-box;
    min-block-size: 24px;
    cursor: pointer;
    list-style: none;
    user-select: text;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .who b,
  .gap > b {
    display: inline-block;
  }
  .who b::first-letter,
  .gap > b::first-letter {
    text-transform: uppercase;
  }
  .label {
    text-wrap: pretty;
  }
  summary:hover > .text > .label {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .signed {
    padding-inline-start: 1.1em;
  }
  .primary .text::before,
  .seeks .text::before {
    content: '»' / '';
  }
  .rejects .text::before {
    content: '×' / '';
  }
  .supports .text::before {
    content: '+' / '';
  }
  .unclear .text::before {
    content: '?' / '';
  }
  /* The short label takes the place of the full one in a narrow column. */
  .short {
    display: none;
  }

  /* At the top: the baseline of an inline block is that of its last line. */
  .mark {
    display: inline-block;
    vertical-align: top;
    margin-inline-end: 0.7em;
  }
  /* The arrow stays at the last word. */
  .marks > :nth-last-child(2),
  .about > summary > * {
    position: relative;
    margin-inline-end: 0;
    padding-inline-end: 1.4em;
  }
  .marks > :nth-last-child(2)::after,
  .about > summary > *::after {
    position: absolute;
    inset-block-end: 0.5em;
  }
  .more {
    border-block-end: var(--_line);
  }
  summary:hover .more {
    border-color: currentColor;
  }
  .marks > :nth-last-child(2)::after,
  .about > summary > *::after,
  .more::after {
    content: '';
    display: inline-block;
    inline-size: 0.42em;
    block-size: 0.42em;
    margin-inline: 0.6em 0.2em;
    border: solid;
    border-width: 0 0.11em 0.11em 0;
    transform: translateY(-0.22em) rotate(45deg);
  }
  [open] > summary > .marks > :nth-last-child(2)::after,
  [open].about > summary > *::after,
  [open] > summary .more::after {
    transform: translateY(0.02em) rotate(225deg);
  }

  /*
   * Certainty marks: the more certain, the more ink. Only borders: they remain in forced colours and in print without
   * backgrounds.
   */
  .mark::before {
    content: '';
    box-sizing: border-box;
    display: inline-block;
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-end: 0.4em;
    border: 0.12em solid;
    border-radius: 50%;
    vertical-align: -0.06em;
  }
  .mark.stated::before {
    /* Zero width: browsers round borders to whole pixels, which would leave a hole in the middle. */
    inline-size: 0;
    block-size: 0;
    border-width: 0.4em;
  }
  .mark.reported::before {
    border-inline-start-width: 0.4em;
  }
  .mark.speculation::before {
    border-style: dotted;
  }

  .claims {
    list-style: none;
    max-inline-size: 44em;
    margin-block: 0.1em 0.4em;
    padding-inline-start: 0.7em;
    border-inline-start: var(--_line);
    font-size: max(0.9em, 13px);
    font-weight: normal;
    line-height: 1.45;
  }
  .claims .small {
    font-size: max(0.89em, 13px);
  }
  .claims > * + * {
    margin-block-start: 0.4em;
  }
  footer .claims {
    font-size: inherit;
    margin-block-end: 0;
  }
  li.mark {
    display: block;
  }
  .key {
    margin-block-end: 0.3em;
  }
  .key .mark {
    margin-inline-end: 0.5em;
  }
  footer > .muted:not(.key),
  footer > details:not([open]) {
    display: inline;
  }
  footer > .muted:not(.key) {
    margin-inline-end: 0.4em;
  }
  footer > details:not([open]) > summary {
    display: inline-block;
  }
  .key .mark:first-child {
    margin-inline-start: 0.3em;
  }

  /* Queries have no less-than sign: filters of content systems take it for a tag. */
  @container not (inline-size >= 35em) {
    .text > .short {
      display: inline;
    }
    .short {
      display: block;
    }
    .long,
    details:not([open]) > .short {
      display: none;
    }
  }
  @container (inline-size >= 54em) {
    .heading {
      font-size: ${token('heading-size', 'wide')};
    }
  }
  @media (prefers-contrast: more) {
    .box {
      --_muted: currentColor;
      --_rule: 2px solid;
      --_line: 1px solid;
    }
  }
  @media (forced-colors: active) {
    /* Only the control itself has the colour of links. */
    summary,
    summary *,
    .text .muted,
    .marks .muted {
      color: CanvasText;
    }
    .marks > :nth-last-child(2)::after,
    .about > summary > *::after,
    .more {
      color: LinkText;
    }
  }
  @media print {
    ::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    /* Dark text on white, whatever the colours on screen. */
    .box.box {
      /* In it, Firefox doesn't print the text of a wide map. It doesn't evaluate container queries on paper either. */
      container-type: normal;
      --_muted: #525356;
      --_rule: 1px solid;
      --_line: 1px solid #bbb;
      --_paper: #fff;
      color-scheme: light;
      font-size: max(0.8em, 9pt);
      background: #fff;
      color: #1b1d20;
    }
    .small.small {
      font-size: 0.85em;
    }
    .marks > :nth-last-child(2)::after,
    .more::after,
    .about > summary > *::after {
      content: none;
    }
    /* The claims are running text under their label, and so are the sources. */
    .claims.claims > li,
    .claims .mark {
      display: inline;
    }
    .claims.claims > li {
      margin-inline-end: 0.4em;
    }
    footer a[href*='//']::after {
      content: ' (' attr(href) ')';
    }
    /* Another box shows them. */
    .claims.claims > [data-repeated],
    footer > details:not(:has(li:not([data-repeated]))) {
      display: none;
    }
    .claims {
      max-inline-size: none;
      margin-block-end: 0.2em;
    }
    .say {
      padding-block: 0;
    }
    .say,
    .fact,
    .spoken,
    .claims,
    summary {
      break-inside: avoid;
    }
    /* On the next page a statement has its name, and its topic, question or places again, as the header of a table. */
    .who.unseen {
      position: static;
      margin: 0;
      clip-path: none;
      white-space: normal;
    }
    .topic,
    .fact,
    .common,
    .spoken {
      display: table;
      box-sizing: border-box;
      inline-size: 100%;
    }
    .row.row,
    th:has(.about),
    .about.about.about,
    .about.about > summary {
      display: contents;
    }
    .topic th:not(:has(.about)),
    .about > summary > .sub.sub,
    dt,
    .common > .sub,
    .names.names {
      display: table-header-group;
      break-inside: avoid;
    }
    .box > p,
    .heading,
    .sub,
    summary {
      break-after: avoid;
    }
  }
`;
