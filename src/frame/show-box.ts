import type {SummitElement} from '../element/summit-element.js';
import {elementNames} from '../components/element-names.js';
import type {ThemeName} from '../snippet/embed-options.js';
import type {FrameAddress} from './read-address.js';
import {readableTheme} from './readable-theme.js';

const TAGS = elementNames.map((name) => `summit-${name}`).join();

/** The box that a page was published with, if it was. */
export function findBox(): SummitElement | null {
  return document.querySelector<SummitElement>(TAGS);
}

/**
 * Puts the box that the address asks for into the page, or a line that says why there is none.
 *
 * @param address What of it is allowed.
 * @param asked All of it.
 */
export function showBox(content: Element, {element, attributes, theme}: FrameAddress, asked: FrameAddress): void {
  if (!element) {
    showLine(
      content,
      `There is no such box. The address of this page has to name one of ${elementNames.join(', ')}, ` +
        'as in frame.html?element=fact-box',
    );
    return;
  }
  const {src} = asked.attributes;
  // Another summit than the one asked for would be worse than none.
  if (src && attributes['src'] === undefined) {
    showLine(
      content,
      `This page shows no data of ${new URL(src, location.href).host}. Whoever publishes it can allow them in frame.json.`,
    );
    return;
  }
  const box = document.createElement(`summit-${element}`);
  for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
  describePage(box);
  box.addEventListener('summit-load', () => {
    // A box with a language of its own also knows its direction; there is no page around this one that had it.
    box.lang ||= document.documentElement.lang;
  });
  content.replaceChildren(box);
  const paint = (): void => {
    const readable = readableTheme(theme, content);
    for (const name of Object.keys(theme) as ThemeName[]) {
      const value = readable[name];
      if (value === undefined) box.style.removeProperty(`--summit-${name}`);
      else box.style.setProperty(`--summit-${name}`, value);
    }
  };
  paint();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
}

/** A line of the page's own, in English. */
function showLine(content: Element, text: string): void {
  const line = document.createElement('p');
  document.documentElement.lang = 'en';
  line.textContent = text;
  content.replaceChildren(line);
}

/**
 * Gives the page the heading and the language of the box, for screen readers that announce a frame by them. The page must
 * not have a language before: the box would take it for a wish.
 */
export function describePage(box: SummitElement): void {
  const root = document.documentElement;
  const describe = (): void => {
    const shown = box.shadowRoot?.querySelector<HTMLElement>('[part=box]');
    const heading = shown?.querySelector('[part=heading]')?.textContent.trim();
    if (shown?.lang) root.lang = shown.lang;
    if (heading) document.title = heading;
  };
  box.addEventListener('summit-load', describe);
  box.addEventListener('summit-error', () => {
    // What stands there now are the box's own words, English where no other language was asked for.
    root.lang ||= box.lang || 'en';
  });
  describe();
}
