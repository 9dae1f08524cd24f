import type {CustomDataMessages} from '../message-types.js';

export const customDataMessages: CustomDataMessages = {
  disputedBy: 'disputed by {x}',
  asOf: 'As of {x}.',
  changes: {one: '{n} correction or update.', other: '{n} corrections or updates.'},
  withdrawal: 'Withdrawn',
  stale: 'The last update failed. This is the version from {x}.',
  comparisonTitle: '{x}: who wants what',
  regionsTitle: '{x}: places at stake',
  factsTitle: '{x} in brief',
  shownIn: 'Shown in {x}',
  smallLanguageNames: false,
  machine: 'Translated by machine, not checked by a person.',
  outdated: 'Translated from an earlier edition; what has changed since is shown in the original.',
  reviewed: 'Last reviewed on {x}.',
  updatedAt: 'Updated at {x}',
  changedClaims: {one: '{n} statement changed', other: '{n} statements changed'},
  newClaims: {other: '{n} new'},
  withdrawnClaims: {other: '{n} withdrawn'},
  notOnMap: 'not on the map',
};
