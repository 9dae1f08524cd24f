import type {CardScheme, CardSize} from '../../src/snippet/card-options.js';
import type {Summit} from '../../src/data/summit.js';
import type {Box} from './make-box.js';
import type {Checked} from './check-choices.js';
import type {Choices} from './choices.js';
import type {DataState, GoodData} from './data-file.js';

/** Widths of the preview. */
export type Width = 'phone' | 'column' | 'full';

/** Colour schemes of the preview; `auto` is the scheme of this page. */
export type StageScheme = 'auto' | 'light' | 'dark';

/** Choices of the share card. */
export interface CardChoices {
  readonly size: CardSize;
  readonly scheme: CardScheme;
  /** Name of the paper; empty for none. */
  readonly paper: string;
}

/** The state of the page. */
export interface View {
  readonly choices: Choices;
  readonly checked: Checked;
  /** Address of the built files in the link that opened this page; empty if it had none. */
  readonly linkedBase: string;
  /** Text that was pasted or read from a file. */
  readonly text: string;
  /** State of the selected data. */
  readonly data: DataState;
  /** The last valid data, which the preview and the lists use. */
  readonly shown: GoodData;
  readonly summit: Summit;
  /** The prerendered element; while a new one is being made, the previous one. */
  readonly box: Box | undefined;
  readonly isMakingBox: boolean;
  /** The reason why the box couldn't be made. */
  readonly boxFault: string | undefined;
  /** `integrity` of each built file; `undefined` while it is loading. */
  readonly integrity: Readonly<Record<string, string>> | undefined;
  /** The reason why `integrity` couldn't be loaded. */
  readonly integrityFault: string | undefined;
  readonly width: Width;
  readonly scheme: StageScheme;
  /** The last action, for screen readers. */
  readonly said: string;
  /** The result of the last copy, shown next to the button. */
  readonly copied: string;
  readonly card: CardChoices;
  /** The result of the last download or copy of the share card. */
  readonly cardSaid: string;
}

/** The actions of an editor. */
export interface Actions {
  choose(change: Partial<Choices>): void;
  /** Sets an attribute; `undefined` removes it. */
  setAttribute(name: string, value: string | undefined): void;
  setTheme(name: string, value: string): void;
  setText(text: string): void;
  takeFile(file: File | undefined): void;
  /** Fetches the address again. */
  loadAgain(): void;
  show(change: Partial<Pick<View, 'width' | 'scheme'>>): void;
  say(text: string): void;
  /** Copies the snippet when it is ready; or the box as mail has it, for tools that take formatted text but no HTML. */
  copy(as: 'html' | 'formatted'): void;
  setCard(change: Partial<CardChoices>): void;
  /** Downloads the share card, or copies its text alternative. */
  takeCard(as: 'png' | 'svg' | 'alt'): void;
}
