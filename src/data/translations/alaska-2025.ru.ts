import type {Translation} from '../translation.js';

/**
 * The Alaska summit in Russian: a machine's translation, as faithful as it could make it to speaker and certainty.
 * “в Украине”, as in the Russian services of the BBC and Deutsche Welle, and the names of regions by their Russian
 * names in Ukraine (Донецкая, Луганская, Запорожская, Херсонская область). “Захваченная” would judge and
 * “контролируемая” would say less, so territory that Russia has taken is “занятая”.
 */
export const translation: Translation = {
  schemaVersion: '1.0',
  of: {id: 'alaska-2025', revision: 1},
  lang: 'ru',
  machine: true,
  texts: {
    title: 'Саммит на Аляске',
    'views.comparison.title': 'Саммит на Аляске: кто чего хочет',
    'views.comparison.subtitle': 'Позиции перед встречей, как они описаны в одной новостной статье',
    'views.regions.title': 'Места, о которых идет речь',
    'views.regions.subtitle': 'Четыре региона Украины, по одной новостной статье',
    'views.facts.title': 'Саммит на Аляске: коротко',
    'views.facts.subtitle': 'По одной новостной статье',
    'asOf.note': 'Написано до встречи. В статье, которая служит источником, даты нет.',
    'venue.name': 'Анкоридж, Аляска',
    'actors.putin.name': 'Владимир Путин',
    'actors.putin.shortName': 'Путин',
    'actors.putin.office': 'президент России',
    'actors.trump.name': 'Дональд Трамп',
    'actors.trump.shortName': 'Трамп',
    'actors.trump.office': 'президент США',
    'actors.ukraine.name': 'Правительство Украины',
    'actors.ukraine.shortName': 'Украина',
    'actors.zelensky.name': 'Владимир Зеленский',
    'actors.zelensky.shortName': 'Зеленский',
    'actors.zelensky.office': 'президент Украины',
    'actors.europe.name': 'Европейские лидеры',
    'actors.europe.shortName': 'Европейские лидеры',
    'actors.kremlin.name': 'Кремль',
    'actors.kremlin.shortName': 'Кремль',
    'actors.white-house.name': 'Белый дом',
    'actors.white-house.shortName': 'Белый дом',
    'actors.russian-media.name': 'СМИ в России',
    'actors.russian-media.shortName': 'СМИ в России',
    'actors.russia.name': 'Россия',
    'actors.usa.name': 'Соединенные Штаты',
    'actors.usa.shortName': 'США',
    'actors.article.name': 'Собственное изложение статьи',
    'actors.article.shortName': 'статья',
    'topics.territory.label': 'Территория',
    'topics.ending-war.label': 'Завершение войны',
    'topics.standing.label': 'Международное положение',
    'topics.sovereignty.label': 'Суверенитет Украины',
    'topics.outcome.label': 'Что должна дать встреча',
    'claims.clash.text':
      'Желание Трампа выступить миротворцем противоречит цели Путина закрепить российские территориальные притязания.',
    'claims.contrast.text': 'Два лидера прибывают на Аляску с резко различающимися целями.',
    'claims.stakes-ukraine-world.text': 'Встреча может иметь последствия для Украины и для мировой политики.',
    'claims.preparing.text': 'Трамп и Путин готовятся к саммиту на Аляске.',
    'claims.diplomacy-complex.text': 'Разные устремления показывают, насколько сложна дипломатия, пока идет война.',
    'claims.meeting-scheduled.text':
      'Встреча президента США Дональда Трампа и президента России Владимира Путина назначена в Анкоридже на Аляске.',
    'claims.war-continues.text': 'По мере приближения встречи конфликт России в Украине все еще продолжается.',
    'claims.putin-primary.text': 'Главная цель Путина — закрепить территориальные притязания в Украине.',
    'claims.trump-peacemaker.text': 'Трамп стремится представить себя глобальным миротворцем.',
    'claims.extra-gains.text':
      'Оба лидера видят во встрече и другие возможности, прежде всего для своей международной репутации.',
    'claims.putin-recognition.text': 'Международное признание очень важно для Путина.',
    'claims.kremlin-validation.text':
      'Кремль рассматривает саммит как подтверждение того, что Россия снова весомый игрок в мировой политике.',
    'claims.counter-isolation.text': 'По мнению Кремля, саммит противодействует усилиям Запада изолировать Россию.',
    'claims.western-isolation.text': 'На Западе предпринимали усилия, чтобы изолировать Россию.',
    'claims.venue-near.text':
      'Аляска удобна с точки зрения логистики, так как находится близко к российской территории.',
    'claims.venue-history.text':
      'Аляска когда-то принадлежала России, что придает месту встречи историческое значение.',
    'claims.media-history.text': 'Российские СМИ привлекли внимание к российскому прошлому Аляски.',
    'claims.media-borders.text':
      'Российские СМИ используют историю Аляски в поддержку доводов о том, что международные границы могут меняться.',
    'claims.putin-legitimacy.text':
      'Помимо признания, Путин хочет легитимности для территории, которую Россия заняла в четырех украинских регионах.',
    'claims.four-regions.text':
      'Донецкая, Луганская, Запорожская и Херсонская области — это четыре украинских региона, где Россия заняла территорию.',
    'claims.putin-demands.text': 'Путин настойчиво требовал, чтобы Украина уступила четыре региона.',
    'claims.putin-victory.text': 'Неоднократные требования указывают на желание Путина добиться победы.',
    'claims.ukraine-rejects.text': 'Правительство Украины твердо отвергает требования уступить территорию.',
    'claims.zelensky-leads.text': 'Президент Владимир Зеленский возглавляет правительство Украины.',
    'claims.putin-may-shift.text':
      'Есть предположения, что Путин мог бы изменить свой подход, если бы экономическое давление подтолкнуло его прекратить боевые действия. В статье не сказано, кто это предполагает.',
    'claims.trump-elusive.text': 'Мотивы Трампа трудно определить.',
    'claims.trump-erratic.text':
      'Непоследовательные заявления и дипломатические подходы затрудняют понимание целей Трампа.',
    'claims.trump-returned.text': 'Трамп вернулся на пост президента.',
    'claims.trump-mixed.text':
      'После возвращения на пост Трамп подавал неоднозначные сигналы как о России, так и об Украине.',
    'claims.trump-mediator.text': 'Трамп видит возможность выступить посредником.',
    'claims.trump-critical.text': 'Своими действиями Трамп показал критическое отношение и к России, и к Украине.',
    'claims.trump-easily.text': 'В прошлом Трамп обещал, что «легко» разрешит конфликт.',
    'claims.promise-weighs.text': 'Это прежнее обещание теперь довлеет над ожиданиями от саммита.',
    'claims.wh-preliminary.text': 'Белый дом описывает встречу как предварительную.',
    'claims.trump-cautions.text': 'Трамп предупредил, что значительных прорывов может не быть.',
    'claims.europe-talks.text': 'Европейские лидеры недавно провели беседы с Трампом.',
    'claims.europe-sovereignty.text':
      'Эти беседы указывают на желание избежать соглашения, которое ослабило бы суверенитет Украины. В статье не сказано, чье это желание.',
    'claims.europe-encouraged.text': 'Статья называет это обнадеживающим для европейских лидеров.',
    'claims.acclaim-complicates.text':
      'Вести переговоры сложнее, потому что Трамп может снискать одобрение как миротворец.',
    'claims.trump-may-seize.text':
      'Трамп может воспользоваться любой возможностью, чтобы в нем публично видели того, кто добивается прогресса.',
    'claims.aspirations-frame.text': 'Разные устремления лидеров будут определять ход переговоров.',
    'claims.trump-narrative.text': 'Трамп может искать нарратив, который придаст вес его роли в деле мира.',
    'claims.putin-concessions.text':
      'Ожидается, что Путин позаботится о том, чтобы любые уступки укрепили геополитическое положение России.',
    'claims.high-stakes.text': 'Статья описывает саммит как встречу с высокими ставками.',
    'claims.impl-bilateral.text': 'Саммит имеет последствия для отношений между двумя странами.',
    'claims.impl-europe.text': 'Саммит имеет последствия для стабильности Европы.',
    'claims.impl-war.text': 'Саммит может повлиять на то, как будет развиваться конфликт в Украине.',
    'positions.aim-putin.label':
      'Закрепить территориальные притязания в Украине и добиться легитимности для территории, занятой в четырех регионах',
    'positions.aim-trump.label': 'Чтобы в нем видели глобального миротворца',
    'positions.territory-putin.label':
      'Требует, чтобы Украина уступила Донецкую, Луганскую, Запорожскую и Херсонскую области',
    'positions.territory-putin.brief.label': 'Требует четыре региона',
    'positions.territory-ukraine.label': 'Отказывается уступать территорию',
    'positions.war-putin.label':
      'Хочет победы; некоторые предполагают, что экономическое давление могло бы изменить его подход',
    'positions.war-putin.brief.label': 'Хочет победы; может изменить подход',
    'positions.war-trump.label':
      'Хочет быть посредником; подавал неоднозначные сигналы и своими действиями критиковал обе стороны',
    'positions.war-trump.brief.label': 'Хочет быть посредником; неоднозначные сигналы',
    'positions.standing-putin.label': 'Хочет признания; Кремль видит в самом саммите подтверждение возвращения России',
    'positions.standing-putin.brief.label': 'Хочет признания',
    'positions.standing-trump.label': 'Хочет, чтобы в нем видели миротворца',
    'positions.sovereignty-europe.label':
      'Недавние беседы с Трампом указывают на желание не допустить соглашения, подрывающего суверенитет Украины',
    'positions.sovereignty-trump.label':
      'Недавние беседы с европейскими лидерами указывают на желание не допустить соглашения, подрывающего этот суверенитет; его сигналы были неоднозначными',
    'positions.sovereignty-trump.brief.label': 'Беседы указывают на это; неоднозначные сигналы',
    'positions.outcome-putin.label': 'Ожидается, что он обратит любую уступку на пользу положению России',
    'positions.outcome-putin.brief.label': 'Уступки должны служить России',
    'positions.outcome-trump.label': 'Преуменьшает шансы на прорыв; Белый дом называет встречу предварительной',
    'positions.outcome-trump.brief.label': 'Преуменьшает шансы на прорыв',
    'positions.regions-putin.label':
      'Требует, чтобы Украина уступила регион; добивается легитимности для территории, которую заняла Россия',
    'positions.regions-ukraine.label': 'Отказывается уступать его',
    'constraints.held-by-economy.label': 'Экономическое давление, по некоторым предположениям',
    'constraints.held-by-ukraine.label': 'Украина отвергает требования',
    'constraints.held-by-signals.label': 'Неясные мотивы и неоднозначные сигналы',
    'constraints.held-by-promise.label': 'Обещание «легко» завершить конфликт',
    'constraints.held-by-acclaim.label': 'Притягательность одобрения в роли миротворца',
    'constraints.held-by-europe.label': 'Недавние беседы с европейскими лидерами',
    'regions.donetsk.name': 'Донецкая область',
    'regions.luhansk.name': 'Луганская область',
    'regions.zaporizhzhia.name': 'Запорожская область',
    'regions.kherson.name': 'Херсонская область',
    'facts.who.label': 'Дональд Трамп и Владимир Путин',
    'facts.what.label': 'Саммит на фоне продолжающегося конфликта России в Украине',
    'facts.where.label': 'Анкоридж, Аляска',
    'facts.why-here.label': 'Близко к российской территории; когда-то принадлежала России',
    'facts.why.label': 'Разные цели: территориальные притязания для Путина, роль миротворца для Трампа',
    'facts.expect.label': 'Предварительная встреча; прорыва не обещают',
    'facts.expect.items.preliminary.label': 'Предварительная встреча',
    'facts.expect.items.no-breakthrough.label': 'Значительных прорывов может не быть',
    'facts.expect.items.validation.label': 'Подтверждение возвращения России как весомого игрока',
    'facts.expect.items.frame.label': 'Разные устремления будут определять ход переговоров',
    'facts.expect.items.sovereignty.label': 'Признаки желания избежать соглашения, подрывающего суверенитет Украины',
    'facts.follows.items.for-bilateral.label': 'Отношения США и России',
    'facts.follows.items.for-europe.label': 'Стабильность Европы',
    'facts.follows.items.for-war.label': 'Как будет развиваться конфликт в Украине',
    'facts.follows.items.for-world.label': 'Украина и мировая политика',
    'map.land.0.name': 'Украина',
    'map.basis':
      'Контур показывает Украину в ее международно признанных границах (Генеральная Ассамблея ООН 68/262, ES-11/4).',
    'sources.diverging-goals.note': 'В использованной копии не указаны издатель, автор, дата и адрес.',
    'sources.iso-3166-2.note': 'По перечню в пакете iso-3166-2 1.0.0',
    'sources.gazetteer.note': 'Округлено до десятой доли градуса; так же в нескольких общедоступных перечнях городов',
  },
};
