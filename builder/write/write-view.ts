import {html, nothing, type TemplateResult} from 'lit';
import {sections} from '../store/desk-ui.js';
import {renderCheck} from './check-panel.js';
import {sectionsByName} from './sections.js';
import type {WriteContext} from './write-context.js';
import type {WritePreview} from './write-preview.js';

export interface WriteParts {
  readonly preview: WritePreview;
  readonly fileBar: unknown;
  /** The other ways to begin, while nothing is written: there is nothing to check and nothing to preview. */
  readonly start: unknown;
}

/** The view in which a summit is written: the sections, the open one, the check and the boxes. */
export function renderWrite(context: WriteContext, {preview, fileBar, start}: WriteParts): TemplateResult {
  const {state, actions} = context;
  const open = sectionsByName[state.ui.section];
  const isEmpty = start !== undefined;
  const {section, preview: shown} = state.ui;
  return html`<main class=${shown.isFolded ? 'write folded' : 'write'} data-section=${section} id="write">
    ${fileBar}
    <nav class="sections" aria-label="Sections">
      ${sections.map((name) => {
        const count = isEmpty ? 0 : errorsIn(context, sectionsByName[name].keys);
        return html`<button
          type="button"
          aria-current=${name === state.ui.section ? 'true' : nothing}
          @click=${() => {
            actions.show({section: name, opened: ''});
          }}
        >${sectionsByName[name].label}${count > 0 ? html`<span class="count">${count}<span class="unseen">\x20to do</span></span>` : nothing}</button>`;
      })}
    </nav>
    <div class="work">
      <div
        class="section"
        id="section"
        tabindex="-1"
        @focusout=${(event: FocusEvent) => {
          actions.visit(placesLeft(event));
        }}
      >${open.render(context)}</div>
      ${isEmpty ? start : [renderCheck(context), preview.render(context)]}
    </div>
    ${
      isEmpty
        ? nothing
        : html`<div class="jump-bar">
            <button type="button" class="jump" @click=${() => {
              jumpToPreview(context);
            }}>Preview</button>
          </div>`
    }
  </main>`;
}

function errorsIn({check}: WriteContext, keys: readonly string[]): number {
  const found = new Set(keys);
  return check.issues.filter(({kind, path}) => kind === 'error' && found.has(/^\w+/.exec(path)?.[0] ?? '')).length;
}

/** The paths of the fields and entries that the focus leaves. */
function placesLeft({target, relatedTarget}: FocusEvent): readonly string[] {
  // The window lost the focus, not the field.
  if (document.activeElement === target) return [];
  const paths: string[] = [];
  for (let place = target as HTMLElement | null; place; place = place.parentElement) {
    if (relatedTarget && place.contains(relatedTarget as Node)) break;
    const path = place.dataset['path'] ?? place.dataset['entry'];
    if (path !== undefined) paths.push(path);
  }
  return paths;
}

/** Shows the preview and moves the focus there. */
function jumpToPreview({state, actions}: WriteContext): void {
  actions.show({preview: {...state.ui.preview, isFolded: false}});
  queueMicrotask(() => {
    const stage = document.querySelector<HTMLElement>('.write-preview .stage');
    stage?.scrollIntoView();
    stage?.focus({preventScroll: true});
  });
}
