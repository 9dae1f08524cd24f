/** Text of the link from a newsletter to the page with the live box, by language. Only the prerenderer needs it. */
const texts = new Map(
  Object.entries({
    ar: 'اقرأه على الموقع مع جميع المصادر',
    de: 'Auf der Website lesen, mit allen Quellen',
    en: 'Read it on the site with all sources',
    es: 'Léalo en el sitio web, con todas las fuentes',
    fr: 'À lire sur le site, avec toutes les sources',
    uk: 'Читати на сайті з усіма джерелами',
  }),
);

/** The languages of the text. */
export const pageLinkLanguages: readonly string[] = [...texts.keys()];

/**
 * Returns the text of the link. Falls back to English.
 *
 * @param lang BCP 47 tag of the box.
 */
export function pageLinkText(lang: string): string {
  return texts.get(lang.replace(/-.*$/, '')) ?? 'Read it on the site with all sources';
}
