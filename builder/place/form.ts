import {html, type TemplateResult} from 'lit';
import {elementNames} from '../../src/components/element-names.js';
import {registry} from '../../src/components/registry.js';
import {languageStatus} from '../../src/format/language-status.js';
import {ownBase} from './check-choices.js';
import {renderData} from './data-field.js';
import {renderCheck, renderRadios, renderSelect, renderText} from '../fields.js';
import {hosts} from './hosts.js';
import {renderLooks} from './look-fields.js';
import {renderPickList} from './pick-field.js';
import {listsOf} from './pick-lists.js';
import {loadsFiles} from './snippets-panel.js';
import type {Actions, View} from './view.js';

const ELEMENTS = elementNames.map((value) => ({
  value,
  label: registry[value].label,
  hint: registry[value].hint,
}));

/** Languages of the boxes' messages. */
const LANGUAGES = [
  {value: '', label: 'as the page'},
  ...languageStatus.map(({tag, ownName}) => ({value: tag, label: ownName, lang: tag})),
];

/** The form with all choices. */
export function renderForm(view: View, actions: Actions): TemplateResult {
  const {choices} = view;
  return html`<form
    id="choices"
    aria-label="Choices"
    @submit=${(event: Event) => {
      event.preventDefault();
    }}
  >
    <fieldset>
      <legend>Box</legend>
      ${renderRadios({
        name: 'element',
        value: choices.element,
        options: ELEMENTS,
        change: (element) => {
          actions.choose({element});
        },
      })}
    </fieldset>
    ${renderData(view, actions)} ${renderContent(view, actions)} ${renderWords(view, actions)}
    ${renderLook(view, actions)} ${renderPlace(view, actions)}
  </form>`;
}

function renderContent(view: View, actions: Actions): unknown {
  const {choices, summit} = view;
  if (choices.element === 'region-list') {
    return html`<fieldset>
      <legend>Content</legend>
      ${renderCheck({
        id: 'map',
        label: 'With the map',
        checked: choices.attributes['no-map'] === undefined,
        hint: summit.map ? undefined : 'This data has no map.',
        change: (checked) => {
          actions.setAttribute('no-map', checked ? undefined : '');
        },
      })}
    </fieldset>`;
  }
  return html`<fieldset class="wide">
    <legend>Content</legend>
    ${listsOf(choices.element, summit).map((list) => renderPickList(list, view, actions))}
    <p class="hint">If none is selected, the defaults are shown.</p>
  </fieldset>`;
}

function renderWords({choices, checked, box}: View, actions: Actions): TemplateResult {
  const {attributes} = choices;
  const lang = attributes['lang'] ?? '';
  const known = LANGUAGES.some(({value}) => value === lang);
  return html`<fieldset>
    <legend>Heading and language</legend>
    ${renderText({
      id: 'heading',
      label: 'Heading',
      value: attributes['heading'] ?? '',
      placeholder: attributes['heading'] ? '' : (box?.title ?? ''),
      hint: 'If empty, the heading of the data is used.',
      change: (value) => {
        actions.setAttribute('heading', value);
      },
    })}
    <div class="pair">
      ${renderSelect({
        id: 'heading-level',
        label: 'Level',
        value: attributes['heading-level'] ?? '',
        options: ['1', '2', '', '4', '5', '6'].map((value) => ({value, label: value || '3 (default)'})),
        change: (value) => {
          actions.setAttribute('heading-level', value);
        },
      })}
      ${renderSelect({
        id: 'lang',
        label: 'Language',
        value: lang,
        options: known ? LANGUAGES : [...LANGUAGES, {value: lang, label: lang}],
        error: checked.errors['lang'],
        change: (value) => {
          actions.setAttribute('lang', value);
        },
      })}
    </div>
    <details ?open=${'policy-url' in attributes || 'feedback-url' in attributes}>
      <summary>Corrections policy and feedback</summary>
      ${(
        [
          ['policy-url', 'Address of your corrections policy'],
          ['feedback-url', 'Address for feedback'],
        ] as const
      ).map(([id, label]) =>
        renderText({
          id,
          label,
          value: attributes[id] ?? '',
          placeholder: 'none',
          mode: 'url',
          error: checked.errors[id],
          change: (value) => {
            actions.setAttribute(id, value);
          },
        }),
      )}
    </details>
  </fieldset>`;
}

function renderLook({choices, checked}: View, actions: Actions): TemplateResult {
  const {theme, attributes} = choices;
  return html`<fieldset>
    <legend>Look</legend>
    ${renderSelect({
      id: 'scheme',
      label: 'Light or dark',
      value: attributes['scheme'] ?? '',
      options: [
        {value: '', label: 'as the page'},
        {value: 'light', label: 'always light'},
        {value: 'dark', label: 'always dark'},
      ],
      change: (value) => {
        actions.setAttribute('scheme', value);
      },
    })}
    <details ?open=${Object.keys(theme).length > 0}>
      <summary>Colours, type and space</summary>
      ${renderLooks(theme, checked.errors, actions)}
    </details>
  </fieldset>`;
}

function renderPlace({choices, checked, data}: View, actions: Actions): TemplateResult {
  return html`<fieldset>
    <legend>Where it goes</legend>
    ${renderSelect({
      id: 'host',
      label: 'The snippet will be pasted into',
      value: choices.host || hosts[0].name,
      options: hosts.map(({name, label}) => ({value: name, label})),
      // Reset the form so that the new host's recommended form applies.
      change: (host) => {
        actions.choose({host, form: undefined});
      },
    })}
    ${renderText({
      id: 'base',
      label: 'Address of the files of summit-embeds on your site',
      value: choices.base,
      placeholder: ownBase(),
      mode: 'url',
      error: checked.errors['base'],
      hint: loadsFiles({choices, checked, data})
        ? checked.hints['base']
        : 'Not needed for this snippet: it loads nothing.',
      change: (base) => {
        actions.choose({base});
      },
    })}
  </fieldset>`;
}
