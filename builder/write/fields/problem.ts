import {html, nothing, type TemplateResult} from 'lit';
import type {Issue} from '../../../src/data/issue.js';

/** Why a file can't be used. */
export interface Problem {
  readonly message: string;
  readonly issues: readonly Issue[];
}

/** Issues that are listed; the rest is counted. */
const MAX_LISTED = 20;

/** Why a file can't be used; announced. */
export function renderProblem(problem: Problem | undefined): TemplateResult {
  const issues = problem?.issues ?? [];
  const more = issues.length - MAX_LISTED;
  return html`<div class=${problem ? 'fault' : 'no-fault'} role="status">
    ${problem ? html`<p>${problem.message}</p>` : nothing}
    ${
      issues.length > 0
        ? html`<ul class="issues" role="list" tabindex="0" aria-label="Problems">
            ${issues.slice(0, MAX_LISTED).map(({path, message}) => html`<li>${path ? `${path}: ` : nothing}${message}</li>`)}
          </ul>`
        : nothing
    }
    ${more > 0 ? html`<p>And ${more} more.</p>` : nothing}
  </div>`;
}
