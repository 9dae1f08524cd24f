import type {InteractionMessages} from '../message-types.js';

export const interactionMessages: InteractionMessages = {
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'This browser lets no page copy here.',
  link: 'Link',
  getData: 'Get the data',
};
