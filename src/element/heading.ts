import {html, type TemplateResult} from 'lit';

const templates: Record<string, TemplateStringsArray> = {};

/**
 * Renders a heading. Levels outside 1–6 become the nearest level. Reader views and outlines only recognize real
 * `h1`–`h6`. A tag name can't be bound, so each tag has its own template; `className` is a constant of ours, never
 * data.
 */
export function renderHeading(level: number, content: unknown, className = 'sub'): TemplateResult {
  const tag = `h${Math.min(6, Math.max(1, level))}`;
  const start = `<${tag} class="${className}">`;
  const strings = [start, `</${tag}>`];
  return html((templates[start] ??= Object.assign(strings, {raw: strings})), content);
}
