import {prerender} from 'summit-embeds/prerender';
import {lakeTalks} from './site/lake-talks.js';

/** @param {any} config Eleventy's own; it comes without types. */
export default function configure(config) {
  config.addGlobalData('lakeTalks', lakeTalks);

  // {% summit "goal-comparison" %}, or with a summit of your own {% summit "fact-box", lakeTalks %}
  config.addAsyncShortcode(
    'summit',
    /**
     * @param {import('summit-embeds/prerender').ElementName} element
     * @param {import('summit-embeds').Summit} [data]
     */
    (element, data) => prerender(element, {data, attributes: {lang: 'en'}}),
  );

  config.addPassthroughCopy({
    'node_modules/summit-embeds/dist/embed': 'assets/summit-embeds',
    'site/lake-talks.js': 'lake-talks.js',
    'site/page.js': 'page.js',
  });

  return {dir: {input: 'site', output: 'dist'}};
}
