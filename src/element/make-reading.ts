import {html} from 'lit';
import type {Summit} from '../data/summit.js';
import type {Words} from '../format/words.js';
import type {BoxOptions, Reading} from './reading.js';

/**
 * How a box reads a plain bundled summit; `tell` adds to it what other data need.
 *
 * @param notice A line to readers above everything else, if there is one.
 */
export function makeReading(box: BoxOptions, summit: Summit, words: Words, notice?: string): Reading {
  return {
    box,
    summit,
    words,
    dir: box.lang ? words.dir : undefined,
    level: Math.round(Number(box.headingLevel)) || 3,
    notice,
    html,
    list: (items) => items.join(', '),
    text: (text) => text,
  };
}
