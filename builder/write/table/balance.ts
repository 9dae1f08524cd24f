import {html, nothing, type TemplateResult} from 'lit';
import {deskWords} from '../../store/desk-words.js';
import {nameOf} from '../../store/labels.js';
import {balanceOf} from '../../store/positions-table.js';
import {sentence} from '../fields/messages.js';
import type {WriteContext} from '../write-context.js';

/** How much the file has from each side, with the warnings of the check about it. */
export function renderBalance(context: WriteContext): unknown {
  const {summit, check} = context;
  const rows = balanceOf(summit);
  // Before the first topic there is nothing to weigh.
  if (rows.length === 0 || summit.topics.length + summit.positions.length === 0) return nothing;
  const warnings = check.issues.filter(
    ({kind, path}) => kind === 'warning' && /^(?:topics|actors|positions)\[\d+\](?:\.rank)?$/.test(path),
  );
  return html`<h3>Balance</h3>
    <div class="balance">
      <div class="balance-table" role="region" tabindex="0" aria-label="Balance of the sides">
        <table>
          <thead>
            <tr>
              <th scope="col">Side</th>
              <th scope="col">Positions</th>
              <th scope="col">Main aims</th>
              <th scope="col">Statements</th>
              <th scope="col">Topics without a position</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({side, positions, aims, statements, gaps}) =>
                html`<tr>
                  <th scope="row">${nameOf(side)}</th>
                  <td>${positions}</td>
                  <td>${aims}</td>
                  <td>${statements}</td>
                  <td>${renderGaps(gaps)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        warnings.length > 0
          ? html`<ul class="messages" role="list">
              ${warnings.map((issue) => html`<li class="warning">${sentence(deskWords(summit, issue))}</li>`)}
            </ul>`
          : nothing
      }
    </div>`;
}

function renderGaps(gaps: readonly string[]): TemplateResult {
  return gaps.length === 0 ? html`none` : html`${gaps.length}: ${gaps.map((label) => label || '(no text)').join(', ')}`;
}
