import type {Summit} from '../../src/data/summit.js';
import {loadMessages} from '../../src/format/messages.js';
import {CONSTRAINTS} from '../../src/model/compare-goals.js';
import {attributesByElement} from '../../src/components/attributes.js';
import type {ElementName} from '../../src/components/element-names.js';

/** An entry that an element can show or hide. */
export interface Entry {
  readonly id: string;
  readonly label: string;
}

/** A list of entries and the attribute that selects from it. */
export interface PickList {
  readonly attribute: string;
  readonly legend: string;
  /** All entries in the order of the data. */
  readonly entries: readonly Entry[];
  /** Ids of the entries that are shown by default. */
  readonly usual: readonly string[];
}

/** The lists of an element for this summit: those whose attribute the element has. */
export function listsOf(element: ElementName, summit: Summit): readonly PickList[] {
  const names = new Set(attributesByElement[element].map(({name}) => name));
  return [sidesOf(summit), topicsOf(summit), factsOf(summit)].filter(({attribute}) => names.has(attribute));
}

function sidesOf({actors}: Summit): PickList {
  const entries = actors.filter(({role}) => role !== 'source');
  return {
    attribute: 'actors',
    legend: 'Sides',
    entries: entries.map(({id, name, role}) => ({
      id,
      label: role === 'principal' ? name : `${name} (${role.replace('-', ' ')})`,
    })),
    usual: entries.filter(({role}) => role === 'principal').map(({id}) => id),
  };
}

function topicsOf({topics, constraints = []}: Summit): PickList {
  const entries = [
    ...topics.map(({id, label}) => ({id, label})),
    ...(constraints.length > 0 ? [{id: CONSTRAINTS, label: 'What holds them back'}] : []),
  ];
  return {attribute: 'topics', legend: 'Topics', entries, usual: entries.map(({id}) => id)};
}

function factsOf({facts}: Summit): PickList {
  // The English messages are always loaded.
  const messages = loadMessages(['en'], () => undefined);
  const entries = facts.map(({id, question, label}) => ({
    id,
    label: [messages?.label(question) ?? question, label].filter(Boolean).join(' · '),
  }));
  return {attribute: 'facts', legend: 'Facts', entries, usual: entries.map(({id}) => id)};
}

/** The known ids in an attribute's value, in its order; the defaults if there are none. */
export function chosenOf({entries, usual}: PickList, value: string | undefined): readonly string[] {
  const known = new Set(entries.map(({id}) => id));
  const ids = [...new Set(value?.match(/[^\s,]+/g) ?? [])].filter((id) => known.has(id));
  return ids.length > 0 ? ids : usual;
}

/** The attribute's value for these ids; `undefined` for the defaults. */
export function valueOf({usual}: PickList, ids: readonly string[]): string | undefined {
  return ids.length === 0 || ids.join(' ') === usual.join(' ') ? undefined : ids.join(' ');
}

/**
 * All entries in the order of the form: chosen entries are in the chosen order and take the positions that chosen
 * entries have in the data.
 */
export function inOrder({entries}: PickList, chosen: readonly string[]): readonly Entry[] {
  const left = chosen.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  return entries.map((entry) => (chosen.includes(entry.id) ? (left.shift() ?? entry) : entry));
}

/** Adds or removes an id; an added id gets its position from the data. */
export function toggle(list: PickList, chosen: readonly string[], id: string): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((other) => other !== id);
  return inOrder(list, chosen).flatMap((entry) => (entry.id === id || chosen.includes(entry.id) ? entry.id : []));
}

/** Moves an id one position up (-1) or down (1), if possible. */
export function move(chosen: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = chosen.indexOf(id);
  const other = chosen[from + by];
  if (from < 0 || other === undefined) return chosen;
  return chosen.map((entry) => (entry === id ? other : entry === other ? id : entry));
}
