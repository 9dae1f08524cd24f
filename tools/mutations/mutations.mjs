/**
 * Small deliberate defects. Each is a patch of the same name in `patches/`. `node tools/mutations/try-mutations.mjs`
 * shows which test suite detects it.
 *
 * @typedef {object} Mutation
 * @property {string} name Name of the patch without its extension.
 * @property {string} layer The layer with the defect.
 * @property {string} harm The effect on a reader, editor or developer.
 */

/** @type {readonly Mutation[]} */
export const mutations = [
  {
    name: 'dispute-unnoticed',
    layer: 'data',
    harm: 'An edition in which an actor newly disputes a claim counts as unchanged, so readers get no notice.',
  },
  {
    name: 'overlapping-numbers-pass',
    layer: 'data',
    harm: 'An editor gets no warning when two numbers on the map cover each other by half.',
  },
  {
    name: 'bidi-override-passes',
    layer: 'data',
    harm: 'A text with a direction override is accepted and can read backwards on the page.',
  },
  {
    name: 'foreign-translation-address',
    layer: 'data',
    harm: 'A data file may name a translation at //another.host and have every reader fetch it from there.',
  },
  {
    name: 'outdated-translation-shown',
    layer: 'data',
    harm: 'A corrected claim shows its old translation when the entry of the log has no revision.',
  },
  {
    name: 'wrong-certainty-in-data',
    layer: 'data',
    harm: 'The bundled summit presents a reading of the article as a reported fact.',
  },
  {
    name: 'wrong-speaker',
    layer: 'model',
    harm: 'The line under a position names every speaker beside every certainty, so words are put into the wrong mouth.',
  },
  {
    name: 'dropped-certainty',
    layer: 'model',
    harm: 'Speculation disappears from the line under a position and from the legend; only firmer claims are announced.',
  },
  {
    name: 'withdrawn-answer-stays',
    layer: 'model',
    harm: 'A part of an answer whose claim was withdrawn stays on the page as if it were still said.',
  },
  {
    name: 'wrong-plural',
    layer: 'format',
    harm: 'Ukrainian and Arabic readers see the wrong form of the noun after a number.',
  },
  {
    name: 'wrong-direction',
    layer: 'format',
    harm: 'An Arabic box runs from left to right.',
  },
  {
    name: 'date-shifts',
    layer: 'format',
    harm: 'Readers west of Greenwich see the day before the date in the data.',
  },
  {
    name: 'given-up-request-wins',
    layer: 'loading',
    harm: 'The answer to an aborted request overwrites the newer one: readers see a failure that is none.',
  },
  {
    name: 'revision-goes-back',
    layer: 'loading',
    harm: 'A cache with an earlier edition takes a correction off the page again.',
  },
  {
    name: 'polls-while-hidden',
    layer: 'loading',
    harm: 'Tabs in the background keep asking the server for newer editions.',
  },
  {
    name: 'checker-loaded-early',
    layer: 'loading',
    harm: 'The lazy chunk with the validator becomes part of a chunk that every translated box loads.',
  },
  {
    name: 'late-answer-wins',
    layer: 'element',
    harm: 'A slow answer from an earlier address replaces the data that the page asked for last.',
  },
  {
    name: 'late-check-wins',
    layer: 'element',
    harm: 'A page that goes back to the bundled summit gets the data that it left, once their check or translation is done.',
  },
  {
    name: 'lost-correction',
    layer: 'element',
    harm: 'A correction is no longer shown under the statement that it corrects.',
  },
  {
    name: 'javascript-link',
    layer: 'element',
    harm: 'A policy or source link with javascript: runs script when a reader follows it.',
  },
  {
    name: 'heading-level-ignored',
    layer: 'element',
    harm: 'heading-level as an attribute has no effect, and the outline of the page is broken.',
  },
  {
    name: 'failure-not-announced',
    layer: 'element',
    harm: 'A screen reader doesn’t announce that the data could not be loaded.',
  },
  {
    name: 'open-statement-closes',
    layer: 'element',
    harm: 'What a reader has opened is closed, or another statement is open, when a newer edition comes.',
  },
  {
    name: 'chunk-too-early',
    layer: 'element',
    harm: 'Every page loads the chunk for copying and linking at once, not when a reader does something.',
  },
  {
    name: 'false-version-warning',
    layer: 'element',
    harm: 'A page that loads the same version twice gets a warning about another version.',
  },
  {
    name: 'no-focus-outline',
    layer: 'element styles',
    harm: 'Keyboard users do not see where the focus is.',
  },
  {
    name: 'print-hides-details',
    layer: 'element styles',
    harm: 'Closed statements are missing on paper.',
  },
  {
    name: 'dark-contrast',
    layer: 'element styles',
    harm: 'On a dark page the rule on top and the outlines on the map are hard to see.',
  },
  {
    name: 'finished-despite-attributes',
    layer: 'element',
    harm: 'A bundled box with a heading level shows the finished content, not what its attributes ask for.',
  },
  {
    name: 'swapped-sides',
    layer: 'components',
    harm: 'With actors in another order the heads of the columns name the wrong sides.',
  },
  {
    name: 'missing-table-role',
    layer: 'components',
    harm: 'In the stacked table a screen reader hears the topic of a group of rows as the head of a column.',
  },
  {
    name: 'numbers-restart',
    layer: 'components',
    harm: 'In a long list the numbers start again after 60 places and no longer match the map.',
  },
  {
    name: 'number-over-number',
    layer: 'components styles',
    harm: 'On a phone the numbers on the map cover each other.',
  },
  {
    name: 'forced-colours-lost',
    layer: 'components styles',
    harm: 'With forced colours the rings of the numbers keep the colours of the theme and the numbers can be unreadable.',
  },
  {
    name: 'shared-sources-lost',
    layer: 'components',
    harm: 'An answer whose parts share their speakers shows neither speakers nor sources.',
  },
  {
    name: 'wrong-side-in-arabic',
    layer: 'element styles',
    harm: 'In a right-to-left box the line beside opened statements is on the wrong side.',
  },
  {
    name: 'unescaped-attribute',
    layer: 'snippet',
    harm: 'A heading with a quotation mark breaks out of its attribute in every snippet and prerendered page.',
  },
  {
    name: 'snippet-without-integrity',
    layer: 'snippet',
    harm: 'Snippets have no integrity, so a changed script would run.',
  },
  {
    name: 'title-unescaped',
    layer: 'snippet',
    harm: 'A title with < in it is markup in the snippet that an editor pastes.',
  },
  {
    name: 'prerender-key-mismatch',
    layer: 'snippet',
    harm: 'The live element never recognises a prerendered box and renders it again on every page.',
  },
  {
    name: 'script-breakout',
    layer: 'snippet',
    harm: 'A text with </script> in the data ends the linked data and becomes markup of the page.',
  },
  {
    name: 'plain-loses-dispute',
    layer: 'snippet',
    harm: 'Readers of the plain layer do not learn that a claim is disputed or when it held.',
  },
  {
    name: 'text-loses-links',
    layer: 'snippet',
    harm: 'A newsletter made from the plain text has no addresses of the sources.',
  },
  {
    name: 'plain-keeps-classes',
    layer: 'snippet',
    harm: 'Plain HTML has classes of ours, which the styles of a host page may hit.',
  },
  {
    name: 'wrong-exit-code',
    layer: 'cli',
    harm: 'validate ends with 0 as soon as one of several files is valid, and a broken file is published.',
  },
  {
    name: 'overwrites-unasked',
    layer: 'cli',
    harm: 'init overwrites a file that an editor has been working on.',
  },
  {
    name: 'terminal-escape',
    layer: 'cli',
    harm: 'A data file can send escape sequences to the terminal of whoever validates it.',
  },
  {
    name: 'frame-height-missing',
    layer: 'frame',
    harm: 'A frame on an AMP page keeps its first height and is cut off.',
  },
  {
    name: 'frame-cut-off',
    layer: 'frame',
    harm: 'Where the host does not follow, the frame cannot be scrolled and readers miss its end.',
  },
  {
    name: 'frames-share-height',
    layer: 'frame',
    harm: 'With several frames on a page each gets the height of the one that spoke last.',
  },
  {
    name: 'builder-takes-javascript',
    layer: 'builder',
    harm: 'The builder accepts a javascript: address and writes it into the link of the snippet.',
  },
  {
    name: 'builder-forgets-theme',
    layer: 'builder',
    harm: 'The address of the builder does not keep the colours that the editor chose.',
  },
  {
    name: 'builder-late-file-wins',
    layer: 'builder',
    harm: 'A slow file at an earlier address replaces the data that the editor asked for last.',
  },
];
