import {html, nothing, type TemplateResult} from 'lit';
import {canPickFiles} from '../file/disk-file.js';
import type {DeskSession} from './desk-session.js';
import type {SessionUi} from './session-ui.js';

/** The templates of the command line. */
const TEMPLATES = [
  {file: 'starter.yaml', label: 'A small example, with a comment on every field'},
  {file: 'climate-talks.json', label: 'Climate talks with five sides'},
  {file: 'water-talks-ar.json', label: 'Water talks, in Arabic'},
];

/** The ways to begin, shown while nothing is written. */
export function renderStart({drafts, isOpening}: SessionUi, session: DeskSession): TemplateResult {
  const open = (event: Event): void => {
    event.preventDefault();
    const {elements} = event.currentTarget as HTMLFormElement;
    void session.openAddress((elements.namedItem('address') as HTMLInputElement).value);
  };
  return html`<section class="start" aria-labelledby="start-heading">
    <h2 id="start-heading">Or open something</h2>
    <div class="ways">
      ${canPickFiles() ? renderPicker(session) : renderFileField(session)}
      <form class="field" @submit=${open}>
        <label for="address">Address of a file</label>
        <div class="address">
          <input id="address" name="address" inputmode="url" autocomplete="off" placeholder="https://" required />
          <button type="submit" ?disabled=${isOpening}>${isOpening ? 'Opening …' : 'Open'}</button>
        </div>
      </form>
      <details>
        <summary>Start from a template</summary>
        <ul role="list">
          ${TEMPLATES.map(({file, label}) => html`<li>${renderLink(label, () => session.openAddress(`templates/${file}`))}</li>`)}
        </ul>
      </details>
    </div>
    ${drafts.length > 0 ? renderDrafts(drafts, session) : nothing}
    <p class="hint">You can also drop a file on this page. Drafts are kept only in this browser and are never sent.</p>
  </section>`;
}

function renderPicker(session: DeskSession): TemplateResult {
  return html`<button
    type="button"
    @click=${() => {
      void session.choose();
    }}
  >
    Open a file …
  </button>`;
}

function renderFileField(session: DeskSession): TemplateResult {
  return html`<div class="field">
    <label for="open-file">Open a file (YAML or JSON)</label>
    <input
      type="file"
      id="open-file"
      accept=".yaml,.yml,.json,application/json"
      @change=${(event: Event) => {
        const file = (event.currentTarget as HTMLInputElement).files?.[0];
        if (file) void session.takeFile(file);
      }}
    />
  </div>`;
}

const TIME = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'});

function renderDrafts(drafts: SessionUi['drafts'], session: DeskSession): TemplateResult {
  return html`<h3>Drafts kept in this browser</h3>
    <ul role="list" class="drafts">
      ${drafts.map(
        ({id, title, changedAt}) =>
          html`<li>
            ${renderLink(title, () => session.openDraft(id))}
            <span>${TIME.format(changedAt)}</span>
            <button
              type="button"
              class="small"
              aria-label=${`Delete the draft “${title}”`}
              @click=${() => {
                void session.forget(id);
              }}
            >
              Delete
            </button>
          </li>`,
      )}
    </ul>`;
}

function renderLink(label: string, work: () => unknown): TemplateResult {
  return html`<button
    type="button"
    class="link"
    @click=${() => {
      void work();
    }}
  >
    ${label}
  </button>`;
}
