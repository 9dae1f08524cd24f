import type {InteractionMessages} from '../message-types.js';

export const interactionMessages: InteractionMessages = {
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Couldn’t copy. Select the text and copy it manually.',
  link: 'Link',
  getData: 'Get the data',
};
