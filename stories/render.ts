import type {StoryObj} from '@storybook/web-components-vite';
import type {ArgTypes} from 'storybook/internal/types';
import {languageStatus} from '../src/format/language-status.js';

/** What a story sets on an element: attributes by their own names, the `data` property, and what stands in its slots. */
export interface EmbedArgs {
  summit?: string;
  src?: string;
  refresh?: string;
  heading?: string;
  'heading-level'?: string;
  scheme?: 'auto' | 'light' | 'dark';
  lang?: string;
  'policy-url'?: string;
  'feedback-url'?: string;
  actors?: string;
  topics?: string;
  facts?: string;
  'no-map'?: boolean;
  /** Unknown, since stories hand over broken data as well. */
  data?: unknown;
  /** Data that come once the first are on screen, as a newer edition does. */
  later?: unknown;
  fallback?: string;
  note?: string;
  /** Listeners that show the events in the panel “Actions”. */
  onSummitLoad?: (event: Event) => void;
  onSummitError?: (event: Event) => void;
  onSummitChange?: (event: Event) => void;
}

export type EmbedStory = StoryObj<EmbedArgs>;

const attributes = [
  'summit',
  'src',
  'refresh',
  'heading',
  'heading-level',
  'scheme',
  'lang',
  'policy-url',
  'feedback-url',
  'actors',
  'topics',
  'facts',
  'no-map',
] as const satisfies readonly (keyof EmbedArgs)[];

/** Controls for what all elements have. Texts and types in the tables come from the manifest. */
export const argTypes: Partial<ArgTypes<EmbedArgs>> = {
  summit: {control: 'text'},
  src: {control: 'text'},
  refresh: {control: 'text'},
  heading: {control: 'text'},
  'heading-level': {control: 'select', options: ['1', '2', '3', '4', '5', '6']},
  scheme: {control: 'select', options: ['auto', 'light', 'dark']},
  lang: {control: 'select', options: languageStatus.map(({tag}) => tag)},
  'policy-url': {control: 'text'},
  'feedback-url': {control: 'text'},
  data: {control: 'object', table: {category: 'properties'}},
  later: {table: {disable: true}},
  // The default slot has no name, and without one the manifest's entry is passed over.
  fallback: {
    name: '(default)',
    control: 'text',
    description: 'Stands in until there is data, and where it can’t be shown.',
    table: {category: 'slots'},
  },
  note: {control: 'text'},
};

/** Renders the component of a story with its args. A new element each time, as on a page that has just loaded. */
export function renderEmbed(args: EmbedArgs, {component = ''}: {component?: string}): HTMLElement {
  const element = document.createElement(component);
  for (const name of attributes) {
    const value = args[name];
    if (value === true) element.setAttribute(name, '');
    // An emptied control is an attribute that is not there.
    else if (value) element.setAttribute(name, value);
  }
  if (args.data !== undefined) Object.assign(element, {data: args.data});
  if (args.later !== undefined) {
    element.addEventListener(
      'summit-load',
      () => {
        Object.assign(element, {data: args.later});
      },
      {once: true},
    );
  }
  if (args.fallback) element.append(paragraph(args.fallback));
  if (args.note) {
    const note = paragraph(args.note);
    note.slot = 'note';
    element.append(note);
  }
  if (args.onSummitLoad) element.addEventListener('summit-load', args.onSummitLoad);
  if (args.onSummitChange) element.addEventListener('summit-change', args.onSummitChange);
  if (args.onSummitError) element.addEventListener('summit-error', args.onSummitError);
  return element;
}

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
