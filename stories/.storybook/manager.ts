import {addons} from 'storybook/manager-api';
import {siteTheme} from './site-theme.js';

// Everything in one list, in the order of preview.ts; with roots, “Elements” would come last.
addons.setConfig({theme: siteTheme, sidebar: {showRoots: false}});
