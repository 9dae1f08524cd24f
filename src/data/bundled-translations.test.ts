import {before, describe, it} from 'node:test';
import {expect} from 'chai';
import {bundledSummits} from './bundled-summits.js';
import {bundledTranslations} from './bundled-translations.js';
import {parseFittingTranslation} from './parse-fitting-translation.js';
import {translatableTexts, translateSummit} from './translate-summit.js';
import type {Translation} from './translation.js';

/** Texts that read the same in English, by language. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: [
    'venue.name',
    'actors.putin.shortName',
    'actors.trump.name',
    'actors.trump.shortName',
    'actors.ukraine.shortName',
    'regions.luhansk.name',
    'facts.where.label',
    'map.land.0.name',
  ],
};

/** Quotation marks of each language. */
const QUOTED: Readonly<Record<string, RegExp>> = {de: /„[^“]+“/, ru: /«[^»]+»/, uk: /«[^»]+»/, ar: /«[^»]+»/};

it('has four translations of the Alaska summit', () => {
  expect([...(bundledTranslations.get('alaska-2025')?.keys() ?? [])]).to.deep.equal(['de', 'uk', 'ar', 'ru']);
});

for (const [id, languages] of bundledTranslations) {
  for (const [lang, load] of languages) {
    describe(`the translation of ${id} into "${lang}"`, () => {
      const summit = bundledSummits.get(id)!;
      const texts = translatableTexts(summit);
      let translation: Translation;

      before(async () => {
        ({translation} = await load());
      });

      it('passes the check, with the summit', () => {
        expect(parseFittingTranslation(translation, summit)).to.deep.equal({translation});
      });

      it('is of this edition, in this language, and says that a machine made it', () => {
        expect(translation.of).to.deep.equal({id, revision: summit.revision});
        expect(translation).to.include({lang, machine: true});
      });

      it('has every text, and no text too many', () => {
        expect(Object.keys(translation.texts)).to.deep.equal([...texts.keys()]);
        expect([...translateSummit(summit, translation).missing]).to.deep.equal([]);
      });

      it('leaves no text in English', () => {
        const same = [...texts].filter(([key, text]) => translation.texts[key] === text).map(([key]) => key);
        expect(same).to.deep.equal(SAME[lang] ?? []);
      });

      it('has no sign that turns or marks the direction', () => {
        for (const [key, text] of Object.entries(translation.texts)) {
          expect(text, key).not.to.match(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
        }
      });

      it('quotes what the original quotes, with the marks of its language, and nothing else', () => {
        for (const [key, text] of texts) {
          expect(QUOTED[lang]!.test(translation.texts[key]!), key).to.equal(/“[^”]+”/.test(text));
          expect(translation.texts[key], key).not.to.match(/["”]/);
        }
      });

      it('has the figures of the original', () => {
        const figures = (text: string): string[] => text.match(/\d+/g) ?? [];
        for (const [key, text] of texts) expect(figures(translation.texts[key]!), key).to.deep.equal(figures(text));
      });

      it('ends a sentence where the original ends one', () => {
        for (const [key, text] of texts) {
          expect(translation.texts[key]!.match(/\.(?= |$)/g)?.length, key).to.equal(text.match(/\.(?= |$)/g)?.length);
        }
      });

      it('has all claims, with speaker, certainty and source as they were', () => {
        const bare = ({claims}: typeof summit): unknown => claims.map((claim) => ({...claim, text: ''}));
        expect(bare(translateSummit(summit, translation).summit)).to.deep.equal(bare(summit));
      });
    });
  }
}
