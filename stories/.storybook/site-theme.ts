import {create} from 'storybook/theming';

const sans = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** The site in the colours of the boxes: their accent, their ink, a news page’s white. No typeface is fetched. */
export const siteTheme = create({
  base: 'light',
  brandTitle: 'summit-embeds',
  brandUrl: './',
  fontBase: sans,
  fontCode: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  colorPrimary: '#6b4178',
  colorSecondary: '#6b4178',
  appBg: '#f7f6f4',
  appContentBg: '#fff',
  appPreviewBg: '#fff',
  appBorderColor: '#dcd9d4',
  appBorderRadius: 4,
  textColor: '#1b1d20',
  textMutedColor: '#5c5f64',
  barTextColor: '#5c5f64',
  barSelectedColor: '#6b4178',
  barHoverColor: '#6b4178',
  barBg: '#fff',
  inputBg: '#fff',
  inputBorder: '#8a8d92',
  inputTextColor: '#1b1d20',
  inputBorderRadius: 4,
});
