/** @jsxImportSource solid-js */
// Solid. Lines that end in the word are those a type checker has to refuse.
import type {Summit, SummitFactBox} from 'summit-embeds';
import type {} from 'summit-embeds/types/solid';

export function Boxes(props: {summit: Summit}) {
  let box!: SummitFactBox;
  return (
    <>
      <summit-fact-box
        ref={box}
        class="box"
        style={{margin: 0}}
        prop:data={props.summit}
        facts={['who', 'what']}
        attr:heading-level="2"
        policyUrl="/corrections"
        lang="de"
        on:summit-error={(event) => console.log(event.code, event.currentTarget.facts)}
        onClick={(event) => event.preventDefault()}
      >
        <a href="/alaska">Read more</a>
      </summit-fact-box>
      <summit-region-list attr:no-map="" prop:noMap={true} scheme="auto" />
      <summit-goal-comparison actors="us russia" topics={['war']} />

      <summit-fact-box headng="A heading" /> {/* wrong */}
      <summit-fact-box scheme="blue" /> {/* wrong */}
      <summit-fact-box prop:data={{title: 'No summit'}} /> {/* wrong */}
      <summit-region-list attr:no-map={false} /> {/* wrong */}
      <summit-fact-box prop:noMap={true} /> {/* wrong */}
      <summit-fact-box on:summit-error={(event) => event.codes} /> {/* wrong */}
      <summit-facts-box /> {/* wrong */}
    </>
  );
}
