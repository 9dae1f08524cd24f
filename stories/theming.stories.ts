/// <reference types="vite/client" />
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import type {ArgTypes} from 'storybook/internal/types';
import {themeNames, themeProperties, type Theme, type ThemeName} from '../src/snippet/embed-options.js';
import {broadsheet, magazine, wire} from './brands.js';
import {renderEmbed, type EmbedArgs} from './render.js';

type ThemeArgs = {[Name in ThemeName as `--summit-${Name}`]?: string};

interface ThemingArgs extends EmbedArgs, ThemeArgs {
  element?: string;
}

interface Declaration {
  readonly cssProperties?: readonly {readonly name: string; readonly description?: string; readonly default?: string}[];
}

// A glob, not an import: before the first build there is no manifest, and the stories work without its texts.
const [manifest] = Object.values(
  import.meta.glob<{modules: {declarations?: Declaration[]}[]}>('../dist/custom-elements.json', {
    eager: true,
    import: 'default',
  }),
);
const documented = new Map(
  manifest?.modules
    .flatMap(({declarations = []}) => declarations.flatMap(({cssProperties = []}) => cssProperties))
    .map((property) => [property.name, property]),
);

const meta: Meta<ThemingArgs> = {
  title: 'Theming',
  // theming.mdx is the page of these stories.
  tags: ['!autodocs'],
  render({element = 'summit-region-list', ...args}) {
    const made = renderEmbed(args, {component: element});
    for (const name of themeNames) made.style.setProperty(`--summit-${name}`, args[`--summit-${name}`] ?? '');
    return made;
  },
  argTypes: {
    element: {
      control: 'select',
      options: ['summit-region-list', 'summit-goal-comparison', 'summit-fact-box'],
      description: 'The element to look at.',
    },
    scheme: {
      control: 'select',
      options: ['auto', 'light', 'dark'],
      description: 'Light or dark, whatever the page is.',
    },
    ...Object.fromEntries(
      themeNames.map((name) => {
        const {description, default: value} = documented.get(`--summit-${name}`) ?? {};
        return [
          `--summit-${name}`,
          {
            control: themeProperties[name].includes('color') ? 'color' : 'text',
            description,
            table: {category: 'custom properties', defaultValue: value ? {summary: value} : undefined},
          },
        ];
      }),
    ),
  } satisfies Partial<ArgTypes<ThemingArgs>>,
};

export default meta;

type ThemingStory = StoryObj<ThemingArgs>;

const argsOf = (theme: Theme): ThemeArgs =>
  Object.fromEntries(Object.entries(theme).map(([name, value]) => [`--summit-${name}`, value]));

export const Playground: ThemingStory = {name: 'Try the custom properties', args: {element: 'summit-region-list'}};

export const BroadsheetFacts: ThemingStory = {
  name: `${broadsheet.name}: fact box`,
  args: {element: 'summit-fact-box', ...argsOf(broadsheet.theme)},
};
export const BroadsheetGoals: ThemingStory = {
  name: `${broadsheet.name}: goal comparison`,
  args: {element: 'summit-goal-comparison', ...argsOf(broadsheet.theme)},
};
export const BroadsheetRegions: ThemingStory = {
  name: `${broadsheet.name}: region list`,
  args: {element: 'summit-region-list', ...argsOf(broadsheet.theme)},
};

export const WireFacts: ThemingStory = {
  name: `${wire.name}: fact box`,
  args: {element: 'summit-fact-box', ...argsOf(wire.theme)},
};
export const WireGoals: ThemingStory = {
  name: `${wire.name}: goal comparison`,
  args: {element: 'summit-goal-comparison', ...argsOf(wire.theme)},
};
export const WireRegions: ThemingStory = {
  name: `${wire.name}: region list`,
  args: {element: 'summit-region-list', ...argsOf(wire.theme)},
};

export const MagazineFacts: ThemingStory = {
  name: `${magazine.name}: fact box`,
  args: {element: 'summit-fact-box', ...argsOf(magazine.theme)},
};
export const MagazineGoals: ThemingStory = {
  name: `${magazine.name}: goal comparison`,
  args: {element: 'summit-goal-comparison', ...argsOf(magazine.theme)},
};
export const MagazineRegions: ThemingStory = {
  name: `${magazine.name}: region list`,
  args: {element: 'summit-region-list', ...argsOf(magazine.theme)},
};
