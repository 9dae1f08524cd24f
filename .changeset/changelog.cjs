/**
 * Writes the lines of CHANGELOG.md. Editors read it, so a change is told in the words of its changeset and nothing else: no
 * hash, no names. The headings come from tools/versioning/tidy-changelog.mjs. CommonJS, as changesets loads it by `require`.
 */
module.exports = {
  async getReleaseLine({summary}) {
    const [first, ...rest] = summary.trim().split(/\r?\n/);
    // Somebody may have written a list already.
    if (/^[-*] /.test(first)) return [first, ...rest].join('\n');
    return [`- ${first}`, ...rest.map((line) => (line ? `  ${line}` : ''))].join('\n');
  },

  // One package: nothing else of ours depends on it.
  async getDependencyReleaseLine() {
    return '';
  },
};
