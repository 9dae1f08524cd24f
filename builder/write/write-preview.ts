import {html, type TemplateResult} from 'lit';
import type {Summit} from '../../src/data/summit.js';
import {translateSummit} from '../../src/data/translate-summit.js';
import {elementNames} from '../../src/components/element-names.js';
import type {SummitElement} from '../../src/element/summit-element.js';
import type {TranslationInDraft} from '../store/draft.js';
import type {PreviewScheme, PreviewWidth} from '../store/desk-ui.js';
import {renderSwitch} from '../switch-field.js';
import {publishable} from '../store/translations.js';
import type {WriteContext} from './write-context.js';

const WIDTHS: Readonly<Record<PreviewWidth, string>> = {phone: 'Phone', column: 'Column', full: 'Full'};
const SCHEMES: Readonly<Record<PreviewScheme, string>> = {auto: 'Auto', light: 'Light', dark: 'Dark'};

/** The three boxes of the draft. The elements stay the same, so that what is open stays open. */
export class WritePreview {
  #elements: readonly SummitElement[] | undefined;
  #shown: Summit | undefined;
  #translation: TranslationInDraft | undefined;
  #edits = 0;

  render({state, check, actions}: WriteContext): TemplateResult {
    const {lang, isPreviewed} = state.ui.translations;
    const translation = isPreviewed ? state.draft.translations[lang] : undefined;
    const {width, scheme} = state.ui.preview;
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
      </div>
      <div class="stage ${width} ${scheme}" tabindex="0" role="region" aria-label="The boxes as readers see them">
        ${check.preview && check.preview.claims.length > 0 ? this.#sync(check.preview, translation) : html`<p class="hint">The boxes appear here as soon as there is something to show.</p>`}
      </div>
    </section>`;
  }

  #sync(summit: Summit, translation: TranslationInDraft | undefined): readonly SummitElement[] {
    this.#elements ??= elementNames.map((name) => document.createElement(`summit-${name}`));
    if (summit !== this.#shown || translation !== this.#translation) {
      this.#shown = summit;
      this.#translation = translation;
      this.#edits += 1;
      // With its own id, an element would announce each keystroke as an update. Translations have addresses that the
      // desk doesn't know.
      const shown = translation ? translateSummit(summit, publishable(summit, translation)).summit : summit;
      const data: Summit = {...shown, id: `${summit.id}-${String(this.#edits)}`, translations: undefined};
      for (const element of this.#elements) {
        element.lang = translation?.lang ?? summit.lang;
        element.data = data;
      }
    }
    return this.#elements;
  }
}
