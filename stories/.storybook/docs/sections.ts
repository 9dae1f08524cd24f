import {slug} from 'github-slugger';

/** A heading of a Markdown text and what stands under it, up to the next heading of any level. */
export interface Section {
  /** Empty before the first heading. */
  readonly heading: string;
  /** The heading's id; empty for that of the page itself, which leads to its top. */
  readonly id: string;
  /** Lines as they are written, without the heading. */
  readonly lines: readonly string[];
  readonly level: number;
}

/** Cuts a Markdown or MDX text at its headings. A line in a block of code is none. */
export function cutAtHeadings(text: string): readonly Section[] {
  const sections: {heading: string; id: string; lines: string[]; level: number}[] = [
    {heading: '', id: '', lines: [], level: 0},
  ];
  let inCode = false;
  for (const line of text.split('\n')) {
    if (/^ *```/.test(line)) inCode = !inCode;
    const [, marks = '', title = ''] = (inCode ? null : /^(#{1,6}) (.+)$/.exec(line)) ?? [];
    if (marks) {
      // A heading that is a link is called by its text.
      const heading = title.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '');
      sections.push({heading, id: marks.length === 1 ? '' : slug(heading), lines: [], level: marks.length});
    } else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

/** The part of a Markdown text under a heading, with the heading, up to the next one that is as high. */
export function sectionOf(text: string, heading: string): string {
  const sections = cutAtHeadings(text);
  const first = sections.findIndex((section) => section.heading === heading);
  const found = sections[first];
  if (!found) throw new Error(`There is no heading “${heading}”.`);
  const rest = sections.slice(first + 1);
  const end = rest.findIndex(({level}) => level <= found.level);
  return [found, ...(end < 0 ? rest : rest.slice(0, end))]
    .flatMap(({level, heading: title, lines}) => [`${'#'.repeat(level)} ${title}`, ...lines])
    .join('\n');
}
