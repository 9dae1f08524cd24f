import {languageKey} from './language-key.js';
import type {MessageTable} from './message-types.js';

/** Languages that the entry doesn't name, by their key. Each is a chunk. */
const loaders = new Map<string, () => Promise<{readonly messages: MessageTable}>>([
  ['fa', () => import('./languages/fa.js')],
  ['he', () => import('./languages/he.js')],
  ['hi', () => import('./languages/hi.js')],
  ['id', () => import('./languages/id.js')],
  ['it', () => import('./languages/it.js')],
  ['ja', () => import('./languages/ja.js')],
  ['ko', () => import('./languages/ko.js')],
  ['nl', () => import('./languages/nl.js')],
  ['pl', () => import('./languages/pl.js')],
  ['pt', () => import('./languages/pt.js')],
  ['pt-br', () => import('./languages/pt-BR.js')],
  ['ru', () => import('./languages/ru.js')],
  ['tr', () => import('./languages/tr.js')],
  ['zh-hans', () => import('./languages/zh-Hans.js')],
  ['zh-hant', () => import('./languages/zh-Hant.js')],
  // Old codes that servers in Java still write.
  ['in', () => import('./languages/id.js')],
  ['iw', () => import('./languages/he.js')],
]);

/** Loads the messages for a language tag. Rejects if there are none. */
export async function loadLanguage(tag: string): Promise<{readonly messages: MessageTable}> {
  const load = loaders.get(languageKey(tag));
  if (!load) throw new Error(`no messages in ${tag}`);
  return load();
}
