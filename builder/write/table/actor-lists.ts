import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Actor} from '../../../src/data/summit.js';
import {addActor} from '../../store/commands/actors.js';
import {setField} from '../../store/commands/fields.js';
import {optionsOf} from '../../store/labels.js';
import {othersOf, sidesOf, speakersOf} from '../../store/positions-table.js';
import {renderAdd} from '../fields/add-field.js';
import {renderEntry} from '../fields/entry.js';
import {renderPickAt} from '../fields/pick-field.js';
import {renderTextAt} from '../fields/text-field.js';
import type {WriteContext} from '../write-context.js';

type Role = Actor['role'];
type Kind = NonNullable<Actor['kind']>;

const ROLES: Readonly<Record<Role, string>> = {
  principal: 'Side: takes part in the talks and has a column',
  'third-party': 'Other party: has positions but no column',
  mediator: 'Mediator',
  guarantor: 'Guarantor',
  observer: 'Observer',
  source: 'Speaker: only speaks in statements',
};

const KINDS: Readonly<Record<Kind, string>> = {
  person: 'Person',
  government: 'Government',
  state: 'State',
  group: 'Group',
  institution: 'Institution',
  media: 'Media',
  publication: 'The publication itself',
};

const toOptions = (labels: Readonly<Record<string, string>>): readonly {value: string; label: string}[] =>
  Object.entries(labels).map(([value, label]) => ({value, label}));

interface ActorList {
  readonly heading: string;
  readonly noun: string;
  /** The role of an actor that is added here. */
  readonly role: Role;
  readonly actors: readonly Actor[];
  readonly placeholder: string;
  readonly hint?: string;
}

/** The sides, the other parties and the speakers, each with its form. */
export function renderActors(context: WriteContext): readonly TemplateResult[] {
  const {summit} = context;
  const lists: readonly ActorList[] = [
    {
      heading: 'Sides',
      noun: 'side',
      role: 'principal',
      actors: sidesOf(summit),
      placeholder: 'Federation of Dornhal',
      hint: 'In the order of their columns.',
    },
    {
      heading: 'Other parties',
      noun: 'party',
      role: 'third-party',
      actors: othersOf(summit),
      placeholder: 'Scientific panel',
    },
    {
      heading: 'Speakers',
      noun: 'speaker',
      role: 'source',
      actors: speakersOf(summit),
      placeholder: 'Maris Tolvane',
      hint: 'They only speak in statements.',
    },
  ];
  return lists.map((list) => renderActorList(context, list));
}

function renderActorList(context: WriteContext, list: ActorList): TemplateResult {
  const {heading, noun, role, actors, placeholder, hint} = list;
  const indices = new Map(context.summit.actors.map(({id}, i) => [id, i]));
  const among = actors.map(({id}) => indices.get(id) ?? -1);
  return html`<h3>${heading}</h3>
    ${role === 'principal' && actors.length >= MIN_SIDES ? renderKnownSpeakers(context) : nothing}
    <ul class="entries" role="list">
      ${repeat(
        actors,
        ({id}) => id,
        ({id}) =>
          renderEntry(context, {
            list: 'actors',
            index: indices.get(id) ?? -1,
            body: () => renderForm(context, id),
            among,
            noun,
          }),
      )}
    </ul>
    ${renderAddActor(context, role, noun, placeholder, hint)}`;
}

/** Talks have at least so many sides. With fewer, the table asks for them before all else. */
export const MIN_SIDES = 2;

/** Speakers of the statements: whoever negotiates is made a side with one click. */
export function renderKnownSpeakers({summit, actions}: WriteContext): unknown {
  const speakers = speakersOf(summit);
  if (speakers.length === 0) return nothing;
  return html`<div class="known-speakers" role="group" aria-labelledby="known-speakers">
    <p class="hint" id="known-speakers">They speak in statements. Who of them is a side of the talks?</p>
    ${speakers.map(
      ({id, name}) =>
        html`<button
          type="button"
          class="small"
          @click=${() => {
            const index = summit.actors.findIndex((actor) => actor.id === id);
            actions.edit(
              'Make a speaker a side',
              (draft) => {
                setField(draft, `actors[${String(index)}].role`, 'principal');
              },
              {said: `“${name}” is a side now.`},
            );
            // The button is gone.
            queueMicrotask(() => {
              (
                document.querySelector<HTMLElement>('.known-speakers button') ??
                document.getElementById('new-principal')
              )?.focus();
            });
          }}
        >
          ${name || '(no text)'}
        </button>`,
    )}
  </div>`;
}

function renderAddActor(
  {actions}: WriteContext,
  role: Role,
  noun: string,
  placeholder: string,
  hint: string | undefined,
): TemplateResult {
  return renderAdd({
    id: `new-${role}`,
    label: `Add a ${noun}`,
    placeholder,
    hint,
    add: (name) => {
      actions.edit(
        `Add a ${noun}`,
        (draft) => {
          addActor(draft, name, role);
        },
        {said: `Added the ${noun} “${name}”.`},
      );
    },
  });
}

function renderForm(context: WriteContext, id: string): TemplateResult {
  const {summit} = context;
  const path = `actors[${String(summit.actors.findIndex((actor) => actor.id === id))}]`;
  const others = optionsOf(summit, 'actors').filter(({value}) => value !== id);
  return html`${renderTextAt(context, {path: `${path}.name`, label: 'Full name'})}
    ${renderTextAt(context, {path: `${path}.shortName`, label: 'Name inside a sentence', isOptional: true, placeholder: 'the Kremlin'})}
    ${renderPickAt(context, {path: `${path}.role`, label: 'Role', options: toOptions(ROLES)})}
    <div class="pair">
      ${renderPickAt(context, {path: `${path}.kind`, label: 'Kind', options: toOptions(KINDS), none: 'Not given'})}
      ${renderTextAt(context, {path: `${path}.country`, label: 'Country', isOptional: true, placeholder: 'UA', hint: 'Two letters, such as UA.'})}
    </div>
    ${renderTextAt(context, {path: `${path}.office`, label: 'Office or title', isOptional: true, placeholder: 'President of Ukraine'})}
    ${
      others.length > 0
        ? renderPickAt(context, {path: `${path}.speaksFor`, label: 'Speaks for', options: others, none: 'Nobody else'})
        : ''
    }`;
}
