import {html, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Question} from '../../../src/data/summit.js';
import {addEntry} from '../../store/commands/entries.js';
import {addItem} from '../../store/commands/items.js';
import {QUESTIONS} from '../../store/field-names.js';
import {renderAdd} from '../fields/add-field.js';
import {renderAddSelect} from '../fields/add-select.js';
import {renderEntry} from '../fields/entry.js';
import {renderItemsAt} from '../fields/items.js';
import {renderPickAt} from '../fields/pick-field.js';
import {renderStatementsAt} from '../fields/pick-statements.js';
import {renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';

const OPTIONS = Object.entries(QUESTIONS).map(([value, label]) => ({value: value as Question, label}));

/** The answers to a reader’s questions. */
export function renderFacts(context: WriteContext): TemplateResult {
  const {summit} = context;
  return html`<h2>Fact box</h2>
    <p class="hint">The answers that readers look for first. Each is shown with its statements.</p>
    <ul class="entries" role="list">
      ${repeat(
        summit.facts,
        ({id}) => id,
        (_, index) => renderFact(context, index),
      )}
    </ul>
    ${renderAddFact(context)}`;
}

function renderFact(context: WriteContext, index: number): unknown {
  const fact = context.summit.facts[index];
  if (!fact) return '';
  const path = `facts[${String(index)}]`;
  const itemsPath = `${path}.items`;
  return renderEntry(context, {
    list: 'facts',
    index,
    title: html`<strong>${QUESTIONS[fact.question]}</strong>\x20${fact.label ?? fact.items?.[0]?.label ?? ''}`,
    body: () => html`${renderPickAt(context, {path: `${path}.question`, label: 'Question', options: OPTIONS})}
    ${renderTextAt(context, {
      path: `${path}.label`,
      label: 'Answer, in one line',
      isOptional: true,
      hint: 'Leave it empty if the answer only has parts.',
    })}
    ${renderStatementsAt(context, {path: `${path}.claims`, label: 'Statements that show it', isOptional: true})}
    ${renderItemsAt(context, {
      path: itemsPath,
      label: 'Parts of the answer',
      noun: 'part',
      isOptional: true,
      body: (item) =>
        html`${renderTextAt(context, {path: `${item}.label`, label: 'Part, in one line'})}
        ${renderStatementsAt(context, {path: `${item}.claims`, label: 'Statements that show it'})}`,
    })}
    ${renderAdd({
      id: `new-part-${fact.id}`,
      label: 'Add a part',
      add: (label) => {
        context.actions.edit(
          'Add a part',
          (draft) => {
            addItem(draft, itemsPath, label, {label, claims: []});
          },
          {said: 'Added a part.'},
        );
      },
    })}`,
  });
}

/** Questions without an answer come first. A question may have several. */
function renderAddFact({summit, actions}: WriteContext): TemplateResult {
  const answered = new Set(summit.facts.map(({question}) => question));
  const open = OPTIONS.filter(({value}) => !answered.has(value));
  const again = OPTIONS.filter(({value}) => answered.has(value));
  const add = (question: Question): void => {
    actions.edit(
      'Add an answer',
      (draft) => {
        addEntry(draft, 'facts', question, {question});
      },
      {said: `Added: ${QUESTIONS[question]}`},
    );
    actions.show({opened: `facts[${String(summit.facts.length)}]`});
    queueMicrotask(() => {
      document.querySelector<HTMLElement>('.entry:last-child details[open] .body input')?.focus();
    });
  };
  return html`<div class="field">
    <label for="new-fact">Answer a question</label>
    ${renderAddSelect({
      id: 'new-fact',
      prompt: 'Choose …',
      options: [...open, ...again.map(({value, label}) => ({value, label: `${label} (another answer)`}))],
      add: (value) => {
        const chosen = OPTIONS.find((option) => option.value === value);
        if (chosen) add(chosen.value);
      },
    })}
  </div>`;
}
