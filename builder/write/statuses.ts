/** The statuses of a summit or of a meeting, in words. */
export const statuses = [
  {value: 'planned', label: 'Planned'},
  {value: 'scheduled', label: 'Scheduled: the day is known'},
  {value: 'under-way', label: 'Under way'},
  {value: 'ended', label: 'Ended'},
  {value: 'postponed', label: 'Postponed'},
  {value: 'cancelled', label: 'Cancelled'},
];
