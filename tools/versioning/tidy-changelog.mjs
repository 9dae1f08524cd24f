/** Our replacements for the headings of changesets. Before 1.0 a minor version may have breaking changes. */
const headings = (version) => ({
  'Major Changes': 'Different: read this before you update',
  'Minor Changes': version.startsWith('0.') ? 'New, or different: read this before you update' : 'New',
  'Patch Changes': 'Mended',
});

/**
 * Adapts the changelog after `changeset version`: moves the new entry below the introduction and replaces the
 * headings with ours.
 *
 * @param {string} before The file before changesets changed it.
 * @param {string} after The file as written by changesets.
 * @param {string} version The new version.
 */
export function tidyChangelog(before, after, version) {
  const [title] = before.split('\n', 1);
  const rest = before.slice(title.length + 1);
  if (!after.startsWith(title) || !after.endsWith(rest))
    throw new Error('CHANGELOG.md doesn’t have the format that changesets writes.');
  const entry = after
    .slice(title.length, after.length - rest.length)
    .trim()
    .replace(/^### (.*)$/gm, (line, name) => `### ${headings(version)[name] ?? name}\n`)
    .replace(/^(## .*)$/m, '$1\n')
    .replace(/\n(### )/g, '\n\n$1')
    .replace(/\n{3,}/g, '\n\n');
  const latest = rest.search(/^## /m);
  const at = latest < 0 ? rest.length : latest;
  return `${title}\n${rest.slice(0, at).trimEnd()}\n\n${entry}\n\n${rest.slice(at)}`.trimEnd() + '\n';
}
