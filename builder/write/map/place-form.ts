import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Position, Region} from '../../../src/data/summit.js';
import {valueIn} from '../../fields.js';
import {addPositionAbout, setCoordinate, type Coordinate} from '../../store/commands/places.js';
import {removeEntry} from '../../store/commands/entries.js';
import {labelOf, optionsOf} from '../../store/labels.js';
import {renderAdd} from '../fields/add-field.js';
import {fieldId, messagesOf, renderMessages} from '../fields/messages.js';
import {renderPickAt, renderPickManyAt} from '../fields/pick-field.js';
import {renderStatementsAt} from '../fields/pick-statements.js';
import {renderTextAt} from '../fields/text-field.js';
import {renderStance} from '../table/position-form.js';
import type {WriteContext} from '../write-context.js';

/** The fields of a place, and the positions about it. */
export function renderPlace(context: WriteContext, index: number, region: Region): TemplateResult {
  const {summit} = context;
  const path = `regions[${String(index)}]`;
  return html`${renderTextAt(context, {path: `${path}.name`, label: 'Name', hint: 'In the language of the texts.'})}
    <div class="pair">
      ${renderTextAt(context, {path: `${path}.native.name`, label: 'Name in the language of the place', isOptional: true, placeholder: 'Донецьк'})}
      ${renderTextAt(context, {path: `${path}.native.lang`, label: 'That language', isOptional: true, placeholder: 'uk', hint: 'Its short code, such as uk for Ukrainian.'})}
    </div>
    <div class="pair">
      ${renderCoordinate(context, index, 'latitude')} ${renderCoordinate(context, index, 'longitude')}
    </div>
    <div class="pair">
      ${renderTextAt(context, {path: `${path}.code`, label: 'ISO code', isOptional: true, placeholder: 'UA-14', hint: 'Of a region, such as UA-14, or of a country, such as UA.'})}
      ${renderTextAt(context, {path: `${path}.wikidata`, label: 'Wikidata item', isOptional: true, placeholder: 'Q2012050'})}
    </div>
    ${renderPickManyAt(context, {path: `${path}.refs`, label: 'Sources of its name, code and coordinates', noun: 'source', options: optionsOf(summit, 'sources'), isOptional: true})}
    ${renderPositions(context, region)}`;
}

/** A field for a latitude or a longitude. */
function renderCoordinate(context: WriteContext, index: number, which: Coordinate): TemplateResult {
  const {summit, actions} = context;
  const isLatitude = which === 'latitude';
  const path = `regions[${String(index)}].point[${isLatitude ? '1' : '0'}]`;
  const id = fieldId(path);
  const label = isLatitude ? 'Latitude' : 'Longitude';
  const value: unknown = summit.regions[index]?.point?.[isLatitude ? 1 : 0] ?? '';
  const messages = messagesOf(context, path);
  return html`<div class="field">
    <label for=${id}>${label}\x20<small>optional</small></label>
    <input
      id=${id}
      data-path=${path}
      autocomplete="off"
      inputmode="text"
      placeholder=${isLatitude ? '48.0159' : '37.8028'}
      aria-invalid=${messages.some(({kind}) => kind === 'error') ? 'true' : nothing}
      aria-describedby=${[isLatitude && `${id}-hint`, messages.length > 0 && `${id}-messages`].filter(Boolean).join(' ') || nothing}
      .value=${live(String(value))}
      @input=${(event: Event) => {
        const typed = valueIn(event);
        actions.edit(
          `Change: ${label}`,
          (draft) => {
            setCoordinate(draft, index, which, typed);
          },
          {mergeKey: path},
        );
      }}
      @change=${() => {
        actions.endMerge();
      }}
    />
    ${isLatitude ? html`<p class="hint" id="${id}-hint">In degrees. You can paste both, such as 48.0159, 37.8028.</p>` : nothing}
    ${renderMessages(context, path)}
  </div>`;
}

/** Who claims the place, and who answers. */
function renderPositions(context: WriteContext, {id, name}: Region): TemplateResult {
  const {summit} = context;
  const about = summit.positions.flatMap((position, index) =>
    position.regions?.includes(id) ? [{position, index}] : [],
  );
  return html`<section class="about-place" aria-labelledby="about-place-heading">
    <h3 id="about-place-heading">Who claims it, who answers</h3>
    <ul class="parts" role="list">
      ${about.map(({position, index}) => html`<li class="part">${renderPosition(context, position, index)}</li>`)}
    </ul>
    ${
      summit.actors.length > 0
        ? renderNew(context, id, name)
        : html`<p class="hint">There are no sides yet. Add them under “Who wants what”.</p>`
    }
  </section>`;
}

function renderPosition(context: WriteContext, position: Position, index: number): TemplateResult {
  const {summit, actions} = context;
  const path = `positions[${String(index)}]`;
  const name = position.label || '(no text)';
  return html`${renderPickAt(context, {path: `${path}.actor`, label: 'Who', options: optionsOf(summit, 'actors')})}
    ${renderTextAt(context, {path: `${path}.label`, label: 'Position, in one short line'})}
    ${renderStance(context, index, position)}
    ${position.stance === 'conditional' ? renderTextAt(context, {path: `${path}.condition`, label: 'Condition', isOptional: true, placeholder: 'if Congress approves'}) : nothing}
    ${renderStatementsAt(context, {path: `${path}.claims`, label: 'Statements that show it', first: position.actor})}
    ${renderPickManyAt(context, {path: `${path}.regions`, label: 'Places that it is about', noun: 'place', options: optionsOf(summit, 'regions'), isOptional: true})}
    ${renderMessages(context, path)}
    <p class="field">
      <button
        type="button"
        class="small"
        aria-label=${`Remove this position: ${name}`}
        @click=${() => {
          actions.edit(
            `Remove “${name}”`,
            (draft) => {
              removeEntry(draft, 'positions', position.id);
            },
            {said: `Removed the position “${name}”. Undo brings it back.`},
          );
          queueMicrotask(() => {
            document.getElementById('new-about')?.focus();
          });
        }}
      >
        Remove this position
      </button>
    </p>`;
}

/** A position is made from its text, so that no empty one gets into the file. */
function renderNew(context: WriteContext, region: string, name: string): TemplateResult {
  const {summit, state, actions} = context;
  const options = optionsOf(summit, 'actors');
  const actor = options.find(({value}) => value === state.ui.map.actor)?.value ?? options[0]?.value ?? '';
  return html`<div class="field">
      <label for="about-actor">Whose position to add</label>
      <select
        id="about-actor"
        @change=${(event: Event) => {
          actions.show({map: {...state.ui.map, actor: valueIn(event)}});
        }}
      >
        ${options.map(({value, label}) => html`<option value=${value} .selected=${live(value === actor)}>${label}</option>`)}
      </select>
    </div>
    ${renderAdd({
      id: 'new-about',
      label: `What ${labelOf(summit, 'actors', actor)} wants or answers`,
      placeholder: 'All of the region',
      add: (label) => {
        actions.edit(
          'Add a position',
          (draft) => {
            addPositionAbout(draft, region, actor, label);
          },
          {said: `Added a position about “${name}”.`},
        );
      },
    })}`;
}
