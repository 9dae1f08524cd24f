import type {OwnDataTexts} from '../texts.js';

export const ownDataTexts: OwnDataTexts = {
  disputedBy: 'disputed by {x}',
  asOf: 'As of {x}.',
  changes: {one: '{n} correction or update.', other: '{n} corrections or updates.'},
  withdrawal: 'Withdrawn',
  stale: 'The last update failed. What follows is as loaded at {x}.',
  comparisonTitle: '{x}: who wants what',
  regionsTitle: '{x}: places at stake',
  factsTitle: '{x} in brief',
};
