import {html, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {addPlace} from '../../store/commands/places.js';
import {renderAdd} from '../fields/add-field.js';
import {renderEntry} from '../fields/entry.js';
import type {WriteContext} from '../write-context.js';
import {renderMapPanel} from './map-panel.js';
import {renderPlace} from './place-form.js';

/** The places that the talks are about, who claims them, and their map. */
export function renderMap(context: WriteContext): TemplateResult {
  const {summit, actions} = context;
  return html`<h2>Places and map</h2>
    <ul class="entries" role="list">
      ${repeat(
        summit.regions,
        ({id}) => id,
        (region, index) =>
          renderEntry(context, {list: 'regions', index, body: () => renderPlace(context, index, region)}),
      )}
    </ul>
    ${renderAdd({
      id: 'new-place',
      label: 'Add a place',
      placeholder: 'Donetsk',
      hint: 'A region, a city or a border that the sides talk about.',
      add: (name) => {
        actions.edit(
          'Add a place',
          (draft) => {
            addPlace(draft, name);
          },
          {said: `Added the place “${name}”.`},
        );
      },
    })}
    ${renderMapPanel(context)}`;
}
