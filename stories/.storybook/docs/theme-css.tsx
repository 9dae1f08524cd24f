import {DocsContext, Source, useOf} from '@storybook/addon-docs/blocks';
import {STORY_ARGS_UPDATED} from 'storybook/internal/core-events';
import {useContext, useEffect, useState, type ReactNode} from 'react';

type Args = Readonly<Record<string, unknown>>;

const elements = ['summit-fact-box', 'summit-goal-comparison', 'summit-region-list'];

/** The custom properties among a story's args as a style sheet; a comment where none is set. */
function themeCss(args: Args): string {
  const set = Object.entries(args).filter(([name, value]) => name.startsWith('--summit-') && value);
  if (set.length === 0) return '/* Nothing is set: the boxes look like the page they stand on. */';
  return `${elements.join(',\n')} {\n${set.map(([name, value]) => `  ${name}: ${String(value)};`).join('\n')}\n}`;
}

/** What was set with the controls of a story, as CSS to copy. It changes with them. */
export function ThemeCss({of}: {of: object}): ReactNode {
  const {story} = useOf(of as never, ['story']);
  const {channel} = useContext(DocsContext);
  const [args, setArgs] = useState<Args>(story.initialArgs);
  useEffect(() => {
    const update = ({storyId, args: now}: {storyId: string; args: Args}): void => {
      if (storyId === story.id) setArgs(now);
    };
    channel.on(STORY_ARGS_UPDATED, update);
    return () => {
      channel.off(STORY_ARGS_UPDATED, update);
    };
  }, [channel, story.id]);
  return <Source code={themeCss(args)} language="css" format={false} />;
}
