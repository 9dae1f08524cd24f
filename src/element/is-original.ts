import type {Summit} from '../data/summit.js';
import type {Messages} from '../format/messages.js';

/** Whether the summit's original language is that of `messages`. */
export function isOriginal(summit: Summit, {language}: Messages): boolean {
  return summit.lang.split('-')[0] === language;
}
