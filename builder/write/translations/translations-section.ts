import {html, nothing, type TemplateResult} from 'lit';
import {languageStatus} from '../../../src/format/language-status.js';
import {renderSelect, valueIn} from '../../fields.js';
import {readChosenFile, readSummitText} from '../../file/read-file.js';
import {addTranslation, takeTranslation} from '../../store/commands/translations.js';
import {readImport} from '../../store/import-translation.js';
import {languageName} from '../../store/language-name.js';
import {openTranslation} from '../../store/translations.js';
import {renderAddSelect} from '../fields/add-select.js';
import {sentence} from '../fields/messages.js';
import type {WriteContext} from '../write-context.js';
import {renderTranslation} from './open-translation.js';
import {initialTranslations, type TranslationsUi} from './translations-ui.js';

/** The texts of the summit in other languages. */
export function renderTranslations(context: WriteContext): TemplateResult {
  const {summit, state} = context;
  const {translations} = state.draft;
  const {lang, problem} = state.ui.translations;
  const known = Object.keys(translations);
  // Entries whose file isn't in this draft.
  const elsewhere = (summit.translations ?? []).filter((entry) => !Object.hasOwn(translations, entry.lang));
  const open = openTranslation(state.draft, lang);
  return html`<h2>Translations</h2>
    <p>Readers get the boxes in their language. What isn’t translated stays in the original.</p>
    ${
      known.length > 0
        ? renderSelect({
            id: 'translation-open',
            label: 'Language to work on',
            value: open?.lang ?? '',
            options: [
              ...(open ? [] : [{value: '', label: 'Choose …'}]),
              ...known.map((tag) => ({value: tag, label: languageName(tag)})),
            ],
            change: (tag) => {
              show(context, {...initialTranslations, lang: tag});
            },
          })
        : nothing
    }
    <div class="translation-ways">${renderAdd(context, known)} ${renderImport(context)}</div>
    ${problem ? renderProblem(context, problem) : nothing}
    ${elsewhere.map(
      (entry) =>
        html`<p class="hint">${languageName(entry.lang)} is in a file of its own, ${entry.src}. Import that file to work on it here.</p>`,
    )}
    ${open ? renderTranslation(context, open, languageName(open.lang)) : nothing}`;
}

/** Changes what the section shows. */
function show({state, actions}: WriteContext, change: Partial<TranslationsUi>): void {
  actions.show({translations: {...state.ui.translations, ...change}});
}

function renderAdd(context: WriteContext, known: readonly string[]): TemplateResult {
  const {summit, actions} = context;
  const options = languageStatus
    .filter(({tag}) => tag !== summit.lang && !known.includes(tag))
    .map(({tag, name, ownName}) => ({value: tag, label: name === ownName ? name : `${name} · ${ownName}`}));
  return html`<div class="field">
    <label for="translation-add">Add a language</label>
    ${renderAddSelect({
      id: 'translation-add',
      prompt: 'Choose …',
      options,
      add: (tag) => {
        const name = languageName(tag);
        actions.edit(
          `Add the translation into ${name}`,
          (draft) => {
            addTranslation(draft, tag);
          },
          {said: `Added ${name}. The list of texts is below.`},
        );
        show(context, {...initialTranslations, lang: tag});
      },
    })}
  </div>`;
}

function renderImport(context: WriteContext): TemplateResult {
  return html`<div class="field">
    <label for="translation-import">Import a translation (YAML or JSON)</label>
    <input
      type="file"
      id="translation-import"
      accept=".yaml,.yml,.json,application/json"
      @change=${(event: Event) => {
        const field = event.currentTarget as HTMLInputElement;
        const file = field.files?.[0];
        if (file && valueIn(event)) void importFile(context, file);
        // So that the same file can be chosen again after it was corrected.
        field.value = '';
      }}
    />
  </div>`;
}

async function importFile(context: WriteContext, file: File): Promise<void> {
  const {summit, actions} = context;
  const refuse = (problem: TranslationsUi['problem']): void => {
    show(context, {problem});
    actions.say(problem?.message ?? '');
  };
  const text = await readChosenFile(file);
  if (typeof text !== 'string') {
    refuse(text);
    return;
  }
  const read = await readSummitText(text, file.name);
  if (read.kind === 'bad') {
    refuse(read);
    return;
  }
  const imported = readImport(file.name, read.value, summit);
  if (!imported.translation) {
    refuse(imported);
    return;
  }
  const {translation, label, said} = imported;
  actions.edit(
    label,
    (draft) => {
      takeTranslation(draft, translation);
    },
    {said},
  );
  actions.markTranslationSaved(translation.lang);
  show(context, {...initialTranslations, lang: translation.lang});
}

function renderProblem(
  context: WriteContext,
  {message, issues}: NonNullable<TranslationsUi['problem']>,
): TemplateResult {
  return html`<div class="caution">
    <p>${message}</p>
    <ul class="messages" role="list">
      ${issues.map(({path, message}) => html`<li class="error">${path ? `${path}: ` : ''}${path ? `${message}.` : sentence(message)}</li>`)}
    </ul>
    <button
      type="button"
      class="small"
      @click=${() => {
        show(context, {problem: undefined});
      }}
    >
      Close
    </button>
  </div>`;
}
