import {html, nothing, type TemplateResult} from 'lit';
import {sidesOf} from '../../store/positions-table.js';
import type {WriteContext} from '../write-context.js';
import {MIN_SIDES, renderActors, renderKnownSpeakers} from './actor-lists.js';
import {renderBalance} from './balance.js';
import {renderGrid} from './grid.js';
import {renderAddTopic, renderTopics} from './topic-list.js';

/** Who wants what: the topics and the sides, their positions, and what limits them. */
export function renderTable(context: WriteContext): TemplateResult {
  return html`<h2>Who wants what</h2>
    <p class="hint">Choose a cell to write what a side wants on a topic. Sides are added below.</p>
    ${sidesOf(context.summit).length < MIN_SIDES ? renderKnownSpeakers(context) : nothing}
    ${renderGrid(context)} ${renderAddTopic(context)} ${renderBalance(context)} ${renderTopics(context)}
    ${renderActors(context)}`;
}
