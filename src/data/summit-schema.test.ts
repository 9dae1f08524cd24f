import {describe, it} from 'node:test';
import {expect} from 'chai';
import {placeIn} from './report.js';
import {summitSchema} from './summit-schema.js';

/** What these tests read of a schema. */
interface Part {
  readonly kind: string;
  readonly type: string;
  readonly entries?: Readonly<Record<string, Part>>;
  readonly item?: Part;
  readonly items?: readonly Part[];
  readonly wrapped?: Part;
  readonly pipe?: readonly Part[];
}

/** Every part of the schema, with its place. */
function visitParts(part: Part, visit: (path: string, part: Part) => void, path = ''): void {
  visit(path, part);
  if (part.wrapped) visitParts(part.wrapped, visit, path);
  if (part.item) visitParts(part.item, visit, `${path}[]`);
  part.items?.forEach((item, i) => {
    visitParts(item, visit, placeIn(path, i));
  });
  for (const [key, entry] of Object.entries(part.entries ?? {})) visitParts(entry, visit, placeIn(path, key));
}

/** What is asked or said at one place, one step after the other. */
function stepsOf({pipe = []}: Part): Part[] {
  return pipe.flatMap((step) => [step, ...stepsOf(step)]);
}

describe('summitSchema', () => {
  it('explains every key to editors’ programs', () => {
    const silent: string[] = [];
    visitParts(summitSchema, (path, {entries = {}}) => {
      for (const [key, entry] of Object.entries(entries)) {
        const steps = [entry, entry.wrapped].flatMap((part) => (part ? stepsOf(part) : []));
        if (!steps.some(({type}) => type === 'description')) silent.push(placeIn(path, key));
      }
    });
    expect(silent).to.deep.equal([]);
  });

  it('asks of objects and lists nothing that the walk over them would leave out', () => {
    const unread: string[] = [];
    visitParts(summitSchema, (path, part) => {
      const walked = part.entries ?? part.item ?? part.items ?? part.wrapped;
      const asked = stepsOf(part).filter(({kind}) => kind !== 'schema' && kind !== 'metadata');
      if (walked && asked.length > 0) unread.push(path);
      if (walked && !['object', 'array', 'strict_tuple', 'optional'].includes(part.type)) unread.push(path);
    });
    expect(unread).to.deep.equal([]);
  });
});
