import {create} from 'storybook/theming';
import {tokenSwatches} from '../../src/element/token-values.js';

const {accent, ink} = tokenSwatches();

const sans = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** The site in the colours of the boxes: their accent, their ink, a news page’s white. No typeface is fetched. */
export const siteTheme = create({
  base: 'light',
  brandTitle: 'summit-embeds',
  brandUrl: './',
  fontBase: sans,
  fontCode: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  colorPrimary: accent,
  colorSecondary: accent,
  appBg: '#f7f6f4',
  appContentBg: '#fff',
  appPreviewBg: '#fff',
  appBorderColor: '#dcd9d4',
  appBorderRadius: 4,
  textColor: ink,
  textMutedColor: '#5c5f64',
  barTextColor: '#5c5f64',
  barSelectedColor: accent,
  barHoverColor: accent,
  barBg: '#fff',
  inputBg: '#fff',
  inputBorder: '#8a8d92',
  inputTextColor: ink,
  inputBorderRadius: 4,
});
