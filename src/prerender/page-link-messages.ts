import {languageKey} from '../format/language-key.js';

/** Text of the link from a newsletter to the page with the live box, by `languageKey`. Only the prerenderer needs it. */
const texts = new Map(
  Object.entries({
    ar: 'اقرأه على الموقع مع جميع المصادر',
    de: 'Auf der Website lesen, mit allen Quellen',
    en: 'Read it on the site with all sources',
    es: 'Léalo en el sitio web, con todas las fuentes',
    fa: 'در وبگاه بخوانید، با همهٔ منابع',
    fr: 'À lire sur le site, avec toutes les sources',
    he: 'לקריאה באתר, עם כל המקורות',
    hi: 'सभी स्रोतों के साथ वेबसाइट पर पढ़ें',
    id: 'Baca di situs web, dengan semua sumbernya',
    it: 'Da leggere sul sito, con tutte le fonti',
    ja: 'すべての情報源とともにサイトで読む',
    ko: '모든 출처와 함께 웹사이트에서 읽기',
    nl: 'Lees het op de website, met alle bronnen',
    pl: 'Czytaj w serwisie, ze wszystkimi źródłami',
    pt: 'Ler no sítio, com todas as fontes',
    'pt-br': 'Leia no site, com todas as fontes',
    ru: 'Читать на сайте со всеми источниками',
    tr: 'Tüm kaynaklarıyla sitede okuyun',
    uk: 'Читати на сайті з усіма джерелами',
    'zh-hans': '在网站上阅读，附全部来源',
    'zh-hant': '到網站閱讀，附全部來源',
  }),
);

/** The languages of the text. */
export const pageLinkLanguages: readonly string[] = [...texts.keys()].flatMap((key) => Intl.getCanonicalLocales(key));

/**
 * Returns the text of the link. Falls back to English.
 *
 * @param lang BCP 47 tag of the box.
 */
export function pageLinkText(lang: string): string {
  return texts.get(languageKey(lang)) ?? 'Read it on the site with all sources';
}
