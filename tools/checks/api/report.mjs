/**
 * The report format: readable in a diff and parseable. Sections contain lines `key: value`; a `?` after the key marks
 * an optional one.
 */

/** @typedef {Map<string, Map<string, {optional: boolean, value: string}>>} Report Sections by heading, lines by key. */

export const line = (value = '', optional = false) => ({value, optional});

/** @param {Report} report */
export function writeReport(title, about, report) {
  const sections = [...report].map(([heading, lines]) => {
    const texts = [...lines].map(
      ([key, {optional, value}]) => `${key}${optional ? '?' : ''}${value ? `: ${value}` : ''}`,
    );
    return `## ${heading}\n\n\`\`\`text\n${texts.join('\n')}\n\`\`\`\n`;
  });
  return `# ${title}\n\n${about}\nWritten by \`node tools/checks/api-report.mjs --write\`; CONTRIBUTING.md says what it is for.\n\n${sections.join('\n')}`;
}

/** @returns {Report} */
export function readReport(text) {
  const report = new Map();
  for (const [, heading, body] of text.matchAll(/^## (.*)\n\n```text\n([^]*?)\n?```$/gm)) {
    const lines = body
      .split('\n')
      .filter(Boolean)
      .map((row) => {
        const at = row.indexOf(': ');
        const key = at < 0 ? row : row.slice(0, at);
        return [key.replace(/\?$/, ''), line(at < 0 ? '' : row.slice(at + 2), key.endsWith('?'))];
      });
    report.set(heading, new Map(lines));
  }
  return report;
}
