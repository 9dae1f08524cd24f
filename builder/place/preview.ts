import {html, nothing, type TemplateResult} from 'lit';
import type {Summit} from '../../src/data/summit.js';
import type {SummitElement} from '../../src/element/summit-element.js';
import {themeNames} from '../../src/snippet/embed-options.js';
import {formOf} from './choices.js';
import {renderSwitch} from '../switch-field.js';
import {hasContentFor} from '../store/box-content.js';
import type {GoodData} from './data-file.js';
import type {Actions, StageScheme, View, Width} from './view.js';

const WIDTH_LABELS: Readonly<Record<Width, string>> = {phone: 'Phone', column: 'Column', full: 'Full'};
const WIDTH_HINTS: Readonly<Record<Width, string>> = {phone: '320', column: '640', full: ''};
const SCHEME_LABELS: Readonly<Record<StageScheme, string>> = {auto: 'Auto', light: 'Light', dark: 'Dark'};

/** Text of an article around the box, so that an editor sees its size and distance. */
const BEFORE =
  'This is a paragraph of an article. The box follows it as in a text on your site, which is how you judge the size of its letters and the distance to the text.';
const AFTER = 'Here the article goes on.';

/** The way to the preview, where it is below the form. A link would replace the choices in the address. */
export function renderJumpBar(): TemplateResult {
  return html`<div class="jump-bar">
    <button type="button" class="jump" @click=${jumpToPreview}>Preview</button>
  </div>`;
}

/** Shows the preview and moves the focus there. */
function jumpToPreview(): void {
  const stage = document.querySelector<HTMLElement>('#stage');
  document.querySelector('#preview')?.scrollIntoView();
  stage?.focus({preventScroll: true});
}

/** The preview at the chosen width and colour scheme: the live element or plain HTML. */
export class Preview {
  #element: SummitElement | undefined;
  #shown: GoodData | undefined;
  /** The element's data, cached because the element treats a new object as new data. */
  #data: Summit | undefined;

  render(view: View, actions: Actions): TemplateResult {
    const {choices, width, scheme, box} = view;
    return html`<section id="preview" aria-labelledby="preview-heading">
      <div class="bar">
        <h2 id="preview-heading">Preview</h2>
        ${renderSwitch({
          legend: 'Width',
          name: 'width',
          value: width,
          labels: WIDTH_LABELS,
          hints: WIDTH_HINTS,
          change: (width) => {
            // Removes the width that dragging the edge sets.
            document.querySelector<HTMLElement>('#stage')?.style.removeProperty('width');
            actions.show({width});
          },
        })}
        ${renderSwitch({
          legend: 'Background',
          name: 'ground',
          value: scheme,
          labels: SCHEME_LABELS,
          change: (scheme) => {
            actions.show({scheme});
          },
        })}
        <button type="button" class="small" @click=${jumpToSnippet}>Go to the snippet</button>
      </div>
      <p class="note" role="status">${noteOn(view)}</p>
      <div
        id="stage"
        class="${width} ${scheme}"
        tabindex="0"
        role="region"
        aria-label="The box as readers see it"
        lang=${box?.lang ?? nothing}
        dir=${box?.dir ?? nothing}
      >
        <p class="article" aria-hidden="true" lang="en" dir="ltr">${BEFORE}</p>
        ${
          !canShow(view)
            ? nothing
            : ['plain', 'markdown'].includes(formOf(choices))
              ? box?.plainContent
              : this.#sync(view)
        }
        <p class="article" aria-hidden="true" lang="en" dir="ltr">${AFTER}</p>
      </div>
    </section>`;
  }

  /** Reuses the element while the tag is the same, so that its open parts stay open. */
  #sync({choices, checked, shown}: View): SummitElement {
    const tag = `summit-${choices.element}` as const;
    let element = this.#element;
    if (element?.localName !== tag) element = this.#element = document.createElement(tag);
    const {attributes, theme} = checked;
    const names = (element.constructor as typeof SummitElement).observedAttributes;
    for (const name of names) {
      // The data is already loaded. Fetching it again could give another edition than that of the snippet.
      const value = name === 'src' || name === 'refresh' || name === 'summit' ? undefined : attributes[name];
      if (value === undefined) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
    for (const name of themeNames) element.style.setProperty(`--summit-${name}`, theme[name] ?? '');
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#data = shown.origin === 'bundled' ? undefined : withWholeAddresses(shown);
    }
    element.data = this.#data;
    if (shown.origin === 'bundled') element.summit = shown.summit.id;
    return element;
  }
}

/**
 * Makes the addresses of translations absolute: the element doesn't know the data's address and would resolve them
 * against this page.
 */
function withWholeAddresses({summit, base}: GoodData): Summit {
  const {translations} = summit;
  if (!translations) return summit;
  const found = translations.filter(({src}) => URL.canParse(src, base));
  return {...summit, translations: found.map((one) => ({...one, src: new URL(one.src, base).href}))};
}

/** The snippet is at the end of the form. */
function jumpToSnippet(): void {
  document.querySelector('#snippets')?.scrollIntoView({block: 'center'});
  document.querySelector<HTMLElement>('#snippets-heading')?.focus({preventScroll: true});
}

/** Whether there is a box to show. In place of the summit in Write, no other one is shown. */
function canShow({choices, data}: View): boolean {
  if (choices.data !== 'draft' || data.kind === 'good') return true;
  return 'part' in data && data.part !== undefined && hasContentFor(choices.element, data.part.summit);
}

function noteOn(view: View): string {
  const {choices, data, shown} = view;
  const {title} = shown.summit;
  const isDraft = choices.data === 'draft';
  switch (data.kind) {
    case 'good':
      return '';
    case 'loading':
      return `Loading. Until then, this is “${title}”.`;
    case 'empty':
      return isDraft
        ? 'Nothing is written yet. Begin in Write.'
        : `There is no data yet. Until then, this is “${title}”.`;
    case 'bad':
      if (!isDraft) return `This data can’t be shown. This is the last valid data: “${title}”.`;
      return canShow(view)
        ? 'Your summit isn’t complete yet. This is what can be shown of it; “Data” lists what is missing.'
        : 'Nothing of your summit can be shown in this box yet; “Data” lists what is missing.';
  }
}
