import pages from './pages.json' with {type: 'json'};

/** Markdown files of the project, by their paths, and the pages of the site that show them. */
const pageOf: Readonly<Record<string, string>> = pages;

/** Files beside the pages that a reader can open, by their paths. */
const files = import.meta.glob<string>(['../../../docs/**/*.{webp,png}', '../../../docs/nginx.conf'], {
  query: '?url&no-inline',
  eager: true,
  import: 'default',
});

/** Where a link leads: within the site, to a file, out of it; or to a path of the repository, which the site does not have. */
export type Destination = {kind: 'page' | 'file' | 'outside'; href: string} | {kind: 'nowhere'; path: string};

/**
 * Where a link of a page of the project leads on this site.
 *
 * @param href As it stands in the page.
 * @param from Path of the page, such as `docs/data.md`.
 */
export function resolveLink(href: string, from: string): Destination {
  if (/^[a-z]+:/.test(href)) return {kind: 'outside', href};
  if (/^[#?]/.test(href)) return {kind: 'page', href};
  const {pathname, hash} = new URL(href, `http://repository/${from}`);
  const path = pathname.slice(1);
  const page = pageOf[path];
  if (page !== undefined) return {kind: 'page', href: `?path=/docs/${page}${hash}`};
  const file = files[`../../../${path}`];
  return file === undefined ? {kind: 'nowhere', path} : {kind: 'file', href: file};
}
