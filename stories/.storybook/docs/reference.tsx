/// <reference types="vite/client" />
import {HeaderMdx, Markdown} from '@storybook/addon-docs/blocks';
import {slug} from 'github-slugger';
import {Fragment, type ReactNode} from 'react';
import {Table} from './markdown.js';

/** What is read of a custom elements manifest here. */
interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text: string};
}

interface Member extends Entry {
  readonly kind: string;
  readonly attribute?: string;
  readonly static?: boolean;
}

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly description?: string;
  readonly members?: readonly Member[];
  readonly attributes?: readonly (Entry & {readonly fieldName?: string})[];
  readonly events?: readonly Entry[];
  readonly slots?: readonly Entry[];
  readonly cssParts?: readonly Entry[];
  readonly cssProperties?: readonly Entry[];
}

interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

// A glob, not an import: before the first build there is no manifest.
const [manifest] = Object.values(
  import.meta.glob<Manifest>('../../../dist/custom-elements.json', {eager: true, import: 'default'}),
);
const declarations = manifest?.modules.flatMap(({declarations: all = []}) => all) ?? [];
const elements = declarations.filter(({tagName}) => tagName !== undefined);

/** What the reference lists, in its order; of an element's members those without an attribute. */
const parts = {
  Attributes: ({attributes = []}: Declaration) => attributes,
  Properties: ({members = []}: Declaration) =>
    members.filter((member) => member.kind === 'field' && member.attribute === undefined),
  Methods: ({members = []}: Declaration) => members.filter(({kind}) => kind === 'method'),
  Events: ({events = []}: Declaration) => events,
  Slots: ({slots = []}: Declaration) => slots,
  Parts: ({cssParts = []}: Declaration) => cssParts,
  'Custom properties': ({cssProperties = []}: Declaration) => cssProperties,
} satisfies Record<string, (element: Declaration) => readonly Entry[]>;

/** Entries of all elements, each once, with the tags that have it; those of all elements first. */
function gather(read: (element: Declaration) => readonly Entry[]): {entry: Entry; tags: string[]}[] {
  const found = new Map<string, {entry: Entry; tags: string[]}>();
  for (const element of elements) {
    for (const entry of read(element)) {
      const one = found.get(entry.name) ?? {entry, tags: []};
      one.tags.push(String(element.tagName));
      found.set(entry.name, one);
    }
  }
  const all = [...found.values()];
  const isShared = ({tags}: {tags: string[]}): boolean => tags.length === elements.length;
  return [...all.filter(isShared), ...all.filter((one) => !isShared(one))];
}

/** `summit-fact-box` as `fact box`. */
function boxName(tag: string): string {
  return tag.replace('summit-', '').replaceAll('-', ' ');
}

/** A description, which may have code in it. */
function Text({children}: {children: string | undefined}): ReactNode {
  return children ? (
    <Markdown options={{forceInline: true, forceBlock: false, wrapper: Fragment}}>{children}</Markdown>
  ) : null;
}

function Heading({children}: {children: string}): ReactNode {
  return (
    <HeaderMdx as="h2" id={slug(children)}>
      {children}
    </HeaderMdx>
  );
}

function Rows({title, read}: {title: string; read: (element: Declaration) => readonly Entry[]}): ReactNode {
  const rows = gather(read);
  if (rows.length === 0) return null;
  const hasDefaults = rows.some(({entry}) => entry.default !== undefined);
  return (
    <>
      <Heading>{title}</Heading>
      <Table>
        <thead>
          <tr>
            <th scope="col">name</th>
            <th scope="col">meaning</th>
            {hasDefaults && <th scope="col">default</th>}
            <th scope="col">of</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({entry, tags}) => (
            <tr key={entry.name}>
              <td>
                {entry.name ? <code>{entry.name}</code> : '(default)'}
                {entry.type && <span className="type">{entry.type.text}</span>}
              </td>
              <td>
                <Text>{entry.description}</Text>
              </td>
              {hasDefaults && <td>{entry.default && <code>{entry.default}</code>}</td>}
              <td>{tags.length === elements.length ? 'all' : tags.map(boxName).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {title === 'Events' && rows.map(({entry}) => <EventFields key={entry.name} event={entry} />)}
    </>
  );
}

/** What an event carries. */
function EventFields({event}: {event: Entry}): ReactNode {
  const fields = declarations.find(({name}) => name === event.type?.text)?.members ?? [];
  return (
    fields.length > 0 && (
      <>
        <p>
          A <code>{event.name}</code> event carries:
        </p>
        <dl>
          {fields.map((field) => (
            <Fragment key={field.name}>
              <dt>
                <code>{field.name}</code>: <code>{field.type?.text}</code>
              </dt>
              <dd>
                <Text>{field.description}</Text>
              </dd>
            </Fragment>
          ))}
        </dl>
      </>
    )
  );
}

/** Everything public of the elements, from the manifest that comes with the package. */
export function Reference(): ReactNode {
  if (elements.length === 0) return <p>Run “npm run build” first: this page is made from what it writes.</p>;
  return (
    <>
      <Heading>Elements</Heading>
      <dl>
        {elements.map(({tagName, name, description}) => (
          <Fragment key={tagName}>
            <dt>
              <code>{`<${String(tagName)}>`}</code>, class <code>{name}</code>
            </dt>
            <dd>
              <Text>{description}</Text>
            </dd>
          </Fragment>
        ))}
      </dl>
      {Object.entries(parts).map(([title, read]) => (
        <Rows key={title} title={title} read={read} />
      ))}
    </>
  );
}

/** The reference as words, for the search: an entry with what is said of it. */
export function referenceTexts(): {heading: string; id: string; text: string}[] {
  return Object.entries(parts).flatMap(([title, read]) =>
    gather(read).map(({entry}) => ({
      heading: `${title}: ${entry.name || '(default)'}`,
      id: slug(title),
      text: entry.description ?? '',
    })),
  );
}
