import {executeServerCommand} from '@web/test-runner-commands';
// No module: it puts itself on the window.
import 'axe-core';
import type * as Axe from 'axe-core';
import {render, type TemplateResult} from 'lit';
import type {SummitElement} from '../../src/element/summit-element.js';

/** Describes what no engine does in a way of its own: Chromium tests it for all, and it is skipped in the others. */
export const describeInChromium = navigator.userAgent.includes('Chrome/') ? describe : describe.skip;

/** One test that only Chromium runs, for the same reason. */
export const itInChromium = navigator.userAgent.includes('Chrome/') ? it : it.skip;

const fixtures = new Set<Element>();

/** Takes off the page what tests have put on it. */
export function removeFixtures(): void {
  for (const parent of fixtures) parent.remove();
  fixtures.clear();
}

afterEach(removeFixtures);

/** Renders a template on the page until the test ends. Resolves to its first element, once that is up to date. */
async function fixture(
  template: TemplateResult,
  parent: HTMLElement = document.createElement('div'),
): Promise<HTMLElement> {
  document.body.append(parent);
  fixtures.add(parent);
  render(template, parent);
  const element = parent.firstElementChild as HTMLElement & {updateComplete?: Promise<unknown>};
  await (element.updateComplete ?? new Promise(requestAnimationFrame));
  return element;
}

/** Puts an element on the page, in a column of the given width in px, and waits until it says what came of it. */
export async function show<T extends SummitElement>(
  template: TemplateResult,
  {width = 640, until = 'summit-load'}: {width?: number; until?: 'summit-load' | 'summit-error'} = {},
): Promise<T> {
  const column = document.createElement('div');
  column.style.width = `${String(width)}px`;
  const told = next(column, until);
  const shown = await fixture(template, column);
  await told;
  const element: unknown = shown.localName.startsWith('summit-') ? shown : shown.firstElementChild;
  return element as T;
}

/** The next event of a kind on a node or inside it. */
export async function next<K extends keyof HTMLElementEventMap>(node: Node, type: K): Promise<HTMLElementEventMap[K]> {
  return new Promise((resolve) => {
    node.addEventListener(
      type,
      (event) => {
        resolve(event as HTMLElementEventMap[K]);
      },
      {once: true},
    );
  });
}

/** Settles once something holds. How long that may take is for the runner to say: a busy machine is no fault. */
export async function waitUntil(holds: () => boolean | undefined): Promise<void> {
  while (!holds()) await new Promise(requestAnimationFrame);
}

/** The frame of an element's box. */
export function boxOf(element: Element): HTMLElement {
  const box = element.shadowRoot?.querySelector<HTMLElement>('[part=box]');
  if (!box) throw new Error(`<${element.localName}> shows no box`);
  return box;
}

/**
 * What a sighted reader sees, line by line: closed details stay closed, and what is clipped away is left out. It is part
 * of `fullText`.
 */
export function visibleText(element: Element): string {
  const box = boxOf(element);
  const clipped = [...box.querySelectorAll('*')].filter((part) => getComputedStyle(part).clipPath === 'inset(50%)');
  // A style sheet, not attributes: tests observe the nodes of a box.
  const sheet = new CSSStyleSheet();
  for (const part of clipped) sheet.insertRule(`${pathTo(part, box)} { display: none !important; }`);
  const root = box.getRootNode() as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const text = linesOf(box);
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  return text;
}

/**
 * The text of a box with the parts that only assistive technology gets: names that the header says, nouns of the signs,
 * numbers of statements.
 */
export function fullText(element: Element): string {
  return linesOf(boxOf(element));
}

function linesOf(box: HTMLElement): string {
  return box.innerText.replaceAll(/[ \u00a0\u2002]+/g, ' ');
}

/** A selector of this one part of a box. */
function pathTo(part: Element, box: Element): string {
  const parent = part.parentElement;
  if (part === box || !parent) return '[part=box]';
  return `${pathTo(parent, box)} > :nth-child(${String([...parent.children].indexOf(part) + 1)})`;
}

/** Opens all details of an element, as a reader who wants to know everything would. */
export function openAll(element: Element): void {
  for (const details of boxOf(element).querySelectorAll('details')) details.open = true;
}

/** How many things of each role and name a box has for assistive technology. Without a name: of any, and so with the role. */
export async function accessible(element: Element, ...what: {role?: string; name?: string}[]): Promise<number[]> {
  // A page of one box: that of the test before is gone.
  return executeServerCommand<number[], object>('accessible', {host: element.localName, what});
}

/** What a page is shown on, and what its reader has set. */
export interface Reader {
  readonly media?: 'print';
  readonly features?: Readonly<Record<string, string>>;
}

/** Runs something as this reader sees it; where the engine can't be told, the test is skipped. */
export async function as(reader: Reader, test: Mocha.Context, run: () => Promise<void>): Promise<void> {
  if (!(await executeServerCommand<boolean, object>('emulate-reader', reader))) test.skip();
  try {
    await run();
  } finally {
    await executeServerCommand('emulate-reader', {});
  }
}

/** Rules that axe finds broken, each with the place; empty when all is well. */
export async function violations(element: Element): Promise<string[]> {
  const {violations: broken} = await (window as unknown as {axe: typeof Axe}).axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // Of a page, not of an element in it.
    rules: {region: {enabled: false}, 'heading-order': {enabled: false}},
  });
  return broken.flatMap(({id, nodes}) => nodes.map(({target}) => `${id} ${JSON.stringify(target)}`));
}
