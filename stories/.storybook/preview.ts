/// <reference types="vite/client" />
import {setCustomElementsManifest, type Decorator, type Preview} from '@storybook/web-components-vite';
import '../../src/define.js';
import {tokenSwatches} from '../../src/element/token-values.js';
import {languageStatus} from '../../src/format/language-status.js';
import {SiteContainer} from './docs/site-container.js';
import './docs/site.css';
import {manifestForDocs, type Manifest} from './manifest-for-docs.js';
import {siteTheme} from './site-theme.js';

// A glob, not an import: before the first build there is no manifest, and the stories work without its tables.
const [manifest] = Object.values(
  import.meta.glob<Manifest>('../../dist/custom-elements.json', {eager: true, import: 'default'}),
);
if (manifest) setCustomElementsManifest(manifestForDocs(manifest));

const {accent, ink} = tokenSwatches();
// For docs/site.css.
document.documentElement.style.setProperty('--site-accent', accent ?? '');
document.documentElement.style.setProperty('--site-ink', ink ?? '');

/**
 * The page around an element, as a news site would set it: scheme, language, direction, typeface, column. All of it is
 * on a wrapper, not on the document, since a page of documentation shows many stories at once.
 *
 * `data-state` tells what came of it, for whoever waits for the story: `loaded` or `failed`.
 */
const page: Decorator = (story, context) => {
  const {scheme, lang, dir, font, width} = context.globals as Record<
    'scheme' | 'lang' | 'dir' | 'font' | 'width',
    string
  >;
  const forced = /^forced-(?<box>\w+)$/.exec(scheme)?.groups?.['box'];

  const column = document.createElement('div');
  column.className = 'column';
  column.dataset['width'] = width;
  column.append(story(forced ? {args: {...context.args, scheme: forced}} : undefined) as Node);

  const wrapper = document.createElement('div');
  wrapper.className = 'page';
  // A forced box is shown where it matters: on a page of the other scheme.
  wrapper.dataset['scheme'] = scheme === 'dark' || scheme === 'forced-light' ? 'dark' : 'light';
  wrapper.dataset['font'] = font;
  wrapper.dataset['view'] = context.viewMode;
  wrapper.lang = lang;
  wrapper.dir = dir === 'auto' ? (['ar', 'fa', 'he'].includes(lang) ? 'rtl' : 'ltr') : dir;
  wrapper.append(column);
  wrapper.addEventListener('summit-load', () => {
    wrapper.dataset['state'] = 'loaded';
  });
  wrapper.addEventListener('summit-error', () => {
    wrapper.dataset['state'] = 'failed';
  });
  return wrapper;
};

/** What can't be set on an element as it is rendered here gets no control, only its line in the table. */
const categoriesWithoutControls = ['events', 'css custom properties', 'css shadow parts'];

const preview: Preview = {
  argTypesEnhancers: [
    ({argTypes}) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, argType]) => [
          name,
          categoriesWithoutControls.includes(String(argType.table?.category)) ? {...argType, control: false} : argType,
        ]),
      ),
  ],
  decorators: [page],
  tags: ['autodocs'],
  initialGlobals: {scheme: 'light', lang: 'en', dir: 'auto', font: 'serif', width: '680'},
  globalTypes: {
    scheme: {
      description: 'Light or dark, of the page or forced on the element',
      toolbar: {
        title: 'Scheme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          {value: 'light', title: 'Light page'},
          {value: 'dark', title: 'Dark page'},
          {value: 'forced-light', title: 'Light element on a dark page'},
          {value: 'forced-dark', title: 'Dark element on a light page'},
        ],
      },
    },
    lang: {
      description: 'Language of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: languageStatus.map(({tag, name}) => ({value: tag, title: name})),
      },
    },
    dir: {
      description: 'Direction of the page',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          {value: 'auto', title: 'Direction of the language'},
          {value: 'ltr', title: 'Left to right'},
          {value: 'rtl', title: 'Right to left'},
        ],
      },
    },
    font: {
      description: 'Typeface of the page',
      toolbar: {
        title: 'Typeface',
        icon: 'paragraph',
        dynamicTitle: true,
        items: [
          {value: 'serif', title: 'Serif'},
          {value: 'sans', title: 'Sans serif'},
        ],
      },
    },
    width: {
      description: 'Width of the column',
      toolbar: {
        title: 'Column',
        icon: 'grow',
        dynamicTitle: true,
        items: [
          {value: '240', title: '240 px'},
          {value: '320', title: '320 px'},
          {value: '480', title: '480 px'},
          {value: '680', title: '680 px'},
          {value: '960', title: '960 px'},
          {value: 'full', title: 'Full width'},
        ],
      },
    },
  },
  parameters: {
    layout: 'fullscreen',
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // Rules about a whole page; a story is one element of it.
        rules: {
          region: {enabled: false},
          'landmark-one-main': {enabled: false},
          'page-has-heading-one': {enabled: false},
        },
      },
    },
    controls: {expanded: true, sort: 'requiredFirst'},
    docs: {
      theme: siteTheme,
      container: SiteContainer,
      toc: {headingSelector: 'h2, h3', title: 'On this page', ignoreSelector: '.live *, .docs-story *'},
      source: {
        // Readers want to copy the element, not the page around it.
        excludeDecorators: true,
        // What is set from a script can't be seen in the markup. Storybook transforms twice, hence the question.
        transform: (code: string, {args, component}: {args: {data?: unknown}; component?: string}) =>
          args.data === undefined || code.includes('<script')
            ? code
            : `${code}\n\n<script type="module">\n  document.querySelector('${component ?? ''}').data = summit;\n</script>`,
      },
    },
    options: {
      storySort: {
        order: [
          'Start',
          'Search',
          'For editors',
          'For developers',
          'Data guide',
          'Embedding',
          'WordPress',
          'Theming',
          'Frameworks',
          'Recipes',
          'Elements',
          ['Reference', 'Fact box', 'Goal comparison', 'Region list'],
          'Accessibility',
          'Performance',
          'Browser support',
          'Reliability',
          'Security',
          'The look',
          'Contributing',
          'Releasing',
          'Code of conduct',
          'Changelog',
        ],
      },
    },
  },
};

export default preview;
