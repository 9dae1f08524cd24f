import type {Stance} from '../../../src/data/summit.js';

/** The stances with the signs of the boxes, in the order of the buttons. */
export const STANCES: readonly {readonly value: Stance; readonly sign: string; readonly label: string}[] = [
  {value: 'seeks', sign: '»', label: 'wants it'},
  {value: 'rejects', sign: '×', label: 'rejects it'},
  {value: 'supports', sign: '+', label: 'supports it'},
  {value: 'unclear', sign: '?', label: 'unclear'},
  {value: 'proposes', sign: '…', label: 'proposes it'},
  {value: 'conditional', sign: '±', label: 'yes, on a condition'},
];

/** The sign of a stance. A position without a stance has a bullet. */
export function signOf(stance: Stance | undefined): string {
  return STANCES.find(({value}) => value === stance)?.sign ?? '•';
}
