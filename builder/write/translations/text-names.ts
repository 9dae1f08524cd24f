/** What the texts of a summit are called, by their keys such as `claims.clash.text`. */

/** The words of the page for the parts of the file. */
const PARTS: Readonly<Record<string, string>> = {
  actors: 'Sides and speakers',
  topics: 'Topics',
  claims: 'Statements',
  positions: 'Positions',
  constraints: 'Constraints',
  regions: 'Places',
  facts: 'Questions',
  sources: 'Sources',
  meetings: 'Meetings',
  deadlines: 'Deadlines',
  outcomes: 'Outcomes',
  figures: 'Figures',
  changes: 'Corrections',
  map: 'Map',
};

/** The heading above a text. */
export function partOf(key: string): string {
  return PARTS[/^\w+/.exec(key)?.[0] ?? ''] ?? 'Summit';
}

/** What kind of text it is, such as “short name”. */
export function wordsFor(key: string): string {
  const [field = '', owner = ''] = key.split('.').reverse();
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  // Of the summit's own fields, such as `venue.name`, the first part tells which.
  return !Object.hasOwn(PARTS, /^\w+/.exec(key)?.[0] ?? '') && owner ? `${owner}, ${words}` : words;
}
