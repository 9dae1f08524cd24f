import type {Meta, StoryObj} from '@storybook/web-components-vite';
import type {ArgTypes} from 'storybook/internal/types';
import {documentedDefault} from '../src/element/token-values.js';
import {tokens} from '../src/element/tokens.js';
import {themeNames, type Theme, type ThemeName} from '../src/snippet/embed-options.js';
import {broadsheet, magazine, wire} from './brands.js';
import {renderEmbed, type EmbedArgs} from './render.js';

type ThemeArgs = {[Name in ThemeName as `--summit-${Name}`]?: string};

interface ThemingArgs extends EmbedArgs, ThemeArgs {
  element?: string;
}

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
        const {type, description} = tokens[name];
        const value = documentedDefault(tokens[name]);
        return [
          `--summit-${name}`,
          {
            control: type.includes('color') ? 'color' : 'text',
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
