import type {ElementName} from '../components/element-names.js';
import {closeTag, escapeAttribute, openTag, type Attributes} from './embed-options.js';

/** The layers of a prerendered element. */
export interface BoxFragments {
  readonly element: ElementName;
  readonly attributes: Attributes;
  /** HTML of the shadow root, without its styles; empty or undefined leaves the layer out. */
  readonly shadow?: string | undefined;
  /** Styles of the shadow root. */
  readonly styleText: string;
  /** What the live element recognises the box by. */
  readonly key: string;
  /** HTML for hosts that strip templates, for reader views, feeds and search engines; empty or undefined leaves it out. */
  readonly plain?: string | undefined;
  readonly nonce?: string | undefined;
}

/**
 * The element with its content, on one line: a declarative shadow root that looks as the live element does, and under it the
 * same as plain HTML.
 */
export function boxHtml({element, attributes, shadow, styleText, key, plain, nonce}: BoxFragments): string {
  const stamp = nonce ? ` nonce="${escapeAttribute(nonce)}"` : '';
  // The key is not on the style, which optimizers move away.
  const keyed = shadow?.replace('<section', (start) => `${start} data-key="${escapeAttribute(key)}"`);
  const root =
    keyed &&
    `<template shadowrootmode="open" shadowrootclonable=""><style${stamp}>${styleText}</style>${keyed}</template>`;
  return [openTag(element, attributes), root, plain, closeTag(element)].filter(Boolean).join('');
}
