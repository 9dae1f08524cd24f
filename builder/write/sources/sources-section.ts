import {html, type TemplateResult} from 'lit';
import {addEntry} from '../../store/commands/entries.js';
import {renderEntry} from '../fields/entry.js';
import {renderPickAt} from '../fields/pick-field.js';
import {renderDateAt, renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';

const ROLES = [
  {value: 'reporting', label: 'Report: statements were read in it'},
  {value: 'reference', label: 'Reference: for codes, names and coordinates'},
];

/** The sources of the statements. */
export function renderSources(context: WriteContext): TemplateResult {
  const {summit, actions} = context;
  return html`<h2>Sources</h2>
    <p class="hint">An article that you paste in “Article” is a source by itself.</p>
    <ul class="entries" role="list">
      ${summit.sources.map((_, index) => renderEntry(context, {list: 'sources', index, body: () => renderForm(context, index)}))}
    </ul>
    <button
      type="button"
      @click=${() => {
        const path = `sources[${String(summit.sources.length)}]`;
        actions.edit('Add a source', (draft) => {
          addEntry(draft, 'sources', '', {role: 'reporting', title: ''});
        });
        actions.goTo(`${path}.title`);
      }}
    >
      Add a source
    </button>`;
}

function renderForm(context: WriteContext, index: number): TemplateResult {
  const path = `sources[${String(index)}]`;
  return html`${renderTextAt(context, {path: `${path}.title`, label: 'Title'})}
    ${renderTextAt(context, {path: `${path}.publisher`, label: 'Published by', isOptional: true})}
    ${renderTextAt(context, {
      path: `${path}.shortTitle`,
      label: 'Short name',
      isOptional: true,
      hint: 'Shown next to the place, if there are several sources.',
    })}
    ${renderTextAt(context, {path: `${path}.url`, label: 'Address', isOptional: true, mode: 'url', placeholder: 'https://'})}
    ${renderDateAt(context, {path: `${path}.date`, label: 'Date', isOptional: true})}
    ${renderPickAt(context, {path: `${path}.role`, label: 'Kind', options: ROLES})}
    ${renderTextAt(context, {path: `${path}.note`, label: 'Note for readers', isOptional: true})}
    ${renderTextAt(context, {path: `${path}.license`, label: 'Licence', isOptional: true})}`;
}
