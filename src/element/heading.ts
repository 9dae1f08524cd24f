import {html, type TemplateResult} from 'lit';

const templates: Record<string, TemplateStringsArray> = {};

/**
 * A heading of level 1–6; other levels count as the nearest. A real `h1`–`h6`, since reader views and outlines know no
 * other. A tag name can't be bound, so each tag gets a template of its own; `className` is ours, never data.
 */
export function renderHeading(level: number, content: unknown, className = 'sub'): TemplateResult {
  const tag = `h${Math.min(6, Math.max(1, level))}`;
  const start = `<${tag} class="${className}">`;
  const strings = [start, `</${tag}>`];
  return html((templates[start] ??= Object.assign(strings, {raw: strings})), content);
}
