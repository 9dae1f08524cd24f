import type {Meta} from '@storybook/web-components-vite';
import {makeSummit} from '../test/support/make-summit.js';
import {argTypes, renderEmbed, type EmbedArgs, type EmbedStory} from './render.js';
import * as summits from './summits.js';
import {climateTalks, waterTalksAr, colombiaTalks} from './templates.js';

const meta: Meta<EmbedArgs> = {
  title: 'Elements/Fact box',
  component: 'summit-fact-box',
  render: renderEmbed,
  argTypes: {...argTypes, facts: {control: 'text'}},
};

export default meta;

export const Default: EmbedStory = {name: 'As it comes, with the bundled summit'};

export const OwnHeading: EmbedStory = {
  name: 'With a heading of your own',
  args: {heading: 'What you need to know'},
};

export const HeadingLevelTwo: EmbedStory = {
  name: 'Straight under the page’s title (heading level 2)',
  args: {'heading-level': '2'},
};

export const HeadingLevelSix: EmbedStory = {
  name: 'Deep down in a long text (heading level 6)',
  args: {'heading-level': '6'},
};

export const SelectedFacts: EmbedStory = {
  name: 'Only who, where and what to expect',
  args: {facts: 'who where expect'},
};

export const NarrowColumn: EmbedStory = {
  name: 'In a very narrow column (240 px)',
  globals: {width: '240'},
};

export const Sidebar: EmbedStory = {
  name: 'In a sidebar or on a phone (320 px)',
  globals: {width: '320'},
};

export const FullWidth: EmbedStory = {
  name: 'Across the full width of the page',
  globals: {width: 'full'},
};

export const DarkPage: EmbedStory = {
  name: 'On a dark page',
  globals: {scheme: 'dark'},
};

export const LightOnDarkPage: EmbedStory = {
  name: 'Kept light on a dark page',
  args: {scheme: 'light'},
  globals: {scheme: 'dark'},
};

export const DarkOnLightPage: EmbedStory = {
  name: 'Kept dark on a light page',
  args: {scheme: 'dark'},
  globals: {scheme: 'light'},
};

export const GermanPage: EmbedStory = {
  name: 'On a German page, translated',
  globals: {lang: 'de'},
};

export const UkrainianPage: EmbedStory = {
  name: 'On a Ukrainian page, translated',
  globals: {lang: 'uk'},
};

export const ArabicPage: EmbedStory = {
  name: 'On an Arabic page, right to left, translated',
  globals: {lang: 'ar'},
};

export const VeryLongName: EmbedStory = {
  name: 'A name of 300 letters',
  args: {data: summits.withLongName},
};

export const LongGermanWords: EmbedStory = {
  name: 'German data with very long words, in a narrow column',
  args: {data: summits.inGerman},
  globals: {lang: 'de', width: '240'},
};

export const PolicyAndFeedback: EmbedStory = {
  name: 'With links to your corrections policy and to feedback',
  args: {'policy-url': '/corrections', 'feedback-url': '/contact'},
};

export const Corrections: EmbedStory = {
  name: 'With a correction, an update and a withdrawal',
  args: {data: summits.withCorrections},
};

export const Dates: EmbedStory = {
  name: 'With days for the meeting, the data and a single statement',
  args: {data: summits.withDates},
};

export const Ended: EmbedStory = {
  name: 'After the meeting has ended',
  args: {data: summits.ended},
};

export const Postponed: EmbedStory = {
  name: 'When the meeting is postponed',
  args: {data: summits.postponed},
};

export const Cancelled: EmbedStory = {
  name: 'When the meeting is cancelled',
  args: {data: summits.cancelled},
};

export const InventedClimateConference: EmbedStory = {
  name: 'Another summit: five sides, sixty places (invented)',
  // It is longer than all the others together: the page of documentation does without.
  tags: ['!autodocs'],
  args: {data: climateTalks},
  globals: {width: 'full'},
};

export const AfterAVote: EmbedStory = {
  name: 'A vote, two meetings and an agreement, in Spanish (Colombia 2016)',
  args: {data: colombiaTalks},
  globals: {lang: 'es'},
};

export const InventedTalksInArabic: EmbedStory = {
  name: 'Another summit: three sides and a mediator, in Arabic (invented)',
  args: {data: waterTalksAr},
  globals: {lang: 'ar'},
};

export const ByAddressInTranslation: EmbedStory = {
  name: 'From a file, translated, with texts that are still missing',
  args: {src: 'templates/water-talks-ar.json'},
};

export const NewerEdition: EmbedStory = {
  name: 'When a newer edition comes while the page is open',
  args: {data: makeSummit(), later: summits.laterEdition},
};

export const ReviewOverdue: EmbedStory = {
  name: 'Past the day of the next review',
  args: {data: summits.overdue},
};

export const EditorsNote: EmbedStory = {
  name: 'With a note by the editor',
  args: {note: 'Editor’s note: the positions are those before the meeting. We will add what was agreed.'},
};

export const CustomData: EmbedStory = {
  name: 'With a summit of your own',
  args: {data: makeSummit()},
};

export const UnknownSummitWithFallback: EmbedStory = {
  name: 'An id that no bundled summit has, with a short version to fall back on',
  tags: ['shows-failure'],
  args: {summit: 'no-such-summit', fallback: 'Northfield and Southwell are to meet on Verra Island.'},
};

export const UnknownSummit: EmbedStory = {
  name: 'An id that no bundled summit has, and nothing to fall back on',
  tags: ['shows-failure'],
  args: {summit: 'no-such-summit'},
};

export const BrokenDataWithFallback: EmbedStory = {
  name: 'Data with mistakes in it, with a short version to fall back on',
  tags: ['shows-failure'],
  args: {data: summits.broken, fallback: 'Northfield and Southwell are to meet on Verra Island.'},
};
