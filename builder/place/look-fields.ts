import {html, type TemplateResult} from 'lit';
import {tokenDefaults, tokenSwatches} from '../../src/element/token-values.js';
import {themeNames, type Theme, type ThemeName} from '../../src/snippet/embed-options.js';
import type {Checked} from './check-choices.js';
import {renderText, valueIn} from '../fields.js';
import type {Actions} from './view.js';

const defaults = tokenDefaults();
const swatches = tokenSwatches();

/** Labels of the custom properties. `placeholder` replaces a default that isn't clear as CSS. */
const LOOKS: Readonly<Record<ThemeName, {readonly label: string; readonly placeholder?: string}>> = {
  accent: {label: 'Accent'},
  muted: {label: 'Small print'},
  line: {label: 'Hairlines'},
  paper: {label: 'Paper, under the map'},
  size: {label: 'Text size', placeholder: 'that of the site’s text'},
  ink: {label: 'Text'},
  background: {label: 'Background of the box', placeholder: 'none'},
  rule: {label: 'Rules between groups'},
  links: {label: 'Links'},
  focus: {label: 'Focus outline'},
  land: {label: 'Land on the map'},
  region: {label: 'Places on the map'},
  font: {label: 'Typeface'},
  'heading-font': {label: 'Typeface of headings', placeholder: 'as the text'},
  'heading-size': {label: 'Size of the heading'},
  'heading-weight': {label: 'Weight of headings'},
  'small-size': {label: 'Size of small print'},
  'line-height': {label: 'Line height'},
  'accent-width': {label: 'Width of the rule on top'},
  space: {label: 'Space between groups, a factor'},
  margin: {label: 'Space above and below the box'},
  padding: {label: 'Space at the sides', placeholder: 'none'},
};

/** Formats a default for editors, such as `#fff, in dark mode #131416`. */
function formatDefault(value: string | undefined): string {
  if (value === undefined) return 'as the site';
  if (value === 'inherit' || value === 'currentColor') return 'as the text';
  if (value.startsWith('color-mix(')) return `mixed from the ${value.includes('--_accent') ? 'accent' : 'text'}`;
  const [, light, dark] = /^light-dark\((.+), (.+)\)$/.exec(value) ?? [];
  return light && dark ? `${light}, in dark mode ${dark}` : value;
}

/** A field for each custom property, with a colour picker for colours. */
export function renderLooks(theme: Theme, errors: Checked['errors'], actions: Actions): readonly TemplateResult[] {
  return themeNames.map((name) => {
    const {label, placeholder = formatDefault(defaults[name])} = LOOKS[name];
    const swatch = swatches[name];
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
    return swatch
      ? html`<div class="colour">
          ${field}
          <input
            type="color"
            aria-label="${label}: pick a colour"
            .value=${/^#[\da-f]{6}$/i.test(value) ? value : swatch}
            @input=${(event: Event) => {
              actions.setTheme(name, valueIn(event));
            }}
          />
        </div>`
      : field;
  });
}
