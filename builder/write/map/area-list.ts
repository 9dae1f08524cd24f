import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {findAreas} from '../../../src/authoring/list-areas.js';
import type {Kind} from '../../../src/authoring/pick-features.js';
import {renderText, valueIn} from '../../fields.js';
import {nameOf} from '../../store/labels.js';
import type {WriteContext} from '../write-context.js';
import {showMap, useArea, type AreaUse} from './map-actions.js';
import {areasOf, type MapArea} from './map-ui.js';

/** Areas that are listed; the rest is found by typing more. */
const MAX_SHOWN = 30;

const KINDS: Readonly<Record<Kind, string>> = {area: '', line: 'line', point: 'point'};

/** The areas of the files, what each is on the map, and what belongs to the map as a whole. */
export function renderAreas(context: WriteContext): TemplateResult {
  const {state} = context;
  const {files, search, wholeName, around, seas, isCropped} = state.ui.map;
  const found = findAreas(areasOf(state.ui.map), search) as readonly MapArea[];
  const hasContext = around.length + seas.length > 0;
  const more = found.length - MAX_SHOWN;
  return html`${renderPlaces(context)}
    <div class="field">
      <label for="map-search">Find an area</label>
      <input
        type="search"
        id="map-search"
        autocomplete="off"
        .value=${live(search)}
        @input=${(event: Event) => {
          showMap(context, {search: valueIn(event)});
        }}
      />
    </div>
    <ul class="map-areas" role="list">
      ${repeat(
        found.slice(0, MAX_SHOWN),
        ({label}) => label,
        (area) => renderArea(context, area),
      )}
    </ul>
    ${found.length === 0 ? html`<p>No area has this text.</p>` : nothing}
    ${more > 0 ? html`<p class="hint">And ${more} more. Type more of the name to find them.</p>` : nothing}
    ${renderText({
      id: 'map-whole',
      label: html`Name of the land that all areas${files.length > 1 ? ` of “${files[0]?.name ?? ''}”` : ''} make up\x20<small>optional</small>`,
      value: wholeName,
      hint: 'Draws all of them as one land under the places. If empty, only what you choose is drawn.',
      change: (value) => {
        showMap(context, {wholeName: value});
      },
    })}
    <div class="field">
      <label class="option">
        <input
          type="checkbox"
          .checked=${live(isCropped || hasContext)}
          ?disabled=${hasContext}
          @change=${(event: Event) => {
            showMap(context, {isCropped: (event.currentTarget as HTMLInputElement).checked});
          }}
        />
        <span>Show only the places and what is close to them</span>
      </label>
    </div>`;
}

/** What is chosen so far: the area of each place, then land. */
function renderPlaces(context: WriteContext): TemplateResult {
  const {summit, state} = context;
  const {matches, land, around, seas} = state.ui.map;
  const byLabel = new Map(areasOf(state.ui.map).map((area) => [area.label, area]));
  const row = (key: string, name: string, label: string | undefined, what: string): TemplateResult => {
    const area = byLabel.get(label ?? '');
    return html`<li>
      <span>${name}: ${area ? html`<b>${area.label}</b>` : what}</span>
      ${
        area
          ? html`<button
              type="button"
              class="remove"
              aria-label=${`Don’t draw ${area.label} as ${key}`}
              @click=${() => {
                useArea(context, area, {kind: 'nothing'});
                document.getElementById('map-search')?.focus();
              }}
            >
              ×
            </button>`
          : nothing
      }
    </li>`;
  };
  return html`<fieldset class="field many">
    <legend>On the map</legend>
    <ul role="list">
      ${summit.regions.map((region) => row(nameOf(region), nameOf(region), matches[region.id], 'no area chosen'))}
      ${land.map((label) => row('land', 'Land', label, ''))}
      ${around.map((label) => row('land around', 'Around it', label, ''))}
      ${seas.map((label) => row('a sea', 'Sea', label, ''))}
    </ul>
    ${summit.regions.length === 0 ? html`<p class="hint">No places yet. Add one above, or make one of an area.</p>` : nothing}
  </fieldset>`;
}

function renderArea(context: WriteContext, area: MapArea): TemplateResult {
  const {summit, state} = context;
  const {matches, land, around, seas} = state.ui.map;
  const {label, kind, features} = area;
  const place = summit.regions.find(({id}) => matches[id] === label);
  const uses = {land, around, sea: seas};
  const other = Object.entries(uses).find(([, labels]) => labels.includes(label))?.[0] ?? '';
  const used = place ? `place ${place.id}` : other;
  const option = (value: string, text: string): TemplateResult =>
    html`<option value=${value} .selected=${live(value === used)}>${text}</option>`;
  const notes = [KINDS[kind], features.length > 1 ? `${String(features.length)} parts` : ''].filter(Boolean);
  return html`<li>
    <span>${label}${notes.length > 0 ? html`\x20<small>${notes.join(', ')}</small>` : nothing}</span>
    <select
      aria-label=${`Use of ${label}`}
      @change=${(event: Event) => {
        useArea(context, area, toUse(valueIn(event)));
      }}
    >
      ${option('', 'Not used')}
      ${summit.regions.map((region) => option(`place ${region.id}`, `Is the place: ${nameOf(region)}`))}
      ${place ? nothing : option('new-place', 'Make a place of it')}
      ${kind === 'area' ? [option('land', 'Land under the places'), option('around', 'Land around, in a quiet tone')] : nothing}
      ${kind === 'line' ? nothing : option('sea', 'Sea: only its name, on the water')}
    </select>
  </li>`;
}

function toUse(value: string): AreaUse {
  if (value.startsWith('place ')) return {kind: 'place', id: value.slice('place '.length)};
  const kinds = ['new-place', 'land', 'around', 'sea'] as const;
  return {kind: kinds.find((kind) => kind === value) ?? 'nothing'};
}
