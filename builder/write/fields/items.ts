import {html, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {moveItem, removeItem} from '../../store/commands/items.js';
import {valueAt} from '../../store/commands/fields.js';
import type {WriteContext} from '../write-context.js';

export interface ItemsAt {
  /** Path of the list, such as `facts[0].items`. */
  readonly path: string;
  readonly label: string;
  /** What one of them is called, such as “part”. */
  readonly noun: string;
  /** The form of the item at a path. */
  readonly body: (path: string) => unknown;
  /** An optional list is removed when it is empty. */
  readonly isOptional: boolean;
}

interface Item {
  readonly id: string;
  readonly label?: string;
}

/** The parts of an entry, each with its form and with buttons to move and remove it. */
export function renderItemsAt(context: WriteContext, field: ItemsAt): TemplateResult {
  const {summit} = context;
  const items = (valueAt(summit, field.path) ?? []) as readonly Item[];
  return html`<fieldset class="field" data-path=${field.path} tabindex="-1">
    <legend>${field.label}</legend>
    <ol class="parts" role="list">
      ${repeat(
        items,
        ({id}) => id,
        (item, index) => renderItem(context, field, items, index, item.label || `${field.noun} ${String(index + 1)}`),
      )}
    </ol>
  </fieldset>`;
}

function renderItem(
  {actions}: WriteContext,
  {path, noun, body, isOptional}: ItemsAt,
  items: readonly Item[],
  index: number,
  name: string,
): TemplateResult {
  const move = (direction: -1 | 1, where: string): TemplateResult => html`<button
    type="button"
    class="move"
    aria-label=${`Move ${where}: ${name}`}
    ?disabled=${items[index + direction] === undefined}
    @click=${(event: Event) => {
      const button = event.currentTarget as HTMLElement;
      actions.edit(
        `Move ${where}: ${name}`,
        (draft) => {
          moveItem(draft, path, index, direction);
        },
        {said: `Moved ${where}.`},
      );
      // A button that was moved with its item loses the focus.
      queueMicrotask(() => {
        button.focus();
      });
    }}
  >${direction < 0 ? '↑' : '↓'}</button>`;
  return html`<li class="part">
    ${body(`${path}[${String(index)}]`)}
    <div class="entry-actions">
      ${move(-1, 'up')} ${move(1, 'down')}
      <button
        type="button"
        class="small"
        aria-label=${`Remove the ${noun}: ${name}`}
        @click=${(event: Event) => {
          const list = (event.currentTarget as HTMLElement).closest('fieldset');
          actions.edit(
            `Remove the ${noun} “${name}”`,
            (draft) => {
              removeItem(draft, path, index, isOptional);
            },
            {said: `Removed the ${noun} “${name}”. Undo brings it back.`},
          );
          list?.focus();
        }}
      >
        Remove
      </button>
    </div>
  </li>`;
}
