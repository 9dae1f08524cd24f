import {html, type TemplateResult} from 'lit';
import {themeNames, type Theme, type ThemeName} from '../src/snippet/embed-options.js';
import type {Checked} from './check-choices.js';
import {renderText, valueIn} from './fields.js';
import type {Actions} from './view.js';

/** How each custom property is offered; `start` is where the picker of a colour begins. */
const LOOKS: Readonly<
  Record<ThemeName, {readonly label: string; readonly placeholder?: string; readonly start?: string}>
> = {
  accent: {label: 'Accent', start: '#6b4178', placeholder: '#6b4178, in the dark #b590c6'},
  muted: {label: 'Small print', start: '#525356', placeholder: 'mixed from the text'},
  line: {label: 'Hairlines', start: '#c9cacc', placeholder: 'mixed from the text'},
  paper: {label: 'Paper, under the map', start: '#ffffff', placeholder: '#fff, in the dark #131416'},
  size: {label: 'Text size', placeholder: 'as the site, a little smaller'},
  ink: {label: 'Text', start: '#1b1d20'},
  background: {label: 'Ground of the box', start: '#ffffff', placeholder: 'none'},
  rule: {label: 'Rules between groups', start: '#5f6063', placeholder: 'mixed from the text'},
  links: {label: 'Links', start: '#1b1d20', placeholder: 'as the text'},
  focus: {label: 'Outline of what has the focus', start: '#1b1d20', placeholder: 'as the text'},
  land: {label: 'Land on the map', start: '#efefef', placeholder: 'mixed from the text'},
  region: {label: 'Places on the map', start: '#c7b7cc', placeholder: 'mixed from the accent'},
  font: {label: 'Typeface'},
  'heading-font': {label: 'Typeface of headings', placeholder: 'as the text'},
  'heading-size': {label: 'Size of the heading', placeholder: '1.3em'},
  'heading-weight': {label: 'Weight of headings', placeholder: 'bold'},
  'small-size': {label: 'Size of small print', placeholder: '0.8em'},
  'line-height': {label: 'Line height', placeholder: '1.35'},
  'accent-width': {label: 'Width of the rule on top', placeholder: '3px'},
  space: {label: 'Space between groups, a factor', placeholder: '1'},
  margin: {label: 'Space above and below the box', placeholder: '2em'},
  padding: {label: 'Space at the sides', placeholder: 'none'},
};

/** A field for each custom property; colours can be picked too. */
export function renderLooks(theme: Theme, errors: Checked['errors'], actions: Actions): readonly TemplateResult[] {
  return themeNames.map((name) => {
    const {label, placeholder = 'as the site', start} = LOOKS[name];
    const value = theme[name] ?? '';
    const field = renderText({
      id: name,
      label,
      value,
      placeholder,
      error: errors[name],
      change: (typed) => {
        actions.setTheme(name, typed);
      },
    });
    return start
      ? html`<div class="colour">
          ${field}
          <input
            type="color"
            aria-label="${label}: pick a colour"
            .value=${/^#[\da-f]{6}$/i.test(value) ? value : start}
            @input=${(event: Event) => {
              actions.setTheme(name, valueIn(event));
            }}
          />
        </div>`
      : field;
  });
}
