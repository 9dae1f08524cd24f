import type {Summit} from 'summit-embeds';

/** An invented summit, about as small as one can be: every fact rests on a claim, every claim on a source. */
export const lakeTalks: Summit = {
  schemaVersion: '1.0',
  id: 'lake-talks',
  revision: 1,
  lang: 'en',
  title: 'The lake talks',
  status: {value: 'planned', claims: ['set']},
  actors: [
    {id: 'northland', kind: 'government', role: 'principal', name: 'Northland'},
    {id: 'courier', kind: 'publication', role: 'source', name: 'The Courier'},
  ],
  sources: [{id: 'report', role: 'reporting', title: 'Talks about the lake', date: '2031-05-02'}],
  claims: [
    {
      id: 'set',
      text: 'Talks are to begin in May.',
      by: ['courier'],
      certainty: 'reported',
      refs: [{source: 'report', at: 'p1 s1'}],
    },
    {
      id: 'water',
      text: 'Northland wants to talk about the water alone.',
      by: ['northland'],
      certainty: 'stated',
      refs: [{source: 'report', at: 'p2 s1'}],
    },
  ],
  facts: [
    {id: 'when', question: 'when', label: 'In May', claims: ['set']},
    {id: 'what', question: 'what', label: 'The water of the lake', claims: ['water']},
  ],
  topics: [],
  positions: [],
  regions: [],
  changes: [],
};
