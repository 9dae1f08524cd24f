import {html, type TemplateResult} from 'lit';
import {languageStatus} from '../../../src/format/language-status.js';
import {renderPickAt} from '../fields/pick-field.js';
import {renderStatementsAt} from '../fields/pick-statements.js';
import {renderDateAt, renderTextAt} from '../fields/text-field.js';
import {statuses} from '../statuses.js';
import type {WriteContext} from '../write-context.js';

const LANGUAGES = languageStatus.map(({tag, ownName}) => ({value: tag, label: ownName}));

/** The summit as a whole: its name, status, dates and place. */
export function renderDetails(context: WriteContext): TemplateResult {
  return html`<h2>Summit</h2>
    ${renderTextAt(context, {path: 'title', label: 'Name of the summit', placeholder: 'The Alaska summit'})}
    ${renderPickAt(context, {path: 'lang', label: 'Language of the texts', options: LANGUAGES})}
    ${renderPickAt(context, {
      path: 'status.value',
      label: 'Status',
      options: statuses,
      hint: 'As reported. It never changes by itself.',
    })}
    ${renderStatementsAt(context, {path: 'status.claims', label: 'Statements that give the status'})}
    <div class="pair">
      ${renderDateAt(context, {path: 'when.start', label: 'First day', isOptional: true})}
      ${renderDateAt(context, {path: 'when.end', label: 'Last day, if there are several', isOptional: true})}
    </div>
    ${renderTextAt(context, {path: 'venue.name', label: 'Place', isOptional: true, placeholder: 'Anchorage, Alaska'})}
    ${renderDateAt(context, {path: 'asOf.date', label: 'Date of the data', isOptional: true})}
    ${renderTextAt(context, {
      path: 'asOf.note',
      label: 'Note about this date, for readers',
      isOptional: true,
    })}
    ${renderDateAt(context, {
      path: 'reviewBy',
      label: 'Review by',
      isOptional: true,
      hint: 'After this day the boxes say when the data was last reviewed.',
    })}
    ${renderTextAt(context, {path: 'views.comparison.title', label: 'Heading of the comparison', isOptional: true})}
    ${renderTextAt(context, {path: 'views.regions.title', label: 'Heading of the list of places', isOptional: true})}
    ${renderTextAt(context, {path: 'views.facts.title', label: 'Heading of the fact box', isOptional: true})}`;
}
