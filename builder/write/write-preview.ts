import {html, nothing, type TemplateResult} from 'lit';
import type {Summit} from '../../src/data/summit.js';
import {elementNames, type ElementName} from '../../src/components/element-names.js';
import type {SummitElement} from '../../src/element/summit-element.js';
import {unpublished} from '../../src/element/translations.js';
import {hasContentFor} from '../store/box-content.js';
import type {TranslationInDraft} from '../store/draft.js';
import type {PreviewScheme, PreviewWidth, SectionName} from '../store/desk-ui.js';
import {renderSwitch} from '../switch-field.js';
import {openTranslation, publishable} from '../store/translations.js';
import {sectionsByName} from './sections.js';
import type {WriteContext} from './write-context.js';

const WIDTHS: Readonly<Record<PreviewWidth, string>> = {phone: 'Phone', column: 'Column', full: 'Full'};
const SCHEMES: Readonly<Record<PreviewScheme, string>> = {auto: 'Auto', light: 'Light', dark: 'Dark'};

/** Translations that the boxes may still ask for. */
const MAX_KEPT = 20;

/** The three boxes of the draft. The elements stay the same, so that what is open stays open. */
export class WritePreview {
  #elements: readonly SummitElement[] | undefined;
  #shown: Summit | undefined;
  #translation: TranslationInDraft | undefined;
  #edits = 0;
  #section: SectionName | undefined;

  render(context: WriteContext): TemplateResult {
    const {state, check, actions} = context;
    const {lang, isPreviewed} = state.ui.translations;
    const translation = isPreviewed ? openTranslation(state.draft, lang) : undefined;
    const {width, scheme} = state.ui.preview;
    if (state.ui.section !== this.#section) {
      this.#section = state.ui.section;
      const shown = BOX_OF[this.#section];
      if (shown) {
        queueMicrotask(() => {
          this.#scrollTo(shown);
        });
      }
    }
    const switchTo = (change: Partial<typeof state.ui.preview>): void => {
      actions.show({preview: {...state.ui.preview, ...change}});
    };
    return html`<section class="write-preview" aria-labelledby="write-preview-heading">
      <div class="bar">
        <h2 id="write-preview-heading">Preview</h2>
        ${renderSwitch({
          legend: 'Width',
          name: 'write-width',
          value: width,
          labels: WIDTHS,
          change: (width) => {
            switchTo({width});
          },
        })}
        ${renderSwitch({
          legend: 'Background',
          name: 'write-scheme',
          value: scheme,
          labels: SCHEMES,
          change: (scheme) => {
            switchTo({scheme});
          },
        })}
        <button
          type="button"
          class="small fold"
          @click=${() => {
            switchTo({isFolded: true});
            queueMicrotask(() => {
              document.querySelector<HTMLElement>('.jump')?.focus();
            });
          }}
        >
          Hide<span class="unseen">\x20the preview</span>
        </button>
      </div>
      <div class="stage ${width} ${scheme}" tabindex="0" role="region" aria-label="The boxes as readers see them">
        ${hasContent(check.preview) ? this.#sync(check.preview, translation) : renderNextStep(context)}
      </div>
    </section>`;
  }

  /** Shows the box that the open section is about, without moving the page. */
  #scrollTo(name: ElementName): void {
    const box = this.#elements?.[elementNames.indexOf(name)];
    const stage = box?.closest('.stage');
    if (!box || !stage) return;
    stage.scrollTop += box.getBoundingClientRect().top - stage.getBoundingClientRect().top;
  }

  #sync(summit: Summit, translation: TranslationInDraft | undefined): readonly SummitElement[] {
    this.#elements ??= elementNames.map((name) => document.createElement(`summit-${name}`));
    if (summit !== this.#shown || translation !== this.#translation) {
      this.#shown = summit;
      this.#translation = translation;
      this.#edits += 1;
      // With its own id, an element would announce each keystroke as an update.
      const id = `${summit.id}-${String(this.#edits)}`;
      const data: Summit = {...summit, id, translations: translation && offerTranslation(summit, id, translation)};
      for (const element of this.#elements) {
        element.lang = translation?.lang ?? summit.lang;
        element.data = data;
      }
    }
    return this.#elements.filter((_, i) => {
      const name = elementNames[i];
      return name !== undefined && hasContentFor(name, summit);
    });
  }
}

/**
 * Gives the boxes a translation as if its file were published, so that they show it as readers see it. Other
 * translations have addresses that the desk doesn't know.
 */
function offerTranslation(summit: Summit, id: string, translation: TranslationInDraft): Summit['translations'] {
  const published = publishable(summit, translation);
  // Without a text there is no translation: the boxes show the original.
  if (Object.keys(published.texts).length === 0) return undefined;
  const src = `${id}.${translation.lang}.json`;
  unpublished.set(src, {...published, of: {...published.of, id}});
  // A box may still be about to show one of the last edits.
  const [oldest] = unpublished.keys();
  if (oldest !== undefined && unpublished.size > MAX_KEPT) unpublished.delete(oldest);
  return [{lang: translation.lang, src}];
}

/** The box that a section is about. */
const BOX_OF: Readonly<Partial<Record<SectionName, ElementName>>> = {
  table: 'goal-comparison',
  facts: 'fact-box',
  map: 'region-list',
};

function hasContent(summit: Summit | undefined): summit is Summit {
  return summit !== undefined && summit.claims.length > 0 && elementNames.some((name) => hasContentFor(name, summit));
}

/** What to do so that there is something to show. */
function renderNextStep({summit, check, actions}: WriteContext): TemplateResult {
  const button = (section: SectionName): TemplateResult =>
    html`<button
      type="button"
      class="link"
      @click=${() => {
        actions.show({section, opened: ''});
        document.getElementById('section')?.focus();
      }}
    >“${sectionsByName[section].label}”</button>`;
  const {claims} = summit;
  if (claims.length === 0) {
    return html`<p class="hint">The boxes appear here. First make statements: click a sentence in ${button('article')}.</p>`;
  }
  const made = claims.length === 1 ? '1 statement is made' : `${String(claims.length)} statements are made`;
  return html`<p class="hint">
    The boxes appear here. ${made}. Next, say which side wants what in ${button('table')}, or answer a reader’s questions in
    ${button('facts')}.${check.preview ? nothing : html` “Check” names what else is missing.`}
  </p>`;
}
