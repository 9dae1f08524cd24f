import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Issue} from '../../../src/data/issue.js';
import {renderCheck, valueIn} from '../../fields.js';
import {confirmText, removeTranslation, setMachine, setTranslatedText} from '../../store/commands/translations.js';
import {placeInList} from '../../store/describe-text.js';
import {deskWords} from '../../store/desk-words.js';
import type {TranslationInDraft} from '../../store/draft.js';
import {issuesOf, textsOf, unsavedTranslations, type TextState, type TranslatedText} from '../../store/translations.js';
import {fieldId, sentence} from '../fields/messages.js';
import {renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';
import {filters, initialTranslations, type Filter, type TranslationsUi} from './translations-ui.js';

const STATES: Readonly<Record<TextState, string>> = {
  missing: 'missing',
  done: 'done',
  changed: 'original changed since',
};

const FILTERS: Readonly<Record<Filter, string>> = {all: 'All', missing: 'Missing', changed: 'Original changed'};

/** One translation: its settings and its texts. */
export function renderTranslation(
  context: WriteContext,
  translation: TranslationInDraft,
  name: string,
): TemplateResult {
  const {summit, state, actions} = context;
  const {lang} = translation;
  const ui = state.ui.translations;
  const show = (change: Partial<TranslationsUi>): void => {
    actions.show({translations: {...ui, ...change}});
  };
  const all = textsOf(summit, translation);
  const count = (wanted: TextState): number => all.filter(({state}) => state === wanted).length;
  const counts: Readonly<Record<Filter, number>> = {
    all: all.length,
    missing: count('missing'),
    changed: count('changed'),
  };
  const held = new Set(ui.held);
  const listed = all.filter(({key, state}) => ui.filter === 'all' || state === ui.filter || held.has(key));
  const entry = summit.translations?.findIndex((other) => other.lang === lang) ?? -1;
  return html`<h3>${name}</h3>
    <p>
      ${count('done')} of ${all.length} texts translated${
        counts.changed > 0 ? `, ${String(counts.changed)} to review because the original has changed` : ''
      }.
    </p>
    <progress aria-label="Texts translated" max=${all.length} .value=${count('done')}></progress>
    ${renderCheck({
      id: 'translation-preview',
      label: `Show the preview in ${name}`,
      checked: ui.isPreviewed,
      change: (isPreviewed) => {
        show({isPreviewed});
      },
    })}
    ${renderCheck({
      id: 'translation-machine',
      label: 'A machine translated these texts, and nobody has reviewed them',
      hint: 'The boxes then say so to readers.',
      checked: translation.machine === true,
      change: (machine) => {
        actions.edit(machine ? 'Mark as a machine translation' : 'Mark as reviewed', (draft) => {
          setMachine(draft, lang, machine);
        });
      },
    })}
    <div class="entry-actions">
      ${renderDownload(context, 'json', 'Download for your site (JSON)', lang)}
      ${renderDownload(context, 'yaml', 'Download for a translator (YAML)', lang)}
    </div>
    <p class="hint">A translation is a file of its own: saving the summit doesn’t write it. ${stateOfFile(context, translation)}</p>
    <details>
      <summary>Address, removal</summary>
      ${
        entry >= 0
          ? renderTextAt(context, {
              path: `translations[${String(entry)}].src`,
              label: 'Address of the translation on your site',
              hint: 'Put the file for your site there. A name alone means: beside the file of the summit.',
              mode: 'url',
            })
          : nothing
      }
      <div class="entry-actions">
        <button
          type="button"
          @click=${() => {
            actions.edit(
              `Remove the translation into ${name}`,
              (draft) => {
                removeTranslation(draft, lang);
              },
              {said: `Removed ${name}. Undo brings it back.`},
            );
            show(initialTranslations);
          }}
        >
          Remove this translation
        </button>
      </div>
    </details>
    <fieldset class="switch">
      <legend>Show</legend>
      ${filters.toReversed().map(
        (value) => html`<label>
          <input
            type="radio"
            name="translation-filter"
            value=${value}
            .checked=${live(value === ui.filter)}
            @change=${() => {
              show({filter: value, held: []});
            }}
          /><span>${FILTERS[value]} (${counts[value]})</span></label>`,
      )}
    </fieldset>
    ${listed.length > 0 ? renderTexts(context, translation, listed, name) : html`<p class="hint">No such texts.</p>`}`;
}

/** Whether a file has the last changes. */
function stateOfFile({state}: WriteContext, {lang, texts}: TranslationInDraft): string {
  const {draft, ui} = state;
  if (unsavedTranslations(draft, ui.session.savedTranslations).some((other) => other.lang === lang)) {
    return 'Its last changes are only in this draft: download it.';
  }
  return Object.keys(texts).length > 0 ? 'Its file has all that is written here.' : '';
}

function renderDownload({actions}: WriteContext, format: 'json' | 'yaml', label: string, lang: string): TemplateResult {
  return html`<button
    type="button"
    @click=${() => {
      actions.downloadTranslation(lang, format);
    }}
  >
    ${label}
  </button>`;
}

/** The texts with headings, in the order of the file. */
function renderTexts(
  context: WriteContext,
  translation: TranslationInDraft,
  listed: readonly TranslatedText[],
  name: string,
): unknown {
  const parts = new Map<string, TranslatedText[]>();
  for (const text of listed) {
    const part = placeInList(context.summit, text.key).heading;
    const texts = parts.get(part);
    if (texts) texts.push(text);
    else parts.set(part, [text]);
  }
  const issues = issuesOf(context.summit, translation);
  return repeat(
    parts,
    ([part]) => part,
    ([part, texts]) => html`<h4>${part}</h4>
      <ul class="texts" role="list">
        ${repeat(
          texts,
          ({key}) => key,
          (text) => renderText(context, translation, text, wordsOf(context, issues.get(text.key)), name),
        )}
      </ul>`,
  );
}

function wordsOf({summit}: WriteContext, issue: Issue | undefined): string | undefined {
  return issue && deskWords(summit, issue);
}

function renderText(
  {summit, state, actions}: WriteContext,
  {lang}: TranslationInDraft,
  {key, original, text, state: textState, earlier}: TranslatedText,
  message: string | undefined,
  name: string,
): TemplateResult {
  const ui = state.ui.translations;
  const id = fieldId(`translation-${key}`);
  const hold = (): void => {
    if (!ui.held.includes(key)) actions.show({translations: {...ui, held: [...ui.held, key]}});
  };
  return html`<li class=${textState}>
    <div>
      <p class="hint">${upperFirst(placeInList(summit, key).field)}</p>
      <label for=${id} lang=${summit.lang} dir="auto">${original}</label>
      ${earlier === undefined ? nothing : html`<p class="hint">Was: <span lang=${summit.lang} dir="auto">${earlier}</span></p>`}
    </div>
    <div>
      <p class="hint" id="${id}-state">${name}: ${STATES[textState]}</p>
      <textarea
        id=${id}
        rows=${Math.min(6, Math.max(2, Math.ceil(original.length / 38)))}
        lang=${lang}
        dir=${directionOf(lang)}
        data-text=${key}
        aria-describedby="${id}-state${message === undefined ? '' : ` ${id}-message`}"
        aria-invalid=${message === undefined ? nothing : 'true'}
        .value=${live(text)}
        @input=${(event: Event) => {
          const typed = valueIn(event).replace(/\s*\n\s*/g, ' ');
          hold();
          actions.edit(
            `Translate into ${name}`,
            (draft) => {
              setTranslatedText(draft, lang, key, typed);
            },
            {mergeKey: `translations.${lang}.${key}`},
          );
        }}
        @change=${() => {
          actions.endMerge();
        }}
      ></textarea>
      ${message === undefined ? nothing : html`<p class="messages" id="${id}-message">${sentence(message)}</p>`}
      ${
        textState === 'changed'
          ? html`<button
              type="button"
              class="small"
              @click=${() => {
                hold();
                actions.edit(
                  'Mark the translation as still right',
                  (draft) => {
                    confirmText(draft, lang, key);
                  },
                  {said: 'Marked as still right.'},
                );
              }}
            >
              Still right<span class="unseen">: ${text}</span>
            </button>`
          : nothing
      }
    </div>
  </li>`;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Scripts that are written from right to left. */
const RTL_SCRIPTS: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

function directionOf(lang: string): 'ltr' | 'rtl' {
  return RTL_SCRIPTS.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
}
