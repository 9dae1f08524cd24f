import {html, type TemplateResult} from 'lit';
import type {WriteContext} from '../write-context.js';

export function renderResults({summit}: WriteContext): TemplateResult {
  return html`<p>${summit.title}</p>`;
}
