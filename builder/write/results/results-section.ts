import {html, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {addEntry} from '../../store/commands/entries.js';
import type {WritableDraft} from '../../store/draft.js';
import {optionsOf} from '../../store/labels.js';
import {renderAdd} from '../fields/add-field.js';
import {renderEntry} from '../fields/entry.js';
import {renderPickAt} from '../fields/pick-field.js';
import {renderStatementsAt} from '../fields/pick-statements.js';
import {renderDateAt, renderTextAt} from '../fields/text-field.js';
import {statuses} from '../statuses.js';
import type {WriteContext} from '../write-context.js';
import {renderFigure} from './figure-form.js';

const OUTCOMES = [
  {value: 'agreed', label: 'Agreed'},
  {value: 'partly', label: 'Agreed in part'},
  {value: 'not-agreed', label: 'Not agreed'},
  {value: 'open', label: 'Open: still being negotiated'},
  {value: 'postponed', label: 'Postponed'},
];

type ResultList = 'outcomes' | 'figures' | 'meetings' | 'deadlines';

interface Results {
  readonly list: ResultList;
  readonly heading: string;
  readonly addLabel: string;
  readonly placeholder: string;
  readonly add: (draft: WritableDraft, text: string) => void;
  readonly body: (context: WriteContext, path: string, index: number) => unknown;
}

const RESULTS: readonly Results[] = [
  {
    list: 'outcomes',
    heading: 'Outcomes',
    addLabel: 'Add an outcome, in one short line',
    placeholder: 'A ceasefire of 30 days',
    add: (draft, label) => {
      // The check asks for the value: none of them may be assumed.
      addEntry(draft, 'outcomes', label, {value: '' as 'open', label, claims: []});
    },
    body: renderOutcome,
  },
  {
    list: 'figures',
    heading: 'Votes, sums and counts',
    addLabel: 'Add a figure: what its numbers are about',
    placeholder: 'Votes on 2 October',
    add: (draft, label) => {
      addEntry(draft, 'figures', label, {label, items: []});
    },
    body: renderFigure,
  },
  {
    list: 'meetings',
    heading: 'Meetings, if there are several',
    addLabel: 'Add a meeting: its place',
    placeholder: 'Geneva',
    add: (draft, place) => {
      addEntry(draft, 'meetings', place, {place, start: '', claims: []});
    },
    body: renderMeeting,
  },
  {
    list: 'deadlines',
    heading: 'Deadlines',
    addLabel: 'Add a deadline: what is due',
    placeholder: 'Answer to the proposal',
    add: (draft, label) => {
      addEntry(draft, 'deadlines', label, {label, at: '', claims: []});
    },
    body: renderDeadline,
  },
];

/** How it went: outcomes, figures, meetings and deadlines. */
export function renderResults(context: WriteContext): TemplateResult {
  return html`<h2>Results</h2>
    ${RESULTS.map((results) => renderList(context, results))}`;
}

function renderList(context: WriteContext, {list, heading, addLabel, placeholder, add, body}: Results): TemplateResult {
  const {summit, actions} = context;
  const entries: readonly {readonly id: string}[] = summit[list] ?? [];
  return html`<h3>${heading}</h3>
    <ul class="entries" role="list">
      ${repeat(
        entries,
        ({id}) => id,
        (_, index) =>
          renderEntry(context, {list, index, body: () => body(context, `${list}[${String(index)}]`, index)}),
      )}
    </ul>
    ${renderAdd({
      id: `new-${list}`,
      label: addLabel,
      placeholder,
      add: (text) => {
        actions.edit(
          addLabel,
          (draft) => {
            add(draft, text);
          },
          {said: `Added “${text}”.`},
        );
        actions.show({opened: `${list}[${String(entries.length)}]`});
      },
    })}`;
}

function renderOutcome(context: WriteContext, path: string): TemplateResult {
  return html`${renderTextAt(context, {path: `${path}.label`, label: 'Outcome, in one short line'})}
  ${renderPickAt(context, {path: `${path}.value`, label: 'What it came to', options: OUTCOMES})}
  ${renderPickAt(context, {
    path: `${path}.topic`,
    label: 'Topic',
    options: optionsOf(context.summit, 'topics'),
    none: 'The summit as a whole',
  })}
  ${renderStatementsAt(context, {path: `${path}.claims`, label: 'Statements that show it'})}`;
}

function renderMeeting(context: WriteContext, path: string): TemplateResult {
  return html`${renderTextAt(context, {path: `${path}.label`, label: 'Name of the meeting', isOptional: true, placeholder: 'Signing'})}
    ${renderTextAt(context, {path: `${path}.place`, label: 'Place'})}
    <div class="pair">
      ${renderDateAt(context, {path: `${path}.start`, label: 'First day'})}
      ${renderDateAt(context, {path: `${path}.end`, label: 'Last day, if there are several', isOptional: true})}
    </div>
    ${renderPickAt(context, {path: `${path}.status`, label: 'Status', options: statuses, none: 'Not given'})}
    ${renderStatementsAt(context, {path: `${path}.claims`, label: 'Statements that show it'})}`;
}

function renderDeadline(context: WriteContext, path: string): TemplateResult {
  return html`${renderTextAt(context, {path: `${path}.label`, label: 'What is due, in one line'})}
    <div class="pair">
      ${renderTextAt(context, {
        path: `${path}.at`,
        label: 'Day, or day and time',
        placeholder: 'YYYY-MM-DD',
        hint: 'Such as 2031-05-04 or 2031-05-04T12:00.',
      })}
      ${renderTextAt(context, {path: `${path}.zone`, label: 'Time zone, in words', isOptional: true, placeholder: 'Kyiv time'})}
    </div>
    ${renderStatementsAt(context, {path: `${path}.claims`, label: 'Statements that show it'})}`;
}
