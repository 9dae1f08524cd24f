import {prerender} from 'summit-embeds/prerender';
import {lakeTalks} from './lake-talks';
import {MissingBox} from './missing-box';
import {PrerenderedBox} from './prerendered-box';

/** Rendered on the server: the boxes stand in the HTML, and need no script to be read. */
export default async function Page() {
  const own = await prerender('fact-box', {data: lakeTalks});
  const comparison = await prerender('goal-comparison', {attributes: {lang: 'en'}});
  const regions = await prerender('region-list', {attributes: {lang: 'en'}});
  return (
    <>
      <h1>Summit boxes in Next.js</h1>
      <div id="own"><PrerenderedBox html={own} data={lakeTalks} /></div>
      <div id="comparison"><PrerenderedBox html={comparison} /></div>
      <div id="regions"><PrerenderedBox html={regions} /></div>
      <div id="missing"><MissingBox /></div>
    </>
  );
}
