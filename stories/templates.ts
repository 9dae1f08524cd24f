import type {Summit} from '../src/data/summit.js';
import climateFile from '../templates/climate-talks.json' with {type: 'json'};
import colombiaFile from './negotiations/colombia.json' with {type: 'json'};
import cop28File from './negotiations/cop28.json' with {type: 'json'};
import cyprusFile from './negotiations/cyprus.json' with {type: 'json'};
import waterFile from '../templates/water-talks-ar.json' with {type: 'json'};

// TypeScript reads a pair of numbers in JSON as a list of any length; test/unit/templates.test.mjs checks that these are summits.

/** Five principals, sixty places, corrections and withdrawals: about as much as a box has to hold. */
export const climateTalks = climateFile as unknown as Summit;

/** Three principals and a mediator, in Arabic. A translation into English lies beside the file. */
export const waterTalksAr = waterFile as unknown as Summit;

/** Real negotiations, made from reports to show what the format can express; paragraph numbers are unchecked. */
export const cyprusTalks = cyprusFile as unknown as Summit;
export const cop28 = cop28File as unknown as Summit;
/** In Spanish. */
export const colombiaTalks = colombiaFile as unknown as Summit;
