/** Headings that changesets write, and ours. Before 1.0 a minor version may ask for changes, too. */
const headings = (version) => ({
  'Major Changes': 'Different: read this before you update',
  'Minor Changes': version.startsWith('0.') ? 'New, or different: read this before you update' : 'New',
  'Patch Changes': 'Mended',
});

/**
 * The changelog after `changeset version`, as our readers know it: changesets put a new edition right under the title, and
 * it belongs behind the introduction; and they head its parts in the words of developers.
 *
 * @param {string} before The file as it was.
 * @param {string} after The file as changesets left it.
 * @param {string} version The new one.
 */
export function tidyChangelog(before, after, version) {
  const [title] = before.split('\n', 1);
  const rest = before.slice(title.length + 1);
  if (!after.startsWith(title) || !after.endsWith(rest))
    throw new Error('CHANGELOG.md is not what changesets leave behind.');
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
