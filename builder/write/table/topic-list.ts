import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {addEntry} from '../../store/commands/entries.js';
import {renderAdd} from '../fields/add-field.js';
import {renderEntry} from '../fields/entry.js';
import {renderCheckAt, renderPickAt} from '../fields/pick-field.js';
import {renderStatementsAt} from '../fields/pick-statements.js';
import {renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';

/** The topics, and the statement that says where the aims clash. */
export function renderTopics(context: WriteContext): TemplateResult | typeof nothing {
  const {summit} = context;
  if (summit.topics.length === 0) return nothing;
  const onTopics = new Set(summit.topics.flatMap(({claims = []}) => claims));
  return html`<h3>Topics</h3>
    <ul class="entries" role="list">
      ${repeat(
        summit.topics,
        ({id}) => id,
        (_, index) => renderTopic(context, index),
      )}
    </ul>
    ${
      onTopics.size > 0
        ? renderPickAt(context, {
            path: 'views.comparison.clash',
            label: 'Where the aims clash',
            options: summit.claims.filter(({id}) => onTopics.has(id)).map(({id, text}) => ({value: id, label: text})),
            none: 'The first statement of the first topic with an aim and a rejection',
            hint: 'A statement about a topic, shown under the main aims.',
          })
        : ''
    }`;
}

function renderTopic(context: WriteContext, index: number): unknown {
  const path = `topics[${String(index)}]`;
  return renderEntry(context, {
    list: 'topics',
    index,
    body: () => html`${renderTextAt(context, {path: `${path}.label`, label: 'Topic'})}
    ${renderStatementsAt(context, {
      path: `${path}.claims`,
      label: 'Statements about the topic itself',
      hint: 'What isn’t the position of one side, such as where the aims clash.',
      isOptional: true,
    })}
    ${renderCheckAt(context, {
      path: `${path}.hideGaps`,
      label: 'Don’t name the sides without a position',
      hint: 'Otherwise the box says that the sources give no position of theirs.',
    })}`,
  });
}

export function renderAddTopic({actions}: WriteContext): TemplateResult {
  return renderAdd({
    id: 'new-topic',
    label: 'Add a topic',
    placeholder: 'Borders',
    add: (label) => {
      actions.edit(
        'Add a topic',
        (draft) => {
          addEntry(draft, 'topics', label, {label});
        },
        {said: `Added the topic “${label}”.`},
      );
    },
  });
}
