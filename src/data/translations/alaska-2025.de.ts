import type {Translation} from '../translation.js';

/** The Alaska summit in German: a machine's translation, as faithful as it could make it to speaker and certainty. */
export const translation: Translation = {
  schemaVersion: '1.0',
  of: {id: 'alaska-2025', revision: 1},
  lang: 'de',
  machine: true,
  texts: {
    title: 'Der Alaska-Gipfel',
    'views.comparison.title': 'Der Alaska-Gipfel: wer was will',
    'views.comparison.subtitle': 'Aus einem einzelnen Nachrichtenartikel',
    'views.regions.title': 'Orte, um die es geht',
    'views.regions.subtitle': 'Vier Regionen der Ukraine, aus einem einzelnen Nachrichtenartikel',
    'views.facts.title': 'Der Alaska-Gipfel in Kürze',
    'views.facts.subtitle': 'Aus einem einzelnen Nachrichtenartikel',
    'asOf.note': 'Vor dem Treffen geschrieben, undatiert.',
    'venue.name': 'Anchorage, Alaska',
    'actors.putin.name': 'Wladimir Putin',
    'actors.putin.shortName': 'Putin',
    'actors.putin.office': 'Präsident Russlands',
    'actors.trump.name': 'Donald Trump',
    'actors.trump.shortName': 'Trump',
    'actors.trump.office': 'US-Präsident',
    'actors.ukraine.name': 'Ukrainische Regierung',
    'actors.ukraine.shortName': 'Ukraine',
    'actors.zelensky.name': 'Wolodymyr Selenskyj',
    'actors.zelensky.shortName': 'Selenskyj',
    'actors.zelensky.office': 'Präsident der Ukraine',
    'actors.europe.name': 'Europäische Spitzenpolitiker',
    'actors.europe.shortName': 'Europäische Spitzenpolitiker',
    'actors.kremlin.name': 'Der Kreml',
    'actors.kremlin.shortName': 'der Kreml',
    'actors.white-house.name': 'Das Weiße Haus',
    'actors.white-house.shortName': 'das Weiße Haus',
    'actors.russian-media.name': 'Medien in Russland',
    'actors.russian-media.shortName': 'Medien in Russland',
    'actors.russia.name': 'Russland',
    'actors.usa.name': 'Vereinigte Staaten',
    'actors.usa.shortName': 'die USA',
    'actors.article.name': 'Die eigene Darstellung des Artikels',
    'actors.article.shortName': 'der Artikel',
    'topics.territory.label': 'Territorium',
    'topics.ending-war.label': 'Beendigung des Krieges',
    'topics.standing.label': 'Internationale Stellung',
    'topics.sovereignty.label': 'Die Souveränität der Ukraine',
    'topics.outcome.label': 'Was das Treffen bringen soll',
    'claims.clash.text':
      'Trumps Wunsch, als Friedensstifter aufzutreten, steht im Widerspruch zu Putins Ziel, russische Gebietsansprüche geltend zu machen.',
    'claims.contrast.text': 'Die beiden Staatschefs kommen mit stark unterschiedlichen Zielen nach Alaska.',
    'claims.stakes-ukraine-world.text': 'Das Treffen könnte Folgen für die Ukraine und für die Weltpolitik haben.',
    'claims.preparing.text': 'Trump und Putin bereiten sich auf ein Gipfeltreffen in Alaska vor.',
    'claims.diplomacy-complex.text':
      'Die unterschiedlichen Bestrebungen zeigen, wie kompliziert Diplomatie ist, während der Krieg andauert.',
    'claims.meeting-scheduled.text':
      'Ein Treffen zwischen US-Präsident Donald Trump und dem russischen Präsidenten Wladimir Putin ist in Anchorage, Alaska, angesetzt.',
    'claims.war-continues.text': 'Russlands Konflikt in der Ukraine dauert noch an, während das Treffen näher rückt.',
    'claims.putin-primary.text': 'Putins Hauptziel ist es, Gebietsansprüche in der Ukraine zu sichern.',
    'claims.trump-peacemaker.text': 'Trump will sich als globaler Friedensstifter präsentieren.',
    'claims.extra-gains.text':
      'Beide Staatschefs sehen in dem Treffen weitere Chancen, vor allem für ihr internationales Ansehen.',
    'claims.putin-recognition.text': 'Internationale Anerkennung ist Putin sehr wichtig.',
    'claims.kremlin-validation.text':
      'Der Kreml betrachtet den Gipfel als Bestätigung dafür, dass Russland in der Weltpolitik wieder ein bedeutender Akteur ist.',
    'claims.counter-isolation.text':
      'Nach Ansicht des Kremls wirkt der Gipfel westlichen Bemühungen entgegen, Russland zu isolieren.',
    'claims.western-isolation.text': 'Es hat westliche Bemühungen gegeben, Russland zu isolieren.',
    'claims.venue-near.text': 'Alaska ist logistisch günstig, weil es nahe an russischem Gebiet liegt.',
    'claims.venue-history.text':
      'Alaska gehörte einst zu Russland, was dem Ort des Treffens eine historische Bedeutung gibt.',
    'claims.media-history.text': 'Russische Medien haben auf Alaskas russische Vergangenheit aufmerksam gemacht.',
    'claims.media-borders.text':
      'Russische Medien nutzen Alaskas Geschichte, um Argumente zu stützen, wonach sich internationale Grenzen ändern können.',
    'claims.putin-legitimacy.text':
      'Über Anerkennung hinaus will Putin Legitimität für das Gebiet, das Russland in vier ukrainischen Regionen eingenommen hat.',
    'claims.four-regions.text':
      'Donezk, Luhansk, Saporischschja und Cherson sind die vier ukrainischen Regionen, in denen Russland Gebiet eingenommen hat.',
    'claims.putin-demands.text': 'Putin hat beharrlich gefordert, dass die Ukraine die vier Regionen abtritt.',
    'claims.putin-victory.text': 'Die wiederholten Forderungen deuten auf Putins Wunsch nach einem Sieg hin.',
    'claims.ukraine-rejects.text':
      'Die ukrainische Regierung weist die Forderungen, Gebiet abzutreten, entschieden zurück.',
    'claims.zelensky-leads.text': 'Präsident Wolodymyr Selenskyj führt die ukrainische Regierung.',
    'claims.putin-may-shift.text':
      'Es wird darüber spekuliert, dass Putin sein Vorgehen ändern könnte, falls wirtschaftlicher Druck ihn dazu brächte, die Kämpfe zu beenden. Der Artikel sagt nicht, wer spekuliert.',
    'claims.trump-elusive.text': 'Trumps Beweggründe sind schwer zu fassen.',
    'claims.trump-erratic.text':
      'Sprunghafte Äußerungen und diplomatische Ansätze machen Trumps Ziele schwerer erkennbar.',
    'claims.trump-returned.text': 'Trump ist ins Amt zurückgekehrt.',
    'claims.trump-mixed.text':
      'Seit seiner Rückkehr ins Amt hat Trump sowohl zu Russland als auch zur Ukraine uneinheitliche Signale gesendet.',
    'claims.trump-mediator.text': 'Trump sieht eine Gelegenheit, als Vermittler aufzutreten.',
    'claims.trump-critical.text':
      'Trump hat sich durch sein Handeln sowohl gegenüber Russland als auch gegenüber der Ukraine kritisch gezeigt.',
    'claims.trump-easily.text':
      'In der Vergangenheit hat Trump versprochen, dass er den Konflikt „leicht“ lösen werde.',
    'claims.promise-weighs.text': 'Dieses frühere Versprechen lastet nun auf den Erwartungen an den Gipfel.',
    'claims.wh-preliminary.text': 'Das Weiße Haus beschreibt das Treffen als vorbereitend.',
    'claims.trump-cautions.text': 'Trump hat davor gewarnt, dass bedeutende Durchbrüche ausbleiben könnten.',
    'claims.europe-talks.text': 'Europäische Spitzenpolitiker haben kürzlich Gespräche mit Trump geführt.',
    'claims.europe-sovereignty.text':
      'Diese Gespräche deuten auf den Wunsch hin, eine Vereinbarung zu vermeiden, die die Souveränität der Ukraine schwächen würde. Der Artikel sagt nicht, wessen Wunsch das ist.',
    'claims.europe-encouraged.text': 'Der Artikel nennt dies ermutigend für europäische Spitzenpolitiker.',
    'claims.acclaim-complicates.text':
      'Das Verhandeln ist schwieriger, weil Trump als Friedensstifter Beifall ernten könnte.',
    'claims.trump-may-seize.text':
      'Trump könnte jede Gelegenheit ergreifen, in der Öffentlichkeit als jemand gesehen zu werden, der Fortschritte erzielt.',
    'claims.aspirations-frame.text': 'Die unterschiedlichen Bestrebungen der Staatschefs werden die Gespräche prägen.',
    'claims.trump-narrative.text':
      'Trump sucht möglicherweise nach einer Erzählung, die seiner Rolle für den Frieden Gewicht verleiht.',
    'claims.putin-concessions.text':
      'Von Putin wird erwartet, dass er dafür sorgt, dass etwaige Zugeständnisse Russlands geopolitische Stellung stärken.',
    'claims.high-stakes.text': 'Der Artikel beschreibt den Gipfel als einen, bei dem viel auf dem Spiel steht.',
    'claims.impl-bilateral.text': 'Der Gipfel hat Auswirkungen auf die Beziehungen zwischen den beiden Ländern.',
    'claims.impl-europe.text': 'Der Gipfel hat Auswirkungen auf die Stabilität Europas.',
    'claims.impl-war.text': 'Der Gipfel könnte beeinflussen, wie sich der Konflikt in der Ukraine entwickelt.',
    'positions.aim-putin.label':
      'Gebietsansprüche in der Ukraine und Legitimität für das in vier Regionen eingenommene Gebiet sichern',
    'positions.aim-trump.label': 'Als globaler Friedensstifter gesehen werden',
    'positions.territory-putin.label': 'Fordert, dass die Ukraine Donezk, Luhansk, Saporischschja und Cherson abtritt',
    'positions.territory-putin.brief.label': 'Fordert vier Regionen',
    'positions.territory-ukraine.label': 'Lehnt es ab, Gebiet abzutreten',
    'positions.war-putin.label':
      'Will den Sieg; manche spekulieren, dass wirtschaftlicher Druck sein Vorgehen ändern könnte',
    'positions.war-putin.brief.label': 'Will den Sieg; könnte den Kurs ändern',
    'positions.war-trump.label':
      'Will vermitteln; hat uneinheitliche Signale gesendet und durch sein Handeln beide Seiten kritisiert',
    'positions.war-trump.brief.label': 'Will vermitteln; gemischte Signale',
    'positions.standing-putin.label':
      'Will Anerkennung; der Kreml sieht im Gipfel selbst eine Bestätigung von Russlands Rückkehr',
    'positions.standing-putin.brief.label': 'Will Anerkennung',
    'positions.standing-trump.label': 'Will als Friedensstifter gesehen werden',
    'positions.sovereignty-europe.label':
      'Jüngste Gespräche mit Trump deuten auf den Wunsch hin, eine Vereinbarung zu verhindern, die die Souveränität der Ukraine untergräbt',
    'positions.sovereignty-trump.label':
      'Jüngste Gespräche mit europäischen Spitzenpolitikern deuten auf den Wunsch hin, eine Vereinbarung zu verhindern, die diese Souveränität untergräbt; seine Signale waren uneinheitlich',
    'positions.sovereignty-trump.brief.label': 'Gespräche deuten darauf; gemischte Signale',
    'positions.outcome-putin.label': 'Es wird erwartet, dass er jedes Zugeständnis für Russlands Stellung nutzt',
    'positions.outcome-putin.brief.label': 'Zugeständnisse sollen Russland nützen',
    'positions.outcome-trump.label':
      'Spielt die Aussicht auf einen Durchbruch herunter; das Weiße Haus nennt das Treffen vorbereitend',
    'positions.outcome-trump.brief.label': 'Dämpft Hoffnung auf einen Durchbruch',
    'positions.regions-putin.label':
      'Fordert, dass die Ukraine die Region abtritt; strebt Legitimität für Gebiet an, das Russland eingenommen hat',
    'positions.regions-ukraine.label': 'Lehnt die Abtretung ab',
    'constraints.held-by-economy.label': 'Wirtschaftlicher Druck, wie teils spekuliert wird',
    'constraints.held-by-ukraine.label': 'Die Ukraine weist die Forderungen zurück',
    'constraints.held-by-signals.label': 'Unklare Beweggründe und uneinheitliche Signale',
    'constraints.held-by-promise.label': 'Das Versprechen, den Konflikt „leicht“ zu beenden',
    'constraints.held-by-acclaim.label': 'Der Reiz, als Friedensstifter Beifall zu ernten',
    'constraints.held-by-europe.label': 'Jüngste Gespräche mit europäischen Spitzenpolitikern',
    'regions.donetsk.name': 'Donezk',
    'regions.luhansk.name': 'Luhansk',
    'regions.zaporizhzhia.name': 'Saporischschja',
    'regions.kherson.name': 'Cherson',
    'facts.who.label': 'Donald Trump und Wladimir Putin',
    'facts.what.label': 'Ein Gipfel während Russlands andauerndem Konflikt in der Ukraine',
    'facts.where.label': 'Anchorage, Alaska',
    'facts.why-here.label': 'Nahe an russischem Gebiet und einst in russischem Besitz',
    'facts.why.label': 'Unterschiedliche Ziele: Gebietsansprüche für Putin, die Rolle des Friedensstifters für Trump',
    'facts.expect.label': 'Eine vorbereitende Sitzung; kein Durchbruch versprochen',
    'facts.expect.items.preliminary.label': 'Eine vorbereitende Sitzung',
    'facts.expect.items.no-breakthrough.label': 'Bedeutende Durchbrüche könnten ausbleiben',
    'facts.expect.items.validation.label': 'Bestätigung von Russlands Rückkehr als bedeutender Akteur',
    'facts.expect.items.frame.label': 'Unterschiedliche Bestrebungen werden die Gespräche prägen',
    'facts.expect.items.sovereignty.label':
      'Anzeichen für den Wunsch, eine Vereinbarung zu vermeiden, die die Souveränität der Ukraine untergräbt',
    'facts.follows.items.for-bilateral.label': 'Die Beziehungen zwischen den USA und Russland',
    'facts.follows.items.for-europe.label': 'Europas Stabilität',
    'facts.follows.items.for-war.label': 'Wie sich der Konflikt in der Ukraine entwickelt',
    'facts.follows.items.for-world.label': 'Die Ukraine und die Weltpolitik',
    'map.land.0.name': 'Ukraine',
    'map.neighbours.0.name': 'Russland',
    'map.seas.0.name': 'Asowsches Meer',
    'map.seas.1.name': 'Schwarzes Meer',
    'map.basis': 'Die Ukraine in ihren international anerkannten Grenzen (UN-Generalversammlung 68/262, ES-11/4).',
    'sources.diverging-goals.note':
      'Herausgeber, Autor, Datum und Adresse sind in der verwendeten Kopie nicht angegeben.',
    'sources.iso-3166-2.note': 'Wie im Paket iso-3166-2 1.0.0 aufgeführt',
    'sources.gazetteer.note': 'Auf ein Zehntelgrad gerundet; in mehreren öffentlichen Städtelisten gleich',
  },
};
