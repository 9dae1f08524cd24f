import {languageStatus} from '../../src/format/language-status.js';

/** The English name of a language. */
export function languageName(tag: string): string {
  return (
    languageStatus.find((language) => language.tag === tag)?.name ??
    new Intl.DisplayNames('en', {type: 'language'}).of(tag) ??
    tag
  );
}
