/** Registers the summits of the package. The first one is the default of elements that name none. */
import {bundledSummits} from './bundled-summits.js';
import {registerBundledSummit} from './summit-registry.js';

for (const summit of bundledSummits.values()) registerBundledSummit(summit);
