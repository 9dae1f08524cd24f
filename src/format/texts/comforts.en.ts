import type {ComfortTexts} from '../texts.js';

export const comfortTexts: ComfortTexts = {
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'This browser lets no page copy here.',
  link: 'Link',
  getData: 'Get the data',
};
