import type {SummitElement} from '../element/summit-element.js';
import {elementNames} from '../components/element-names.js';
import type {ThemeName} from '../snippet/embed-options.js';
import type {FrameAddress} from './read-address.js';
import {readableTheme} from './readable-theme.js';

const TAGS = elementNames.map((name) => `summit-${name}`).join();

/** Finds the box in a published page, if there is one. */
export function findBox(): SummitElement | null {
  return document.querySelector<SummitElement>(TAGS);
}

/**
 * Shows the box that the URL describes, or a line that says why there is none.
 *
 * @param address The allowed options.
 * @param asked All options.
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
  // Another summit than the requested one would be worse than none.
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
  box.addEventListener('summit-load', ({origin}) => {
    // A box with `lang` also sets its direction, and this page has no language that the box could inherit. Bundled
    // summits are in languages written from left to right; setting it would render their finished content again.
    if (origin !== 'bundled') box.lang ||= document.documentElement.lang;
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

/** Shows a message of the page, in English. */
function showLine(content: Element, text: string): void {
  const line = document.createElement('p');
  document.documentElement.lang = 'en';
  line.textContent = text;
  content.replaceChildren(line);
}

/**
 * Sets the page's title and language to those of the box, for screen readers that announce frames by them. The page
 * must not have a language before: the box would use it.
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
    // The box now shows messages only, in English unless another language was requested.
    root.lang ||= box.lang || 'en';
  });
  describe();
}
