import {html, noChange, nothing, type TemplateResult} from 'lit';
import {closedInFrames} from '../../src/snippet/embed-options.js';
import {
  frameSnippet,
  plainSnippet,
  prerenderedSnippet,
  scriptSnippet,
  type SnippetRequest,
} from '../../src/snippet/snippets.js';
import {formOf} from './choices.js';
import {renderCheck, renderRadios, renderText} from '../fields.js';
import {findHost, type Form} from './hosts.js';
import type {DataState} from './data-file.js';
import type {Checked} from './check-choices.js';
import type {Actions, View} from './view.js';

const FORMS: readonly {readonly value: Form; readonly label: string; readonly hint: string}[] = [
  {value: 'prerendered', label: 'Prerendered', hint: 'the whole content, readable without JavaScript'},
  {value: 'plain', label: 'Plain', hint: 'plain HTML, for systems that filter HTML'},
  {value: 'markdown', label: 'Markdown', hint: 'for systems that drop HTML'},
  {value: 'script', label: 'Script', hint: 'short; the script loads the content'},
  {value: 'frame', label: 'Frame', hint: 'an iframe, for hosts that accept only iframes'},
];

/** The snippet text, or the reason why there is none yet. */
export interface Snippet {
  readonly text?: string;
  readonly reason?: string;
  /** The snippet is being made. */
  readonly isMaking?: boolean;
}

/** Whether readers can't load the data: it is only in this page. */
function isOnlyHere(data: DataState, attributes: Checked['attributes']): boolean {
  return data.kind === 'good' && data.origin === 'text' && !attributes['src'];
}

/** Whether the snippet loads files of summit-embeds. */
export function loadsFiles({choices, checked, data}: Pick<View, 'choices' | 'checked' | 'data'>): boolean {
  const form = formOf(choices);
  if (form === 'plain' || form === 'markdown') return false;
  return form !== 'prerendered' || (choices.script && !isOnlyHere(data, checked.attributes));
}

/** The snippet for the current choices. Never a snippet of other data, since an editor in a hurry would copy it. */
export function snippetOf({
  choices,
  checked,
  data,
  box,
  isMakingBox,
  boxFault,
  integrity,
  integrityFault,
}: View): Snippet {
  const form = formOf(choices);
  const {attributes, theme, base, link, errors} = checked;
  if (errors['base']) return {reason: 'Fix the address of the files of summit-embeds first.'};
  if (data.kind === 'loading') return {reason: 'The data is loading.'};
  if (data.kind !== 'good') return {reason: 'The snippet appears when the data is valid.'};
  if (isMakingBox) return {isMaking: true};
  if (!box) return {reason: boxFault ?? ''};
  if (form === 'plain') return {text: plainSnippet(box.plain)};
  if (form === 'markdown') return {text: box.markdown};
  const {element} = choices;
  const ownOnly = isOnlyHere(data, attributes);
  if (form === 'prerendered' && !loadsFiles({choices, checked, data})) {
    return {text: prerenderedSnippet({element, attributes, theme, box: box.html})};
  }
  if (ownOnly && form !== 'prerendered') {
    return {
      reason:
        'The data is only in this page. Enter the address where the file will be published, or use the prerendered form.',
    };
  }
  if (integrityFault) return {reason: integrityFault};
  if (!integrity) return {reason: 'The hashes of the files are loading.'};
  const files = {base, integrity};
  const request: SnippetRequest = {element, attributes, theme, files, title: box.title};
  switch (form) {
    case 'prerendered':
      return {text: prerenderedSnippet({...request, box: box.html, script: files})};
    case 'script':
      return {text: scriptSnippet({...request, ...(link && {link})})};
    case 'frame':
      return {text: frameSnippet({...request, ...(link && {link}), resizer: choices.resizer})};
  }
}

