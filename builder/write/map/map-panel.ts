import {html, nothing, type TemplateResult} from 'lit';
import {renderText} from '../../fields.js';
import {removeMap} from '../../store/commands/places.js';
import {deskWords} from '../../store/desk-words.js';
import {optionsOf} from '../../store/labels.js';
import {sentence} from '../fields/messages.js';
import {renderPickManyAt} from '../fields/pick-field.js';
import {renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';
import {renderAreas} from './area-list.js';
import {closeGeometry, drawChosen, openGeometry, showMap} from './map-actions.js';

/** Makes the map: a file of outlines, what is chosen from it, and what readers are told about it. */
export function renderMapPanel(context: WriteContext): TemplateResult {
  const {summit, state} = context;
  const {files, problem, notes, isBusy} = state.ui.map;
  const hasAreas = files.length > 0;
  return html`<section
    class="map-panel"
    aria-labelledby="map-heading"
    @drop=${(event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      // The page would open it as a summit.
      event.preventDefault();
      event.stopPropagation();
      void openGeometry(context, file);
    }}
  >
    <h3 id="map-heading" tabindex="-1" data-path="map">Map</h3>
    <p class="hint">
      Drawn from files with the outlines, in GeoJSON or TopoJSON: one for the places, others for the land around and the
      seas if they aren’t in it. The files stay in your browser; only the drawing gets into the summit.
    </p>
    ${renderFileField(context)}
    <p role="status">${isBusy ? 'One moment …' : files.map(({name, areas}) => `“${name}” has ${countOf(areas.length)}.`).join(' ')}</p>
    ${hasAreas ? renderFiles(context) : nothing} ${hasAreas ? renderAreas(context) : nothing}
    ${hasAreas || summit.map ? renderWords(context) : nothing}
    ${problem ? html`<p class="fault" role="alert">${problem}</p>` : nothing}
    <div class="entry-actions">
      ${
        hasAreas
          ? html`<button
              type="button"
              class="draw"
              ?disabled=${isBusy}
              @click=${() => {
                void drawChosen(context);
              }}
            >
              ${summit.map ? 'Draw the map again' : 'Draw the map'}
            </button>`
          : nothing
      }
      ${summit.map ? renderRemove(context) : nothing}
    </div>
    ${notes.map((note) => html`<p class="hint">${note}</p>`)} ${renderWarnings(context)}
  </section>`;
}

function countOf(areas: number): string {
  return areas === 1 ? '1 area' : `${String(areas)} areas`;
}

/** The open files, each with a button that closes it. */
function renderFiles(context: WriteContext): TemplateResult {
  return html`<div class="entry-actions">
    ${context.state.ui.map.files.map(
      ({name}) =>
        html`<button
          type="button"
          class="small"
          @click=${() => {
            closeGeometry(context, name);
            queueMicrotask(() => {
              document.getElementById('map-file')?.focus();
            });
          }}
        >
          Close ${name}
        </button>`,
    )}
  </div>`;
}

function renderFileField(context: WriteContext): TemplateResult {
  return html`<div class="field">
    <label for="map-file">${context.state.ui.map.files.length > 0 ? 'Add a file with outlines' : 'File with outlines'}</label>
    <input
      type="file"
      id="map-file"
      accept=".geojson,.topojson,.json,application/geo+json,application/json"
      aria-describedby="map-file-hint"
      @change=${(event: Event) => {
        const input = event.currentTarget as HTMLInputElement;
        const file = input.files?.[0];
        // Otherwise, the same file couldn't be chosen again after a change.
        input.value = '';
        if (file) void openGeometry(context, file);
      }}
    />
    <p class="hint" id="map-file-hint">Up to 20 MB in all. You can also drop it here.</p>
  </div>`;
}

/** What is shown under the map. Both texts are needed before it is drawn. */
function renderWords(context: WriteContext): TemplateResult {
  const {summit, state} = context;
  const basis = {
    label: 'Which borders it shows, and why',
    placeholder: 'Borders as recognised by the United Nations.',
    hint: 'Shown under the map.',
  };
  const credit = {
    label: 'Who provides the outlines',
    placeholder: 'Natural Earth',
    hint: 'Shown under the map. Look into the licence of the file.',
  };
  const {map} = summit;
  if (!map) {
    return html`${renderText({
      id: 'map-basis',
      ...basis,
      value: state.ui.map.basis,
      change: (value) => {
        showMap(context, {basis: value});
      },
    })}
    ${renderText({
      id: 'map-credit',
      ...credit,
      value: state.ui.map.credit,
      change: (value) => {
        showMap(context, {credit: value});
      },
    })}`;
  }
  return html`${renderTextAt(context, {path: 'map.basis', ...basis})}
    ${renderTextAt(context, {path: 'map.credit', ...credit})}
    ${map.land.map((_, i) => renderTextAt(context, {path: `map.land[${String(i)}].name`, label: 'Name of a land on the map'}))}
    ${map.seas?.map((_, i) => renderTextAt(context, {path: `map.seas[${String(i)}].name`, label: 'Name of a sea on the map'}))}
    ${map.neighbours?.map((_, i) => renderTextAt(context, {path: `map.neighbours[${String(i)}].name`, label: 'Name of a land around it', isOptional: true}))}
    ${renderPickManyAt(context, {path: 'map.refs', label: 'Sources of the map', noun: 'source', options: optionsOf(summit, 'sources'), isOptional: true})}`;
}

function renderRemove({actions}: WriteContext): TemplateResult {
  return html`<button
    type="button"
    @click=${() => {
      actions.edit('Remove the map', removeMap, {said: 'Removed the map. Undo brings it back.'});
      queueMicrotask(() => {
        document.getElementById('map-heading')?.focus();
      });
    }}
  >
    Remove the map
  </button>`;
}

/** Paths of numbers and names on the map; other messages stand beside their fields. */
const ON_MAP = /^(?:map$|map\.(?:land|neighbours|seas)\[\d+\]\.label|regions\[\d+\]\.shape)/;

function renderWarnings({summit, check}: WriteContext): unknown {
  const issues = check.issues.filter(({path}) => ON_MAP.test(path));
  if (issues.length === 0) return nothing;
  return html`<ul class="messages" role="list" aria-label="About the map">
    ${issues.map((issue) => html`<li class=${issue.kind}>${sentence(deskWords(summit, issue))}</li>`)}
  </ul>`;
}
