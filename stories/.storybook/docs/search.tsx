import {AnchorMdx} from '@storybook/addon-docs/blocks';
import type MiniSearch from 'minisearch';
import {useId, useRef, useState, type ReactNode} from 'react';
import type {Place} from './search-index.js';

const MOST = 12;
/** Letters of a text that a result shows, and how many of them stand before the word that was found. */
const SHOWN = 160;
const BEFORE = 50;

/** The text around the first of the words that it has. */
function excerpt(text: string, words: readonly string[]): string {
  const places = words.map((word) => text.toLowerCase().indexOf(word)).filter((place) => place >= 0);
  const at = places.length > 0 ? Math.min(...places) : 0;
  const start = at > BEFORE ? text.indexOf(' ', at - BEFORE) + 1 : 0;
  const cut = text.slice(start, start + SHOWN);
  return `${start > 0 ? '… ' : ''}${cut}${start + SHOWN < text.length ? ' …' : ''}`;
}

/** A text with what was found in it marked. */
function Marked({text, words}: {text: string; words: readonly string[]}): ReactNode {
  if (words.length === 0) return text;
  // They are letters, digits and hyphens, which mean nothing but themselves here.
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(${words.join('|')})`, 'giu');
  return text.split(pattern).map((part, number) => (number % 2 === 1 ? <mark key={number}>{part}</mark> : part));
}

/** Finds words in every page of the site. The index is made when somebody is about to type. */
export function Search(): ReactNode {
  const field = useId();
  const index = useRef<Promise<MiniSearch<Place>>>(undefined);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly (Place & {words: readonly string[]})[]>();
  const latest = useRef('');

  const open = (): Promise<MiniSearch<Place>> =>
    (index.current ??= import('./search-index.js').then(({indexSite}) => indexSite()));

  const look = async (text: string): Promise<void> => {
    latest.current = text;
    setQuery(text);
    const site = await open();
    // Somebody has typed on in the meantime.
    if (latest.current !== text) return;
    setFound(
      text.trim()
        ? site.search(text).map((result) => ({...(result as unknown as Place), words: result.terms}))
        : undefined,
    );
  };

  return (
    <div className="search" role="search">
      <label htmlFor={field}>Search the docs</label>
      <input
        id={field}
        type="search"
        autoComplete="off"
        placeholder="integrity, refresh, dark page …"
        value={query}
        onFocus={() => void open()}
        onChange={({target}) => void look(target.value)}
      />
      <p role="status">
        {found &&
          (found.length === 0
            ? 'Nothing found.'
            : `${String(found.length)} found${found.length > MOST ? `, the first ${String(MOST)}:` : ':'}`)}
      </p>
      {found && found.length > 0 && (
        <ol>
          {found.slice(0, MOST).map(({id, href, page, heading, text, words}) => (
            <li key={id}>
              <AnchorMdx href={href} target="">
                {page}
                {heading && ` › ${heading}`}
              </AnchorMdx>
              <p>
                <Marked text={excerpt(text, words)} words={words} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
