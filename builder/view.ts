import type {Summit} from '../src/data/summit.js';
import type {Box} from './make-box.js';
import type {Checked} from './check-choices.js';
import type {Choices} from './choices.js';
import type {DataState, GoodData} from './data-file.js';

/** How wide the preview is, as readers may see it. */
export const widths = ['phone', 'column', 'full'] as const;
export type Width = (typeof widths)[number];

/** Whether the preview is light or dark; `auto` is as this page. */
export const schemes = ['auto', 'light', 'dark'] as const;
export type StageScheme = (typeof schemes)[number];

/** All that the page shows. */
export interface View {
  readonly choices: Choices;
  readonly checked: Checked;
  /** Address of the built files that came with the link which opened this page; empty without one. */
  readonly linkedBase: string;
  /** What was pasted or read from a file. */
  readonly text: string;
  /** What has come of the data that are asked for. */
  readonly data: DataState;
  /** The last good data; the preview and the lists are of these. */
  readonly shown: GoodData;
  readonly summit: Summit;
  /** The prerendered element; while another one is made, the one before. */
  readonly box: Box | undefined;
  readonly isMakingBox: boolean;
  /** Why it could not be made. */
  readonly boxFault: string | undefined;
  /** `integrity` of each built file; undefined while it is fetched. */
  readonly integrity: Readonly<Record<string, string>> | undefined;
  /** Why that could not be fetched. */
  readonly integrityFault: string | undefined;
  readonly width: Width;
  readonly scheme: StageScheme;
  /** The last thing that was done, for a screen reader. */
  readonly said: string;
  /** The same beside the button that did it: what was copied. */
  readonly copied: string;
}

/** What an editor can do. */
export interface Actions {
  choose(change: Partial<Choices>): void;
  /** Sets one attribute; undefined takes it out. */
  setAttribute(name: string, value: string | undefined): void;
  setTheme(name: string, value: string): void;
  setText(text: string): void;
  takeFile(file: File | undefined): void;
  /** Fetches the address again. */
  loadAgain(): void;
  show(change: Partial<Pick<View, 'width' | 'scheme'>>): void;
  say(text: string): void;
  /** Copies the snippet, once it is made; as formatted text for tools that take no HTML. */
  copy(as: 'html' | 'formatted'): void;
}
