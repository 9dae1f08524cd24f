/** @jsxImportSource react */
// React 19. Lines that end in the word are those a type checker has to refuse.
import {useRef} from 'react';
import type {Summit, SummitFactBox} from 'summit-embeds';
import type {} from 'summit-embeds/types/react';

export function Boxes({summit}: {summit: Summit}) {
  const ref = useRef<SummitFactBox>(null);
  return (
    <>
      <summit-fact-box
        key="a"
        ref={ref}
        className="box"
        style={{margin: 0}}
        suppressHydrationWarning
        data={summit}
        facts={['who', 'what']}
        heading-level={2}
        policyUrl="/corrections"
        lang="de"
        onsummit-error={(event) => console.log(event.code, event.currentTarget.facts)}
        onClick={(event) => event.preventDefault()}
        aria-label="Facts"
        data-id="3"
      >
        <a href="/alaska">Read more</a>
        <p slot="note">A remark</p>
      </summit-fact-box>
      <summit-region-list no-map noMap={true} scheme="auto" />
      <summit-goal-comparison actors="us russia" topics={['war']} dangerouslySetInnerHTML={{__html: ''}} />

      <summit-fact-box headng="A heading" /> {/* wrong */}
      <summit-fact-box scheme="blue" /> {/* wrong */}
      <summit-fact-box data={{title: 'No summit'}} /> {/* wrong */}
      <summit-fact-box heading-level={true} /> {/* wrong */}
      <summit-fact-box noMap={true} /> {/* wrong */}
      <summit-fact-box onsummit-error={(event) => event.codes} /> {/* wrong */}
      <summit-fact-box onsummit-load={(event) => event.code} /> {/* wrong */}
      <summit-facts-box /> {/* wrong */}
    </>
  );
}
