export {fitsOnMap} from '../data/fits-on-map.js';
