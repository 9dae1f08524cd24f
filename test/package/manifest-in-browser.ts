import {expect} from 'chai';
import type {CSSResult, LitElement} from 'lit';
import {makeSummit} from '../support/make-summit.js';
import {next} from '../browser/show.js';

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly static?: boolean;
  readonly fieldName?: string;
  readonly attribute?: string;
}

interface Declared {
  readonly name: string;
  readonly description?: string;
  readonly tagName: string | undefined;
  readonly attributes: readonly Described[];
  readonly members: readonly Described[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssProperties: readonly Described[];
  readonly events: readonly Described[];
}

/** As the package has them: the built modules, with the manifest that was built beside them. */
const built = '/dist/';
await import(`${built}define.js`);
const manifest = (await (await fetch(`${built}custom-elements.json`)).json()) as {
  modules: {declarations?: Declared[]}[];
};
const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
const elements = declarations.filter(
  (declaration): declaration is Declared & {tagName: string} => declaration.tagName !== undefined,
);

const classOf = (tag: string): typeof LitElement => customElements.get(tag) as unknown as typeof LitElement;
const names = (described: readonly Described[]): string[] => described.map(({name}) => name).sort();
const sorted = (found: Iterable<string>): string[] => [...new Set(found)].sort();

/** One element in every state in which it has something that it has not in another, and the types of all events it sent. */
async function walk(tag: string, seen: (root: ShadowRoot) => void): Promise<string[]> {
  const element = document.createElement(tag) as HTMLElement & {data?: unknown; src?: string};
  const types = new Set<string>();
  element.dispatchEvent = (event): boolean => {
    types.add(event.type);
    return HTMLElement.prototype.dispatchEvent.call(element, event);
  };
  element.append('The short version.');
  document.body.append(element);
  const until = async (type: 'summit-error' | 'summit-load' | 'summit-change', change: () => void): Promise<void> => {
    const told = next(element, type);
    change();
    await told;
    seen(element.shadowRoot!);
  };
  try {
    await until('summit-error', () => (element.src = 'nowhere:'));
    await until('summit-load', () => (element.data = makeSummit()));
    const claims = makeSummit().claims.map((claim) => ({...claim, asOf: '2031-05-01'}));
    await until('summit-change', () => (element.data = makeSummit({revision: 2, claims})));
  } finally {
    element.remove();
  }
  return sorted(types);
}

describe('the manifest', () => {
  it('has the three tags, each with the class that answers to it', () => {
    expect(elements.map(({tagName}) => tagName).sort()).to.deep.equal([
      'summit-fact-box',
      'summit-goal-comparison',
      'summit-region-list',
    ]);
    for (const {tagName, name} of elements) expect(classOf(tagName).name).to.equal(name);
  });

  it('explains everything it names', () => {
    for (const declaration of declarations) {
      const {
        attributes = [],
        members = [],
        slots = [],
        cssParts = [],
        cssProperties = [],
        events = [],
      } = declaration as Partial<Declared>;
      expect(declaration.description, declaration.name).to.match(/\w{3}/);
      for (const item of [...attributes, ...members, ...slots, ...cssParts, ...cssProperties, ...events]) {
        expect(item.description, `${declaration.name} ${item.name}`).to.match(/\w{3}/);
      }
    }
  });

  for (const {tagName, attributes, members, slots, cssParts, cssProperties, events} of elements) {
    describe(`and <${tagName}>`, () => {
      it('have the same attributes, each for the same property', () => {
        // An element also reads names without their hyphens, as servers of frameworks write them.
        const bare = names(attributes)
          .filter((name) => name.includes('-'))
          .map((name) => name.replaceAll('-', ''));
        expect(sorted([...names(attributes), ...bare])).to.deep.equal(sorted(classOf(tagName).observedAttributes));
        for (const {name, fieldName = name} of attributes) {
          const {attribute} = classOf(tagName).elementProperties.get(fieldName) ?? {};
          expect(attribute === true || attribute === undefined ? fieldName.toLowerCase() : attribute, name).to.equal(
            name,
          );
        }
      });

      it('have the same public properties and methods, on the element and on its class', () => {
        const own = members.filter((member) => !member.static);
        expect(names(own)).to.deep.equal(sorted(Array.from(classOf(tagName).elementProperties.keys(), String)));
        for (const {name} of members.filter((member) => member.static)) expect(classOf(tagName)).to.have.property(name);
      });

      it('have the same slots, parts and events', async () => {
        const found = {slots: new Set<string>(), parts: new Set<string>()};
        const sent = await walk(tagName, (root) => {
          for (const slot of root.querySelectorAll('slot')) found.slots.add(slot.name);
          for (const node of root.querySelectorAll('[part]')) node.part.forEach((part) => found.parts.add(part));
        });
        expect(names(slots)).to.deep.equal(sorted(found.slots));
        expect(names(cssParts)).to.deep.equal(sorted(found.parts));
        expect(names(events)).to.deep.equal(sent);
      });

      it('have the same custom properties', () => {
        const styles = classOf(tagName).elementStyles.map((style) => (style as CSSResult).cssText);
        // What another box reads of them is for that one to explain.
        const read = sorted(Array.from(styles.join().matchAll(/--summit-[\w-]+/g), ([name]) => name));
        expect(names(cssProperties)).to.deep.equal(read);
      });
    });
  }
});
