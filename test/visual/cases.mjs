// @ts-check
/**
 * The pictures that are taken. Not every combination: each value of each dimension once for each element, combinations in
 * which styles meet, and data that are hard to lay out.
 *
 * A case names only what differs from an English page, on a light screen, with the Alaska summit:
 *
 * @typedef {object} Case
 * @property {string} name Made of all the rest; the picture's file name.
 * @property {'goal-comparison' | 'region-list' | 'fact-box'} element
 * @property {number} width Of the page, in px.
 * @property {'dark' | 'forced' | 'forced-dark' | 'contrast'} [scheme] The reader's preference.
 * @property {'ar' | 'de' | 'es' | 'uk'} [lang] Language of the page, and with it its direction.
 * @property {'climate' | 'water' | 'colombia' | 'cop28' | 'cyprus' | 'compounds' | 'long-name' | 'corrected' | 'missing'} [data] A file of the server, or
 *   one that it lacks.
 * @property {'opened' | 'printed' | 'prerendered'} [state] A prerendered page has no script.
 * @property {boolean} [end] The last part of a long box instead of the first.
 * @property {number} height Maximum height of the picture, in px.
 * @property {'light' | 'dark'} [box] The scheme that the page forces on the element.
 * @property {string} [sameAs] Name of the case whose reference it has to match, instead of one of its own.
 */

/** Pictures of text are large files, and sixty places take 14,000 px: the first screen is enough. */
const part = 800;
/** Where the layout matters: enough for most boxes as a whole. */
const whole = 1600;

const elements = /** @type {const} */ (['goal-comparison', 'region-list', 'fact-box']);

/** @typedef {Omit<Case, 'name' | 'height'> & {height?: number}} Options */

/** @type {Omit<Options, 'element'>[]} */
const ofEach = [
  {width: 240, height: whole},
  {width: 320, height: whole},
  {width: 480, scheme: 'dark'},
  {width: 768, height: whole},
  {width: 1200, height: whole},
  {width: 320, scheme: 'forced'},
  {width: 768, scheme: 'forced-dark', state: 'opened'},
  {width: 480, scheme: 'contrast', state: 'opened'},
  {width: 320, lang: 'ar', scheme: 'dark'},
  {width: 1200, lang: 'ar'},
  {width: 768, state: 'printed'},
];

/** Prerendered elements look the same without script as live ones do. @type {Omit<Options, 'element'>[]} */
const prerendered = [
  {width: 320, height: whole},
  {width: 480, scheme: 'dark'},
  {width: 1200, height: whole},
];

/** @type {Options[]} */
const ofOne = [
  // The foot of a box that is longer than the first picture of it.
  {element: 'goal-comparison', width: 320, state: 'opened', end: true},
  {element: 'region-list', width: 768, lang: 'ar', state: 'opened', end: true},
  // Cyrillic.
  {element: 'goal-comparison', width: 768, lang: 'uk'},
  // Five sides and sixty places; three sides from right to left.
  {element: 'goal-comparison', width: 480, data: 'climate'},
  {element: 'goal-comparison', width: 1200, data: 'climate', scheme: 'dark'},
  {element: 'region-list', width: 768, data: 'climate'},
  {element: 'goal-comparison', width: 768, lang: 'ar', data: 'water'},
  {element: 'region-list', width: 320, lang: 'ar', data: 'water'},
  // How it went: outcomes, figures, meetings, roles.
  {element: 'goal-comparison', width: 768, data: 'cyprus', height: whole},
  {element: 'goal-comparison', width: 320, data: 'cop28', scheme: 'dark', height: whole},
  {element: 'goal-comparison', width: 1200, data: 'cop28'},
  {element: 'fact-box', width: 768, lang: 'es', data: 'colombia', height: whole},
  {element: 'fact-box', width: 320, data: 'cop28'},
  {element: 'region-list', width: 480, data: 'cyprus'},
  // Names that are longer than any line.
  {element: 'goal-comparison', width: 768, data: 'long-name'},
  {element: 'region-list', width: 320, data: 'long-name'},
  {element: 'fact-box', width: 240, data: 'long-name'},
  {element: 'goal-comparison', width: 768, lang: 'de', data: 'compounds'},
  {element: 'region-list', width: 240, lang: 'de', data: 'compounds'},
  {element: 'fact-box', width: 320, lang: 'de', data: 'compounds'},
  // Corrections beside the statements and in the footer.
  {element: 'goal-comparison', width: 480, data: 'corrected', state: 'opened', end: true},
  // Nothing could be loaded.
  {element: 'fact-box', width: 480, data: 'missing'},
  {element: 'region-list', width: 320, data: 'missing', scheme: 'dark'},
  // A box that keeps to one scheme on a page of the other.
  {element: 'region-list', width: 480, box: 'light', scheme: 'dark'},
  {element: 'fact-box', width: 480, box: 'dark'},
];

/**
 * @param {Options} options
 * @returns {Case}
 */
function named(options) {
  const {element, width, scheme, lang, data, state, end, box} = options;
  const parts = [element, width, scheme, lang, data, state, end && 'end', box && `box-${box}`];
  return {height: part, ...options, name: parts.filter(Boolean).join('-')};
}

/** In the order of the elements. */
export const cases = elements.flatMap((element) => [
  ...ofEach.map((options) => named({element, ...options})),
  ...ofOne.filter((one) => one.element === element).map(named),
  ...prerendered.map((options) => {
    const live = named({element, ...options});
    return named({...live, state: 'prerendered', sameAs: live.name});
  }),
]);

const words = {
  dark: 'dark',
  forced: 'forced colours',
  'forced-dark': 'forced colours, dark',
  contrast: 'more contrast',
  ar: 'Arabic',
  de: 'German',
  es: 'Spanish',
  uk: 'Ukrainian',
  climate: 'five sides, sixty places',
  water: 'three sides',
  cyprus: 'two sides, a mediator and guarantors, no agreement',
  cop28: 'six sides, an agreement, sums of money',
  colombia: 'an agreement, a vote, two meetings',
  compounds: 'long compounds',
  'long-name': 'a name of 300 letters',
  corrected: 'corrections',
  missing: 'nothing could be loaded',
  opened: 'opened',
  printed: 'printed',
  prerendered: 'prerendered, no script',
};

/**
 * Describes a case: `480 px, dark, opened`.
 *
 * @param {Case} one
 */
export function describeCase({width, scheme, lang, data, state, end, box}) {
  const values = [scheme, lang, data, state].filter((value) => value !== undefined);
  return [
    `${width} px`,
    ...values.map((value) => words[value]),
    ...(box ? [`the box forced ${box}`] : []),
    ...(end ? ['its end'] : []),
  ].join(', ');
}