/** The snippet in the chosen form, with the copy buttons. */
export function renderSnippets(view: View, actions: Actions): TemplateResult {
  const {choices, checked, copied} = view;
  const faulty = Object.keys(checked.errors).length;
  const form = formOf(choices);
  const host = findHost(choices.host);
  const {text, reason, isMaking = false} = snippetOf(view);
  const isNone = text === undefined && !isMaking;
  return html`<section id="snippets" aria-labelledby="snippets-heading">
    <h2 id="snippets-heading" tabindex="-1">Snippet</h2>
    <fieldset class="forms">
      <legend class="unseen">Form</legend>
      ${renderRadios({
        name: 'form',
        value: form,
        options: FORMS.map((one) => ({
          value: one.value,
          label: one.label,
          hint: one.value === host.form ? 'recommended' : '',
        })),
        change: (form) => {
          actions.choose({form});
        },
      })}
    </fieldset>
    <p class="why"><b>${FORMS.find(({value}) => value === form)?.label}:</b> ${FORMS.find(({value}) => value === form)?.hint}.</p>
    <p class="why"><b>${host.label}:</b> ${host.why}${host.isTried ? nothing : ' We haven’t tested this system.'}</p>
    <div class="options">${renderOptions(view, actions)}</div>
    ${renderCautions(view)}
    ${
      faulty > 0
        ? html`<p class="fault">${faulty === 1 ? 'One field is invalid and' : `${String(faulty)} fields are invalid and`} left out of the snippet.</p>`
        : nothing
    }
    ${
      isNone
        ? html`<p class="reason" role="status">${reason}</p>`
        : html`<div class="field">
          <label for="snippet">Snippet to paste <small id="snippet-size">${text === undefined ? noChange : sizeOf(text)}</small></label>
          <textarea
            id="snippet"
            rows="6"
            readonly
            spellcheck="false"
            aria-describedby="snippet-size"
            aria-busy=${isMaking}
            .value=${text ?? noChange}
          ></textarea>
        </div>`
    }
    <div class="bar">
      <button
        type="button"
        class="main"
        id="copy"
        ?disabled=${isNone}
        @click=${() => {
          actions.copy('html');
        }}
      >
        Copy
      </button>
      ${
        form === 'plain'
          ? html`<button
            type="button"
            id="copy-formatted"
            ?disabled=${isNone}
            @click=${() => {
              actions.copy('formatted');
            }}
          >
            Copy as formatted text
          </button>`
          : nothing
      }
      ${
        choices.element === 'goal-comparison'
          ? html`<button
            type="button"
            id="to-card"
            @click=${() => {
              document.querySelector<HTMLElement>('#card-heading')?.focus();
            }}
          >
            Share card
          </button>`
          : nothing
      }
      <output id="copied" role="status">${copied}</output>
    </div>
  </section>`;
}

/** Warnings before pasting: the host of the snippet's files, and attributes that a frame page ignores. */
function renderCautions({choices, checked, linkedBase}: View): unknown {
  const form = formOf(choices);
  const {origin, host} = new URL(checked.base, document.baseURI);
  const isForeign = origin !== location.origin && form !== 'plain' && form !== 'markdown';
  const closed = form === 'frame' ? closedInFrames.filter((name) => checked.attributes[name]) : [];
  return [
    isForeign
      ? html`<p class="caution">
          The snippet loads its files from <b>${host}</b>. ${
            linkedBase === choices.base ? 'This address comes from the link that opened this page. Make' : 'Make'
          }
          sure that you trust this host with your page.
        </p>`
      : nothing,
    closed.length > 0
      ? html`<p class="caution">
          A frame page leaves out ${closed.join(' and ')} unless <code>frame.json</code> in its folder allows ${closed.length > 1 ? 'them' : 'it'}.
        </p>`
      : nothing,
  ];
}

function renderOptions({choices, checked, data}: View, actions: Actions): unknown {
  switch (formOf(choices)) {
    case 'prerendered':
      return data.kind === 'good' && data.origin === 'text' && !checked.attributes['src']
        ? nothing
        : renderCheck({
            id: 'script',
            label: 'Include the script, which makes the box interactive on first use',
            checked: choices.script,
            change: (script) => {
              actions.choose({script});
            },
          });
    case 'plain':
    case 'markdown':
      return nothing;
    case 'script':
      return renderText({
        id: 'link',
        label: 'Link for readers without JavaScript',
        value: choices.link,
        placeholder: 'the frame page',
        mode: 'url',
        error: checked.errors['link'],
        change: (link) => {
          actions.choose({link});
        },
      });
    case 'frame':
      return renderCheck({
        id: 'resizer',
        label: 'Include the script that adjusts the frame’s height',
        hint: 'Needed if the host doesn’t adjust the height itself.',
        checked: choices.resizer,
        change: (resizer) => {
          actions.choose({resizer});
        },
      });
  }
}

/** The size in bytes (UTF-8), formatted. */
function sizeOf(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return `${new Intl.NumberFormat('en').format(bytes)} bytes`;
}
