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
     * The HTML of `prerender()` for the same element, from its start tag to its end tag. A server writes it, and a reader without
     * script sees the element. Its attributes count where no prop says otherwise. With it, children are not rendered. Empty or
     * omitted: the element has its children as fallback, and renders when its script runs.
     */
    prerendered?: string | undefined;
    /** New data are on screen. */
    onSummitLoad?: ((event: On<E, 'summit-load'>) => void) | undefined;
    /** Another edition of the same summit is on screen. */
    onSummitChange?: ((event: On<E, 'summit-change'>) => void) | undefined;
    /** The data could not be loaded or are invalid. */
    onSummitError?: ((event: On<E, 'summit-error'>) => void) | undefined;
  };

/** A React component for an element. Its ref is the element. */
export type SummitComponent<E extends SummitElement> = React.ForwardRefExoticComponent<
  SummitProps<E> & React.RefAttributes<E>
>;

/** What this needs of the class of an element. */
interface SummitElementClass<E extends SummitElement> {
  new (): E;
  readonly observedAttributes: string[];
  readonly elementProperties: ReadonlyMap<PropertyKey, PropertyDeclaration>;
}

type Values = Record<string, unknown>;

const EVENTS = {onSummitLoad: 'summit-load', onSummitChange: 'summit-change', onSummitError: 'summit-error'};

const isServer = typeof window === 'undefined';

/** React 18 warns of layout effects on a server, where none runs. */
const react = isServer ? {...React, useLayoutEffect: React.useEffect} : React;

/**
 * Creates the component of an element. On a server it writes attributes; in a browser it sets properties and listeners, also on
 * an element that React hydrates, which React itself does not do.
 */
export function createSummitComponent<E extends SummitElement>(
  tag: string,
  elementClass: SummitElementClass<E>,
): SummitComponent<E> {
  // Lit sets up the properties of a class when it is asked for this. A registry that has the tag already doesn't ask.
  const {observedAttributes, elementProperties} = elementClass;
  const attributeNames = new Map<string, string>();
  for (const [name, {attribute}] of elementProperties) {
    const attributeName = typeof attribute === 'string' ? attribute : String(name);
    if (observedAttributes.includes(attributeName)) attributeNames.set(String(name), attributeName);
  }
  const propertyNames = new Map([...attributeNames].map(([property, attribute]) => [attribute, property]));

  const Element = createComponent({react, tagName: tag, elementClass, events: EVENTS}) as React.ElementType;

  /** Values of the attributes of prerendered HTML, as properties. */
  function propertiesOf(attributes: ReadonlyMap<string, string>): Values {
    const properties: Values = {};
    for (const [name, value] of attributes) {
      const property = propertyNames.get(name) ?? name;
      const {converter} = elementProperties.get(property) ?? {};
      properties[property] = typeof converter === 'function' ? converter(value) : value;
    }
    return properties;
  }

  /** Props as attributes. Listeners and objects are none; they wait for the browser. */
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
