import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {bundledSummits, defaultSummitId} from '../../src/data/bundled-summits.js';
import type {Issue} from '../../src/data/issue.js';
import type {BadFile} from '../file/read-file.js';
import type {DataState} from './data-file.js';
import {describedBy, renderDescription, renderRadios, renderText, valueIn} from '../fields.js';
import type {Actions, View} from './view.js';

/** The data source, with errors next to the field that contains the data. */
export function renderData(view: View, actions: Actions): TemplateResult {
  const {choices, data} = view;
  return html`<fieldset id="data">
    <legend>Data</legend>
    ${renderRadios({
      name: 'data',
      value: choices.data,
      options: [
        {value: 'draft', label: 'The summit in Write', hint: 'follows what you write'},
        {value: 'bundled', label: bundledLabel(), hint: 'included in the package'},
        {value: 'address', label: 'A file at an address', hint: 'can be kept up to date'},
        {value: 'text', label: 'Your own file', hint: 'pasted, chosen or dropped on this page'},
      ],
      change: (data) => {
        actions.choose({data});
      },
    })}
    ${choices.data === 'bundled' ? renderBundled(view, actions) : nothing}
    ${choices.data === 'address' ? renderAddress(view, actions) : nothing}
    ${choices.data === 'text' ? renderOwnText(view, actions) : nothing}
    ${choices.data === 'draft' ? [renderOutcome(data), renderPublishedAddress(view, actions)] : nothing}
  </fieldset>`;
}

/** With only one bundled summit, its title is the clearest label. */
function bundledLabel(): string {
  const [only, another] = bundledSummits.values();
  return only && !another ? only.title : 'A summit';
}

function renderBundled({choices, data}: View, actions: Actions): unknown {
  const known = [...bundledSummits];
  const chosen = choices.attributes['summit'] || defaultSummitId;
  // With one summit there is nothing to choose, unless the page's address has an unknown id.
  if (known.length === 1 && bundledSummits.has(chosen)) return nothing;
  return html`<div class="field">
    <label for="summit">Summit</label>
    <select
      id="summit"
      aria-invalid=${data.kind === 'bad' ? 'true' : nothing}
      aria-describedby=${data.kind === 'bad' ? 'data-fault' : nothing}
      @change=${(event: Event) => {
        actions.setAttribute('summit', valueIn(event));
      }}
    >
      ${bundledSummits.has(chosen) ? nothing : html`<option value="" selected>choose one</option>`}
      ${known.map(([id, {title}]) => html`<option value=${id} .selected=${live(id === chosen)}>${title}</option>`)}
    </select>
    ${renderOutcome(data)}
  </div>`;
}

/** Where the data will be: needed by the forms that load it. */
function renderPublishedAddress({choices, checked}: View, actions: Actions): TemplateResult {
  return renderText({
    id: 'src',
    label: 'Address where this file will be published',
    value: choices.attributes['src'] ?? '',
    placeholder: 'https://',
    mode: 'url',
    error: checked.errors['src'],
    hint: 'The file there must be JSON. Without an address, only the prerendered form without updates is possible. With one, the script and the frame also work.',
    change: (value) => {
      actions.setAttribute('src', value);
    },
  });
}

function renderAddress({choices, checked, data}: View, actions: Actions): TemplateResult {
  const error = checked.errors['src'];
  const bad = data.kind === 'bad' && !error;
  // Not `live`, so that re-rendering doesn't overwrite text that is being typed.
  return html`<div class="field">
      <label for="src">Address of the file</label>
      <input
        id="src"
        inputmode="url"
        autocomplete="off"
        spellcheck="false"
        placeholder="https://"
        .value=${choices.attributes['src'] ?? ''}
        aria-invalid=${error || bad ? 'true' : nothing}
        aria-describedby="src-hint ${error ? 'src-fault' : ''} ${bad ? 'data-fault' : ''}"
        @change=${(event: Event) => {
          actions.setAttribute('src', valueIn(event));
        }}
      />
      ${renderDescription({
        id: 'src',
        label: '',
        error,
        hint: html`A public JSON file with the header <code>Access-Control-Allow-Origin: *</code>. This page fetches it and sends no data.`,
      })}
      <button
        type="button"
        @click=${() => {
          actions.loadAgain();
        }}
      >
        Load again
      </button>
      ${error ? nothing : renderOutcome(data)}
    </div>
    ${renderText({
      id: 'refresh',
      label: 'Check for a newer edition every … seconds',
      value: choices.attributes['refresh'] ?? '',
      placeholder: 'never',
      mode: 'numeric',
      error: checked.errors['refresh'],
      hint: 'For a developing story. 60 is a good value; the minimum is 15.',
      change: (value) => {
        actions.setAttribute('refresh', value);
      },
    })}`;
}

