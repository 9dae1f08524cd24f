import {html} from 'lit';
import type {Summit} from '../data/summit.js';
import type {Messages} from '../format/messages.js';
import {findNarrator, makeStatement} from '../model/statement.js';
import {renderLink} from './footer.js';
import type {BoxOptions, RenderContext} from './render-context.js';
import {renderStatement} from './statement.js';

/** Makes the context for a bundled summit in its own language. Bundled summits have neither dates nor changes. */
export function makeBasicContext(box: BoxOptions, summit: Summit, messages: Messages, notice?: string): RenderContext {
  return {
    box,
    summit,
    messages,
    narrator: findNarrator(summit),
    dir: box.lang ? messages.dir : undefined,
    level: Math.round(Number(box.headingLevel)) || 3,
    notice,
    html,
    renderView: (context, view) => renderStatement(context, makeStatement(context.summit, view)),
    renderLink,
    findNarrator,
    dateLine: messages.noDate,
    formatTitle: (view) => summit.views?.[view]?.title ?? summit.title,
    formatList: (items) => items.join(', '),
    formatText: (text) => text,
    formatPlaces: ({refs}) => [...new Set(refs.map(({at}) => at && messages.place(at)))].join(', '),
  };
}
