import {createComponent} from '@lit/react';
import type {PropertyDeclaration} from 'lit';
import * as React from 'react';
import type {SummitElement} from '../element/summit-element.js';
import type {On, Properties} from '../types/props.js';
import {readPrerendered} from './read-prerendered.js';

/** Props of every component: the properties and events of its element, and the attributes that all elements have. */
export type SummitProps<E extends SummitElement> = Omit<
  React.HTMLAttributes<E>,
  keyof Properties<E> | 'dangerouslySetInnerHTML'
> &
  Properties<E> & {
    /**
     * HTML of `prerender()` for the same element, from its start tag to its end tag. It is part of the server's HTML,
     * so readers see the element without scripts. Props override its attributes. Children aren't rendered with it.
     * Empty or omitted: the children are the fallback, and the element renders when its script runs.
     */
    prerendered?: string | undefined;
    /** Called when new data is on screen. */
    onSummitLoad?: ((event: On<E, 'summit-load'>) => void) | undefined;
    /** Called when another edition of the same summit is on screen. */
    onSummitChange?: ((event: On<E, 'summit-change'>) => void) | undefined;
    /** Called when the data could not be loaded or is invalid. */
    onSummitError?: ((event: On<E, 'summit-error'>) => void) | undefined;
  };

/** A React component for an element. Its ref is the element. */
export type SummitComponent<E extends SummitElement> = React.ForwardRefExoticComponent<
  SummitProps<E> & React.RefAttributes<E>
>;

/** The members of an element class that this module uses. */
interface SummitElementClass<E extends SummitElement> {
  new (): E;
  readonly observedAttributes: string[];
  readonly elementProperties: ReadonlyMap<PropertyKey, PropertyDeclaration>;
}

type Values = Record<string, unknown>;

const EVENTS = {onSummitLoad: 'summit-load', onSummitChange: 'summit-change', onSummitError: 'summit-error'};

const isServer = typeof window === 'undefined';

/** On a server React 18 warns about layout effects, which don't run there. */
const react = isServer ? {...React, useLayoutEffect: React.useEffect} : React;

/**
 * Creates the component of an element. On a server it writes attributes. In a browser it sets properties and listeners,
 * also on a hydrated element, which React itself doesn't do.
 */
export function createSummitComponent<E extends SummitElement>(
  tag: string,
  elementClass: SummitElementClass<E>,
): SummitComponent<E> {
  // Reading `observedAttributes` makes Lit finalize the class. If the tag is already registered, nothing else does.
  const {observedAttributes, elementProperties} = elementClass;
  const attributeNames = new Map<string, string>();
  for (const [name, {attribute}] of elementProperties) {
    const attributeName = typeof attribute === 'string' ? attribute : String(name);
    if (observedAttributes.includes(attributeName)) attributeNames.set(String(name), attributeName);
  }
  const propertyNames = new Map([...attributeNames].map(([property, attribute]) => [attribute, property]));

  const Element = createComponent({react, tagName: tag, elementClass, events: EVENTS}) as React.ElementType;

  /** Converts the attributes of prerendered HTML to properties. */
  function propertiesOf(attributes: ReadonlyMap<string, string>): Values {
    const properties: Values = {};
    for (const [name, value] of attributes) {
      const property = propertyNames.get(name) ?? name;
      const {converter} = elementProperties.get(property) ?? {};
      properties[property] = typeof converter === 'function' ? converter(value) : value;
    }
    return properties;
  }

  /** Converts props to attributes. Listeners and objects have no attribute; the browser sets them. */
  function attributesOf(props: Values): Values {
    const attributes: Values = {};
    for (const [name, value] of Object.entries(props)) {
      const attribute = attributeNames.get(name);
      if (!attribute) {
        if (typeof value !== 'function' && name !== 'data') attributes[name === 'className' ? 'class' : name] = value;
      } else if (value === true) attributes[attribute] = '';
      else if (Array.isArray(value)) attributes[attribute] = value.join(' ');
      else if (typeof value === 'string' || typeof value === 'number') attributes[attribute] = String(value);
    }
    return attributes;
  }

  const Component = React.forwardRef<E, Values>((props, ref) => {
    const {prerendered, children, ...others} = props as Values & {prerendered?: string; children?: React.ReactNode};
    const parts = React.useMemo(() => (prerendered ? readPrerendered(prerendered, tag) : undefined), [prerendered]);
    const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
    const all = {...(parts && propertiesOf(parts.attributes)), ...given};
    const content = parts ? {dangerouslySetInnerHTML: {__html: parts.content}} : {children};
    return isServer
      ? React.createElement(tag, {...attributesOf(all), ...content, suppressHydrationWarning: true})
      : React.createElement(Element, {...all, ...content, ref});
  });
  Component.displayName = elementClass.name;
  return Component;
}
