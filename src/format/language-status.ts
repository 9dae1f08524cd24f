/** What somebody who reviews or adds a language needs to know. Not part of what readers load. */
export interface LanguageStatus {
  /** BCP 47 tag; the name of the file in `languages`. */
  readonly tag: string;
  /** In English. */
  readonly name: string;
  /** In the language itself, for menus. */
  readonly ownName: string;
  /**
   * `original`: the messages were written in this language. `machine`: a machine translated them and no native speaker
   * has reviewed them. `reviewed`: a native speaker has.
   */
  readonly state: 'original' | 'machine' | 'reviewed';
}

/** The languages of the messages, in the order of their tags. */
export const languageStatus: readonly LanguageStatus[] = [
  {tag: 'ar', name: 'Arabic', ownName: 'العربية', state: 'machine'},
  {tag: 'de', name: 'German', ownName: 'Deutsch', state: 'machine'},
  {tag: 'en', name: 'English', ownName: 'English', state: 'original'},
  {tag: 'es', name: 'Spanish', ownName: 'Español', state: 'machine'},
  {tag: 'fa', name: 'Persian', ownName: 'فارسی', state: 'machine'},
  {tag: 'fr', name: 'French', ownName: 'Français', state: 'machine'},
  {tag: 'he', name: 'Hebrew', ownName: 'עברית', state: 'machine'},
  {tag: 'hi', name: 'Hindi', ownName: 'हिन्दी', state: 'machine'},
  {tag: 'id', name: 'Indonesian', ownName: 'Bahasa Indonesia', state: 'machine'},
  {tag: 'it', name: 'Italian', ownName: 'Italiano', state: 'machine'},
  {tag: 'ja', name: 'Japanese', ownName: '日本語', state: 'machine'},
  {tag: 'ko', name: 'Korean', ownName: '한국어', state: 'machine'},
  {tag: 'nl', name: 'Dutch', ownName: 'Nederlands', state: 'machine'},
  {tag: 'pl', name: 'Polish', ownName: 'Polski', state: 'machine'},
  {tag: 'pt', name: 'Portuguese', ownName: 'Português', state: 'machine'},
  {tag: 'pt-BR', name: 'Portuguese (Brazil)', ownName: 'Português (Brasil)', state: 'machine'},
  {tag: 'ru', name: 'Russian', ownName: 'Русский', state: 'machine'},
  {tag: 'tr', name: 'Turkish', ownName: 'Türkçe', state: 'machine'},
  {tag: 'uk', name: 'Ukrainian', ownName: 'Українська', state: 'machine'},
  {tag: 'zh-Hans', name: 'Chinese (simplified)', ownName: '简体中文', state: 'machine'},
  {tag: 'zh-Hant', name: 'Chinese (traditional)', ownName: '繁體中文', state: 'machine'},
];
