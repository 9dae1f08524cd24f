/**
 * Prerenders the boxes of `article.mdx` before the site is built: `node write-boxes.mjs talks.json boxes.js`. MDX can't
 * contain prerendered HTML, because it reads the braces of the styles as code. A module can.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {prerender} from 'summit-embeds/prerender';

const [, , dataFile, outFile] = process.argv;
if (!dataFile || !outFile) throw new Error('Write: node write-boxes.mjs talks.json boxes.js');
const data = JSON.parse(await readFile(dataFile, 'utf8'));
const boxes = {
  factBox: await prerender('fact-box', {data}),
  goalComparison: await prerender('goal-comparison', {data}),
};
const lines = Object.entries(boxes).map(([name, html]) => `export const ${name} = ${JSON.stringify(html)};\n`);
await writeFile(outFile, lines.join(''));
