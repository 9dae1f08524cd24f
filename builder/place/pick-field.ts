import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {chosenOf, inOrder, move, toggle, valueOf, type PickList} from './pick-lists.js';
import type {Actions, View} from './view.js';

/** A list of entries to select and reorder. */
export function renderPickList(list: PickList, {choices}: View, actions: Actions): TemplateResult {
  const {attribute, legend, entries} = list;
  const chosen = chosenOf(list, choices.attributes[attribute]);
  const choose = (ids: readonly string[]): void => {
    actions.setAttribute(attribute, valueOf(list, ids));
  };

  const mover = (id: string, label: string, by: -1 | 1): TemplateResult => {
    const at = chosen.indexOf(id);
    return html`<button
      type="button"
      class="move"
      id="${attribute}-${id}${by < 0 ? '-up' : '-down'}"
      aria-label="Move “${label}” ${by < 0 ? 'up' : 'down'}"
      ?disabled=${at < 0 || chosen[at + by] === undefined}
      @click=${() => {
        const moved = move(chosen, id, by);
        choose(moved);
        actions.say(`${label} is now number ${String(moved.indexOf(id) + 1)} of ${String(moved.length)}.`);
        keepFocus(`${attribute}-${id}`, by);
      }}
    >
      ${by < 0 ? '↑' : '↓'}
    </button>`;
  };

  return html`<fieldset class="picks">
    <legend>${legend}</legend>
    <ul role="list">
      ${repeat(
        inOrder(list, chosen),
        ({id}) => id,
        ({id, label}) => html`<li>
          <label class="option">
            <input
              type="checkbox"
              id="${attribute}-${id}"
              .checked=${live(chosen.includes(id))}
              @change=${() => {
                choose(toggle(list, chosen, id));
                document.getElementById(`${attribute}-${id}`)?.focus();
              }}
            />
            <span>${label}</span>
          </label>
          ${entries.length > 1 ? html`<span class="movers">${mover(id, label, -1)}${mover(id, label, 1)}</span>` : nothing}
        </li>`,
      )}
    </ul>
  </fieldset>`;
}

/** Restores the focus, which a moved row loses. At an end of the list, focuses the enabled button. */
function keepFocus(id: string, by: -1 | 1): void {
  const ways = by < 0 ? ['up', 'down'] : ['down', 'up'];
  const buttons = ways.map((way) => document.getElementById(`${id}-${way}`) as HTMLButtonElement | null);
  buttons.find((button) => button && !button.disabled)?.focus();
}
