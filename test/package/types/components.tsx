/** @jsxImportSource react */
// The components for React. Lines that end in the word are those a type checker has to refuse.
import {useRef} from 'react';
import type {Summit, SummitFactBox as Element} from 'summit-embeds';
import {SummitFactBox, SummitGoalComparison, SummitRegionList, type SummitFactBoxProps} from 'summit-embeds/react';

const shared: SummitFactBoxProps = {summit: 'talks', refresh: 60, feedbackUrl: '/feedback'};

export function Boxes({summit, html}: {summit: Summit; html: string | undefined}) {
  const ref = useRef<Element>(null);
  return (
    <>
      <SummitFactBox
        {...shared}
        key="a"
        ref={ref}
        id="facts"
        className="box"
        style={{margin: 0}}
        prerendered={html}
        data={summit}
        src="/data/talks.json"
        facts={['who', 'what']}
        heading="In brief"
        headingLevel={2}
        scheme="dark"
        lang="de"
        policyUrl="/corrections"
        onSummitLoad={(event) => console.log(event.summit.id, event.origin === 'data', event.currentTarget.facts)}
        onSummitChange={({added, changed, withdrawn}) => console.log(added, changed, withdrawn)}
        onSummitError={({code, message, issues}) => console.log(code, message, issues[0]?.path)}
        onClick={(event) => event.preventDefault()}
        aria-label="Facts"
        data-id="3"
      >
        <a href="/alaska">Read more</a>
        <p slot="note">A remark</p>
      </SummitFactBox>
      <SummitRegionList noMap data={null} />
      <SummitGoalComparison actors="us russia" topics={['war']} ref={(element) => console.log(element?.topics)} />

      <SummitFactBox headng="A heading" /> {/* wrong */}
      <SummitFactBox heading-level={2} headinglevel={2} /> {/* wrong */}
      <SummitFactBox scheme="blue" /> {/* wrong */}
      <SummitFactBox data={{title: 'No summit'}} /> {/* wrong */}
      <SummitFactBox data="talks" /> {/* wrong */}
      <SummitFactBox noMap /> {/* wrong */}
      <SummitRegionList facts="who" /> {/* wrong */}
      <SummitFactBox prerendered={3} /> {/* wrong */}
      <SummitFactBox dangerouslySetInnerHTML={{__html: ''}} /> {/* wrong */}
      <SummitFactBox onSummitError={(event) => event.codes} /> {/* wrong */}
      <SummitFactBox onSummitLoad={(event) => event.code} /> {/* wrong */}
      <SummitFactBox onSummitGone={() => undefined} /> {/* wrong */}
      <SummitGoalComparison ref={ref} /> {/* wrong */}
    </>
  );
}
