/// <reference types="vite/client" />
import {AnchorMdx, CodeOrSourceMdx, HeadersMdx, Markdown} from '@storybook/addon-docs/blocks';
import {slug} from 'github-slugger';
import type {ComponentProps, FunctionComponent, ReactNode} from 'react';
import {resolveLink} from './links.js';

/** A table that is wider than the page scrolls by itself; by keyboard, too. */
export function Table(props: ComponentProps<'table'>): ReactNode {
  return (
    <div className="wide" role="group" aria-label="Table" tabIndex={0}>
      <table {...props} />
    </div>
  );
}

/** A cell at the head of a table. One that says nothing is no heading. */
function HeadCell({children, ...rest}: ComponentProps<'th'>): ReactNode {
  const isEmpty = Array.isArray(children) && children.length === 0;
  return isEmpty ? <td {...rest} /> : <th {...rest}>{children}</th>;
}

function linkFrom(from: string): FunctionComponent<ComponentProps<'a'>> {
  return function Link({href = '', children}) {
    const to = resolveLink(href, from);
    switch (to.kind) {
      case 'page':
        return (
          <AnchorMdx href={to.href} target="">
            {children}
          </AnchorMdx>
        );
      case 'file':
      case 'outside':
        return (
          <a href={to.href} target="_blank" rel="noreferrer">
            {children}
          </a>
        );
      case 'nowhere':
        return (
          <>
            {children} (<code>{to.path}</code>)
          </>
        );
    }
  };
}

function imageFrom(from: string): FunctionComponent<ComponentProps<'img'>> {
  return function Image({src, alt}) {
    const to = resolveLink(String(src), from);
    return to.kind === 'nowhere' ? alt : <img src={to.href} alt={alt} />;
  };
}

/** Text of a page of the project, as the site shows it: links lead to its pages, headings have GitHub's ids. */
export function Page({of, children}: {of: string; children: string}): ReactNode {
  return (
    <Markdown
      options={{
        slugify: (text) => slug(text),
        overrides: {
          ...HeadersMdx,
          code: CodeOrSourceMdx,
          table: Table,
          th: HeadCell,
          a: linkFrom(of),
          img: imageFrom(of),
        },
      }}
    >
      {children}
    </Markdown>
  );
}
