import {html, type TemplateResult} from 'lit';
import type {WriteContext} from '../write-context.js';

export function renderCorrections({summit}: WriteContext): TemplateResult {
  return html`<p>${summit.title}</p>`;
}
