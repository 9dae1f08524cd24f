import {html, nothing, type TemplateResult} from 'lit';
import type {Certainty, Claim} from '../../../src/data/summit.js';
import {setField} from '../../store/commands/fields.js';
import {labelOf, optionsOf} from '../../store/labels.js';
import {renderEntry} from '../fields/entry.js';
import {renderPickAt, renderPickManyAt} from '../fields/pick-field.js';
import {renderStatementsAt} from '../fields/pick-statements.js';
import {renderDateAt, renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';

/** The four words, with the key that chooses each. */
export const certainties: readonly {
  readonly value: Certainty;
  readonly label: string;
  readonly key: string;
  readonly hint: string;
}[] = [
  {value: 'stated', label: 'Stated', key: 's', hint: 'the speaker’s own words'},
  {value: 'reported', label: 'Reported', key: 'r', hint: 'told as a fact by the source'},
  {value: 'analysis', label: 'Analysis', key: 'a', hint: 'the source’s own analysis'},
  {value: 'speculation', label: 'Speculation', key: 'p', hint: 'described only as possible'},
];

/**
 * The form of a statement.
 *
 * @param among The indices of the statements that are listed with it.
 */
export function renderClaim(context: WriteContext, index: number, among: readonly number[]): unknown {
  const {summit} = context;
  const claim = summit.claims[index];
  if (!claim) return nothing;
  const path = `claims[${String(index)}]`;
  const speakers = claim.by?.map((id) => labelOf(summit, 'actors', id)).join(', ');
  const certainty = certainties.find(({value}) => value === claim.certainty)?.label ?? 'No certainty yet';
  return renderEntry(context, {
    list: 'claims',
    index,
    among,
    title: html`<span class="claim-text">${claim.text}</span>\x20<small>${certainty}: ${speakers ?? 'the article itself'}</small>`,
    body: () => renderFields(context, claim, path),
  });
}

function renderFields(context: WriteContext, claim: Claim, path: string): TemplateResult {
  const {summit, actions} = context;
  const actors = optionsOf(summit, 'actors');
  return html`${renderTextAt(context, {path: `${path}.text`, label: 'Statement', rows: 3})}
      ${renderPickAt(context, {path: `${path}.certainty`, label: 'How certain', options: certainties})}
      ${renderPickManyAt(context, {
        path: `${path}.by`,
        label: 'Who says it',
        noun: 'speaker',
        options: actors,
        isOptional: true,
        hint: claim.by && claim.by.length > 0 ? undefined : 'Nobody is named: the article itself says it.',
      })}
      ${claim.refs.map((_, i) => renderRef(context, `${path}.refs[${String(i)}]`, claim.refs.length > 1))}
      <button
        type="button"
        class="small"
        @click=${() => {
          const source = summit.sources[0]?.id ?? '';
          actions.edit('Add a source to a statement', (draft) => {
            setField(draft, `${path}.refs[${String(claim.refs.length)}]`, {source});
          });
        }}
      >
        Add another source
      </button>
      <details>
        <summary>More about this statement</summary>
        ${renderDateAt(context, {path: `${path}.asOf`, label: 'Date of the statement', isOptional: true})}
        ${renderPickManyAt(context, {
          path: `${path}.about`,
          label: 'Whom it is about, not shown to readers',
          noun: 'side',
          options: actors,
          isOptional: true,
        })}
        ${renderPickManyAt(context, {
          path: `${path}.disputedBy`,
          label: 'Who disputes it',
          noun: 'speaker',
          options: actors,
          isOptional: true,
        })}
        ${renderStatementsAt(context, {
          path: `${path}.conflictsWith`,
          label: 'Statements of other sources that contradict it',
          among: summit.claims.flatMap(({id}) => (id === claim.id ? [] : [id])),
          isOptional: true,
        })}
        ${renderTextAt(context, {
          path: `${path}.anonymous`,
          label: 'Why the speaker isn’t named',
          isOptional: true,
          placeholder: 'because the talks are confidential',
        })}
        ${renderTextAt(context, {path: `${path}.quote.text`, label: 'Original words', isOptional: true, rows: 2})}
        ${
          claim.quote
            ? html`${renderTextAt(context, {path: `${path}.quote.lang`, label: 'Their language, such as fr'})}
              ${renderTextAt(context, {path: `${path}.quote.translator`, label: 'Who translated them', isOptional: true})}`
            : nothing
        }
      </details>`;
}

function renderRef(context: WriteContext, path: string, isRemovable: boolean): TemplateResult {
  return html`<div class="ref">
    ${renderPickAt(context, {path: `${path}.source`, label: 'Source', options: optionsOf(context.summit, 'sources')})}
    ${renderTextAt(context, {path: `${path}.at`, label: 'Where in it', isOptional: true, isLate: true, placeholder: 'p3 s2, page 4'})}
    ${
      isRemovable
        ? html`<button
            type="button"
            class="remove"
            aria-label="Remove this source"
            @click=${() => {
              context.actions.edit('Remove a source from a statement', (draft) => {
                setField(draft, path, undefined);
              });
            }}
          >
            ×
          </button>`
        : nothing
    }
  </div>`;
}
