import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {addEntry} from '../../store/commands/entries.js';
import {setField} from '../../store/commands/fields.js';
import {renderAdd} from '../fields/add-field.js';
import {renderEntry} from '../fields/entry.js';
import {renderPickAt} from '../fields/pick-field.js';
import {renderDateAt, renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';
import {suggestPublisher} from './suggest-publisher.js';

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
      ${repeat(
        summit.sources,
        ({id}) => id,
        (_, index) => renderEntry(context, {list: 'sources', index, body: () => renderForm(context, index)}),
      )}
    </ul>
    ${renderAdd({
      id: 'new-source',
      label: 'Add a source',
      placeholder: 'Its title',
      add: (title) => {
        actions.edit(
          'Add a source',
          (draft) => {
            addEntry(draft, 'sources', title, {role: 'reporting', title});
          },
          {said: 'Added a source. Who published it, and where?'},
        );
        actions.goTo(`sources[${String(summit.sources.length)}].publisher`);
      },
    })}`;
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
    ${renderSuggestion(context, index)}
    ${renderDateAt(context, {path: `${path}.date`, label: 'Date', isOptional: true})}
    ${renderPickAt(context, {path: `${path}.role`, label: 'Kind', options: ROLES})}
    ${renderTextAt(context, {path: `${path}.note`, label: 'Note for readers', isOptional: true})}
    ${renderTextAt(context, {path: `${path}.license`, label: 'Licence', isOptional: true})}`;
}

/** The publisher that the address suggests, as a button, if none was given. */
function renderSuggestion({summit, actions}: WriteContext, index: number): unknown {
  const source = summit.sources[index];
  const publisher = source?.publisher ? undefined : suggestPublisher(source?.url ?? '', summit.sources);
  if (publisher === undefined) return nothing;
  const path = `sources[${String(index)}].publisher`;
  return html`<p class="hint">
    Suggested publisher, because of the address:
    <button
      type="button"
      class="small"
      @click=${() => {
        actions.edit(
          'Choose the publisher',
          (draft) => {
            setField(draft, path, publisher);
          },
          {said: `Publisher: ${publisher}.`},
        );
        actions.goTo(path);
      }}
    >
      ${publisher}
    </button>
  </p>`;
}