function renderOwnText(view: View, actions: Actions): TemplateResult {
  const {text, data} = view;
  const bad = data.kind === 'bad';
  const field = {
    id: 'text',
    label: '',
    hint: `Your data stays in this page: it isn’t sent anywhere and isn’t part of the page’s address.`,
  };
  return html`<div class="field">
      <label for="text">Your data, as YAML or JSON</label>
      <textarea
        id="text"
        rows="9"
        spellcheck="false"
        autocomplete="off"
        wrap="off"
        .value=${live(text)}
        aria-invalid=${bad ? 'true' : nothing}
        aria-describedby="${describedBy(field)} ${bad ? 'data-fault' : ''}"
        @input=${(event: Event) => {
          actions.setText(valueIn(event));
        }}
      ></textarea>
      ${renderOutcome(data)} ${renderDescription(field)}
      <div class="field">
        <label for="file">Or a file</label>
        <input
          type="file"
          id="file"
          accept=".json,application/json,.yaml,.yml"
          @change=${(event: Event) => {
            const input = event.currentTarget as HTMLInputElement;
            actions.takeFile(input.files?.[0]);
            // Reset so that the same file can be chosen again after a fix.
            input.value = '';
          }}
        />
      </div>
    </div>
    ${renderPublishedAddress(view, actions)}`;
}

/** The result of the check: valid, or all errors. A screen reader announces the first line. */
function renderOutcome(data: DataState): TemplateResult {
  const bad = data.kind === 'bad' ? data : undefined;
  return html`<div id="data-fault" class=${bad ? 'fault' : 'outcome-line'}>
    <p role="status">${lineOn(data)}</p>
    ${bad?.at ? renderJump(bad.at) : nothing} ${bad && bad.issues.length > 0 ? renderIssues(bad.issues) : nothing}
    ${renderWarnings(data)}
  </div>`;
}

function lineOn(data: DataState): string {
  switch (data.kind) {
    case 'bad':
      return data.message;
    case 'loading':
      return 'Loading …';
    case 'empty':
      return '';
    case 'good': {
      const {title, revision, claims} = data.summit;
      return `Valid: “${title}”, edition ${String(revision)}, ${String(claims.length)} statements.`;
    }
  }
}

function renderJump(at: NonNullable<BadFile['at']>): TemplateResult {
  return html`<button
    type="button"
    @click=${() => {
      const field = document.querySelector<HTMLTextAreaElement>('#text');
      if (!field) return;
      const start = offsetOf(field.value, at);
      field.focus();
      field.setSelectionRange(start, start + 1);
    }}
  >
    Go to line ${at.line}
  </button>`;
}

/** Lines and columns are those of `findJsonDefect`. The value of a text area has only line feeds. */
function offsetOf(text: string, {line, column}: NonNullable<BadFile['at']>): number {
  return text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, {length}) => sum + length + 1, column - 1);
}

function renderIssues(issues: readonly Issue[]): TemplateResult {
  // Focusable because long lists scroll.
  return html`<ul class="issues" role="list" tabindex="0" aria-label="Problems">
    ${issues.map(({path, message}) => html`<li>${path ? [html`<code>${path}</code>`, ' '] : nothing}${message}</li>`)}
  </ul>`;
}

/** Warnings, collapsed: they don't prevent publishing. */
function renderWarnings(data: DataState): unknown {
  const warnings = data.kind === 'good' ? data.warnings : [];
  if (warnings.length === 0) return nothing;
  return html`<details class="warnings">
    <summary>${warnings.length === 1 ? 'One warning' : `${String(warnings.length)} warnings`}</summary>
    ${renderIssues(warnings)}
  </details>`;
}
