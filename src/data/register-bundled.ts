/** Registers the bundled summits. The first one becomes the default. */
import {bundledSummits} from './bundled-summits.js';
import {registerBundledSummit} from './summit-registry.js';

for (const summit of bundledSummits.values()) registerBundledSummit({summit, isBundled: true});
