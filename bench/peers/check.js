// The check of own data alone.
import {parseSummit} from '../../dist/data/parse-summit.js';

window.parseSummit = parseSummit;
