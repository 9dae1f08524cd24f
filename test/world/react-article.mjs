// @ts-check
/** An article in React whose body is HTML from a content system: for a server, and for a page. */
import {createElement} from 'react';
import {createRoot, hydrateRoot} from 'react-dom/client';

export const Article = (/** @type {{html: string}} */ {html}) =>
  createElement('article', {dangerouslySetInnerHTML: {__html: html}});

if (typeof window !== 'undefined') {
  window.recovered = [];
  const onRecoverableError = (/** @type {Error} */ error) => window.recovered.push(error.message);
  window.hydrateArticle = (container, html) =>
    hydrateRoot(container, createElement(Article, {html}), {onRecoverableError});
  window.renderArticle = (container, html) => {
    createRoot(container).render(createElement(Article, {html}));
  };
}
