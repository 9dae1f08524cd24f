import {html, type TemplateResult} from 'lit';
import {languageStatus} from '../../../src/format/language-status.js';
import {setField} from '../../store/commands/fields.js';
import {renderPickAt} from '../fields/pick-field.js';
import {renderStatementsAt} from '../fields/pick-statements.js';
import {renderDateAt, renderTextAt} from '../fields/text-field.js';
import {statuses} from '../statuses.js';
import type {WriteContext} from '../write-context.js';

/** British English has dates of its own. */
const LANGUAGES = languageStatus.flatMap(({tag, ownName}) => [
  {value: tag, label: ownName},
  ...(tag === 'en' ? [{value: 'en-GB', label: 'English (United Kingdom)'}] : []),
]);

/** The languages to choose from, with that of the file if it is another one. */
function languagesWith(lang: string): typeof LANGUAGES {
  return LANGUAGES.some(({value}) => value === lang) ? LANGUAGES : [...LANGUAGES, {value: lang, label: lang}];
}

const HEADINGS = [
  {view: 'comparison', label: 'the comparison'},
  {view: 'regions', label: 'the list of places'},
  {view: 'facts', label: 'the fact box'},
];

/** The summit as a whole: its name, status, dates and place. */
export function renderDetails(context: WriteContext): TemplateResult {
  return html`<h2>Summit</h2>
    ${renderTextAt(context, {path: 'title', label: 'Name of the summit', placeholder: 'The Alaska summit'})}
    ${renderPickAt(context, {path: 'lang', label: 'Language of the texts', options: languagesWith(context.summit.lang)})}
    ${renderPickAt(context, {
      path: 'status.value',
      label: 'Status',
      options: statuses,
      hint: 'As reported. It never changes by itself.',
    })}
    ${renderStatementsAt(context, {path: 'status.claims', label: 'Statements that say so'})}
    <div class="pair">
      ${renderDateAt(context, {path: 'when.start', label: 'First day', isOptional: true})}
      ${renderDateAt(context, {path: 'when.end', label: 'Last day, if there are several', isOptional: true})}
    </div>
    ${renderTextAt(context, {path: 'venue.name', label: 'City or place of the talks', isOptional: true, placeholder: 'Anchorage, Alaska'})}
    <div class="pair">
      ${renderDateAt(context, {
        path: 'asOf.date',
        label: 'Last reviewed on',
        isOptional: true,
        hint: 'The day to which everything in the boxes is up to date.',
      })}
      ${renderDateAt(context, {
        path: 'reviewBy',
        label: 'Review again by',
        isOptional: true,
        hint: 'After this day the boxes say when the data was last reviewed.',
      })}
    </div>
    <details>
      <summary>Headings of the boxes, codes and links</summary>
      ${renderTextAt(context, {
        path: 'asOf.note',
        label: 'Note about the day of the last review, for readers',
        isOptional: true,
      })}
      ${renderTextAt(context, {path: 'venue.code', label: 'ISO code of the place', isOptional: true, placeholder: 'US-AK'})}
      ${HEADINGS.map(
        ({view, label}) =>
          html`<div class="pair">
            ${renderTextAt(context, {path: `views.${view}.title`, label: `Heading of ${label}`, isOptional: true})}
            ${renderTextAt(context, {path: `views.${view}.subtitle`, label: 'Line under it', isOptional: true})}
          </div>`,
      )}
      ${renderRelated(context)}
    </details>`;
}

/** Links to other summits. */
function renderRelated(context: WriteContext): TemplateResult {
  const {summit, actions} = context;
  return html`<h3>Other summits</h3>
    <ul class="entries" role="list">
      ${(summit.related ?? []).map((_, i) => {
        const path = `related[${String(i)}]`;
        return html`<li class="part">
          ${renderTextAt(context, {path: `${path}.title`, label: 'Name of the other summit'})}
          ${renderTextAt(context, {path: `${path}.url`, label: 'Address', mode: 'url', placeholder: 'https://'})}
          <button
            type="button"
            class="small"
            @click=${() => {
              actions.edit('Remove a link to a summit', (draft) => {
                setField(draft, path, undefined);
              });
            }}
          >
            Remove
          </button>
        </li>`;
      })}
    </ul>
    <button
      type="button"
      @click=${() => {
        actions.edit('Add a link to a summit', (draft) => {
          setField(draft, `related[${String(summit.related?.length ?? 0)}]`, {title: '', url: ''});
        });
      }}
    >
      Add a link to another summit
    </button>`;
}
