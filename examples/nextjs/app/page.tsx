import {prerender} from 'summit-embeds/prerender';
import {SummitGoalComparison, SummitRegionList} from 'summit-embeds/react';
import {lakeTalks} from './lake-talks';
import {MissingBox} from './missing-box';
import {TalksBox} from './talks-box';

/** Rendered on the server: the HTML holds the boxes, which need no script to be read. */
export default async function Page() {
  const own = await prerender('fact-box', {data: lakeTalks});
  const comparison = await prerender('goal-comparison', {attributes: {lang: 'en'}});
  const regions = await prerender('region-list', {attributes: {lang: 'en'}});
  return (
    <>
      <h1>Summit boxes in Next.js</h1>
      <div id="own">
        <TalksBox html={own} data={lakeTalks} />
      </div>
      <div id="comparison">
        <SummitGoalComparison prerendered={comparison} />
      </div>
      <div id="regions">
        <SummitRegionList prerendered={regions} />
      </div>
      <div id="missing">
        <MissingBox />
      </div>
    </>
  );
}
