import {html, nothing, type TemplateResult} from 'lit';
import type {DraftIssue} from '../store/check-draft.js';
import {deskWords} from '../store/desk-words.js';
import {describePath} from '../store/labels.js';
import {renderFixes, sentence} from './fields/messages.js';
import type {WriteContext} from './write-context.js';

/** Issues listed before “more”. */
const MAX_LISTED = 60;

/** What the check found, each with a button that leads to its field. */
export function renderCheck(context: WriteContext): TemplateResult {
  const {check, actions} = context;
  const errors = check.issues.filter(({kind}) => kind === 'error');
  const warnings = check.issues.filter(({kind}) => kind === 'warning');
  return html`<section class="check" aria-labelledby="check-heading">
    <h2 id="check-heading">Check</h2>
    <p role="status">${lineOn(errors.length, warnings.length)}</p>
    ${
      errors.length > 0
        ? html`<details
            @toggle=${(event: Event) => {
              // Whoever reads the list is told the same at the fields.
              if ((event.currentTarget as HTMLDetailsElement).open) actions.visit(errors.map(({path}) => path));
            }}
          ><summary>Still to do</summary>${renderIssues(context, errors)}</details>`
        : nothing
    }
    ${warnings.length > 0 ? html`<details><summary>To consider</summary>${renderIssues(context, warnings)}</details>` : nothing}
  </section>`;
}

function lineOn(errors: number, warnings: number): string {
  const thing = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
  if (errors > 0) return `${thing(errors, 'thing')} still to do before readers can see all of it.`;
  return warnings > 0 ? `Ready to publish. ${thing(warnings, 'thing')} to consider.` : 'Ready to publish.';
}

function renderIssues(context: WriteContext, issues: readonly DraftIssue[]): TemplateResult {
  const {summit, actions} = context;
  const more = issues.length - MAX_LISTED;
  return html`<ul class="issues" role="list" tabindex="0" aria-label="Messages">
      ${issues.slice(0, MAX_LISTED).map(
        (issue) =>
          html`<li>
            <button
              type="button"
              class="link"
              @click=${() => {
                actions.visit([issue.path]);
                actions.goTo(issue.path);
              }}
            >
              ${describePath(summit, issue.path) || 'The summit'}
            </button>
            ${sentence(deskWords(summit, issue))} ${renderFixes(context, issue)}
          </li>`,
      )}
    </ul>
    ${more > 0 ? html`<p>And ${more} more.</p>` : nothing}`;
}
