/** @jsxImportSource preact */
// Preact. Lines that end in the word are those a type checker has to refuse.
import {createRef} from 'preact';
import type {Summit, SummitFactBox} from 'summit-embeds';
import type {} from 'summit-embeds/types/preact';

export function Boxes({summit}: {summit: Summit}) {
  const ref = createRef<SummitFactBox>();
  return (
    <>
      <summit-fact-box
        key="a"
        ref={ref}
        class="box"
        style={{margin: 0}}
        data={summit}
        facts={['who', 'what']}
        heading-level={2}
        policyUrl="/corrections"
        lang="de"
        onsummit-error={(event) => console.log(event.code, event.currentTarget.facts)}
        onClick={(event) => event.preventDefault()}
      >
        <a href="/alaska">Read more</a>
      </summit-fact-box>
      <summit-region-list no-map noMap={true} scheme="auto" />
      <summit-goal-comparison actors="us russia" topics={['war']} />

      <summit-fact-box headng="A heading" /> {/* wrong */}
      <summit-fact-box scheme="blue" /> {/* wrong */}
      <summit-fact-box data={{title: 'No summit'}} /> {/* wrong */}
      <summit-fact-box heading-level={true} /> {/* wrong */}
      <summit-fact-box noMap={true} /> {/* wrong */}
      <summit-fact-box onsummit-error={(event) => event.codes} /> {/* wrong */}
      <summit-facts-box /> {/* wrong */}
    </>
  );
}
