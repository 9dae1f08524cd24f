import type {ElementName} from '../components/element-names.js';
import {closeTag, escapeAttribute, openTag, type Attributes} from './embed-options.js';

/** Parts of a prerendered element. */
export interface BoxFragments {
  readonly element: ElementName;
  readonly attributes: Attributes;
  /** HTML of the shadow root, without its styles. Empty or undefined: no shadow root. */
  readonly shadow?: string | undefined;
  /** CSS of the shadow root. */
  readonly styleText: string;
  /** Key by which the live element recognizes the prerendered box. */
  readonly key: string;
  /**
   * HTML for hosts that strip templates, reader views, feeds and search engines. Empty or undefined: no plain layer.
   */
  readonly plain?: string | undefined;
  readonly nonce?: string | undefined;
}

/**
 * Writes the element with its content on one line: a declarative shadow root that looks like the live element, and
 * below it the same content as plain HTML.
 */
export function boxHtml({element, attributes, shadow, styleText, key, plain, nonce}: BoxFragments): string {
  const stamp = nonce ? ` nonce="${escapeAttribute(nonce)}"` : '';
  // Not on the `<style>`, which optimizers move away.
  const keyed = shadow?.replace('<section', (start) => `${start} data-key="${escapeAttribute(key)}"`);
  const root =
    keyed &&
    `<template shadowrootmode="open" shadowrootclonable=""><style${stamp}>${styleText}</style>${keyed}</template>`;
  return [openTag(element, attributes), root, plain, closeTag(element)].filter(Boolean).join('');
}
