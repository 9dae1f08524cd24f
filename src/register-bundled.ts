/** Registers the summits of the package. The first one is the default of elements that name none. */
import {bundledSummits} from './data/bundled-summits.js';
import {registerBundledSummit} from './data/summit-registry.js';

for (const summit of bundledSummits.values()) registerBundledSummit(summit);
