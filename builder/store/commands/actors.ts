/** Commands on those who take part in the talks, or speak in statements. */
import type {Actor} from '../../../src/data/summit.js';
import type {WritableDraft} from '../draft.js';
import {addEntry} from './entries.js';

type Role = Actor['role'];

/** The actor with this name, or short name. Upper and lower case are the same. */
function findByName({summit}: WritableDraft, name: string): WritableDraft['summit']['actors'][number] | undefined {
  const wanted = name.toLowerCase();
  return summit.actors.find((actor) => [actor.name, actor.shortName].some((given) => given?.toLowerCase() === wanted));
}

/**
 * Adds an actor. If there is one with the same name, nobody is there twice: that one takes the role, so that a speaker
 * becomes a side and keeps its statements. A side is never made less.
 *
 * @returns The id of the actor.
 */
export function addActor(draft: WritableDraft, name: string, role: Role): string {
  const known = findByName(draft, name);
  if (!known) return addEntry(draft, 'actors', name, {role, name});
  if (role === 'principal' || (known.role === 'source' && role !== 'source')) known.role = role;
  return known.id;
}
