/** The fixes that are certain, offered as buttons beside a message. */
import type {Issue} from '../../src/data/issue.js';
import {references} from '../../src/data/schema-paths.js';
import {suggest} from '../../src/data/suggest.js';
import type {Summit} from '../../src/data/summit.js';
import {setField, valueAt} from './commands/fields.js';
import type {Recipe} from './desk-store.js';
import type {ListName} from './draft.js';
import {labelOf} from './labels.js';

export interface Fix {
  /** Text of the button. */
  readonly label: string;
  readonly recipe: Recipe;
}

/** The fixes of an issue, most likely first; empty if there is no certain one. */
export function fixesOf(summit: Summit, {path}: Issue): readonly Fix[] {
  const pattern = path.replace(/\[\d+\]/g, '.*').replace(/^\./, '');
  const list = references.find(([place]) => place === pattern)?.[1] as ListName | undefined;
  const value = valueAt(summit, path);
  if (list && typeof value === 'string') return referenceFixes(summit, path, list, value);
  if (typeof value === 'string' && value !== value.trim() && value.trim() !== '') {
    return [
      {
        label: 'Remove the spaces',
        recipe: (draft) => {
          setField(draft, path, value.trim());
        },
      },
    ];
  }
  return [];
}

function referenceFixes(summit: Summit, path: string, list: ListName, value: string): readonly Fix[] {
  const ids = (summit[list] ?? []).map(({id}) => id);
  if (ids.includes(value)) return [];
  const near = suggest(value, ids);
  const remove: Fix = {
    label: 'Remove the reference',
    recipe: (draft) => {
      setField(draft, path, undefined);
    },
  };
  if (near === undefined) return [remove];
  return [
    {
      label: `Use “${labelOf(summit, list, near)}”`,
      recipe: (draft) => {
        setField(draft, path, near);
      },
    },
    remove,
  ];
}
